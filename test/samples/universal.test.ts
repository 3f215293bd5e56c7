import { describe, expect, test } from "vitest";
import { decimal } from "../../samples/decimal.ts";
import { koinlyUniversal } from "../../samples/universal/koinlyUniversal.ts";
import { zenledgerUniversal } from "../../samples/universal/zenledgerUniversal.ts";

const [koinlyHeadings = [], ...koinly] = koinlyUniversal();
const [zenledgerHeadings = [], ...zenledger] = zenledgerUniversal();

test("the headings are those that the services publish", () => {
  expect(koinlyHeadings.join(",")).toBe(
    "Date,Sent Amount,Sent Currency,Received Amount,Received Currency,Fee Amount,Fee Currency,Net Worth Amount,Net Worth Currency,Label,Description,TxHash",
  );
  expect(zenledgerHeadings.join(",")).toBe(
    "Timestamp,Type,IN Amount,IN Currency,Out Amount,Out Currency,Fee Amount,Fee Currency,Exchange(optional),US Based,Txid",
  );
});

const FILES = [
  {
    name: "Koinly",
    rows: koinly,
    count: 62,
    date: /^20\d\d-\d\d-\d\d \d\d:\d\d:\d\d UTC$/,
    at: { out: 1, in: 3, fee: 5, hash: 11 },
    exchange: () => "",
  },
  {
    name: "ZenLedger",
    rows: zenledger,
    count: 64,
    date: /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
    at: { in: 2, out: 4, fee: 6, hash: 10 },
    exchange: (row: readonly string[]) => row[8]!,
  },
];

describe.each(FILES)("$name", ({ rows, count, date, at, exchange }) => {
  test("has its rows, oldest first, each with its own hash", () => {
    expect(rows).toHaveLength(count);
    for (const [when] of rows) expect(when).toMatch(date);
    const dates = rows.map(([when]) => when!);
    expect(dates).toEqual([...dates].sort());
    expect(new Set(rows.map((row) => row[at.hash])).size).toBe(count);
  });

  test("never gives out more than it holds", () => {
    const held = new Map<string, bigint>();
    const change = (row: readonly string[], column: number, sign: bigint) => {
      const currency = row[column + 1]!;
      if (currency === "" || currency === "USD") return;
      const pool = `${exchange(row)} ${currency}`;
      held.set(pool, (held.get(pool) ?? 0n) + sign * decimal(row[column]!));
      expect(held.get(pool), `${row[0]!} ${pool}`).toBeGreaterThanOrEqual(0n);
    };
    for (const row of rows) {
      change(row, at.in, 1n);
      change(row, at.out, -1n);
      change(row, at.fee, -1n);
    }
    expect(held.size).toBeGreaterThan(5);
  });

  test("has fees in dollars and in coins", () => {
    const currencies = new Set(rows.map((row) => row[at.fee + 1]!));
    for (const currency of ["", "USD", "ETH", "SOL", "LINK"]) {
      expect([...currencies]).toContain(currency);
    }
  });
});

test("every Koinly row without a side in dollars says what it was worth", () => {
  const withoutDollars = koinly.filter((row) => row[2] !== "USD" && row[4] !== "USD");
  expect(withoutDollars).toHaveLength(16);
  for (const row of withoutDollars) {
    expect(Number(row[7])).toBeGreaterThan(0);
    expect(row[8]).toBe("USD");
  }
});

test("only ZenLedger's trade of one coin for another and its gift have no dollars", () => {
  const withoutDollars = zenledger.filter((row) => row[3] !== "USD" && row[5] !== "USD");
  expect(withoutDollars.map((row) => row[1])).toEqual(["gift sent", "trade"]);
});
