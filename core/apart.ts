/**
 * What the reading of a plain ledger does without: readers of services' exports, the search for
 * damage, the words of problems. A host that has to keep its main file small loads them apart.
 */
export { findDamage } from "./ledger/damage/findDamage.ts";
export { importFormatOf } from "./ledger/imports/importFormats.ts";
export { problemText } from "./ledger/problemText.ts";
