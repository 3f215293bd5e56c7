import { describe, expect, test } from "vitest";
import { pick } from "../../support/callFunction.ts";
import { recordsOf, tabOf, type UserSheets } from "../../support/tabOf.ts";

const AS_OF = "as_of=2026-11-20";

const calendar = (sheets: UserSheets) => tabOf("Calendar", { options: AS_OF, ...sheets });

/** The rows of some events. */
const events = (sheets: UserSheets, ...names: readonly string[]) =>
  recordsOf(calendar(sheets).table).filter(({ Event }) => names.includes(Event as string));

describe("lots turning long-term", () => {
  const rows = [
    ["2025-11-21", "Buy", "BTC", 1, 100, "Kraken", ""],
    ["2025-12-05", "Buy", "BTC", 1, 900, "Kraken", ""],
    ["2025-12-05", "Buy", "BTC", 2, 1800, "Kraken", ""],
    ["2025-12-05", "Buy", "ETH", 1, 5, "Kraken", ""],
    ["2025-11-01", "Buy", "BTC", 1, 100, "Kraken", ""],
  ];
  const turns = (options: string) =>
    events({ rows, prices: { BTC: 600 }, options }, "Turns long-term");

  test("are joined by position, day and sign, with the gain or loss at stake", () => {
    const titles = ["Date", "Days away", "Within 30 days", "Asset", "Quantity", "Dollars at stake"];
    expect(pick(turns(AS_OF), ...titles, "Tax at stake")).toEqual([
      ["2026-11-22", 2, "Yes", "BTC", 1, 500, null],
      ["2026-12-06", 16, "Yes", "BTC", 3, 900, null],
      ["2026-12-06", 16, "Yes", "ETH", 1, null, null],
    ]);
    expect(turns(AS_OF).map((row) => row["What it means"])).toEqual([
      "A gain of $500.00 is long-term from this day on.",
      "A loss of $900.00 is short-term up to 2026-12-05.",
      "Long-term from this day on. No price, so no gain or loss.",
    ]);
  });

  test("have the tax that the term decides, once rates are known", () => {
    // 500 at 37 and not at 20 percent; a loss of 900 against a short gain of 1,000 likewise.
    const flat = turns(
      `${AS_OF}; short_rate=0.37; long_rate=20%; other_short_gain=1000; other_long_gain=1000`,
    );
    expect(pick(flat, "Tax at stake")).toEqual([[85], [153], [null]]);
    expect(flat[0]!["What it means"]).toBe(
      "A gain of $500.00 is long-term from this day on. Waiting for it saves $85.00 of tax.",
    );
    expect(flat[1]!["What it means"]).toBe(
      "A loss of $900.00 is short-term up to 2026-12-05. Selling by then saves $153.00 more of tax.",
    );
  });

  test("leave out what stands for less than a dollar, and lots that are long-term", () => {
    const small = (total: number) =>
      events(
        {
          rows: [
            ["2025-12-05", "Buy", "BTC", 1, total, "Kraken", ""],
            ["2025-11-19", "Buy", "BTC", 1, 100, "Kraken", ""],
          ],
          prices: { BTC: 600 },
        },
        "Turns long-term",
      ).length;
    expect(small(599)).toBe(1);
    expect(small(599.01)).toBe(0);
  });
});

describe("windows", () => {
  const rows = [
    ["2025-03-03", "Buy", "IBIT", 100, 6000, "Fidelity", ""],
    ["2026-11-03", "Sell", "IBIT", 40, 1600, "Fidelity", ""],
    ["2026-11-03", "Sell", "IBIT", 10, 400, "Fidelity", ""],
    ["2025-01-05", "Buy", "BTC", 1, 1000, "Kraken", ""],
    ["2026-11-05", "Sell", "BTC", 0.5, 300, "Kraken", ""],
  ];
  const prices = { IBIT: 70, BTC: 1200 };

  test("of past losses end on their last day; the next one is safe", () => {
    const found = events({ rows, prices }, "Wash window ends");
    expect(pick(found, "Date", "Asset", "Quantity", "Dollars at stake")).toEqual([
      ["2026-12-03", "IBIT", 50, 1000],
      ["2026-12-05", "BTC", 0.5, 200],
    ]);
    expect(found.map((row) => row["What it means"])).toEqual([
      "Up to this day, buying 50 IBIT washes the $1,000.00 lost on the sale of 2026-11-03; from 2026-12-04 on it does not.",
      "Up to this day, buying 0.5 BTC washes the $200.00 lost on the sale of 2026-11-05; from 2026-12-06 on it does not. Only if the rule covered every asset.",
    ]);
  });

  test("of losses of less than a dollar are left out", () => {
    const sold = (total: number) => [
      ["2025-01-05", "Buy", "BTC", 1, 1000, "Kraken", ""],
      ["2026-11-05", "Sell", "BTC", 0.01, total, "Kraken", ""],
    ];
    expect(events({ rows: sold(9), prices }, "Wash window ends")).toHaveLength(1);
    expect(events({ rows: sold(9.01), prices }, "Wash window ends")).toEqual([]);
  });

  test("show the planned purchases that fall into them", () => {
    const options = `${AS_OF}; planned=IBIT 1 weekly @Fidelity`;
    const found = events({ rows, prices, options }, "Purchase in a window", "Reward in a window");
    // Mondays, as the purchase of 2025-03-03.
    expect(pick(found, "Date", "Asset", "Wallet", "Quantity", "Dollars at stake")).toEqual([
      ["2026-11-23", "IBIT", "Fidelity", 1, 40],
    ]);
    expect(found[0]!["What it means"]).toBe(
      "IBIT 1 weekly @Fidelity: 2 times from this day until the window ends, washing $40.00 of the loss on IBIT. The first safe day is 2026-12-04.",
    );
  });
});

