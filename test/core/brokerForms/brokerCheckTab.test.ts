import { expect, test } from "vitest";
import type { BrokerSheet } from "../../../core/brokerForms/readBrokerRows.ts";
import { noZoneOffsets } from "../../../core/calendar/timeZone.ts";
import { generateTabs } from "../../../core/commands/generateTabs.ts";
import { tabKind } from "../../../core/commands/tabKinds.ts";
import type { CellGrid } from "../../../core/ledger/cells.ts";
import { isUnreadable } from "../../../core/ledger/unreadable.ts";
import type { Tab } from "../../../core/report/tab.ts";
import { recordsOf } from "../../support/tabOf.ts";

const HEADINGS = ["Date", "Type", "Asset", "Quantity", "Total", "Fee", "Id", "1099"];
const FORM = [
  "Asset",
  "Quantity",
  "Date acquired",
  "Date sold",
  "Proceeds",
  "Cost basis",
  "Basis reported?",
  "Wash sale loss disallowed",
  "Transaction ID",
  "Term",
];

const ledger: CellGrid = [
  ["2024-01-10", "Buy", "BTC", 10, 1000, "", "", ""],
  ["2026-01-10", "Buy", "ETH", 10, 500, "", "", ""],
];

function checkOf(sales: CellGrid, ...brokers: readonly BrokerSheet[]): Tab {
  const made = generateTabs(
    {
      transactions: [HEADINGS, ...ledger, ...sales],
      prices: undefined,
      options: "as_of=2026-11-20",
      asOf: undefined,
      statements: { brokers },
    },
    [tabKind("1099 Check")!],
    { zones: { offsets: noZoneOffsets, workbookZone: undefined }, progress: () => undefined },
  );
  if (isUnreadable(made)) throw new Error(made.unreadable);
  return made.tabs[0]!;
}

const form = (...rows: CellGrid): BrokerSheet => ({ name: "1099-DA", grid: [FORM, ...rows] });

const linesOf = (sales: CellGrid, rows: CellGrid) => recordsOf(checkOf(sales, form(...rows)).table);

/** Result, box, code, adjustment, the form's rows, the ledger's row. */
const shortly = (sales: CellGrid, rows: CellGrid) =>
  linesOf(sales, rows).map((line) => [
    line["Result"],
    line["Box"],
    line["(f) Code"],
    line["(g) Adjustment"],
    line["1099 row"],
    line["Source row"],
  ]);

const SALE = ["2026-05-04", "Sell", "BTC", 1, 90, "", "x1", "basis not reported"];

test("a blank basis in box K needs no code", () => {
  expect(shortly([SALE], [["BTC", 1, "", "2026-05-04", 90, "", "No"]])).toEqual([
    ["Agrees", "K", null, null, "2", 4],
  ]);
});

test("a wrong basis is code B: in (g) where it was reported, zero where it was not", () => {
  // The ledger's basis is 100; the form's is 130 or 60.
  const reported = [...SALE.slice(0, 7), "basis reported"];
  const row = ["BTC", 1, "", "2026-05-04", 90];
  expect(shortly([reported], [[...row, 130, "Yes"]])[0]).toEqual(["Differs", "J", "B", 30, "2", 4]);
  expect(shortly([reported], [[...row, 60, "Yes"]])[0]).toEqual(["Differs", "J", "B", -40, "2", 4]);
  expect(shortly([SALE], [[...row, 60, "No"]])[0]).toEqual(["Differs", "K", "B", 0, "2", 4]);
});

test("proceeds before the costs of selling are code E, negative", () => {
  const sale = ["2026-05-04", "Sell", "BTC", 1, 90, 2, "", "basis not reported"];
  expect(shortly([sale], [["BTC", 1, "", "2026-05-04", 90, "", "No"]])).toEqual([
    ["Differs", "K", "E", -2, "2", 4],
  ]);
});

test("several codes stand in alphabetical order, and their adjustments are one net amount", () => {
  const sale = ["2026-05-04", "Sell", "BTC", 1, 90, 2, "", "basis reported"];
  const row = ["BTC", 1, "", "2026-05-04", 90, 130, "Yes", "", "", "Short-term"];
  const [line] = linesOf([sale], [row]);
  // (d) 90 - (e) 130 + (g) 28 = -12, the ledger's loss: 88 - 100.
  expect([line!["(f) Code"], line!["(g) Adjustment"], line!["Box"]]).toEqual(["BET", 28, "J"]);
});

test("a wash sale of the ledger is code W with the loss disallowed; a smaller one than the form's needs a statement", () => {
  const sales = [
    ["2026-01-10", "Buy", "IBIT", 2, 200, "", "", ""],
    ["2026-05-04", "Sell", "IBIT", 2, 120, "", "", "basis reported"],
    ["2026-05-10", "Buy", "IBIT", 1, 50, "", "", ""],
  ];
  const row = ["IBIT", 2, "2026-01-10", "2026-05-04", 120, 200, "Yes"];
  const [agreed] = linesOf(sales, [[...row, 40]]);
  expect([
    agreed!["Result"],
    agreed!["Box"],
    agreed!["(f) Code"],
    agreed!["(g) Adjustment"],
  ]).toEqual(["Agrees", "A", "W", 40]);
  const [more] = linesOf(sales, [[...row, 60]]);
  expect(more!["Result"]).toBe("Differs");
  expect(more!["What to do"]).toContain("attach a statement");
});

