import { expect, test } from "vitest";
import {
  BINARY_WORKBOOK,
  DAMAGED_FILE,
  damagedPart,
  isRefusal,
  missingPart,
  NOT_A_WORKBOOK,
  noSuchSheet,
  otherEncoding,
  sheetWithoutCells,
} from "../../../workbook/refusals.ts";
import { readWorkbook } from "../../../workbook/read/readWorkbook.ts";
import { refuseInserting } from "../../../workbook/read/refuseInserting.ts";
import { SIGNED, STRUCTURE_LOCKED } from "../../../workbook/refusals.ts";
import { bookBytes, contentTypes, openBook, rels, sure, workbookXml, worksheet } from "./book.ts";

const SHEETS = `<sheets><sheet name="Ledger" sheetId="1" r:id="rId1"/></sheets>`;

test("sheets come in the order of their tabs, with state, kind and part", () => {
  const book = openBook({
    "xl/workbook.xml": workbookXml(
      `<sheets><sheet name="R&amp;D &#x20AC;" sheetId="9" r:id="c"/><sheet name="B" sheetId="2" state="hidden" r:id="b"/>` +
        `<sheet name="C" sheetId="3" state="veryHidden" r:id="a"/></sheets>`,
    ),
    "xl/_rels/workbook.xml.rels": rels(
      ["a", "worksheet", "worksheets/sheet1.xml"],
      ["b", "chartsheet", "../xl/./chartsheets/one.xml"],
      ["c", "worksheet", "/xl/worksheets/other.xml"],
    ),
  });
  expect(book.sheets).toEqual([
    { name: "R&D €", partName: "xl/worksheets/other.xml", state: "visible", kind: "worksheet" },
    { name: "B", partName: "xl/chartsheets/one.xml", state: "hidden", kind: "other" },
    { name: "C", partName: "xl/worksheets/sheet1.xml", state: "veryHidden", kind: "worksheet" },
  ]);
  expect(book.readSheet("B")).toEqual(sheetWithoutCells("B"));
  expect(book.readSheet("R&D €")).toEqual(missingPart("xl/worksheets/other.xml"));
});

test("the date system is 1900, or 1904 where the workbook says so", () => {
  const withFlag = (flag: string) =>
    openBook({ "xl/workbook.xml": workbookXml(`<workbookPr${flag}/>${SHEETS}`) }).dateSystem;
  expect(openBook().dateSystem).toBe(1900);
  expect(["", ` date1904="0"`, ` date1904="1"`, ` date1904="true"`].map(withFlag)).toEqual([
    1900, 1900, 1904, 1904,
  ]);
});

test("macros are known by the content type of the workbook", () => {
  const withType = (type: string) =>
    openBook({ "[Content_Types].xml": contentTypes(type) }).macroEnabled;
  expect(openBook().macroEnabled).toBe(false);
  expect(withType("application/vnd.ms-excel.sheet.macroEnabled.main+xml")).toBe(true);
  expect(withType("application/vnd.ms-excel.template.macroEnabled.main+xml")).toBe(true);
});

test("defined names keep their formula, their sheet and whether they are hidden", () => {
  const book = openBook({
    "xl/workbook.xml": workbookXml(
      `${SHEETS}<definedNames><definedName name="Rate">0.24</definedName>` +
        `<definedName name="_mark" localSheetId="0" hidden="1">"a&amp;b"</definedName></definedNames>`,
    ),
  });
  expect(book.definedNames).toEqual([
    { name: "Rate", refersTo: "0.24", sheet: undefined, hidden: false },
    { name: "_mark", refersTo: `"a&b"`, sheet: "Ledger", hidden: true },
  ]);
});

test("tables are found with their range, header and totals rows", () => {
  const book = openBook({
    "xl/worksheets/_rels/sheet1.xml.rels": rels(
      ["rId1", "table", "../tables/table1.xml"],
      ["rId2", "hyperlink", "https://example.com/table", "External"],
      ["rId3", "table", "../tables/table2.xml"],
    ),
    "xl/tables/table1.xml": `<table xmlns="x" id="1" name="T1" displayName="Trades" ref="$B$3:AA50" totalsRowCount="1"/>`,
    "xl/tables/table2.xml": `<table xmlns="x" id="2" displayName="Bare" ref="A60:B61" headerRowCount="0"/>`,
  });
  expect(book.tables).toEqual([
    {
      name: "Trades",
      sheet: "Ledger",
      range: { firstRow: 3, firstColumn: 2, lastRow: 50, lastColumn: 27 },
      headerRows: 1,
      totalsRows: 1,
    },
    {
      name: "Bare",
      sheet: "Ledger",
      range: { firstRow: 60, firstColumn: 1, lastRow: 61, lastColumn: 2 },
      headerRows: 0,
      totalsRows: 0,
    },
  ]);
});

test("a table whose range makes no sense is a damaged part", () => {
  const bytes = bookBytes({
    "xl/worksheets/_rels/sheet1.xml.rels": rels(["rId1", "table", "../tables/table1.xml"]),
    "xl/tables/table1.xml": `<table name="T" ref="B3:A1"/>`,
  });
  expect(readWorkbook(bytes)).toEqual(damagedPart("xl/tables/table1.xml"));
});

test("a sheet is found by its exact name, else without regard to case", () => {
  const book = openBook();
  expect(isRefusal(book.readSheet("LEDGER"))).toBe(false);
  expect(book.readSheet("Legder")).toEqual(noSuchSheet("Legder", ["Ledger"]));
});

