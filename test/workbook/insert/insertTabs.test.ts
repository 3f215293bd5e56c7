import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import type { Tab } from "../../../core/index.ts";
import { dayOf } from "../../../core/calendar/day.ts";
import {
  createWorkbook,
  generatedTabs,
  insertTabs,
  isRefusal,
  readWorkbook,
  type InsertRequest,
} from "../../../workbook/index.ts";
import { openZip } from "../../../workbook/zip/openZip.ts";
import { writeZip } from "../../../workbook/zip/writeZip.ts";
import { differingParts, elements, packageParts, partText } from "../../support/packageParts.ts";
import { cachedFormulas, sheetsOf } from "../nasty/cachedFormulas.ts";
import { packageFaults } from "../nasty/packageFaults.ts";

const TAB: Tab = {
  key: "summary-FIFO",
  name: "Summary by FIFO",
  heading: ["Summary by FIFO", "As of 2026-11-20"],
  table: {
    columns: [
      { title: "Asset", format: "text", width: 12 },
      { title: "Gain", format: "signedMoney", width: 12 },
      { title: "Quantity", format: "quantity", width: 12 },
      { title: "Acquired", format: "date", width: 12 },
      { title: "Best stop", format: "text", width: 10 },
      { title: "Source row", format: "sourceRow", width: 8 },
    ],
    rows: [
      ["BTC", -5.5, 1.25, dayOf(2024, 2, 29)!, "Yes", 2],
      ["=SUM(A1)", 2, 3, dayOf(2026, 1, 1)!, null, 3],
    ],
  },
  totals: [
    { kind: "text", text: "Total" },
    { kind: "sum", value: -3.5 },
    { kind: "blank" },
    { kind: "blank" },
    { kind: "value", value: 7, note: "One joint figure." },
    { kind: "blank" },
  ],
  breakdown: {
    title: "Gain by asset",
    keyColumn: 0,
    valueColumns: [1],
    lines: [
      { key: "BTC", values: [-5.5] },
      { key: "=SUM(A1)", values: [2] },
    ],
    chart: "bars",
  },
  sections: [],
  emphasis: { column: 4, value: "Yes" },
};

const USER = ok(
  createWorkbook({
    sheets: [
      { name: "Bob's ledger", rows: [["Date"], ["x"], ["y"]], titlesRow: 1 },
      { name: "Notes", rows: [["n"]] },
    ],
  }),
);

function ok<T>(result: T | { readonly refusal: string }): T {
  if (isRefusal(result)) throw new Error(result.refusal);
  return result;
}

const insert = (bytes: Uint8Array, more: Partial<InsertRequest> = {}): Uint8Array =>
  ok(insertTabs({ bytes, tabs: [TAB], sourceSheet: "bob's LEDGER", ...more }));

/** The file with the text of some parts changed. */
function rewritten(
  file: Uint8Array,
  changes: Readonly<Record<string, (text: string) => string>>,
): Uint8Array {
  const parts = packageParts(file);
  const written = Object.entries(changes).map(
    ([name, change]) =>
      [name, strToU8(change(parts.has(name) ? partText(parts, name) : ""))] as const,
  );
  return ok(writeZip(ok(openZip(file)), new Map(written)));
}

const book = (file: Uint8Array): string => partText(packageParts(file), "xl/workbook.xml");
const tabText = (file: Uint8Array, number = 3): string =>
  partText(packageParts(file), `xl/worksheets/sheet${number}.xml`);

