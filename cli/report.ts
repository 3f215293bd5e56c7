import { runReport } from "./runReport.ts";

process.exitCode = runReport(process.argv.slice(2));