test("strict files and any namespace prefix are read like others", () => {
  const strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
  const book = openBook({
    "_rels/.rels": `<p:Relationships xmlns:p="urn:p"><p:Relationship Id="r" Type="${strict}/officeDocument" Target="/xl/workbook.xml"/></p:Relationships>`,
    "xl/workbook.xml": `<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" conformance="strict"><x:sheets><x:sheet name="Ledger" sheetId="1" q:id="rId1" xmlns:q="${strict}"/></x:sheets></x:workbook>`,
    "xl/_rels/workbook.xml.rels": rels(["rId1", `${strict}/worksheet`, "worksheets/sheet1.xml"]),
    "xl/worksheets/sheet1.xml": `<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c r="A1" t="d"><x:v>2026-01-05</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>two</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
  });
  expect(sure(book.readSheet("Ledger")).grid).toEqual([["2026-01-05", "two"]]);
});

test("a workbook without shared strings is read", () => {
  const book = openBook({
    "xl/_rels/workbook.xml.rels": rels(["rId1", "worksheet", "worksheets/sheet1.xml"]),
    "xl/sharedStrings.xml": "",
    "xl/worksheets/sheet1.xml": worksheet(`<row><c><v>1</v></c></row>`),
  });
  expect(sure(book.readSheet("Ledger")).grid).toEqual([[1]]);
});

test("a byte order mark before the XML does not matter", () => {
  const book = openBook({
    "xl/worksheets/sheet1.xml": `\uFEFF${worksheet("<row><c><v>7</v></c></row>")}`,
  });
  expect(sure(book.readSheet("Ledger")).grid).toEqual([[7]]);
});

test.each<[string, Uint8Array | string]>([
  ["UTF-16 with a mark", new Uint8Array(Buffer.from("\uFEFF" + worksheet(""), "utf16le"))],
  ["UTF-16 without a mark", new Uint8Array(Buffer.from(worksheet(""), "utf16le"))],
  ["another declared encoding", worksheet("").replace("UTF-8", "ISO-8859-1")],
  ["bytes that are no UTF-8", new Uint8Array(Buffer.from(worksheet("<!--\u00E9-->"), "latin1"))],
])("a part in %s is refused by name", (_, part) => {
  const book = openBook({ "xl/worksheets/sheet1.xml": part });
  expect(book.readSheet("Ledger")).toEqual(otherEncoding("xl/worksheets/sheet1.xml"));
});

test("a binary workbook is refused", () => {
  const type = "application/vnd.ms-excel.sheet.binary.macroEnabled.main";
  expect(readWorkbook(bookBytes({ "[Content_Types].xml": contentTypes(type) }))).toEqual(
    BINARY_WORKBOOK,
  );
});

test("a package with another main part, or none, is no workbook", () => {
  expect(readWorkbook(bookBytes({ "xl/workbook.xml": "<document/>" }))).toEqual(NOT_A_WORKBOOK);
  expect(readWorkbook(bookBytes({ "_rels/.rels": "" }))).toEqual(NOT_A_WORKBOOK);
  const elsewhere = rels(["a", "officeDocument", "https://example.com/a.xlsx", "External"]);
  expect(readWorkbook(bookBytes({ "_rels/.rels": elsewhere }))).toEqual(NOT_A_WORKBOOK);
});

test("a workbook without sheets, or with a sheet that leads nowhere, is damaged", () => {
  const damaged = damagedPart("xl/workbook.xml");
  const open = (inside: string) =>
    readWorkbook(bookBytes({ "xl/workbook.xml": workbookXml(inside) }));
  expect(open("<sheets/>")).toEqual(damaged);
  expect(open(`<sheets><sheet name="A" r:id="rId99"/></sheets>`)).toEqual(damaged);
});

test("a document type in a part is refused", () => {
  const bytes = bookBytes({
    "xl/workbook.xml": `<!DOCTYPE a [<!ENTITY b "c">]>${workbookXml(SHEETS)}`,
  });
  expect(readWorkbook(bytes)).toEqual(damagedPart("xl/workbook.xml"));
});

test("a locked structure and a signature refuse inserting, not reading", () => {
  const locked = openBook({
    "xl/workbook.xml": workbookXml(`<workbookProtection lockStructure="1"/>${SHEETS}`),
  });
  const windows = openBook({
    "xl/workbook.xml": workbookXml(`<workbookProtection lockWindows="1"/>${SHEETS}`),
  });
  const signed = openBook({ "_xmlsignatures/sig1.xml": "<Signature/>" });
  expect(refuseInserting(locked)).toEqual(STRUCTURE_LOCKED);
  expect(refuseInserting(signed)).toEqual(SIGNED);
  expect(refuseInserting(windows)).toBeUndefined();
  expect(refuseInserting(openBook())).toBeUndefined();
});

test("a workbook cut short anywhere is refused", () => {
  const bytes = bookBytes();
  for (let length = 4; length < bytes.length; length++) {
    expect(readWorkbook(bytes.slice(0, length)), `${length}`).toEqual(DAMAGED_FILE);
  }
});

test("a workbook with any byte changed never crashes", () => {
  const bytes = bookBytes({
    "xl/worksheets/sheet1.xml": worksheet(`<row><c><f>A2</f><v>1</v></c></row>`),
  });
  for (let at = 0; at < bytes.length; at++) {
    const changed = bytes.slice();
    changed[at] = (changed[at]! + 101) % 256;
    const book = readWorkbook(changed);
    if (!isRefusal(book)) for (const sheet of book.sheets) book.readSheet(sheet.name);
  }
});
