import { describe, expect, test } from "vitest";
import type { TableCell } from "../../../core/report/table.ts";
import { pick } from "../../support/callFunction.ts";
import { recordsOf, tabOf, type UserSheets } from "../../support/tabOf.ts";

/** A fund and a coin, each sold at a loss; the fund's loss is replaced in part. */
const rows = [
  ["2025-03-03", "Buy", "IBIT", 100, 6000, "Fidelity", ""],
  ["2025-12-10", "Sell", "IBIT", 1, 50, "Fidelity", ""],
  ["2025-12-20", "Buy", "IBIT", 1, 50, "Fidelity", ""],
  ["2026-11-03", "Sell", "IBIT", 40, 1600, "Fidelity", ""],
  ["2026-11-10", "Buy", "IBIT", 5, 200, "Fidelity", "Roth IRA"],
  ["2026-11-12", "Buy", "IBIT", 10, 400, "Fidelity", ""],
  ["2025-01-05", "Buy", "BTC", 1, 1000, "Kraken", ""],
  ["2026-11-05", "Sell", "BTC", 0.5, 300, "Kraken", ""],
  ["2026-11-06", "Buy", "BTC", 0.1, 60, "Ledger", ""],
];
const prices = { IBIT: 40, BTC: 600 };
const AS_OF = "as_of=2026-11-20";

const washSales = (more: Partial<UserSheets> = {}) =>
  tabOf("Wash Sales", { rows, prices, options: AS_OF, ...more });

const section = (title: string, more: Partial<UserSheets> = {}) => {
  const found = washSales(more).sections.find((one) => one.title === title);
  if (found === undefined) throw new Error(`There is no section ${title}.`);
  return { ...found, records: recordsOf(found.table) };
};

const MATCH = ["Asset", "Sold", "Quantity", "Disallowed loss", "Permanent", "Provisional until"];
const matches = (tab: { readonly table: Parameters<typeof recordsOf>[0] }) =>
  pick(recordsOf(tab.table), ...MATCH);

const fundMatches: readonly (readonly TableCell[])[] = [
  ["IBIT", "2026-11-03", 5, 100, "Yes", "2026-12-03"],
  ["IBIT", "2026-11-03", 10, 200, "No", "2026-12-03"],
];

test("the main table has the matches of the tax year by the policy, the other reading stands below", () => {
  expect(matches(washSales())).toEqual(fundMatches);
  const other = section("If the rule covered every asset");
  expect(matches(other)).toEqual([
    ...fundMatches,
    ["BTC", "2026-11-05", 0.1, 40, "No", "2026-12-05"],
  ]);
  expect(other.remark).toContain("3 matches, $340.00 disallowed in all");
  expect(washSales().heading.join("\n")).toContain(
    "Disallowed of the losses of 2026 up to the as-of day: $300.00 under today's law, $340.00 if the rule covered every asset.",
  );
});

test("under the conservative policy the other reading is today's law; off leaves the table empty", () => {
  const options = `${AS_OF}; wash=conservative`;
  expect(matches(washSales({ options }))).toHaveLength(3);
  expect(matches(section("Under today's law", { options }))).toEqual(fundMatches);
  const off = `${AS_OF}; wash=off`;
  expect(matches(washSales({ options: off }))).toEqual([]);
  expect(matches(section("If the rule covered every asset", { options: off }))).toHaveLength(3);
});

test("sales of the last 61 days are shown whatever their tax year, and those of another are not", () => {
  const january = { options: "as_of=2026-01-20" };
  expect(matches(washSales(january))).toEqual([["IBIT", "2025-12-10", 1, 10, "No", null]]);
  expect(matches(washSales({ options: "as_of=2026-02-10" }))).toEqual([]);
  expect(matches(washSales({ options: "as_of=2026-02-10; tax_year=2025" }))).toHaveLength(1);
});

test("a sale is provisional while units of it are exposed, and no longer", () => {
  const replaced = [
    ["2025-03-03", "Buy", "IBIT", 100, 6000, "Fidelity", ""],
    ["2026-11-03", "Sell", "IBIT", 10, 400, "Fidelity", ""],
    ["2026-11-12", "Buy", "IBIT", 10, 400, "Fidelity", ""],
  ];
  expect(matches(washSales({ rows: replaced }))).toEqual([
    ["IBIT", "2026-11-03", 10, 200, "No", null],
  ]);
  expect(matches(washSales({ options: "as_of=2026-12-03" }))[1]![5]).toBe("2026-12-03");
  expect(matches(washSales({ options: "as_of=2026-12-04" }))[1]![5]).toBeNull();
});

