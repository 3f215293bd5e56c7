import { expect, test } from "vitest";
import type { Tab } from "../../../core/index.ts";
import { EXCEL_LIMITS, tabLayout } from "../../../core/report/tabLayout.ts";

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
    valueColumns: [1],
    lines: [
      { key: "A", values: [2] },
      { key: "B", values: [3] },
    ],
    chart: "none",
  },
  sections: [],
  emphasis: undefined,
};

const layoutOf = (tab: Tab, hasSource: boolean) =>
  tabLayout(tab, { hasSource, limits: EXCEL_LIMITS });

const withRows = (count: number): Tab => ({
  ...TAB,
  table: { ...TAB.table, rows: Array.from({ length: count }, () => ["A", 1]) },
});

test("heading, titles, rows, totals, notes and breakdown stand below each other", () => {
  expect(layoutOf(TAB, true)).toEqual({
    heading: ["Title", "Line"],
    titlesRow: 4,
    firstRow: 5,
    lastRow: 7,
    shownRows: 3,
    totalsRow: 8,
    notes: ["Row: Not a sum."],
    notesRow: 9,
    breakdown: { titleRow: 11, remarkRow: undefined, titlesRow: 12, firstRow: 13, lastRow: 14 },
    sections: [],
    rowCount: 14,
    linkColumn: 1,
    linkedRows: 3,
  });
});

test("a note that several totals share stands once, behind their titles", () => {
  const value = { kind: "value", value: 1, note: "Joint." } as const;
  expect(layoutOf({ ...TAB, totals: [value, value] }, false).notes).toEqual(["Asset, Row: Joint."]);
});

test("a table without rows keeps one row to say so", () => {
  const layout = layoutOf({ ...withRows(0), totals: undefined, breakdown: undefined }, true);
  expect(layout).toMatchObject({ firstRow: 5, lastRow: 5, shownRows: 0, rowCount: 5 });
});

test("links end where a sheet bears no more, and the heading says so", () => {
  const layout = layoutOf(withRows(EXCEL_LIMITS.links + 1), true);
  expect(layout.linkedRows).toBe(65530);
  expect(layout.heading[2]).toMatch(/^Source rows are links in the first 65530 rows/);
  expect(layoutOf(withRows(EXCEL_LIMITS.links), true).heading).toEqual(TAB.heading);
});

test("without a source sheet nothing is a link", () => {
  expect(layoutOf(TAB, false)).toMatchObject({ linkColumn: undefined, linkedRows: 0 });
});

test("rows beyond the end of a sheet are left out, and the heading says so", () => {
  const rows = { length: 1_100_000 } as unknown as Tab["table"]["rows"];
  const layout = layoutOf({ ...TAB, table: { ...TAB.table, rows } }, false);
  expect(layout.rowCount).toBeLessThanOrEqual(1_048_576);
  expect(layout.rowCount).toBeGreaterThan(1_048_570);
  expect(layout.heading[2]).toContain(`the first ${layout.shownRows} of its 1100000 rows`);
});

test("sections follow, each with a title, a sentence where it has one, and its own column titles", () => {
  const table = { columns: TAB.table.columns, rows: [["A", 1]] as const };
  const sections = [
    { title: "First", remark: "Why.", table },
    { title: "Second", remark: undefined, table: { ...table, rows: [] } },
  ];
  const layout = layoutOf({ ...TAB, sections }, true);
  expect(layout.sections).toEqual([
    { titleRow: 16, remarkRow: 17, titlesRow: 18, firstRow: 19, lastRow: 19 },
    { titleRow: 21, remarkRow: undefined, titlesRow: 22, firstRow: 23, lastRow: 23 },
  ]);
  expect(layout.rowCount).toBe(23);
});

test("what follows a breakdown with a chart begins below the chart", () => {
  const section = { title: "More", remark: undefined, table: { columns: [], rows: [] } };
  const breakdown = { ...TAB.breakdown!, chart: "bars" as const };
  const plain = layoutOf({ ...TAB, sections: [section] }, true);
  const charted = layoutOf({ ...TAB, breakdown, sections: [section] }, true);
  // 120 pixels and 28 for each of two bars are nine rows of 20; the table has four.
  expect(plain.sections[0]!.titleRow).toBe(16);
  expect(charted.sections[0]!.titleRow).toBe(21);
  expect(layoutOf({ ...TAB, breakdown }, true).rowCount).toBe(14);
});