describe("sales to make", () => {
  const rows = [
    ["2025-01-05", "Buy", "BTC", 10, 10000, "Kraken", ""],
    ["2026-11-10", "Buy", "BTC", 1, 500, "Ledger", ""],
  ];
  const prices = { BTC: 600 };

  test("have the day from which nothing bought could wash them", () => {
    const [clear, ...others] = events({ rows, prices }, "Clear to sell");
    expect(others).toEqual([]);
    expect(pick([clear!], "Date", "Wallet", "Quantity", "Dollars at stake")).toEqual([
      ["2026-12-11", "Kraken", 10, 400],
    ]);
    expect(clear!["What it means"]).toBe(
      "Of a harvestable loss of $4,000.00, $400.00 would be washed before this day because of what was acquired up to 2026-11-10, if the rule covered every asset.",
    );
  });

  test("that are clear already have none", () => {
    expect(events({ rows: rows.slice(0, 1), prices }, "Clear to sell")).toEqual([]);
  });

  test("have a day to buy back from, and the last day of the tax year", () => {
    const found = events({ rows, prices }, "Rebuy if sold now", "Last day of the tax year");
    expect(pick(found, "Date", "Dollars at stake", "Tax at stake")).toEqual([
      ["2026-12-21", 4000, null],
      ["2026-12-31", 4000, null],
    ]);
    const rates = `${AS_OF}; short_rate=0.3; other_short_gain=5000`;
    const [, yearEnd] = events(
      { rows, prices, options: rates },
      "Rebuy if sold now",
      "Last day of the tax year",
    );
    expect(yearEnd!["Tax at stake"]).toBe(1200);
    expect(yearEnd!["What it means"]).toContain(
      "Realizing all saves $1,200.00 of tax and carries $0.00 forward.",
    );
  });

  test("of a tax year that is over have none of its tax", () => {
    const options = `${AS_OF}; tax_year=2025; short_rate=0.3; other_short_gain=5000`;
    const [yearEnd] = events({ rows, prices, options }, "Last day of the tax year");
    expect(pick([yearEnd!], "Date", "Tax at stake")).toEqual([["2026-12-31", null]]);
  });
});

describe("orders with brokers", () => {
  const day = (asOf: string, rows: readonly (readonly (string | number)[])[]) =>
    events({ rows, options: `as_of=${asOf}` }, "Orders must be with brokers");
  const coins = [["2025-01-05", "Buy", "BTC", 10, 10000, "Kraken", ""]];

  test("are due from 2027 on, for coins", () => {
    expect(pick(day("2026-11-20", coins), "Date", "Days away")).toEqual([["2027-01-01", 42]]);
    expect(day("2027-01-01", coins)).toEqual([]);
    expect(day("2025-12-30", coins)).toEqual([]);
    expect(day("2026-11-20", [["2025-01-05", "Buy", "IBIT", 1, 50, "Fidelity", ""]])).toEqual([]);
    expect(day("2026-11-20", coins)[0]!["What it means"]).toContain(
      "For coins that a broker holds:",
    );
  });
});

test("orders with brokers name the wallets for which the ledger shows a broker's form", () => {
  const coins = ["Kraken", "Gemini", "Ledger"].flatMap((wallet) => [
    ["2025-01-05", "Buy", "BTC", 10, 10000, wallet, ""],
    ["2026-01-05", "Sell", "BTC", 1, 900, wallet, "", wallet === "Ledger" ? "" : "none"],
  ]);
  const forms = coins.map((row) =>
    row[5] === "Kraken" ? [...row.slice(0, 7), "basis reported"] : row,
  );
  const meaning = (rows: UserSheets["rows"]) =>
    events({ rows }, "Orders must be with brokers")[0]!["What it means"];
  expect(meaning(forms)).toContain("For coins at Kraken, where the ledger shows a broker's form,");
  expect(meaning(coins)).toContain("For coins that a broker holds:");
});

test("rows are in order of days, on one day the most dollars first", () => {
  const rows = [
    ["2025-12-05", "Buy", "ADA", 1, 100, "Kraken", ""],
    ["2025-12-05", "Buy", "BTC", 1, 100, "Kraken", ""],
    ["2025-12-04", "Buy", "ETH", 1, 100, "Kraken", ""],
    ["2025-12-05", "Buy", "SOL", 1, 100, "Kraken", ""],
  ];
  const found = events({ rows, prices: { ADA: 110, BTC: 150, ETH: 101 } }, "Turns long-term");
  expect(pick(found, "Asset")).toEqual([["ETH"], ["BTC"], ["ADA"], ["SOL"]]);
  const { emphasis, table } = calendar({ rows });
  expect(table.columns[emphasis!.column]!.title).toBe("Within 30 days");
});
