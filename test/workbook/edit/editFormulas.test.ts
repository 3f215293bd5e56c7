import { describe, expect, test } from "vitest";

import { packageParts } from "../../support/packageParts.ts";
import { packageFaults } from "../nasty/packageFaults.ts";
import { bookBytes, MAIN, rels, workbookXml, worksheet } from "../read/book.ts";
import { bookOf, edit, edited, refusalOf, rowsOf, SHEET, textOf } from "./editedBook.ts";

const BOOK = "xl/workbook.xml";
const CHAIN = "xl/calcChain.xml";
const SHEETS =
  '<sheets><sheet name="Ledger" sheetId="7" r:id="rId1"/><sheet name="Other" sheetId="3" r:id="rId3"/></sheets>';
const types = (...parts: readonly (readonly [string, string])[]): string =>
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  parts
    .map(
      ([part, word]) =>
        `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${word}+xml"/>`,
    )
    .join("") +
  "</Types>";

/** Two sheets, and a chain that names formulas of the sheet with this number. */
const twoSheets = (ledger: string, other: string, chained: number): Uint8Array =>
  bookBytes({
    "[Content_Types].xml": types(
      [BOOK, "sheet.main"],
      [SHEET, "worksheet"],
      ["xl/worksheets/sheet2.xml", "worksheet"],
      [CHAIN, "calcChain"],
    ),
    [BOOK]: workbookXml(SHEETS),
    "xl/_rels/workbook.xml.rels": rels(
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId3", "worksheet", "worksheets/sheet2.xml"],
      ["rId4", "calcChain", "calcChain.xml"],
    ),
    "xl/sharedStrings.xml": "",
    [SHEET]: worksheet(ledger),
    "xl/worksheets/sheet2.xml": worksheet(other),
    [CHAIN]: `<calcChain xmlns="${MAIN}"><c r="A1" i="${chained}"/></calcChain>`,
  });

const FORMULA = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>';

describe("the calculation chain", () => {
  test("goes with its link and its content type when a formula that it may name is written over", () => {
    const after = edited(twoSheets(FORMULA, "", 7), edit("A1", 5));
    expect(packageParts(after).has(CHAIN)).toBe(false);
    expect(textOf(after, "xl/_rels/workbook.xml.rels")).not.toContain("rId4");
    expect(textOf(after, "[Content_Types].xml")).not.toContain("calcChain");
    expect(packageFaults(after)).toEqual([]);
  });

  test("stays when no formula is written over, or when it names other sheets alone", () => {
    const noneLost = edited(twoSheets(FORMULA, "", 7), edit("B1", 5));
    expect(packageParts(noneLost).has(CHAIN)).toBe(true);
    const othersNamed = edited(twoSheets(FORMULA, FORMULA, 3), edit("A1", 5));
    expect(packageParts(othersNamed).has(CHAIN)).toBe(true);
    expect(packageFaults(othersNamed)).toEqual([]);
  });
});

describe("computing when the workbook is opened", () => {
  const RECALCULATES = `${SHEETS}<calcPr fullCalcOnLoad="1"/>`;

  test("is asked for when the edited sheet has a formula, the one that goes included", () => {
    expect(textOf(edited(bookOf(FORMULA), edit("B1", 5)), BOOK)).toContain('fullCalcOnLoad="1"');
    expect(textOf(edited(twoSheets(FORMULA, "", 7), edit("A1", 5)), BOOK)).toBe(
      workbookXml(RECALCULATES),
    );
  });

  test("is asked for when only another sheet has a formula, by whatever prefix", () => {
    expect(textOf(edited(twoSheets("", FORMULA, 3), edit("A1", 5)), BOOK)).toBe(
      workbookXml(RECALCULATES),
    );
    const prefixed = '<row><x:c xmlns:x="y"><x:f/></x:c></row>';
    expect(textOf(edited(twoSheets("", prefixed, 3), edit("A1", 5)), BOOK)).toBe(
      workbookXml(RECALCULATES),
    );
  });

  test("is not asked for without a formula", () => {
    const none = '<row r="1"><c r="A1" t="inlineStr"><is><t>f &lt;f&gt;</t></is></c></row>';
    expect(textOf(edited(twoSheets(none, none, 3), edit("A1", 5)), BOOK)).toBe(workbookXml(SHEETS));
  });
});

