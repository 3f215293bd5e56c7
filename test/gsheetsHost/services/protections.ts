import type { Area } from "../model/area.ts";
import type { Protection, Sheet } from "../model/book.ts";
import { enumMember, implement, ServiceObject, type EnumMember } from "../service.ts";
import { checkAlive, rangeObject, type RangeState } from "./objects.ts";

/** Protects a sheet, or a range of it, and gives the Protection. */
export function protection(sheet: Sheet, area: Area | undefined): ServiceObject {
  checkAlive(sheet);
  const made: Protection = { sheet, area, description: "", warningOnly: false, unprotected: [] };
  sheet.protections.push(made);
  return new ServiceObject("Spreadsheet.Protection", made);
}

function kindOf({ area }: Protection): "RANGE" | "SHEET" {
  return area === undefined ? "SHEET" : "RANGE";
}

implement<Sheet>("Spreadsheet.Sheet", {
  getProtections: (sheet, kind: EnumMember) =>
    sheet.protections
      .filter((guard) => kindOf(guard) === kind.name)
      .map((guard) => new ServiceObject("Spreadsheet.Protection", guard)),
});

implement<RangeState>("Spreadsheet.Range", {
  protect: ({ sheet, area }) => protection(sheet, area),
});

implement<Protection>("Spreadsheet.Protection", {
  getDescription: ({ description }) => description,
  setDescription: (guard, description: string) => {
    guard.description = description;
  },
  isWarningOnly: ({ warningOnly }) => warningOnly,
  setWarningOnly: (guard, warningOnly: boolean) => {
    guard.warningOnly = warningOnly;
  },
  getProtectionType: (guard) => enumMember("Spreadsheet.ProtectionType", kindOf(guard)),
  getRange: ({ sheet, area }) =>
    rangeObject(
      sheet,
      area ?? { row: 1, column: 1, rows: sheet.maxRows, columns: sheet.maxColumns },
    ),
  canEdit: () => true,
  getUnprotectedRanges: ({ sheet, unprotected }) =>
    unprotected.map((area) => rangeObject(sheet, area)),
  setUnprotectedRanges: (guard, ranges: RangeState[]) => {
    guard.unprotected = ranges.map(({ area }) => area);
  },
  remove: (guard) => {
    guard.sheet.protections = guard.sheet.protections.filter((other) => other !== guard);
  },
});
