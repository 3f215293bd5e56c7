import * as fc from "fast-check";
import { expect, test } from "vitest";
import { damagedPart, isRefusal, sheetTooLarge } from "../../../workbook/refusals.ts";
import { readSheetCells } from "../../../workbook/read/sheetCells.ts";
import { encodeEntities } from "../../../workbook/xml/entities.ts";
import { cellsOf, MAIN, openBook, sure, worksheet } from "./book.ts";

const grid = (rows: string, strings?: string) => cellsOf(rows, strings).grid;
const scan = (text: string) =>
  readSheetCells({ text, partName: "p", sheetName: "S", sharedStrings: [], onProgress: undefined });

test("numbers are read as the nearest double, serial dates among them", () => {
  expect(
    grid(
      `<row r="1"><c r="A1" s="3"><v>46000.5</v></c><c r="B1" t="n"><v>1.2345678901234567E-3</v></c><c r="C1"><v> -7 </v></c></row>`,
    ),
  ).toEqual([[46000.5, 0.0012345678901234567, -7]]);
});

test("shared strings join their runs and leave phonetic guides out", () => {
  const strings =
    `<si><t>plain</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">rich </t></r><r><t>text</t></r>` +
    `<rPh sb="0" eb="1"><t>guide</t></rPh><phoneticPr fontId="1"/></si><si/><si><t/></si><si><t xml:space="preserve">  kept  </t></si>`;
  const row = [0, 1, 2, 3, 4].map((index) => `<c t="s"><v>${index}</v></c>`).join("");
  expect(grid(`<row>${row}</row>`, strings)).toEqual([
    ["plain", "rich text", null, null, "  kept  "],
  ]);
});

test("a shared string that is not there is a fault, not blank", () => {
  expect(grid(`<row><c t="s"><v>5</v></c></row>`)).toEqual([
    [{ fault: "error", text: "shared string 5 is missing" }],
  ]);
});

test("entities, CDATA, comments and escapes inside text are resolved", () => {
  const cell = (content: string) =>
    grid(`<row><c t="inlineStr"><is><t>${content}</t></is></c></row>`)[0]![0];
  expect(cell("R&amp;D &lt;&#65;&gt;")).toBe("R&D <A>");
  expect(cell("a<![CDATA[<b>&amp;]]>c")).toBe("a<b>&amp;c");
  expect(cell("a<!-- <t>x</t> -->b<?pi?>c")).toBe("abc");
  expect(cell("one_x000D_\ntwo")).toBe("one\r\ntwo");
  expect(cell("_x005F_x000D_")).toBe("_x000D_");
  expect(cell("_xZZZZ_ max_x")).toBe("_xZZZZ_ max_x");
});

test("inline strings may have runs", () => {
  expect(grid(`<row><c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c></row>`)).toEqual([
    ["ab"],
  ]);
});

test("truth values and errors", () => {
  expect(
    grid(`<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c></row>`),
  ).toEqual([[true, false, { fault: "error", text: "#N/A" }]]);
});

test("what is no number where a number should be is a fault", () => {
  expect(grid(`<row><c><v>NaN</v></c><c><v>1e999</v></c><c><v>12,5</v></c></row>`)).toEqual([
    [
      { fault: "error", text: "NaN" },
      { fault: "error", text: "1e999" },
      { fault: "error", text: "12,5" },
    ],
  ]);
});

test("a formula gives the value that the file holds", () => {
  expect(
    grid(
      `<row><c><f>1+1</f><v>2</v></c><c t="str"><f>A1&amp;"x"</f><v>2x</v></c><c t="b"><f>TRUE()</f><v>1</v></c><c t="e"><f>NA()</f><v>#N/A</v></c></row>`,
    ),
  ).toEqual([[2, "2x", true, { fault: "error", text: "#N/A" }]]);
});

test("a formula without value is a fault with the formula, never zero or blank", () => {
  const fault = (text: string) => ({ fault: "uncached-formula", text });
  expect(
    grid(
      `<row><c><f>SUM(A1:A2)&amp;""</f></c><c><f>B1</f><v/></c><c><f>C1</f><v></v></c><c t="str"><f>D1</f></c></row>`,
    ),
  ).toEqual([[fault(`=SUM(A1:A2)&""`), fault("=B1"), fault("=C1"), fault("=D1")]]);
});

test("a formula whose text is empty is blank, as Excel shows it", () => {
  expect(cellsOf(`<row><c t="str"><f>""</f><v></v></c></row>`)).toEqual({
    grid: [],
    rows: 0,
    columns: 0,
  });
});

