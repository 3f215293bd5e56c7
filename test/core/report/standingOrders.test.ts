import { describe, expect, test } from "vitest";
import { standingOrderText } from "../../../core/report/standingOrderText.ts";
import { on } from "../../support/transactions.ts";
import { tabOf } from "../../support/makeTab.ts";

describe("the text of a standing order", () => {
  const from = on("2026-11-20");
  test("says from when, for what, where, which units leave, and what breaks ties", () => {
    expect(
      standingOrderText({ method: "HIFO", from, zone: "America/New_York", place: "Kraken" }),
    ).toBe(
      "From 2026-11-20 (America/New_York), for each asset in Kraken: units sold, disposed of or transferred are those with the highest basis a unit, adjustments included; of equal ones, the oldest.",
    );
  });
  test.each([
    ["FIFO", "acquired first"],
    ["LIFO", "acquired last; of units acquired at one moment, those recorded last"],
    ["LOFO", "lowest basis"],
    ["SPECIFIC", "names before the disposal"],
  ] as const)("%s", (method, words) => {
    const text = standingOrderText({ method, from, zone: undefined, place: "Kraken" });
    expect(text).toContain("From 2026-11-20 (my time zone), for each asset in Kraken");
    expect(text).toContain(words);
  });
});

describe("standing orders on a Summary", () => {
  const transactions = [
    ["Date", "Type", "Asset", "Quantity", "Total", "Wallet", "Account"],
    ["2024-01-10", "Buy", "BTC", 2, 90_000, "Kraken", ""],
    ["2025-02-01", "Buy", "ETH", 1, 2_000, "Ledger", ""],
    ["2025-02-01", "Buy", "ETH", 1, 2_000, "Fidelity", "IRA"],
  ];
  const sections = (name: string, options: string) =>
    tabOf(name, transactions, `as_of=2026-11-20; ${options}`).sections;

  test("FIFO without any order on record needs none", () => {
    expect(sections("Summary by FIFO", "")).toEqual([]);
  });

  test("a method that is not on record comes with the text to adopt it, for wallets on the return", () => {
    const [order, ...others] = sections("Summary by LIFO", "time_zone=UTC");
    expect(others).toEqual([]);
    expect(order!.title).toBe("To adopt LIFO for future sales");
    expect(order!.remark).toContain("From 2026-11-20 (UTC), for each asset in each wallet");
    expect(order!.remark).toContain("it never works backwards");
    expect(order!.remark).toContain("from 2027-01-01 the broker must have the instruction");
    expect(order!.remark).toContain("You cannot change lots already identified; keep the record.");
    expect(order!.table.rows).toEqual([
      ["LIFO", "Kraken", "Taxable", on("2026-11-20"), "2026-11-22", 1],
      ["LIFO", "Ledger", "Taxable", on("2026-11-20"), "2026-11-22", 1],
    ]);
  });

  test("an order on record is kept with its own day, and other wallets can adopt it", () => {
    const options = "method_since=LIFO 2025-01-01 @Kraken";
    const [kept, adopted] = sections("Summary by LIFO", options);
    expect(kept!.title).toBe("Standing order to keep");
    expect(kept!.remark).toContain("From 2025-01-01 (my time zone), for each asset in Kraken:");
    expect(kept!.table.rows).toEqual([["LIFO", "Kraken", null, on("2025-01-01"), "2026-11-22", 1]]);
    expect(adopted!.table.rows.map((row) => row[1])).toEqual(["Ledger"]);
    // Back to FIFO where LIFO is on record.
    expect(
      sections("Summary by FIFO", options).map(({ table }) => table.rows.map((row) => row[1])),
    ).toEqual([["Kraken"]]);
  });

  test("nothing is left to adopt where the order is for every wallet", () => {
    const all = sections("Summary by LIFO", "method_since=LIFO 2025-01-01");
    expect(all.map(({ title }) => title)).toEqual(["Standing order to keep"]);
    expect(all[0]!.table.rows.map((row) => row[1])).toEqual(["every wallet"]);
  });
});