test("totals are sums; what is lost for good adds no basis", () => {
  const { table, totals } = washSales();
  const sums = Object.fromEntries(
    table.columns.map(({ title }, column) => [title, totals![column]]),
  );
  expect(sums["Loss"]).toEqual({ kind: "sum", value: 300 });
  expect(sums["Disallowed loss"]).toEqual({ kind: "sum", value: 300 });
  expect(sums["Basis added"]).toEqual({ kind: "sum", value: 200 });
  expect(sums["Quantity"]).toEqual({ kind: "blank" });
  expect(recordsOf(table).map((row) => row["What it means"])).toEqual([
    "Lost for good: the units of row 6 are in a retirement account (Roth IRA).",
    "Deferred, not lost: it goes into the basis of the units of row 7, which count as held from 2025-03-12.",
  ]);
});

test("the heading states day, method, law with its date, and what is assumed", () => {
  const heading = washSales().heading.join("\n");
  for (const words of [
    "As of 2026-11-20; method FIFO",
    "Assumes that past disposals were relieved by FIFO",
    "(checked 2026-11-22)",
    "of sales in 2026 and of those since 2026-09-21",
    "Not tax advice",
  ]) {
    expect(heading).toContain(words);
  }
  const onRecord = washSales({ options: `${AS_OF}; method_since=LIFO 2025-01-01` });
  expect(onRecord.heading.join("\n")).toContain("As of 2026-11-20; methods on record;");
});

describe("do not buy before", () => {
  const COLUMNS = [
    ...["Asset", "Last loss sale", "Sold row", "Units exposed", "Loss exposed"],
    ...["Do not buy until", "Days left", "Rule applies"],
  ];
  const list = (options = AS_OF, more: Partial<UserSheets> = {}) =>
    section("Do not buy before", { options, ...more }).records;

  test("has what was sold at a loss and not replaced, the largest loss first", () => {
    expect(pick(list(), ...COLUMNS)).toEqual([
      ["IBIT", "2026-11-03", 5, 25, 500, "2026-12-04", 14, "Now"],
      ["BTC", "2026-11-05", 9, 0.4, 160, "2026-12-06", 16, "If extended"],
    ]);
    expect(list()[0]!["What to do"]).toBe("Buy IBIT again on 2026-12-04 or later.");
  });

  test("holds until the window has ended, and leaves dust out", () => {
    expect(pick(list("as_of=2026-12-03"), "Asset")).toEqual([["IBIT"], ["BTC"]]);
    expect(pick(list("as_of=2026-12-04"), "Asset")).toEqual([["BTC"]]);
    const sold = (total: number) => [
      ["2025-01-05", "Buy", "BTC", 1, 1000, "Kraken", ""],
      ["2026-11-05", "Sell", "BTC", 0.01, total, "Kraken", ""],
    ];
    expect(list(AS_OF, { rows: sold(9) })).toHaveLength(1);
    expect(list(AS_OF, { rows: sold(9.01) })).toEqual([]);
  });

  test("knows in January what was sold in December", () => {
    const sold = [
      ["2025-01-05", "Buy", "BTC", 1, 1000, "Kraken", ""],
      ["2025-12-22", "Sell", "BTC", 1, 300, "Kraken", ""],
    ];
    for (const wash of ["securities", "conservative", "off"]) {
      const found = list(`as_of=2026-01-05; wash=${wash}`, { rows: sold });
      expect(pick(found, "Asset", "Do not buy until", "Loss exposed")).toEqual([
        ["BTC", "2026-01-22", 700],
      ]);
    }
  });

  test("names what the user lists as replacing it", () => {
    const options = `${AS_OF}; identical=BTC=WBTC; replaces=BTC CALL>BTC`;
    expect(list(options)[1]!["What to do"]).toBe(
      "Buy BTC again on 2026-12-06 or later. Buying WBTC or BTC CALL counts too.",
    );
  });

  test("says which planned purchase to pause, and what it would wash", () => {
    const options = `${AS_OF}; planned=IBIT 100 USD weekly @Fidelity, BTC 0.0001 daily`;
    const [fund, coin] = list(options);
    // Thursdays, as the purchase of 2026-11-12: 26 November and 3 December, 2.5 units each.
    expect(pick([fund!], "Next to come", "Times to come", "Units to come")).toEqual([
      ["2026-11-26", 2, 5],
    ]);
    expect(pick([fund!], "Units they would taint", "Loss they would taint")).toEqual([[5, 100]]);
    expect(fund!["What to do"]).toBe(
      "Pause IBIT 100 USD weekly @Fidelity until 2026-12-04: 2 times before then, washing $100.00 of the loss.",
    );
    expect(coin!["Loss they would taint"]).toBe(0.6);
    expect(coin!["What to do"]).toBe(
      "Too small to matter: BTC 0.0001 daily, 15 times before then. Buy BTC again on 2026-12-06 or later.",
    );
  });

  test("without a price a plan in dollars is counted and not valued", () => {
    const options = `${AS_OF}; planned=BTC 100 USD daily`;
    const coin = list(options, { prices: {} })[1]!;
    expect(pick([coin], "Times to come", "Units to come", "Loss they would taint")).toEqual([
      [15, null, null],
    ]);
    expect(coin["What to do"]).toContain("without a price the units are unknown");
  });
});

