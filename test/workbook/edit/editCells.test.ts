import { expect, test } from "vitest";

import { editCells } from "../../../workbook/index.ts";
import { differingParts, packageParts, sameBytes } from "../../support/packageParts.ts";
import { bookBytes, LINKS, MAIN, rels, sure, workbookXml, worksheet } from "../read/book.ts";
import { bookOf, edit, edited, gridOf, rowsOf, SHEET, textOf, worksheetOf } from "./editedBook.ts";

test("without edits the bytes are the same, even those of a file that cannot be read", () => {
  const bytes = Uint8Array.of(1, 2, 3);
  expect(editCells(bytes, [])).toBe(bytes);
});

test("a cell is written anew in its place and keeps its style", () => {
  const row = (cell: string): string => `<row r="2">${cell}<c r="C2"><v>2</v></c></row>`;
  const cell = '<c r="B2" s="3" t="s" cm="1" vm="2"><v>0</v><extLst/></c>';
  const after = (value: string | number | boolean | null): string =>
    rowsOf(edited(bookOf(row(cell)), edit("B2", value)));
  expect(after(7.5)).toBe(row('<c r="B2" s="3"><v>7.5</v></c>'));
  expect(after(-0)).toBe(row('<c r="B2" s="3"><v>0</v></c>'));
  expect(after(1e-7)).toBe(row('<c r="B2" s="3"><v>1e-7</v></c>'));
  expect(after(true)).toBe(row('<c r="B2" s="3" t="b"><v>1</v></c>'));
  expect(after(false)).toBe(row('<c r="B2" s="3" t="b"><v>0</v></c>'));
  expect(after("=1+1")).toBe(
    row('<c r="B2" s="3" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>'),
  );
  expect(after(null)).toBe(row('<c r="B2" s="3"/>'));
  expect(after("")).toBe(row('<c r="B2" s="3"/>'));
});

test("an emptied cell without a style goes, one with a style stays", () => {
  const book = bookOf('<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>2</v></c></row>');
  expect(rowsOf(edited(book, edit("A1", null), edit("B1", null)))).toBe(
    '<row r="1"><c r="B1" s="1"/></row>',
  );
});

test("text is read as it was typed, whatever it looks like", () => {
  const texts = [
    "=SUM(A1)",
    '<b>&amp;"x"</b>',
    " two\nlines\t",
    "_x0041_",
    "a\u0000b\u001fc\rd",
    "🚀",
    "1e5",
    "x".repeat(32_767),
  ];
  const edits = texts.map((text, index) => edit(`A${index + 1}`, text));
  expect(gridOf(edited(bookOf(""), ...edits))).toEqual(texts.map((text) => [text]));
});

test("missing cells and rows are put in where they belong", () => {
  const before = bookOf('<row r="2"><c r="C2"><v>2</v></c></row><row r="5"/>');
  const after = edited(
    before,
    edit("A6", true),
    edit("B5", "b"),
    edit("A5", "=1+1"),
    edit("C3", 5),
    edit("D2", 4),
    edit("B2", 3),
    edit("A1", 1),
    edit("B4", null),
  );
  expect(rowsOf(after)).toBe(
    '<row r="1"><c r="A1"><v>1</v></c></row>' +
      '<row r="2"><c r="B2"><v>3</v></c><c r="C2"><v>2</v></c><c r="D2"><v>4</v></c></row>' +
      '<row r="3"><c r="C3"><v>5</v></c></row>' +
      '<row r="5"><c r="A5" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>' +
      '<c r="B5" t="inlineStr"><is><t xml:space="preserve">b</t></is></c></row>' +
      '<row r="6"><c r="A6" t="b"><v>1</v></c></row>',
  );
});

test("a list of rows that is one empty tag is opened", () => {
  const book = bookBytes({ [SHEET]: `<worksheet xmlns="${MAIN}"><sheetData /></worksheet>` });
  expect(rowsOf(edited(book, edit("B2", 1), edit("A3", 2)))).toBe(
    '<row r="2"><c r="B2"><v>1</v></c></row><row r="3"><c r="A3"><v>2</v></c></row>',
  );
});

test("of several values for one cell the last holds, by whatever case of the sheet's name", () => {
  const after = edited(bookOf(""), edit("A1", 1), edit("A1", 2, "ledger"), edit("A1", 3));
  expect(gridOf(after)).toEqual([[3]]);
});

test("rows and cells that do not say where they stand keep their places", () => {
  const rows =
    '<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c r="B7"/><c><v>3</v></c></row>';
  const book = bookOf(rows);
  expect(gridOf(book)[6]).toEqual([null, null, 3]);
  expect(rowsOf(edited(book, edit("A1", null)))).toBe(rows.replace("<c><v>1</v></c>", "<c/>"));
  expect(rowsOf(edited(book, edit("B7", null)))).toBe(rows);
  const after = edited(
    book,
    edit("B1", 9),
    edit("D1", 4),
    edit("A2", 5),
    edit("A7", 6),
    edit("C7", 7),
    edit("B5", 8),
  );
  expect(gridOf(after)).toEqual([[1, 9, null, 4], [5], [], [], [null, 8], [], [6, null, 7]]);
});

test("an emptied cell stays where the place of its row depends on it", () => {
  const book = bookOf('<row><c r="A7"><v>1</v></c></row><row><c><v>2</v></c></row>');
  expect(rowsOf(edited(book, edit("A7", null)))).toBe(
    '<row><c r="A7"/></row><row><c><v>2</v></c></row>',
  );
});

