import { HostObject, invalidArgument, type HostArgument } from "../hostObject.ts";
import type { Area } from "../model/area.ts";
import type { Sheet } from "../model/sheet.ts";
import type { Workbook } from "../model/workbook.ts";

/** A range of a workbook: the sheet and the cells. */
export type Place = { readonly workbook: Workbook; readonly sheet: Sheet; readonly area: Area };

/** An object that stands for cells. */
export abstract class PlacedObject extends HostObject {
  abstract readonly place: Place;
}

/** A whole number, or the value for an omitted argument. */
export function wholeNumber(value: HostArgument, otherwise?: number): number {
  if (value === undefined || value === null) {
    if (otherwise !== undefined) return otherwise;
  } else if (typeof value === "number" && Number.isInteger(value)) {
    return value;
  }
  throw invalidArgument(`${JSON.stringify(value)} is no whole number.`);
}

/** A range given as an object or as an address. */
export function placeOf(value: HostArgument, workbook: Workbook, sheet: Sheet): Place {
  if (value instanceof PlacedObject) return value.place;
  const found = typeof value === "string" ? workbook.reference(value, sheet) : undefined;
  if (found === undefined) throw invalidArgument(`${JSON.stringify(value)} names no range.`);
  return { workbook, ...found };
}