describe("do not sell before", () => {
  // The contract's second worked example.
  const example = [
    ["2025-03-03", "Buy", "S", 100, 4000, "A", ""],
    ["2026-11-10", "Buy", "S", 40, 2000, "A", ""],
    ["2026-11-17", "Buy", "S", 100, 6600, "A", ""],
  ];
  const list = (more: Partial<UserSheets>) =>
    section("Do not sell before", { rows: example, prices: { S: 60 }, ...more }).records;
  const COLUMNS = [
    ...["Quantity to sell", "Harvestable loss", "Disallowed now", "At risk if rule extended"],
    ...["Clear to sell on", "Units at risk", "Last acquired", "Acquired row"],
  ];

  test("has each position with a loss, in the order of the method on record", () => {
    const options = `${AS_OF}; method_since=LIFO 2020-01-01; securities=S`;
    const [row, ...others] = list({ options });
    expect(others).toEqual([]);
    expect(pick([row!], ...COLUMNS)).toEqual([
      [100, 600, 240, 240, "2026-12-11", 40, "2026-11-10", 3],
    ]);
    expect(row!["What stands in the way"]).toBe(
      "Acquired in the window around the as-of day, last on 2026-11-10 at A.",
    );
    expect(list({ options: AS_OF })).toEqual([]);
  });

  test("is never clear while purchases go on, and says what each of them washes", () => {
    const days = ["2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16"];
    const held = [["2025-01-05", "Buy", "BTC", 10, 10000, "Kraken", ""]];
    const weekly = days.map((day) => [day, "Buy", "BTC", 0.1, 50, "Gemini", ""]);
    const [row] = list({ rows: [...held, ...weekly], prices: { BTC: 500 }, options: AS_OF });
    expect(pick([row!], ...COLUMNS.slice(3))).toEqual([[200, "2026-12-17", 0.4, "2026-11-16", 6]]);
    // Mondays from 23 November to 14 December.
    expect(pick([row!], "Units to come in 30 days", "Loss they alone would taint")).toEqual([
      [0.4, 200],
    ]);
    expect(row!["What stands in the way"]).toBe(
      "Acquired in the window around the as-of day, last on 2026-11-16 at Gemini. Never clear while this goes on: purchases of about 0.1 BTC every week at Gemini (last in row 6), washing about $50.00 each time.",
    );
    const once = `${AS_OF}; planned=BTC 0.1 monthly`;
    const [monthly] = list({ rows: held, prices: { BTC: 500 }, options: once });
    expect(monthly!["What stands in the way"]).toBe(
      "Never clear while this goes on: BTC 0.1 monthly, washing $50.00.",
    );
  });

  test("counts what comes later in the ledger, and neither gifts nor units that have replaced", () => {
    const held = [["2025-01-05", "Buy", "S", 100, 6000, "A", ""]];
    const last = (rows: UserSheets["rows"]) =>
      pick(
        list({ rows: [...held, ...rows], prices: { S: 50 }, options: `${AS_OF}; securities=S` }),
        ...["Wallet", "Units at risk", "Last acquired", "Clear to sell on"],
      )[0];
    expect(last([["2026-12-01", "Buy", "S", 5, 250, "B", ""]])).toEqual([
      ...["A", 5, "2026-12-01", "2027-01-01"],
    ]);
    expect(last([["2026-11-10", "Gift received", "S", 5, 250, "B", ""]])).toEqual([
      ...["A", 0, null, "2026-11-20"],
    ]);
    const replaced = [
      ["2026-11-09", "Sell", "S", 5, 250, "A", ""],
      ["2026-11-10", "Buy", "S", 5, 250, "B", ""],
    ];
    expect(last(replaced)).toEqual(["A", 0, null, "2026-11-20"]);
  });

  test("says where only dust, or nothing, stands in the way", () => {
    const held = [["2025-01-05", "Buy", "BTC", 10, 10000, "Kraken", ""]];
    const dust = [["2026-11-16", "Staking", "BTC", 0.001, 0.5, "Gemini", ""]];
    const [row] = list({ rows: [...held, ...dust], prices: { BTC: 500 }, options: AS_OF });
    expect(pick([row!], "Clear to sell on", "At risk if rule extended")).toEqual([[null, 0.5]]);
    expect(row!["What stands in the way"]).toBe(
      "Only what is worth less than a dollar of loss, last acquired on 2026-11-16 at Gemini.",
    );
    const [clear] = list({ rows: held, prices: { BTC: 500 }, options: AS_OF });
    expect(clear!["What stands in the way"]).toBe("Nothing stands in the way.");
  });
});

test("an empty ledger has the tab with its columns", () => {
  const tab = washSales({ rows: [], prices: {}, options: "" });
  expect(tab.table.rows).toEqual([]);
  expect(tab.sections.map(({ table }) => table.rows)).toEqual([[], [], []]);
});
