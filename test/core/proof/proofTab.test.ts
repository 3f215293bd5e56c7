import { describe, expect, test } from "vitest";
import { noZoneOffsets } from "../../../core/calendar/timeZone.ts";
import { generateTabs } from "../../../core/commands/generateTabs.ts";
import { tabKind } from "../../../core/commands/tabKinds.ts";
import type { CellGrid } from "../../../core/ledger/cells.ts";
import { isUnreadable } from "../../../core/ledger/unreadable.ts";
import { PRODUCT_VERSION } from "../../../core/proof/productVersion.ts";
import { isBalanceSheet } from "../../../core/proof/reportedBalances.ts";
import type { Tab } from "../../../core/report/tab.ts";
import packageJson from "../../../package.json" with { type: "json" };
import { recordsOf } from "../../support/tabOf.ts";

const HEADINGS = ["Date", "Type", "Asset", "Quantity", "Total", "Wallet", "Account", "To wallet"];

function proofTabOf(rows: CellGrid, options = "", balances?: CellGrid): Tab {
  const made = generateTabs(
    {
      transactions: [[...HEADINGS, "Id", "Acquired", "Price"], ...rows],
      prices: [
        ["Asset", "Price"],
        ["BTC", 100],
      ],
      options: `as_of=2026-11-20; ${options}`,
      asOf: undefined,
      statements: { balances },
    },
    [tabKind("Proof")!],
    { zones: { offsets: noZoneOffsets, workbookZone: undefined }, progress: () => undefined },
  );
  if (isUnreadable(made)) throw new Error(made.unreadable);
  return made.tabs[0]!;
}

const failing = (tab: Tab) =>
  recordsOf(tab.table)
    .filter(({ Result }) => Result === "Fails")
    .map(({ Check, Asset, Wallet, Expected, Found }) => [Check, Asset, Wallet, Expected, Found]);

/** Every way in which units come, go and change their basis. */
const EVERYTHING: CellGrid = [
  ["2024-01-10", "Buy", "BTC", 3, 100, "Kraken"],
  ["2024-02-10", "Transfer", "BTC", 2, "", "Kraken", "", "Ledger", "t1"],
  ["2024-02-10", "Fee", "BTC", 0.01, 0.4, "Kraken", "", "", "t1"],
  ["2024-03-01", "Gift received", "BTC", 1, 80, "Ledger", "", "", "", "2020-01-01", 30],
  ["2024-03-05", "Income", "ETH", 7, 21, "Ledger"],
  ["2024-04-01", "Gift sent", "BTC", 0.5, "", "Ledger"],
  ["2024-05-01", "Donation", "ETH", 1, "", "Ledger"],
  ["2024-05-02", "Lost", "ETH", 1, "", "Ledger"],
  ["2024-06-01", "Sell", "BTC", 2.4, 60, "Ledger"],
  ["2026-10-01", "Buy", "IBIT", 9, 900, "Broker"],
  ["2026-10-10", "Sell", "IBIT", 7, 100, "Broker"],
  ["2026-10-20", "Buy", "IBIT", 2, 50, "Broker", "IRA"],
  ["2026-10-21", "Buy", "IBIT", 3, 60, "Broker"],
  ["2026-10-22", "Sell", "IBIT", 1, 60, "Broker", "IRA"],
  ["2026-11-25", "Buy", "IBIT", 3, 60, "Broker"],
];

describe.each([
  "scope=wallet",
  "scope=universal",
  "scope=transition",
  "wash=conservative",
  "wash=off; transfer_fee=basis",
  "scope=universal; transfer_fee=basis; method_since=HIFO 2024-01-01",
])("with %s", (options) => {
  test("a sound ledger is proved in one line", () => {
    const tab = proofTabOf(EVERYTHING, options);
    expect(failing(tab)).toEqual([]);
    expect(tab.heading[1]).toBe(`All ${tab.table.rows.length} checks hold.`);
    expect(tab.table.rows.length).toBeGreaterThan(20);
  });
});

test("what was done, by what and under which law stands above", () => {
  const heading = proofTabOf(EVERYTHING).heading.join("\n");
  expect(PRODUCT_VERSION).toBe(packageJson.version);
  expect(heading).toContain(`version ${packageJson.version}; law checked 2026-11-22`);
  expect(heading).toContain(
    "As of 2026-11-20; method FIFO (first in, first out); lots pooled by wallet",
  );
  expect(heading).toContain(
    "Rows read: 15; used: 15, joined to another: 0, without effect: 0, left out with an Error: 0.",
  );
});

