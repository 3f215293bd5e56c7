import { expect, test } from "vitest";
import type { Tab } from "../../../core/index.ts";
import { SHEET_LINKS, tabLayout } from "../../../workbook/insert/tabLayout.ts";

const TAB: Tab = {
  key: "k",
  name: "Tab",
  heading: ["Title", "Line"],
  table: {
    columns: [
      { title: "Asset", format: "text", width: 10 },
      { title: "Row", format: "sourceRow", width: 10 },
    ],
    rows: [
      ["A", 2],
      ["B", 3],
      ["C", 4],
    ],
  },
  totals: [
    { kind: "text", text: "Total" },
    { kind: "value", value: 1, note: "Not a sum." },
  ],
  breakdown: {
    title: "By asset",
    keyColumn: 0,
    valueColumn: 1,
    bars: [
      { key: "A", value: 2 },
      { key: "B", value: 3 },
    ],
  },
  emphasis: undefined,
};

const withRows = (count: number): Tab => ({
  ...TAB,
  table: { ...TAB.table, rows: Array.from({ length: count }, () => ["A", 1]) },
});

test("heading, titles, rows, totals, notes and breakdown stand below each other", () => {
  expect(tabLayout(TAB, true)).toEqual({
    heading: ["Title", "Line"],
    titlesRow: 4,
    firstRow: 5,
    lastRow: 7,
    shownRows: 3,
    totalsRow: 8,
    notes: ["Row: Not a sum."],
    notesRow: 9,
    breakdown: { titleRow: 11, firstRow: 13, lastRow: 14 },
    rowCount: 14,
    linkColumn: 1,
    linkedRows: 3,
  });
});

test("a note that several totals share stands once, behind their titles", () => {
  const value = { kind: "value", value: 1, note: "Joint." } as const;
  expect(tabLayout({ ...TAB, totals: [value, value] }, false).notes).toEqual([
    "Asset, Row: Joint.",
  ]);
});

test("a table without rows keeps one row to say so", () => {
  const layout = tabLayout({ ...withRows(0), totals: undefined, breakdown: undefined }, true);
  expect(layout).toMatchObject({ firstRow: 5, lastRow: 5, shownRows: 0, rowCount: 5 });
});

test("links end where a sheet bears no more, and the heading says so", () => {
  const layout = tabLayout(withRows(SHEET_LINKS + 1), true);
  expect(layout.linkedRows).toBe(65530);
  expect(layout.heading[2]).toMatch(/^Source rows are links in the first 65530 rows/);
  expect(tabLayout(withRows(SHEET_LINKS), true).heading).toEqual(TAB.heading);
});

test("without a source sheet nothing is a link", () => {
  expect(tabLayout(TAB, false)).toMatchObject({ linkColumn: undefined, linkedRows: 0 });
});

test("rows beyond the end of a sheet are left out, and the heading says so", () => {
  const rows = { length: 1_100_000 } as unknown as Tab["table"]["rows"];
  const layout = tabLayout({ ...TAB, table: { ...TAB.table, rows } }, false);
  expect(layout.rowCount).toBeLessThanOrEqual(1_048_576);
  expect(layout.rowCount).toBeGreaterThan(1_048_570);
  expect(layout.heading[2]).toContain(`the first ${layout.shownRows} of its 1100000 rows`);
});