describe("a shared formula whose first cell is written over", () => {
  const cell = (at: string, formula: string): string => `<c r="${at}"><f ${formula}<v>1</v></c>`;
  const row = (...cells: readonly string[]): string => `<row r="1">${cells.join("")}</row>`;

  test("is handed over to the next cell that shares it, as that cell reads it", () => {
    const rows =
      `<row r="1">${cell("B1", 't="shared" ref="B1:C3" si="4">A1&amp;"A1"&lt;$A$1</f>')}` +
      `${cell("C1", 't="shared" si="4"/>')}</row>` +
      `<row r="2">${cell("B2", 't="shared" ca="1" si="4"/>')}</row>` +
      `<row r="3">${cell("C3", 't="shared" si="4"/>')}${cell("D3", 't="shared" si="5"/>')}</row>`;
    expect(rowsOf(edited(bookOf(rows), edit("B1", 9), edit("C1", null)))).toBe(
      '<row r="1"><c r="B1"><v>9</v></c></row><row r="2">' +
        cell("B2", 't="shared" ref="B2:C3" si="4" ca="1">A2&amp;&quot;A1&quot;&lt;$A$1</f>') +
        `</row><row r="3">${cell("C3", 't="shared" si="4"/>')}${cell("D3", 't="shared" si="5"/>')}</row>`,
    );
  });

  test("is handed over only among cells up to where its number is used again", () => {
    const second =
      cell("D1", 't="shared" ref="D1:E1" si="0">D9</f>') + cell("E1", 't="shared" si="0"/>');
    const rows = row(
      cell("A1", 't="shared" ref="A1:B1" si="0">A9</f>'),
      cell("B1", 't="shared" si="0"/>'),
      second,
    );
    expect(rowsOf(edited(bookOf(rows), edit("A1", 1)))).toBe(
      row('<c r="A1"><v>1</v></c>', cell("B1", 't="shared" ref="B1" si="0">B9</f>'), second),
    );
    expect(rowsOf(edited(bookOf(rows), edit("A1", 1), edit("B1", 2)))).toBe(
      row('<c r="A1"><v>1</v></c>', '<c r="B1"><v>2</v></c>', second),
    );
    const first = row(
      cell("A1", 't="shared" ref="A1:B1" si="0">A9</f>'),
      cell("B1", 't="shared" si="0"/>'),
      "<!---->",
    );
    expect(rowsOf(edited(bookOf(rows), edit("D1", 1)))).toBe(
      first.replace(
        "<!---->",
        `<c r="D1"><v>1</v></c>${cell("E1", 't="shared" ref="E1" si="0">E9</f>')}`,
      ),
    );
  });

  test("is said to cover all cells that share it, in whatever order they stand", () => {
    const last = `<row r="3">${cell("A3", 't="shared" si="0"/>')}</row>`;
    const rows =
      row(cell("B1", 't="shared" ref="A1:B5" si="0">B9</f>')) +
      `<row r="5">${cell("B5", 't="shared" si="0"/>')}</row>${last}`;
    expect(rowsOf(edited(bookOf(rows), edit("B1", 1)))).toBe(
      row('<c r="B1"><v>1</v></c>') +
        `<row r="5">${cell("B5", 't="shared" ref="A3:B5" si="0">B13</f>')}</row>${last}`,
    );
  });

  test("stays when another cell that shares it is written over", () => {
    const first = cell("A1", 't="shared" ref="A1:C1" si="0">A9</f>');
    const last = cell("C1", 't="shared" si="0"/>');
    const rows = row(first, cell("B1", 't="shared" si="0"/>'), last);
    expect(rowsOf(edited(bookOf(rows), edit("B1", 2)))).toBe(
      row(first, '<c r="B1"><v>2</v></c>', last),
    );
  });

  test("cannot be written over where the others cannot take it", () => {
    const sentence =
      'The cell B1 of the sheet "Ledger" holds a formula that other cells share in a way that ' +
      "only Excel can undo: change it in Excel.";
    const early = row(
      cell("A1", 't="shared" si="0"/>'),
      cell("B1", 't="shared" ref="A1:B1" si="0">B9</f>'),
    );
    expect(refusalOf(bookOf(early), edit("B1", 2))).toBe(sentence);
    const again = row(
      cell("A1", 't="shared" si="0"/>'),
      cell("B1", 't="shared" ref="A1:B1" si="0">B9</f>'),
      cell("C1", 't="shared" ref="C1:C1" si="0">C9</f>'),
    );
    expect(rowsOf(edited(bookOf(again), edit("C1", 2)))).toContain('<c r="C1"><v>2</v></c>');
    const outside = `<row r="1">${cell("B1", 't="shared" ref="A1:B2" si="0">A1</f>')}</row><row r="2">${cell("A2", 't="shared" si="0"/>')}</row>`;
    expect(refusalOf(bookOf(outside), edit("B1", 2))).toBe(sentence);
  });
});