test("a cell that shares a formula without value names the formula it shares", () => {
  expect(
    grid(
      `<row><c><f t="shared" ref="A1:A2" si="0">B1*2</f><v>4</v></c></row><row><c><f t="shared" si="0"/></c></row>`,
    ),
  ).toEqual([[4], [{ fault: "uncached-formula", text: "=B1*2" }]]);
});

test("dates in ISO 8601 are text, and so is any other type", () => {
  expect(grid(`<row><c t="d"><v>2026-11-20T10:30:00</v></c><c t="new"><v>x</v></c></row>`)).toEqual(
    [["2026-11-20T10:30:00", "x"]],
  );
});

test("gaps within a row are null, rows without a cell are empty", () => {
  expect(
    cellsOf(`<row r="2"><c r="C2"><v>1</v></c></row><row r="5"><c r="A5"><v>2</v></c></row>`),
  ).toEqual({
    grid: [[], [null, null, 1], [], [], [2]],
    rows: 5,
    columns: 3,
  });
});

test("formatted cells without a value do not extend the sheet", () => {
  expect(
    cellsOf(
      `<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="4"/></row><row r="1048576"><c r="A1048576" s="4"></c></row>`,
    ),
  ).toEqual({ grid: [[1]], rows: 1, columns: 1 });
});

test("rows and cells without numbers follow the one before", () => {
  expect(
    grid(
      `<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="4"><c r="B4"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>`,
    ),
  ).toEqual([[1, null, 3], [], [], [null, 4, 5], [6]]);
});

test("a row without a number takes that of its first cell", () => {
  expect(grid(`<row><c r="A3"><v>1</v></c><c r="B3"><v>2</v></c></row>`)).toEqual([[], [], [1, 2]]);
});

test("cells and rows out of order find their places", () => {
  expect(
    grid(
      `<row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>`,
    ),
  ).toEqual([[1], [3, 4]]);
});

test("a blank row that a later element fills is no other blank row", () => {
  const cell = (row: number) => `<row r="${row}"><c r="A${row}"><v>${row}</v></c></row>`;
  expect(grid(cell(4) + cell(2))).toEqual([[], [2], [], [4]]);
});

test("white space for a number is blank, not zero", () => {
  expect(grid(`<row><c><v> </v></c><c><v>0</v></c></row>`)).toEqual([[null, 0]]);
});

test("what stands in an attribute ends no tag", () => {
  expect(grid(`<row a='/>'><c a="/>" b=">'" t="b"><v>1</v></c></row>`)).toEqual([[true]]);
});

test("the last column is XFD", () => {
  const row = grid(`<row r="1"><c r="XFD1"><v>1</v></c></row>`)[0]!;
  expect(row).toHaveLength(16_384);
  expect(row[16_383]).toBe(1);
});

test("a claimed dimension is not believed, a last row costs only its own row", () => {
  const text = `<worksheet xmlns="${MAIN}"><dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData></worksheet>`;
  const cells = sure(scan(text));
  expect([cells.rows, cells.columns]).toEqual([1_048_576, 1]);
  expect(cells.grid[0]).toBe(cells.grid[1_000_000]);
});

test("a sheet whose used area is too large to hold is refused by name", () => {
  const rows = Array.from(
    { length: 2600 },
    (_, k) => `<row r="${k + 1}"><c r="XFD${k + 1}"><v>1</v></c></row>`,
  );
  expect(scan(worksheet(rows.join("")))).toEqual(sheetTooLarge("S"));
});

test("elements of other kinds, wherever they are, hold no cells", () => {
  expect(
    grid(
      `<row r="1"><c r="A1"><v>1</v><extLst><ext><c r="B1"><v>9</v></c></ext></extLst></c><extLst><c r="C1"><v>9</v></c></extLst></row>` +
        `<other><row r="2"><c r="A2"><v>9</v></c></row></other>`,
    ),
  ).toEqual([[1]]);
});

test("what precedes and follows the rows is passed over", () => {
  const text = `<?xml version="1.0"?><!-- <sheetData> --><worksheet xmlns="${MAIN}"><cols><col min="1" max="2"/></cols><sheetData><row r='1' spans="1:1" ht="15.75" x:a='>"' xmlns:x="u"><c r = 'A1' s="1" t='n'><v>1</v></c></row></sheetData><legacy><c><v>2</v></c></legacy>`;
  expect(sure(scan(text)).grid).toEqual([[1]]);
});

test("an empty sheet has no rows", () => {
  expect(cellsOf("")).toEqual({ grid: [], rows: 0, columns: 0 });
  expect(sure(scan(`<worksheet><sheetData/></worksheet>`)).rows).toBe(0);
});

