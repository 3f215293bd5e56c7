import { describe, expect, test } from "vitest";
import { tabOf } from "../../support/makeTab.ts";
import { call } from "../../support/callFunction.ts";

const TITLES = ["Date", "Type", "Asset", "Quantity", "Total", "Wallet", "1099"];
const ledger = [
  TITLES,
  ["2024-01-10", "Buy", "BTC", 2, 50_000, "Kraken", ""],
  ["2026-01-10", "Buy", "IBIT", 10, 500, "Fidelity", ""],
  ["2026-03-01", "Sell", "BTC", 1, 60_000, "Kraken", "basis not reported"],
  ["2026-04-01", "Sell", "IBIT", 10, 400, "Fidelity", "basis reported"],
  ["2026-04-10", "Buy", "IBIT", 4, 170, "Fidelity", ""],
  ["2026-12-01", "Sell", "BTC", 0.5, 20_000, "Kraken", ""],
];
const tab = (options = "", of: readonly (readonly (string | number)[])[] = ledger) =>
  tabOf("Form 8949", of, options);
const heading = (options = "", of = ledger): string => tab(options, of).heading.join("\n");

test("the rows are those of TLH_FORM_8949, to the end of the year whatever the as-of day", () => {
  const { table } = tab("as_of=2026-06-30");
  expect(call("TLH_FORM_8949", ledger, "FIFO", 2026)).toEqual({ kind: "table", table });
  expect(table.rows.map(([box]) => box)).toEqual(["A", "K", "L"]);
});

test("the year is that of the settings, else that of the as-of day", () => {
  expect(tab().heading[0]).toBe("Form 8949 for 2026");
  const earlier = tab("tax_year=2025");
  expect(earlier.heading[0]).toBe("Form 8949 for 2025");
  expect(earlier.table.rows).toEqual([]);
});

test("disposals follow the methods on record, and FIFO where there is none", () => {
  const lots = [...ledger, ["2025-12-01", "Buy", "BTC", 1, 90_000, "Kraken", ""]];
  const basis = (options: string) => tab(options, lots).table.rows.map((row) => row[5]);
  expect(basis("")).toEqual([500, 25_000, 12_500]);
  expect(basis("method_since=LIFO 2026-01-01")).toEqual([500, 90_000, 12_500]);
  expect(heading("")).toContain("Assumes that past disposals were relieved by FIFO");
  expect(heading("method_since=LIFO 2026-01-01")).toContain("methods on record: LIFO since");
});

test("totals are live sums, over all and by box", () => {
  const { totals, breakdown, table } = tab();
  expect(totals).toEqual([
    { kind: "text", text: "Total" },
    ...[{ kind: "blank" }, { kind: "blank" }, { kind: "blank" }],
    { kind: "sum", value: 80_400 },
    { kind: "sum", value: 38_000 },
    { kind: "blank" },
    { kind: "sum", value: 40 },
    { kind: "sum", value: 42_440 },
  ]);
  expect(breakdown!.valueColumns.map((column) => table.columns[column]!.title)).toEqual([
    "(d) Proceeds",
    "(e) Cost basis",
    "(g) Adjustment",
    "(h) Gain or loss",
  ]);
  expect(breakdown!.lines).toEqual([
    { key: "A", values: [400, 500, 40, -60] },
    { key: "K", values: [60_000, 25_000, 0, 35_000] },
    { key: "L", values: [20_000, 12_500, 0, 7_500] },
  ]);
});

test("each box has its part and its line of Schedule D", () => {
  expect(tab().sections[0]!.table.rows).toEqual([
    ["A", "Form 1099-B with basis reported", "I (short)", "1b", 1, 0],
    ["K", "Form 1099-DA without basis reported", "II (long)", "9", 1, 0],
    ["L", "no Form 1099-DA", "II (long)", "10", 1, 0],
  ]);
});

describe("the heading", () => {
  test("says what to check before filing, and against which forms", () => {
    for (const words of [
      "Forms 1099-B and 1099-DA received",
      "codes B, E, T",
      "those of the 2025 forms (checked 2026-11-22)",
      "Cells and totals are not rounded",
      "the assets of the setting securities",
      "Not tax advice",
    ]) {
      expect(heading()).toContain(words);
    }
  });

  test("warns of the conservative figures, which are none to file", () => {
    expect(heading("wash=conservative")).toContain("Do not file code W on coins held directly");
    expect(heading()).not.toContain("Do not file");
  });

  test("says that basis is missing, and where its proceeds are", () => {
    const short = [...ledger, ["2026-05-01", "Sell", "DOGE", 5, 10, "Kraken", ""]];
    expect(heading("", short)).toContain("Basis is missing: 1 row has no lot in this ledger.");
    expect(heading()).not.toContain("Basis is missing");
  });
});

describe("the question about digital assets", () => {
  const answer = (...rows: readonly (string | number)[][]): string =>
    heading("tax_year=2026", [TITLES, ["2026-01-01", "Buy", "BTC", 9, 90, "K", ""], ...rows])
      .split("\n")
      .find((line) => line.startsWith("Form 1040 asks"))!;
  test.each([
    ["Sell", "Yes, because of sales, exchanges or payments made."],
    ["Spend", "Yes, because of sales, exchanges or payments made."],
    ["Gift sent", "Yes, because of gifts or donations made."],
    ["Income", "Yes, because of rewards or payments received."],
    ["Buy", "nothing in this ledger makes the answer Yes"],
    ["Lost", "nothing in this ledger makes the answer Yes"],
  ])("%s", (type, words) => {
    expect(answer(["2026-02-01", type, "BTC", 1, 10, "K", ""])).toContain(words);
  });
  test("securities, other years and accounts off the return do not count", () => {
    expect(
      answer(
        ["2025-02-01", "Income", "BTC", 1, 10, "K", ""],
        ["2026-02-01", "Buy", "IBIT", 1, 10, "K", ""],
        ["2026-02-02", "Sell", "IBIT", 1, 10, "K", ""],
      ),
    ).toContain("nothing in this ledger");
    const titles = [...TITLES, "Account"];
    const ira = [titles, ["2026-02-01", "Income", "BTC", 1, 10, "K", "", "IRA"]];
    expect(heading("", ira)).toContain("nothing in this ledger");
  });
});

test("a year without disposals has an empty form, and no boxes", () => {
  const { table, breakdown, sections } = tab("tax_year=2025");
  expect([table.rows, breakdown!.lines, sections]).toEqual([[], [], []]);
});