test("an emptied cell stays where the place of the next one depends on it", () => {
  const book = bookOf('<row r="1"><c r="A1"><v>1</v></c><c><v>2</v></c></row>');
  expect(rowsOf(edited(book, edit("A1", null)))).toBe(
    '<row r="1"><c r="A1"/><c><v>2</v></c></row>',
  );
});

test("rows and cells in no order, or there twice, are found", () => {
  const book = bookOf(
    '<row r="3"><c r="B3"><v>1</v></c><c r="A3"><v>2</v></c></row>' +
      '<row r="1"><c r="A1"><v>3</v></c></row><row r="3"><c r="C3"><v>4</v></c><c r="C3"><v>9</v></c></row>',
  );
  const after = edited(book, edit("A3", 5), edit("C3", 6), edit("A1", 7), edit("D3", 8));
  expect(gridOf(after)).toEqual([[7], [], [5, 1, 6, 8]]);
  expect(rowsOf(after).match(/r="D3"/g)).toEqual(['r="D3"']);
});

test("cells of a row that contradict each other are damage", () => {
  const book = bookOf('<row><c><v>1</v></c><c r="B5"><v>2</v></c></row>');
  expect(editCells(book, [edit("A9", 1)])).toEqual({
    refusal: expect.stringContaining(`The part ${SHEET} of this workbook is damaged`),
  });
});

test("a missing cell has the style of its row, else of its column", () => {
  const head =
    '<cols><col min="1" max="1" style="4"/><col min="3" max="9" width="8" style="5"/></cols>';
  const rows =
    '<row r="1" s="6" customFormat="1"><c r="A1"/></row><row r="2" s="6"><c r="A2"/></row>';
  const book = bookBytes({ [SHEET]: worksheetOf(head, rows) });
  const after = rowsOf(
    edited(book, edit("C1", 1), edit("C2", 2), edit("B2", 3), edit("I3", 4), edit("A2", 5)),
  );
  expect(after).toBe(
    '<row r="1" s="6" customFormat="1"><c r="A1"/><c r="C1" s="6"><v>1</v></c></row>' +
      '<row r="2" s="6"><c r="A2"><v>5</v></c><c r="B2"><v>3</v></c><c r="C2" s="5"><v>2</v></c></row>' +
      '<row r="3"><c r="I3" s="5"><v>4</v></c></row>',
  );
});

test("the area that a sheet and a row say they use grows with their cells", () => {
  const head = '<sheetPr/><dimension ref="B2:C3"/>';
  const rows =
    '<row r="2" spans="2:3"><c r="B2"><v>1</v></c></row><row r="3" spans="2:2 3:3"><c r="C3"><v>9</v></c></row>';
  const book = bookBytes({ [SHEET]: worksheetOf(head, rows) });
  const same = textOf(edited(book, edit("B2", 2), edit("A9", null), edit("B3", 1)));
  expect(same).toContain(head);
  expect(same).toContain('<row r="3" spans="2:2 3:3"><c r="B3">');
  const grown = textOf(edited(book, edit("E2", 2), edit("A3", 1)));
  expect(grown).toContain('<sheetPr/><dimension ref="A2:E3"/>');
  expect(grown).toContain('<row r="2" spans="2:5"><c r="B2">');
  expect(grown).toContain('<row r="3" spans="1:3"><c r="A3">');
});

test("a part with prefixes and a byte order mark keeps them", () => {
  const sheet = (cells: string): string =>
    `\uFEFF<x:worksheet xmlns:x="${MAIN}"><x:sheetData>${cells}</x:sheetData></x:worksheet>`;
  const book = bookBytes({
    [SHEET]: sheet('<x:row r="1"><x:c r="A1" s="0"><x:v>1</x:v></x:c></x:row>'),
  });
  const after = edited(book, edit("A1", "a"), edit("B1", true), edit("A2", 2), edit("A1", "b"));
  const bytes = packageParts(after).get(SHEET)!.bytes;
  expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)).toBe(
    sheet(
      '<x:row r="1"><x:c r="A1" s="0" t="inlineStr"><x:is><x:t xml:space="preserve">b</x:t></x:is></x:c>' +
        '<x:c r="B1" t="b"><x:v>1</x:v></x:c></x:row><x:row r="2"><x:c r="A2"><x:v>2</x:v></x:c></x:row>',
    ),
  );
});

test("only the edited sheets are packed anew, and a workbook without formulas stays as it is", () => {
  const before = bookBytes({
    "xl/workbook.xml": workbookXml(
      '<sheets><sheet name="Ledger" sheetId="1" r:id="rId1"/>' +
        '<sheet name="Other" sheetId="2" r:id="rId3"/></sheets>',
    ),
    "xl/_rels/workbook.xml.rels": rels(
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId3", "worksheet", "worksheets/sheet2.xml"],
    ),
    "xl/worksheets/sheet2.xml": worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'),
  });
  const after = edited(before, edit("A1", 5));
  const [was, is] = [packageParts(before), packageParts(after)];
  expect(differingParts(was, is)).toEqual({ added: [], gone: [], changed: [SHEET] });
  for (const [name, { raw }] of was) {
    if (name !== SHEET) expect(sameBytes(raw, is.get(name)!.raw)).toBe(true);
  }
});

test("several sheets are edited at once", () => {
  const before = bookBytes({
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/><sheet name="B" sheetId="2" r:id="rId3"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": rels(
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId3", "worksheet", "worksheets/sheet2.xml"],
    ),
    "xl/worksheets/sheet2.xml": worksheet(""),
  });
  const after = sure(
    editCells(before, [edit("A1", 1, "A"), edit("B1", 2, "B"), edit("A2", 3, "A")]),
  );
  expect([gridOf(after, "A"), gridOf(after, "B")]).toEqual([[[1], [3]], [[null, 2]]]);
});
