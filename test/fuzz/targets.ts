import { cellTarget } from "./cellTarget.ts";
import { csvTarget } from "./csvTarget.ts";
import type { FuzzTarget } from "./fuzzTarget.ts";
import { ledgerTarget } from "./ledgerTarget.ts";
import { workbookTarget } from "./workbookTarget.ts";

/** Everything that reads what users bring. */
export const TARGETS: readonly FuzzTarget[] = [cellTarget, csvTarget, workbookTarget, ledgerTarget];