test("rows and sales without each other are listed, each once", () => {
  const sales = [SALE, ["2026-06-01", "Sell", "ETH", 2, 80, "", "", ""]];
  expect(
    shortly(sales, [
      ["BTC", 1, "", "2026-05-04", 90, "", "No"],
      ["BTC", 1, "", "2026-05-04", 90, "", "No"],
      ["BTC", 1, "", "soon", 90, "", "No"],
    ]),
  ).toEqual([
    ["Agrees", "K", null, null, "2", 4],
    ["Not on 1099", "I", null, null, "", 5],
    ["Not in ledger", "", null, null, "3", null],
    ["Not read", "", null, null, "4", null],
  ]);
});

test("a day of sale may be two days apart and no more, and the nearest sale goes first", () => {
  const other = ["2026-05-06", "Sell", "BTC", 1, 95, "", "", "basis not reported"];
  const rows = (day: string): CellGrid => [["BTC", "1.0", "", day, 95, "", "No"]];
  expect(shortly([SALE, other], rows("05/06/2026")).map((line) => line[4])).toEqual(["", "2"]);
  expect(shortly([SALE], rows("2026-05-06"))[0]![4]).toBe("2");
  expect(shortly([SALE], rows("2026-05-07")).map((line) => line[0])).toEqual([
    "Not on 1099",
    "Not in ledger",
  ]);
});

test("a broker's rows for each lot are one sale by their transaction ID", () => {
  const sale = ["2026-05-04", "Sell", "BTC", 3, 90, "", "x1", "basis not reported"];
  expect(
    shortly(
      [sale],
      [
        ["BTC", 1, "", "2026-05-04", 30, "", "No", "", "X1"],
        ["BTC", 2, "", "2026-05-04", 60, "", "No", "", "X1"],
      ],
    ),
  ).toEqual([["Agrees", "K", null, null, "2, 3", 4]]);
});

test("Coinbase's headings, which have no quantity, match by proceeds; a coin may have its full name", () => {
  const broker: CellGrid = [
    [
      "Asset Name",
      "Date of Sale",
      "Date Acquired",
      "Gross Proceeds",
      "Cost Basis",
      "Gain/Loss",
      "Transaction ID",
    ],
    ["Bitcoin", "05/05/2026", "", "$90.00", "", "", ""],
  ];
  expect(
    recordsOf(checkOf([SALE], { name: "1099", grid: broker }).table).map((line) => [
      line["Result"],
      line["Box"],
    ]),
  ).toEqual([["Agrees", "K"]]);
});

test("what the ledger's 1099 column should say is said", () => {
  const sale = ["2026-05-04", "Sell", "BTC", 1, 90, "", "", ""];
  const [line] = linesOf([sale], [["BTC", 1, "", "2026-05-04", 90, "", "No"]]);
  expect(line!["What to do"]).toBe("Write basis not reported in the 1099 column.");
});

test("the heading counts, and says what is missing without a sheet", () => {
  expect(checkOf([SALE]).heading[1]).toContain(
    "No brokers' rows were found. Put them in a sheet with 1099 in its name",
  );
  expect(checkOf([SALE], form(["BTC", 1, "", "2025-05-04", 90])).heading[1]).toBe(
    "Agree: 0; differ: 0; not in the ledger: 0; not on a 1099: 1; not read: 0; of other years and left out: 1.",
  );
});

test("two thousand equal sales are matched with as many rows, each once", () => {
  const sales = Array.from({ length: 2_000 }, (_, i) => [
    "2026-05-04",
    "Sell",
    "BTC",
    0.0001,
    1,
    "",
    "",
    i % 2 === 0 ? "basis not reported" : "",
  ]);
  const rows = sales.map(() => ["BTC", 0.0001, "", "2026-05-04", 1, "", "No"]);
  expect(checkOf(sales, form(...rows)).heading[1]).toContain("Agree: 1000; differ: 1000;");
});

test("several forms are read together, and a row's place names its form", () => {
  const gemini: BrokerSheet = {
    name: "1099 Gemini",
    grid: [
      ["Date sold", "Asset", "Proceeds", "Quantity"],
      ["2026-05-04", "BTC", 90, 1],
      ["2026-06-01", "ETH", 70, "many"],
    ],
  };
  const kraken = form(["ETH", 2, "", "2026-06-01", 150, "", "No"]);
  const { heading, table } = checkOf([SALE], kraken, gemini);
  expect(heading[1]).toContain("not in the ledger: 1; not on a 1099: 0; not read: 1;");
  expect(recordsOf(table).map((line) => [line["Asset"], line["1099 row"]])).toEqual([
    ["BTC", "1099 Gemini 2"],
    ["ETH", "1099-DA 2"],
    ["", "1099 Gemini 3"],
  ]);
});
