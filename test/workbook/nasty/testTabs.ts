import { dayOf } from "../../../core/calendar/day.ts";
import type { Tab } from "../../../core/report/tab.ts";
import type { TableCell } from "../../../core/report/table.ts";

const day = (year: number, month: number, dayOfMonth: number): number =>
  dayOf(year, month, dayOfMonth)!;

/** Texts that a careless writer turns into formulas, markup or damaged files. */
const ASSETS = [
  "=1+1",
  "A*",
  "AB",
  '<b>&amp;"quoted"</b>',
  "two\nlines",
  "_x0041_",
  " 🚀 ",
] as const;

const summaryRows: readonly (readonly TableCell[])[] = ASSETS.map((asset, index) => [
  asset,
  "@wallet",
  0.1 + index / 3,
  1e-18 * (index + 1),
  index % 2 === 0 ? -1234.56 - index : 0.1 + 0.2,
  index === 3 ? null : 100 * (index + 1) + 0.1,
  day(2026, 1 + index, 28),
]);

const sumOf = (column: number): number =>
  summaryRows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0);

/** Called as a sheet that the user's own workbook has already; with totals, breakdown and dates. */
const SUMMARY: Tab = {
  key: "Summary by FIFO",
  name: "Summary by FIFO",
  heading: ["Summary by FIFO", "As of 2026-11-20; not tax advice", "=heading & <tags>"],
  table: {
    columns: [
      { title: "Asset", format: "text", width: 12 },
      { title: "Wallet", format: "text", width: 16 },
      { title: "Quantity", format: "quantity", width: 14 },
      { title: "Price", format: "unitMoney", width: 12 },
      { title: "Unrealized gain or loss", format: "signedMoney", width: 16 },
      { title: "Harvestable loss", format: "money", width: 14 },
      { title: "Clear to sell on", format: "date", width: 12 },
    ],
    rows: summaryRows,
  },
  totals: [
    { kind: "text", text: "Totals" },
    { kind: "blank" },
    { kind: "blank" },
    { kind: "value", value: 42.5, note: "Computed jointly & once" },
    { kind: "sum", value: sumOf(4) },
    { kind: "sum", value: sumOf(5) },
    { kind: "blank" },
  ],
  breakdown: {
    title: "Harvestable loss by asset",
    keyColumn: 0,
    valueColumns: [5, 4],
    lines: [
      ...["two\nlines", "AB", "A*", "=1+1"].map((key) => {
        const row = summaryRows.find(([asset]) => asset === key);
        return { key, values: [Number(row?.[5]), Number(row?.[4])] };
      }),
    ],
    chart: "bars",
  },
  sections: [
    {
      title: "=Next days",
      remark: "A sentence under a title, which is long enough to be broken into lines. ".repeat(3),
      table: {
        columns: [
          { title: "Asset", format: "text", width: 12 },
          { title: "Day", format: "date", width: 12 },
          { title: "Gain or loss", format: "signedMoney", width: 14 },
          { title: "Row", format: "sourceRow", width: 8 },
        ],
        rows: [
          ["=1+1", day(2026, 12, 31), -5.25, 2],
          ["<b>&", day(2024, 2, 29), 5, null],
        ],
      },
    },
    {
      title: "Nothing",
      remark: undefined,
      table: { columns: [{ title: "Asset", format: "text", width: 12 }], rows: [] },
    },
  ],
  emphasis: undefined,
};

const ORDERING: Tab = {
  key: "FIFO Ordering of Sells",
  name: "FIFO Ordering of Sells",
  heading: ["FIFO Ordering of Sells"],
  table: {
    columns: [
      { title: "Order", format: "integer", width: 8 },
      { title: "Acquired", format: "date", width: 12 },
      { title: "Best stop", format: "text", width: 10 },
      { title: "Source row", format: "sourceRow", width: 10 },
    ],
    rows: [
      [1, day(2024, 2, 29), "", 2],
      [2, day(2025, 3, 15), "Yes", 6],
      [3, day(2026, 11, 20), "", 16],
    ],
  },
  totals: undefined,
  breakdown: undefined,
  sections: [],
  emphasis: { column: 2, value: "Yes" },
};

const PROBLEMS: Tab = {
  key: "Problems",
  name: "Problems",
  heading: ["Problems"],
  table: { columns: [{ title: "Problem", format: "text", width: 40 }], rows: [] },
  totals: undefined,
  breakdown: undefined,
  sections: [],
  emphasis: undefined,
};

/** Three tabs of different make: with everything, with links to source rows, and empty. */
export const TEST_TABS: readonly Tab[] = [SUMMARY, ORDERING, PROBLEMS];
