import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseCsv, writeCsv, type CsvOptions } from "../../workbook/csv.ts";

test("fields are text, digit for digit, blank ones too", () => {
  expect(
    parseCsv("Date,Quantity,Note\r\n2026-01-05,0.123456789012345678,\r\n00123,1e5, x \r\n"),
  ).toEqual([
    ["Date", "Quantity", "Note"],
    ["2026-01-05", "0.123456789012345678", ""],
    ["00123", "1e5", " x "],
  ]);
});

test("quoted fields may hold separators, quotes and line ends", () => {
  expect(parseCsv('a,"b,c","d ""e""","f\r\ng\nh"\n"",x')).toEqual([
    ["a", "b,c", 'd "e"', "f\r\ng\nh"],
    ["", "x"],
  ]);
});

test.each(["\n", "\r\n", "\r"])("lines end with %j, the last one with or without", (end) => {
  expect(parseCsv(`a,b${end}${end}1,2`)).toEqual([["a", "b"], [], ["1", "2"]]);
  expect(parseCsv(`a,b${end}1,2${end}`)).toEqual([
    ["a", "b"],
    ["1", "2"],
  ]);
});

test("a trailing separator makes a last blank field", () => {
  expect(parseCsv("a,b,\n1,2,")).toEqual([
    ["a", "b", ""],
    ["1", "2", ""],
  ]);
});

test("nothing has no rows", () => {
  expect(parseCsv("")).toEqual([]);
  expect(parseCsv("\uFEFF")).toEqual([]);
  expect(parseCsv(new Uint8Array(0))).toEqual([]);
});

test("quotes within a field are ordinary, text behind a closing quote is kept", () => {
  expect(parseCsv('5" drive,a"b"c,"d"e, "f"\n')).toEqual([['5" drive', 'a"b"c', "de", ' "f"']]);
});

test("a quote that never closes is an ordinary character and takes no further line", () => {
  expect(parseCsv('a,"b\nc,d\n"",e')).toEqual([
    ["a", '"b'],
    ["c", "d"],
    ["", "e"],
  ]);
});

test.each([
  [
    "semicolons, with decimal commas",
    "Date;Price;Total\n2026-01-05;1,5;2,5\n2026-01-06;1,5;2,5",
    ["2026-01-05", "1,5", "2,5"],
  ],
  ["tabs", "Date\tPrice\n2026-01-05\t1,234.5\n", ["2026-01-05", "1,234.5"]],
  ["commas, with semicolons in notes", "Date,Note\n2026-01-05,a;b;c\n", ["2026-01-05", "a;b;c"]],
  [
    "commas, with another separator in every quoted field",
    'Date,"N;o;t;e"\n2026-01-05,"a;b;c;d"\n',
    ["2026-01-05", "a;b;c;d"],
  ],
])("fields separated by %s are told apart", (_, text, row) => {
  expect(parseCsv(text)[1]).toEqual(row);
});

test("a preamble does not hide the separator", () => {
  const text = "Transactions\nUser;someone, somewhere\n\nDate;Type;Asset\n2026-01-05;Buy;BTC\n";
  expect(parseCsv(text)).toEqual([
    ["Transactions"],
    ["User", "someone, somewhere"],
    [],
    ["Date", "Type", "Asset"],
    ["2026-01-05", "Buy", "BTC"],
  ]);
});

test("thirty rows are looked at for the separator", () => {
  for (const end of ["\n", "\r\n"]) {
    expect(parseCsv(`${`preamble${end}`.repeat(28)}a;b${end}`)[28]).toEqual(["a", "b"]);
  }
});

test("a first line of sep= names the separator and is no row", () => {
  expect(parseCsv("sep=;\r\na,b;c\r\n")).toEqual([["a,b", "c"]]);
  expect(parseCsv("SEP=\t\na;b\tc;d")).toEqual([["a;b", "c;d"]]);
});

test("bytes are UTF-8, UTF-16 by their mark, else Windows-1252", () => {
  const text = "Währung,Preis\n€,“1”";
  const expected = [
    ["Währung", "Preis"],
    ["€", "“1”"],
  ];
  const utf16 = Buffer.from(`\uFEFF${text}`, "utf16le");
  expect(parseCsv(new Uint8Array(Buffer.from(text)))).toEqual(expected);
  expect(parseCsv(new Uint8Array(Buffer.from(`\uFEFF${text}`)))).toEqual(expected);
  expect(parseCsv(new Uint8Array(utf16))).toEqual(expected);
  expect(parseCsv(new Uint8Array(Buffer.from(utf16).swap16()))).toEqual(expected);
  const windows = Buffer.from("W\u00E4hrung,Preis\n\u0080,\u00931\u0094", "latin1");
  expect(parseCsv(new Uint8Array(windows))).toEqual(expected);
});

test("UTF-16 text longer than one step of decoding comes back whole", () => {
  const text = "\u{1F600}é,".repeat(10_000);
  expect(parseCsv(new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le")))).toEqual(parseCsv(text));
});

test("what was written is read back, cell by cell", () => {
  const unit = fc.constantFrom(
    "a",
    "1",
    ",",
    ";",
    "\t",
    '"',
    "\r",
    "\n",
    " ",
    "=",
    "\uFEFF",
    "é",
    "s",
    "e",
    "p",
  );
  const grids = fc.array(
    fc.array(fc.oneof(fc.string({ unit, maxLength: 6 }), fc.constantFrom("sep=;", "sep="))),
  );
  fc.assert(
    fc.property(grids, (grid) => {
      expect(parseCsv(writeCsv(grid))).toEqual(grid);
    }),
    { numRuns: 2000 },
  );
});

test("with another separator what was written is read back when told so", () => {
  const options: CsvOptions = { separator: ";" };
  expect(writeCsv([["a", "b;c", "d,e"]], options)).toBe('a;"b;c";"d,e"\r\n');
  expect(parseCsv(writeCsv([["a", "b;c", "d,e"]], options))).toEqual([["a", "b;c", "d,e"]]);
});

test("numbers, truth values, blanks and faults are written as text", () => {
  expect(
    writeCsv([[1.5, -2, true, false, null, "", { fault: "error", text: "#N/A" }], [null]]),
  ).toBe('1.5,-2,TRUE,FALSE,,,#N/A\r\n""\r\n');
});

test("guarded text never begins like a formula, numbers stay", () => {
  const row = ["=1+1", "+SUM(A1)", "-2+3", "@x", "\t=1", "\r=1", " =1", "-12.5", "+1e5", "x=1"];
  expect(writeCsv([[...row, -3]], { guardFormulas: true })).toBe(
    `'=1+1,'+SUM(A1),'-2+3,'@x,"'\t=1","'\r=1",' =1,-12.5,+1e5,x=1,-3\r\n`,
  );
  expect(writeCsv([["=1+1"]])).toBe("=1+1\r\n");
});

test("reading takes time in line with the length, whatever the quotes", () => {
  const started = performance.now();
  for (const text of [
    '"'.repeat(2_000_001),
    'a,"b\n'.repeat(400_000),
    '"a""'.repeat(500_000),
    ",".repeat(3_000_000),
  ]) {
    parseCsv(text);
  }
  // A quadratic reader would need hours for these.
  expect(performance.now() - started).toBeLessThan(20_000);
});