test("units are shown as they came and went, wallet by wallet", () => {
  const [units] = proofTabOf(EVERYTHING).sections;
  expect(recordsOf(units!.table).slice(0, 2)).toEqual([
    {
      Asset: "BTC",
      Wallet: "Kraken",
      Account: "Taxable",
      Acquired: 3,
      "Transferred in": 0,
      "Disposed of": 0,
      "Given, donated or lost": 0,
      "Transferred out": 2,
      "Transfer fees": 0.01,
      "By the ledger": 0.99,
      "In lots": 0.99,
      Difference: 0,
    },
    {
      Asset: "BTC",
      Wallet: "Ledger",
      Account: "Taxable",
      Acquired: 1,
      "Transferred in": 2,
      "Disposed of": 2.4,
      "Given, donated or lost": 0.5,
      "Transferred out": 0,
      "Transfer fees": 0,
      "By the ledger": 0.1,
      "In lots": 0.1,
      Difference: 0,
    },
  ]);
});

test("a disallowed loss is in the basis of what replaced it, unless an IRA swallowed it", () => {
  const [, basis] = proofTabOf(EVERYTHING).sections;
  // 7 of 9 units with basis 700 sold for 100. Replaced: 2 in the IRA and 3 bought up to the as-of
  // day, each at a loss of 600/7; the last 2 by units bought after it, which are in no lot yet.
  expect(recordsOf(basis!.table).find(({ Asset }) => Asset === "IBIT")).toEqual({
    Asset: "IBIT",
    "Basis acquired": 1010,
    "Disallowed losses added": 257.1428571429,
    "Basis of disposals": 700,
    "Left without gain": 25,
    "Basis of open lots": 542.1428571429,
    Difference: 0,
  });
});

test("a sale of more than is held fails in units, in the wallet where it happened", () => {
  const tab = proofTabOf([
    ["2024-01-10", "Buy", "BTC", 3, 100, "Kraken"],
    ["2024-02-10", "Sell", "BTC", 5, 90, "Kraken"],
  ]);
  expect(failing(tab)).toEqual([
    [
      "Units acquired and moved in = units gone and moved out + units in lots",
      "BTC",
      "Kraken",
      -2,
      0,
    ],
    ["Units by the ledger = units in Summary by FIFO", "BTC", "", -2, 0],
  ]);
  const { length } = tab.table.rows;
  expect(tab.heading[1]).toBe(`2 of ${length} checks fail: see the rows marked Fails.`);
  expect(tab.table.columns[tab.emphasis!.column]!.title).toBe("Result");
  expect(tab.emphasis!.value).toBe("Fails");
});

test("rows that an Error leaves out are counted, not hidden", () => {
  const tab = proofTabOf([
    ["2024-01-10", "Buy", "BTC", 3, 100, "Kraken"],
    ["2024-01-11", "Dance", "BTC", 3, 100, "Kraken"],
    [],
    ["2024-01-12", "Buy", "USD", 3, 3, "Kraken"],
  ]);
  expect(tab.heading.join("\n")).toContain("Rows read: 3; used: 1,");
  expect(failing(tab)).toEqual([]);
});

describe("reported balances", () => {
  const balances: CellGrid = [
    ["My statements"],
    ["Asset", "Wallet", "Quantity", "Date"],
    ["btc", "kraken", "0.99", ""],
    ["BTC", "Kraken", 3, "2024-02-09"],
    ["BTC", "", 3.99, "2024-03-31"],
    ["BTC", "Ledger", 0.4, "2026-11-20"],
    ["SOL", "Ledger", 2, ""],
    ["BTC", "Ledger", "some", ""],
  ];

  test("stand beside the balance by the ledger at the end of their day", () => {
    const tab = proofTabOf(EVERYTHING, "", balances);
    expect(
      recordsOf(tab.sections[2]!.table).map(({ Row, Result, Difference, "End of": day }) => [
        Row,
        Result,
        Difference,
        day,
      ]),
    ).toEqual([
      [3, "Holds", 0, "2026-11-20"],
      [4, "Holds", 0, "2024-02-09"],
      [5, "Holds", 0, "2024-03-31"],
      [6, "Fails", -0.3, "2026-11-20"],
      [7, "Fails", -2, "2026-11-20"],
    ]);
  });

  test("are no table of lots, which has their headings too", () => {
    expect(isBalanceSheet(balances)).toBe(true);
    expect(isBalanceSheet([["Asset", "Quantity", "Cost basis"]])).toBe(true);
    expect(isBalanceSheet([["Asset", "Quantity", "Cost basis", "Date acquired"]])).toBe(false);
  });

  test("that differ or cannot be read are failing checks", () => {
    expect(failing(proofTabOf(EVERYTHING, "", balances))).toEqual([
      ["Balance reported = balance by the ledger", "BTC", "Ledger", 0.4, 0.1],
      ["Balance reported = balance by the ledger", "SOL", "Ledger", 2, 0],
      ["Rows of the balances that could not be read", "", "", 0, 1],
    ]);
  });
});
