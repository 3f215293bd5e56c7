import type { HostObject } from "../hostObject.ts";
import type { Sheet } from "../model/sheet.ts";
import type { Workbook } from "../model/workbook.ts";

type MakeWorksheet = (workbook: Workbook, sheet: Sheet) => HostObject;

let make: MakeWorksheet | undefined;

/** Says how a worksheet object is made; ranges need them, and they need ranges. */
export function setWorksheetMaker(maker: MakeWorksheet): void {
  make = maker;
}

/** The object of a sheet. */
export function worksheetOf(workbook: Workbook, sheet: Sheet): HostObject {
  if (make === undefined) throw new Error("objects/worksheet.ts has not been loaded");
  return make(workbook, sheet);
}
