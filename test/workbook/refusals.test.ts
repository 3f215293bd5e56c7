import { expect, test } from "vitest";
import * as refusals from "../../workbook/refusals.ts";

test("every refusal says what is wrong and what to do, in these words", () => {
  const fixed = Object.entries(refusals).flatMap(([name, value]) =>
    typeof value === "function" ? [] : [[name, value.refusal]],
  );
  expect(Object.fromEntries(fixed)).toEqual({
    ENCRYPTED:
      "This workbook is encrypted with a password: open it in Excel, remove the password under File > Info > Protect Workbook > Encrypt with Password, and save it again.",
    ENCRYPTED_ARCHIVE:
      "The archive that holds this workbook is encrypted with a zip password: open the workbook in Excel and save it again without one.",
    OLD_EXCEL: "This is an Excel 97-2003 workbook (.xls): open it in Excel and save it as .xlsx.",
    BINARY_WORKBOOK:
      "This is a binary workbook (.xlsb): open it in Excel and save it as .xlsx or .xlsm.",
    OPEN_DOCUMENT:
      "This is an OpenDocument spreadsheet (.ods): open it in LibreOffice or Excel and save it as .xlsx.",
    NOT_A_WORKBOOK:
      "This file is not an Excel workbook, whatever its name says: open it in a spreadsheet program and save it as .xlsx, or as .csv if it is plain text.",
    DAMAGED_FILE:
      "This workbook file is damaged or was not copied completely: get a fresh copy, or open it in Excel, let Excel repair it and save it again.",
    TOO_LARGE:
      "This workbook unpacks to more than can be read safely: remove the sheets that are not needed and save it again.",
    OUTPUT_TOO_LARGE:
      "The workbook with the new tabs would be larger than 4 GB or have more than 65,534 parts: remove the sheets that are not needed and save it again.",
    STRUCTURE_LOCKED:
      "The structure of this workbook is protected, so no tab can be added: switch off Review > Protect Workbook in Excel and save it again.",
    SIGNED:
      "This workbook is digitally signed and adding a tab would break the signature: remove the signature under File > Info in Excel, or use an unsigned copy.",
  });
});

test("refusals that name a part or a sheet name it", () => {
  const { damagedPart, missingPart, noSuchSheet, otherEncoding, sheetTooLarge, sheetWithoutCells } =
    refusals;
  expect(damagedPart("xl/a.xml").refusal).toBe(
    "The part xl/a.xml of this workbook is damaged: open the workbook in Excel, let Excel repair it and save it again.",
  );
  expect(missingPart("xl/a.xml").refusal).toBe(
    "The part xl/a.xml of this workbook is missing: open the workbook in Excel, let Excel repair it and save it again.",
  );
  expect(otherEncoding("xl/a.xml").refusal).toBe(
    "The part xl/a.xml of this workbook is not stored as UTF-8: open the workbook in Excel and save it again.",
  );
  expect(sheetTooLarge("Ledger").refusal).toBe(
    'The used cells of the sheet "Ledger" span too large an area: delete what lies far to the right of or below the table and save the workbook again.',
  );
  expect(noSuchSheet("X", ["A", "B"]).refusal).toBe(
    'There is no sheet "X" in this workbook: name one of "A", "B".',
  );
  expect(sheetWithoutCells("Chart1").refusal).toBe(
    'The sheet "Chart1" is no worksheet and has no cells to read: name a worksheet.',
  );
});

test("a refusal is known from everything else", () => {
  expect(refusals.isRefusal({ refusal: "x" })).toBe(true);
  for (const value of [undefined, null, "refusal", new Uint8Array(1), [], new Map()]) {
    expect(refusals.isRefusal(value)).toBe(false);
  }
});
