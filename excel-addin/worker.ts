import { serveReports, type WorkerScope } from "../pane/run/reportWorker.ts";
import { intlZoneOffsets } from "../zones/intlZoneOffsets.ts";

// Excel tells no time zone of its workbooks: without a setting it is UTC.
serveReports(self as unknown as WorkerScope, { offsets: intlZoneOffsets, workbookZone: undefined });