test.each([
  ["no list of rows", `<worksheet/>`],
  ["an end before its list of rows ends", `<worksheet><sheetData><row><c><v>1</v></c></row>`],
  ["a row beyond the last", worksheet(`<row r="1048577"/>`)],
  ["a row number that is none", worksheet(`<row r="1e9"/><row r="x"/>`)],
  ["a row number of zero", worksheet(`<row r="0"/>`)],
  ["a column beyond the last", worksheet(`<row r="1"><c r="XFE1"><v>1</v></c></row>`)],
  ["a cell reference without column", worksheet(`<row r="1"><c r="1"><v>1</v></c></row>`)],
  ["a cell reference without row", worksheet(`<row r="1"><c r="A"><v>1</v></c></row>`)],
  ["a cell of another row", worksheet(`<row r="1"><c r="A2"><v>1</v></c></row>`)],
  ["a cell that does not end", worksheet(`<row r="1"><c r="A1"><v>1</v></row>`)],
  ["a value that does not end", worksheet(`<row r="1"><c r="A1"><v>1</c></row>`)],
  ["an unknown entity", worksheet(`<row><c t="str"><v>&b;</v></c></row>`)],
  ["a document type", `<!DOCTYPE a [<!ENTITY b "c">]>${worksheet("")}`],
  ["a document type inside", worksheet(`<row><c t="str"><v>a<!DOCTYPE a></v></c></row>`)],
  ["a comment without end", worksheet(`<!-- `)],
  ["a tag without end", `<worksheet><sheetData><row r="1`],
])("a part with %s is refused", (_, text) => {
  expect(scan(text)).toEqual(damagedPart("p"));
});

test.each([`x=y r="1"`, `r=1`, `r=€"1"`, `r= `, `x="1" r='`])(
  "an attribute without its quotes (%s) is refused, and soon",
  (attribute) => {
    const row = (inside: string): string => `<row r="1"><c ${inside}><v>7</v></c></row>`;
    expect(scan(worksheet(row(attribute)))).toEqual(damagedPart("p"));
    expect(scan(worksheet(row(`r="A1"`)))).toMatchObject({ grid: [[7]] });
  },
);

test("a part cut short anywhere is refused, never read in part", () => {
  const text = worksheet(
    `<row r="1"><c r="A1" t="inlineStr"><is><t>a<![CDATA[b]]></t></is></c><c r="B1"><f>1</f><v>2</v></c></row>`,
  );
  const end = text.indexOf("</sheetData>") + "</sheetData>".length;
  expect(isRefusal(scan(text.slice(0, end)))).toBe(false);
  for (let length = 0; length < end; length++)
    expect(scan(text.slice(0, length)), `${length}`).toEqual(damagedPart("p"));
});

test("any text comes back from a shared string as from an inline one", () => {
  const unit = fc.constantFrom(
    "a",
    "_",
    "x",
    "0",
    "D",
    "é",
    "\u{1F600}",
    "&",
    "<",
    ">",
    '"',
    "\r",
    "\n",
    "\t",
    " ",
  );
  fc.assert(
    fc.property(fc.string({ unit, minLength: 1 }), (text) => {
      // Only an escape needs to be escaped.
      const stored = encodeEntities(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_"));
      const rows = `<row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>${stored}</t></is></c><c t="str"><v>${stored}</v></c></row>`;
      expect(grid(rows, `<si><t>${stored}</t></si>`)).toEqual([[text, text, text]]);
    }),
  );
});

test("progress is told by shares that rise to at most 1", () => {
  const rows = Array.from({ length: 12_000 }, () => "<row><c><v>1</v></c></row>").join("");
  const shares: number[] = [];
  const book = openBook({ "xl/worksheets/sheet1.xml": worksheet(rows) });
  expect(sure(book.readSheet("Ledger", (share) => shares.push(share))).rows).toBe(12_000);
  expect(shares).toHaveLength(2);
  expect(shares[0]).toBeCloseTo(5 / 12, 1);
  expect(shares[1]).toBeCloseTo(10 / 12, 1);
});

test("reading takes time in line with the length, whatever the text is made of", () => {
  const time = (size: number) => {
    const text = worksheet(`<row><c t="str"><v>${"&amp;<!-- -->".repeat(size)}</v></c></row>`);
    const started = performance.now();
    sure(scan(text));
    return performance.now() - started;
  };
  time(1000);
  // A quadratic reader would need minutes for this.
  expect(time(400_000)).toBeLessThan(10_000);
});