describe("a tab on its sheet", () => {
  const file = insert(USER, { rowsAboveSource: 4 });
  const sheet = tabText(file);

  test("elements stand in the order of the schema", () => {
    const order = [...sheet.matchAll(/<(\w+)[\s/>]/g)]
      .map(([, name = ""]) => name)
      .filter((name) => SCHEMA_ORDER.includes(name));
    const once = order.filter((name, index) => order.indexOf(name) === index);
    expect(once).toEqual(SCHEMA_ORDER);
  });

  test("ledger text that looks like a formula is text, and stays so when edited", () => {
    expect(sheet).toContain('<t xml:space="preserve">=SUM(A1)</t>');
    const style = /<c r="A6" s="(\d+)" t="inlineStr">/.exec(sheet)?.[1];
    const formats = elements(
      /<cellXfs[\s\S]*<\/cellXfs>/.exec(partText(packageParts(file), "xl/styles.xml"))?.[0] ?? "",
      "xf",
    );
    expect(formats[Number(style)]?.["quotePrefix"]).toBe("1");
  });

  test("totals and breakdown are live formulas beside their values", () => {
    expect(cachedFormulas(file).map(({ cell, formula, value }) => [cell, formula, value])).toEqual([
      ["B7", "SUM(B5:B6)", "-3.5"],
      ["B12", "SUMPRODUCT(($A$5:$A$6=$A12)*$B$5:$B$6)", "-5.5"],
      ["B13", "SUMPRODUCT(($A$5:$A$6=$A13)*$B$5:$B$6)", "2"],
    ]);
  });

  test("a total that is no sum says so below", () => {
    expect(sheet).toContain("Best stop: One joint figure.");
  });

  test("source rows link to the rows of the sheet, with what stands above the range", () => {
    expect(elements(sheet, "hyperlink")).toEqual([
      { ref: "F5", location: "'Bob''s ledger'!A6" },
      { ref: "F6", location: "'Bob''s ledger'!A7" },
    ]);
    expect(sheet).toMatch(/<c r="F5" s="\d+"><v>6<\/v>/);
  });

  test("gains and losses are coloured, and rows worth noticing stand out", () => {
    const rules = elements(sheet, "conditionalFormatting").map(({ sqref }) => sqref);
    expect(rules).toEqual(["A5:F6", "B5:B7", "B5:B7"]);
    expect(sheet).toContain("<formula>$E5=&quot;Yes&quot;</formula>");
  });

  test("titles stay in view and on every printed page, with a filter", () => {
    expect(elements(sheet, "pane")[0]).toMatchObject({ xSplit: "1", ySplit: "4" });
    expect(elements(sheet, "autoFilter")).toEqual([{ ref: "A4:F6" }]);
    const names = book(file);
    expect(names).toContain(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="2" hidden="1">'Summary by FIFO'!$A$4:$F$6</definedName>`,
    );
    expect(names).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="2">'Summary by FIFO'!$4:$4</definedName>`,
    );
  });

  test("the chart reads the breakdown and holds its values", () => {
    const chart = partText(packageParts(file), "xl/charts/chart1.xml");
    expect([...chart.matchAll(/<c:f>([^<]*)/g)].map(([, range]) => range)).toEqual([
      "'Summary by FIFO'!$A$12:$A$13",
      "'Summary by FIFO'!$B$12:$B$13",
    ]);
    expect([...chart.matchAll(/<c:v>([^<]*)/g)].map(([, value]) => value)).toEqual([
      "Gain by asset",
      "BTC",
      "=SUM(A1)",
      "-5.5",
      "2",
    ]);
  });

  test("days are serial numbers of the workbook's own date system", () => {
    expect(sheet).toMatch(/<c r="D5" s="\d+"><v>45351<\/v>/);
    const of1904 = ok(createWorkbook({ sheets: [{ name: "S", rows: [] }], dateSystem: 1904 }));
    expect(tabText(insert(of1904), 2)).toMatch(/<c r="D5" s="\d+"><v>43889<\/v>/);
  });

  test("progress ends at all rows", () => {
    const shares: number[] = [];
    insert(USER, { onProgress: (share) => shares.push(share) });
    expect(shares).toEqual([1]);
  });
});

const SCHEMA_ORDER = [
  "sheetPr",
  "dimension",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "sheetData",
  "autoFilter",
  "mergeCells",
  "conditionalFormatting",
  "hyperlinks",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "ignoredErrors",
  "drawing",
];

test("numbers that are none and numbers without a source leave no trace", () => {
  const rows = [[null, NaN, Infinity, null, null, null]];
  const file = insert(USER, {
    tabs: [{ ...TAB, table: { ...TAB.table, rows }, breakdown: undefined }],
    sourceSheet: undefined,
  });
  expect(tabText(file)).not.toMatch(/NaN|Infinity|hyperlink/);
});

test("a table without rows says so, and its sums are of nothing", () => {
  const totals = TAB.totals!.map((cell) => (cell.kind === "sum" ? { ...cell, value: 0 } : cell));
  const empty = { ...TAB, totals, breakdown: undefined, table: { ...TAB.table, rows: [] } };
  const file = insert(USER, { tabs: [empty] });
  expect(tabText(file)).toContain(">No rows</t>");
  expect(cachedFormulas(file).map(({ formula, value }) => [formula, value])).toEqual([
    ["SUM(B5:B5)", "0"],
  ]);
});

