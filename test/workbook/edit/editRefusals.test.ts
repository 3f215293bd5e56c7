import { describe, expect, test } from "vitest";

import { SIGNED, STRUCTURE_LOCKED } from "../../../workbook/refusals.ts";
import { bookBytes, MAIN, rels, workbookXml, worksheet } from "../read/book.ts";
import {
  bookOf,
  edit,
  edited,
  gridOf,
  refusalOf,
  rowsOf,
  SHEET,
  worksheetOf,
} from "./editedBook.ts";

const named = (cell: string): string => `The cell ${cell} of the sheet "Ledger"`;

describe("places and values", () => {
  const book = bookOf("");

  test("a sheet that is not there or has no cells is refused", () => {
    expect(refusalOf(book, edit("A1", 1, "Prices"))).toBe(
      'There is no sheet "Prices" in this workbook: name one of "Ledger".',
    );
    const chart = bookBytes({
      "xl/_rels/workbook.xml.rels": rels(["rId1", "chartsheet", "worksheets/sheet1.xml"]),
    });
    expect(refusalOf(chart, edit("A1", 1))).toBe(
      'The sheet "Ledger" is no worksheet and has no cells to read: name a worksheet.',
    );
  });

  test.each([
    { row: 0, column: 0 },
    { row: 1_048_577, column: 0 },
    { row: 1, column: -1 },
    { row: 1, column: 16_384 },
    { row: 1.5, column: 0 },
    { row: 1, column: NaN },
  ])("no sheet has a cell in row $row and column $column, counted from 1 and 0", (place) => {
    expect(refusalOf(book, { sheet: "Ledger", ...place, value: 1 })).toMatch(
      /^The sheet "Ledger" has no cell in row .* and column .*: a sheet ends with row 1,048,576/,
    );
  });

  test("the last cell of a sheet can be edited", () => {
    const last = { sheet: "Ledger", row: 1_048_576, column: 16_383, value: 1 };
    expect(rowsOf(edited(book, last))).toBe(
      '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    );
  });

  test("text beyond what a cell can hold is refused, not cut", () => {
    expect(refusalOf(book, edit("B2", "x".repeat(32_768)))).toBe(
      `${named("B2")} cannot hold more than 32,767 characters: shorten its text.`,
    );
  });

  test.each([NaN, Infinity, -Infinity])("%d is refused", (value) => {
    expect(refusalOf(book, edit("B2", value))).toBe(
      `${named("B2")} cannot hold a number that is not finite: type another value.`,
    );
  });
});

describe("files", () => {
  test("what is no workbook, or damaged, is refused", () => {
    expect(refusalOf(Uint8Array.of(1, 2, 3), edit("A1", 1))).toMatch(/is not an Excel workbook/);
    const damaged = (sheet: string): string =>
      refusalOf(bookBytes({ [SHEET]: sheet }), edit("A1", 1));
    const sentence = `The part ${SHEET} of this workbook is damaged: open the workbook in Excel, let Excel repair it and save it again.`;
    for (const sheet of [
      `<worksheet xmlns="${MAIN}"/>`,
      `<worksheet xmlns="${MAIN}"><sheetData><row r="1">`,
      `<worksheet xmlns="${MAIN}"><sheetData><row r="0"/></sheetData></worksheet>`,
      `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A2"/></row></sheetData></worksheet>`,
      `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1</row></sheetData></worksheet>`,
      `<worksheet xmlns="${MAIN}"><sheetData><c r="A1"/></sheetData></worksheet>`,
      `<worksheet xmlns="${MAIN}"><sheetData/><mergeCells count="`,
    ]) {
      expect(damaged(sheet)).toBe(sentence);
    }
  });

  test("signed workbooks and those of locked structure are refused", () => {
    expect(refusalOf(bookBytes({ "_xmlsignatures/origin.sigs": "x" }), edit("A1", 1))).toBe(
      SIGNED.refusal,
    );
    const locked = workbookXml(
      '<workbookProtection lockStructure="1"/><sheets><sheet name="Ledger" sheetId="1" r:id="rId1"/></sheets>',
    );
    expect(refusalOf(bookBytes({ "xl/workbook.xml": locked }), edit("A1", 1))).toBe(
      STRUCTURE_LOCKED.refusal,
    );
  });
});

describe("arrays and data tables", () => {
  const book = (type: string, area: string): Uint8Array =>
    bookOf(
      `<row r="2"><c r="B2"><f t="${type}" ref="${area}">X1</f><v>1</v></c><c r="C2"><v>2</v></c></row>`,
    );
  const sentence = (cell: string): string =>
    `${named(cell)} belongs to an array formula or a data table, of which no cell can change alone: change it in Excel.`;

  test.each(["B2", "C2", "B3", "C3"])("%s of an array over B2:C3 is refused", (cell) => {
    expect(refusalOf(book("array", "B2:C3"), edit("A1", 1), edit(cell, 1))).toBe(sentence(cell));
    expect(refusalOf(book("dataTable", "B2:C3"), edit(cell, null))).toBe(sentence(cell));
  });

  test("cells around the area can be edited", () => {
    const around = ["A2", "D3", "B1", "C4"].map((cell) => edit(cell, 5));
    expect(gridOf(edited(book("array", "B2:C3"), ...around))).toEqual([
      [null, 5],
      [5, 1, 2],
      [null, null, null, 5],
      [null, null, 5],
    ]);
  });

  test("an array of one cell goes with it, a data table of one does not", () => {
    expect(rowsOf(edited(book("array", "B2"), edit("B2", 7)))).toContain('<c r="B2"><v>7</v></c>');
    expect(refusalOf(book("dataTable", "B2"), edit("B2", 7))).toBe(sentence("B2"));
  });
});

describe("merged cells", () => {
  const book = bookBytes({
    [SHEET]: worksheetOf("", "", '<mergeCells><mergeCell ref="B2:C3"/></mergeCells>'),
  });

  test("the first can be edited, and so can those around", () => {
    const after = edited(book, edit("B2", 1), edit("A2", 2), edit("D3", 3));
    expect(gridOf(after)).toEqual([[], [2, 1], [null, null, null, 3]]);
  });

  test.each(["C2", "B3", "C3"])("%s, which another covers, is refused", (cell) => {
    expect(refusalOf(book, edit("B2", 1), edit(cell, null))).toBe(
      `${named(cell)} is merged into B2: type into B2 instead.`,
    );
  });
});

describe("protected sheets", () => {
  const styles =
    `<styleSheet xmlns="${MAIN}"><cellXfs><xf/><xf><protection locked="0"/></xf>` +
    '<xf><protection hidden="1"/></xf><xf><protection locked="1"/></xf></cellXfs></styleSheet>';
  const book = (sheet: string, ...more: readonly (readonly [string, string])[]): Uint8Array =>
    bookBytes({
      [SHEET]: sheet,
      "xl/styles.xml": styles,
      "xl/_rels/workbook.xml.rels": rels(
        ["rId1", "worksheet", "worksheets/sheet1.xml"],
        ["rId2", "styles", "styles.xml"],
      ),
      ...Object.fromEntries(more),
    });
  const head = '<cols><col min="5" max="5" style="1"/></cols>';
  const rows =
    '<row r="1"><c r="A1"/><c r="B1" s="1"/><c r="C1" s="2"/><c r="D1" s="3"/></row>' +
    '<row r="2" s="1" customFormat="1"><c r="A2" s="0"/></row>';
  const locked = book(worksheetOf(head, rows, '<sheetProtection sheet="1" objects="1"/>'));

  test.each(["A1", "C1", "D1", "A2", "A3"])("%s is locked and refused", (cell) => {
    expect(refusalOf(locked, edit("B1", 1), edit(cell, null))).toBe(
      `${named(cell)} is locked, and the sheet is protected: ` +
        "switch off Review > Protect Sheet in Excel and save the workbook again.",
    );
  });

  test("cells that their own style, their row or their column unlocks can be edited", () => {
    const after = edited(locked, edit("B1", 1), edit("B2", 2), edit("E3", 3));
    expect(gridOf(after)).toEqual([
      [null, 1],
      [null, 2],
      [null, null, null, null, 3],
    ]);
  });

  test("protection that is not switched on locks nothing", () => {
    const open = book(worksheetOf(head, rows, '<sheetProtection objects="1"/>'));
    expect(gridOf(edited(open, edit("A1", 1)))).toEqual([[1]]);
  });

  test("without a stylesheet every cell of a protected sheet is locked", () => {
    const bare = bookBytes({ [SHEET]: worksheetOf("", rows, '<sheetProtection sheet="true"/>') });
    expect(refusalOf(bare, edit("B1", 1))).toContain("is locked");
  });
});

test("cells that a pivot table fills are refused, those around it are not", () => {
  const book = bookBytes({
    [SHEET]: worksheet(""),
    "xl/worksheets/_rels/sheet1.xml.rels": rels(["rId1", "pivotTable", "../pivotTable1.xml"]),
    "xl/pivotTable1.xml": `<pivotTableDefinition xmlns="${MAIN}"><location ref="B2:C4"/></pivotTableDefinition>`,
  });
  expect(refusalOf(book, edit("C4", 1))).toBe(
    `${named("C4")} belongs to a pivot table, which would write over it: type into another cell.`,
  );
  expect(gridOf(edited(book, edit("A1", 1), edit("D4", 2)))[3]).toEqual([null, null, null, 2]);
});
