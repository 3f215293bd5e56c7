import { describe, expect, test } from "vitest";

import { readWorkbook } from "../../../workbook/index.ts";
import {
  collectColumns,
  namesColumn,
  noColumns,
} from "../../../workbook/edit/columnsInFormulas.ts";
import { bookBytes, MAIN, rels, sure, workbookXml, worksheet } from "../read/book.ts";
import { edit, edited, gridOf, refusalOf, SHEET, textOf } from "./editedBook.ts";

const TABLE = "xl/tables/table1.xml";

const table = (columns: readonly string[], attributes = ""): string =>
  `<x:table xmlns:x="${MAIN}" id="1" name="T" displayName="Trades" ref="B2:C4"${attributes}>` +
  `<x:autoFilter ref="B2:C4"/><x:tableColumns count="2">` +
  columns.map((name, index) => `<x:tableColumn id="${index + 1}" name="${name}"/>`).join("") +
  "</x:tableColumns></x:table>";

/** A table over B2:C4 with the headings Coin and Units, and a formula below it. */
const bookWith = (parts: { readonly table?: string; readonly formula?: string }): Uint8Array =>
  bookBytes({
    [SHEET]: worksheet(
      '<row r="2"><c r="B2" s="1" t="inlineStr"><is><t>Coin</t></is></c><c r="C2" t="inlineStr"><is><t>Units</t></is></c></row>' +
        '<row r="3"><c r="B3" t="inlineStr"><is><t>BTC</t></is></c></row>' +
        (parts.formula === undefined
          ? ""
          : `<row r="9"><c r="B9"><f>${parts.formula}</f><v>1</v></c></row>`),
    ),
    "xl/worksheets/_rels/sheet1.xml.rels": rels(["rId1", "table", "../tables/table1.xml"]),
    [TABLE]: parts.table ?? table(["Coin", "Units"]),
  });

describe("the heading of a table", () => {
  test("is the name of its column, which changes with it", () => {
    const after = edited(bookWith({}), edit("B2", "Asset & <more>"));
    expect(gridOf(after)[1]).toEqual([null, "Asset & <more>", "Units"]);
    expect(textOf(after, TABLE)).toBe(table(["Asset &amp; &lt;more&gt;", "Units"]));
    expect(textOf(after)).toContain('<c r="B2" s="1" t="inlineStr">');
    expect(sure(readWorkbook(after)).tables).toHaveLength(1);
  });

  test("is written as Excel writes line ends, tabs, quotes and codes in names", () => {
    const after = edited(bookWith({}), edit("B2", 'a\nb\t"c" _x0041_'));
    expect(textOf(after, TABLE)).toBe(
      table(["a_x000a_b_x0009_&quot;c&quot; _x005F_x0041_", "Units"]),
    );
    const again = edited(after, edit("B2", 'a\nb\t"c" _x0041_'), edit("C2", "Units"));
    expect(textOf(again, TABLE)).toBe(textOf(after, TABLE));
  });

  test("may be swapped with another, and may change in case alone", () => {
    const after = edited(bookWith({}), edit("B2", "units"), edit("C2", "Coin"));
    expect(textOf(after, TABLE)).toBe(table(["units", "Coin"]));
    expect(textOf(edited(bookWith({}), edit("C2", "UNITS")), TABLE)).toBe(table(["Coin", "UNITS"]));
  });

  test.each([null, "", 2026, true, "units", "Units", "x".repeat(256)])(
    "cannot become %s",
    (value) => {
      expect(refusalOf(bookWith({}), edit("B2", value))).toBe(
        'The cell B2 of the sheet "Ledger" is a heading of the table Trades: ' +
          "type a text of at most 255 characters that no other column of the table has.",
      );
    },
  );

  test("ends with the table's columns and its first row", () => {
    const around = ["A2", "D2", "B1", "B3", "C4"].map((cell, index) => edit(cell, index));
    expect(textOf(edited(bookWith({}), ...around), TABLE)).toBe(table(["Coin", "Units"]));
  });

  test("does not exist where the table shows none", () => {
    const book = bookWith({ table: table(["Coin", "Units"], ' headerRowCount="0"') });
    expect(gridOf(edited(book, edit("B2", 5)))[1]).toEqual([null, 5, "Units"]);
  });

  test("without a column in the table's part is damage", () => {
    expect(refusalOf(bookWith({ table: table(["Coin"]) }), edit("C2", "x"))).toContain(
      `The part ${TABLE} of this workbook is damaged`,
    );
  });
});

describe("a heading that formulas name", () => {
  const SENTENCE =
    'The cell C2 of the sheet "Ledger" is a heading of the table Trades that formulas name: ' +
    "change it in Excel, which changes the formulas with it.";

  test("cannot change, whether a cell, the table or a defined name has the formula", () => {
    expect(refusalOf(bookWith({ formula: "SUM(Trades[Units])" }), edit("C2", "Q"))).toBe(SENTENCE);
    const calculated = table(["Coin", "Units"]).replace(
      "</x:tableColumns>",
      "<x:calculatedColumnFormula>Trades[[#This Row],[Units]]</x:calculatedColumnFormula>$&",
    );
    expect(refusalOf(bookWith({ table: calculated }), edit("C2", "Q"))).toBe(SENTENCE);
    const name = workbookXml(
      '<sheets><sheet name="Ledger" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="N">Trades[units]</definedName></definedNames>',
    );
    const book = bookBytes({
      [SHEET]: worksheet('<row r="2"><c r="B2"/></row>'),
      "xl/workbook.xml": name,
      "xl/worksheets/_rels/sheet1.xml.rels": rels(["rId1", "table", "../tables/table1.xml"]),
      [TABLE]: table(["Coin", "Units"]),
    });
    expect(refusalOf(book, edit("C2", "Q"))).toBe(SENTENCE);
  });

  test("with a line end in it is told apart from others, and may be typed again", () => {
    const book = bookWith({
      table: table(["a_x000a_b", "Units"]),
      formula: "SUM(Trades[a_x000a_b])",
    });
    expect(gridOf(edited(book, edit("B2", "a\nb")))[1]).toEqual([null, "a\nb", "Units"]);
    expect(refusalOf(book, edit("B2", "ab"))).toBe(SENTENCE.replace("C2", "B2"));
    expect(refusalOf(book, edit("C2", "A\nB"))).toContain("no other column of the table has");
  });

  test("can change as to a column that no formula names", () => {
    const book = bookWith({ formula: "SUM(Trades[Units])+MyTrades[Coin]" });
    expect(textOf(edited(book, edit("B2", "Asset"), edit("C2", "Units")), TABLE)).toBe(
      table(["Asset", "Units"]),
    );
  });

  test.each([
    ["Trades[Units]", true],
    ["1+trades[[#This Row],[units]]", true],
    ["Trades[[Coin]:[Units]]", true],
    ["Trades[Units per coin]", false],
    ["MyTrades[Units]", false],
    ["Trades[#All]+[Units]", false],
  ])("%s names the column Units of the table Trades: %s", (text, names) => {
    expect(isNamed(text, "Trades", "Units")).toBe(names);
  });

  test("special characters in a column's name are guarded by apostrophes", () => {
    expect(isNamed("T.1[Don''t '[pay'] '#]", "T.1", "Don't [pay] #")).toBe(true);
    expect(isNamed("Tx1[a]", "T.1", "a")).toBe(false);
  });
});

function isNamed(text: string, table: string, column: string): boolean {
  const found = noColumns(["Other", table]);
  collectColumns(text, found);
  return namesColumn(found, table, column);
}