describe("a second run", () => {
  const first = insert(USER);

  test("gives the same tabs in the same parts; only Excel's order to compute is new", () => {
    const again = insert(first);
    const { added, gone, changed } = differingParts(packageParts(first), packageParts(again));
    expect([added, gone, changed]).toEqual([[], [], ["xl/workbook.xml"]]);
    expect(book(again).replace('<calcPr fullCalcOnLoad="1"/>', "")).toBe(book(first));
    expect(insert(again)).toEqual(again);
  });

  test("finds a tab that was renamed, and keeps the name", () => {
    const renamed = rewritten(first, {
      "xl/workbook.xml": (text) => text.replaceAll("Summary by FIFO", "Mine, 100% &amp; more"),
    });
    const again = insert(renamed);
    expect(sheetsOf(again).map(({ name }) => name)).toEqual([
      "Bob's ledger",
      "Notes",
      "Mine, 100% & more",
    ]);
    expect(partText(packageParts(again), "xl/charts/chart1.xml")).toContain(
      "'Mine, 100% &amp; more'!$A$12",
    );
    expect(book(again)).toContain("'Mine, 100% &amp; more'!$4:$4");
  });

  test("keeps a tab's place when sheets were moved, with the names of the others", () => {
    const moved = rewritten(first, {
      "xl/workbook.xml": (text) =>
        text
          .replace(/(<sheet name="Notes"[^>]*>)(<sheet name="Summary by FIFO"[^>]*>)/, "$2$1")
          .replaceAll('localSheetId="2"', 'localSheetId="1"'),
    });
    const again = insert(moved);
    expect(packageFaults(again)).toEqual([]);
    expect(book(again).replace('<calcPr fullCalcOnLoad="1"/>', "")).toBe(book(moved));
  });

  test("makes a new tab beside a user's sheet of its name, and leaves that alone", () => {
    const own = ok(createWorkbook({ sheets: [{ name: "summary by fifo", rows: [["mine"]] }] }));
    const again = insert(insert(own));
    expect(sheetsOf(again).map(({ name }) => name)).toEqual([
      "summary by fifo",
      "Summary by FIFO (2)",
    ]);
    expect(tabText(again, 1)).toBe(tabText(own, 1));
  });

  test("leaves a copy that the user made, and takes the tab of the usual name", () => {
    const copied = rewritten(first, {
      "xl/workbook.xml": (text) =>
        text
          .replace('name="Notes"', 'name="Kept from May"')
          .replace(
            "<definedNames>",
            '<definedNames><definedName name="_tlh_tab" localSheetId="1" hidden="1">"summary-FIFO"</definedName>',
          ),
    });
    const workbook = ok(readWorkbook(copied));
    expect(generatedTabs(workbook)).toEqual([
      { name: "Kept from May", key: "summary-FIFO" },
      { name: "Summary by FIFO", key: "summary-FIFO" },
    ]);
    expect(tabText(insert(copied), 2)).toBe(tabText(copied, 2));
  });

  test("takes chart and drawing away when the tab has no breakdown any more", () => {
    const again = insert(first, { tabs: [{ ...TAB, breakdown: undefined }] });
    expect(packageFaults(again)).toEqual([]);
    expect(differingParts(packageParts(first), packageParts(again)).gone).toEqual([
      "xl/charts/chart1.xml",
      "xl/drawings/_rels/drawing1.xml.rels",
      "xl/drawings/drawing1.xml",
      "xl/worksheets/_rels/sheet3.xml.rels",
    ]);
  });

  test("leaves tabs that are not made this time", () => {
    const other = { ...TAB, key: "ordering-FIFO", name: "FIFO Ordering of Sells" };
    const both = insert(first, { tabs: [other] });
    expect(
      sheetsOf(both)
        .map(({ name }) => name)
        .slice(2),
    ).toEqual([TAB.name, other.name]);
    expect(tabText(both)).toBe(tabText(first));
  });

  test("keeps the sheet's macro module and that it is the one selected", () => {
    const saved = rewritten(first, {
      "xl/worksheets/sheet3.xml": (text) =>
        text
          .replace("<sheetPr>", "<sheetPr codeName='Sheet&amp;3'>")
          .replace("<sheetView ", '<sheetView tabSelected="1" '),
    });
    const sheet = tabText(insert(saved));
    expect(elements(sheet, "sheetPr")).toEqual([{ codeName: "Sheet&3" }]);
    expect(elements(sheet, "sheetView")[0]).toMatchObject({ tabSelected: "1" });
  });

  const withChain = (ids: string): Uint8Array =>
    rewritten(first, {
      "xl/calcChain.xml": () =>
        `<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${ids}</calcChain>`,
      "xl/_rels/workbook.xml.rels": (text) =>
        text.replace(
          "</Relationships>",
          '<Relationship Id="chain" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
        ),
      "[Content_Types].xml": (text) =>
        text.replace(
          "</Types>",
          '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>',
        ),
    });

  test("drops a calculation chain that names the tab's cells, and no other", () => {
    const named = insert(withChain('<c r="A1" i="1"/><c r="B7" i="3"/><c r="B12"/>'));
    expect(packageFaults(named)).toEqual([]);
    expect(packageParts(named).has("xl/calcChain.xml")).toBe(false);
    const other = insert(withChain('<c r="A3" i="1"/>'));
    expect(packageParts(other).has("xl/calcChain.xml")).toBe(true);
  });
});

test("a sheet of 100,000 rows and 20 columns is written in seconds", { timeout: 60_000 }, () => {
  const columns = Array.from({ length: 20 }, (_, index) => ({
    title: `Column ${index}`,
    format: index % 4 === 0 ? ("text" as const) : ("money" as const),
    width: 12,
  }));
  const row = columns.map(({ format }, index) => (format === "text" ? `w${index}` : index + 0.25));
  const rows = Array.from({ length: 100_000 }, () => row);
  const tab: Tab = {
    ...TAB,
    table: { columns, rows },
    totals: undefined,
    breakdown: undefined,
    emphasis: undefined,
  };
  const begun = performance.now();
  insert(USER, { tabs: [tab] });
  const seconds = (performance.now() - begun) / 1000;
  // Two seconds on an idle machine; the bound only catches a slow path.
  expect(seconds).toBeLessThan(30);
});
