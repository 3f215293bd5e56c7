/**
 * The front door of the workbook files: reading them, putting tabs into them, making new ones.
 * Nothing here knows a host or a file system; workbooks are bytes.
 */
export { isRefusal, type Refusal } from "./refusals.ts";
export { readWorkbook, type OpenWorkbook } from "./read/readWorkbook.ts";
export { refuseInserting } from "./read/refuseInserting.ts";
export { parseCsv, writeCsv } from "./csv.ts";
export { generatedTabs, type GeneratedTab } from "./insert/generatedTabs.ts";
export { insertTabs, type InsertRequest } from "./insert/insertTabs.ts";
export { createWorkbook, type NewWorkbook } from "./create/createWorkbook.ts";
export type { NewCell } from "./create/newCell.ts";
export type { NewSheet } from "./create/newSheet.ts";
export { editCells } from "./edit/editCells.ts";
export type { CellEdit } from "./edit/cellEdit.ts";
