import { describe, expect, test } from "vitest";
import { decimal, decimalText } from "../../samples/decimal.ts";
import { portfolioSheets } from "../../samples/portfolio/portfolioSheets.ts";
import type { SheetCell } from "../../samples/sheetCell.ts";

const sheet = (name: string) => portfolioSheets().find((found) => found.name === name)!.rows;
const [headings = [], ...rows] = sheet("Transactions");
const cell = (row: readonly SheetCell[], heading: string): SheetCell =>
  row[headings.indexOf(heading)]!;
const text = (row: readonly SheetCell[], heading: string): string => {
  const found = cell(row, heading);
  return found === null ? "" : typeof found === "object" ? "?" : found.toString();
};
const exact = (row: readonly SheetCell[], heading: string): bigint =>
  decimal(text(row, heading).replace(/^-/, "") || "0");
const isDamaged = (row: readonly SheetCell[]): boolean => text(row, "Notes").startsWith("Damaged:");

describe("Transactions", () => {
  test("the headings are those of one asset a row", () => {
    expect(headings.map(String).join(" | ")).toBe(
      "Date | Type | Asset | Quantity | Price | Total | Fee | Wallet | Account | To wallet | Lot | Id | Acquired | 1099 | Notes",
    );
  });

  test("there are 432 rows, from the opening lots to November 2026", () => {
    expect(rows).toHaveLength(432);
    expect(text(rows[0]!, "Type")).toBe("Opening lot");
    expect(newYorkDay(rows.at(-1)!)).toBe("2026-11-16");
  });

  test("every type of transaction occurs", () => {
    expect([...new Set(rows.map((row) => text(row, "Type")))].sort()).toEqual([
      "Airdrop",
      "Buy",
      "Donation",
      "Fee",
      "Gift received",
      "Gift sent",
      "Hodl",
      "Income",
      "Inherited",
      "Interest",
      "Lost",
      "Opening lot",
      "Sell",
      "Spend",
      "Staking",
      "Transfer",
    ]);
  });

  test("dates are cells, cells with a time, and texts with a zone", () => {
    const shapes = rows.map((row) => {
      const found = cell(row, "Date");
      if (typeof found === "string") return found.replace(/\d/g, "9");
      return found !== null && typeof found === "object" && "shows" in found ? found.shows : "?";
    });
    expect([...new Set(shapes)].sort()).toEqual([
      "99/99/9999",
      "9999-99-99T99:99:99-99:99",
      "9999-99-99T99:99:99Z",
      "day",
      "day and time",
    ]);
  });

  test("quantities that a number cannot hold are texts of up to 18 digits", () => {
    const texts = rows
      .map((row) => cell(row, "Quantity"))
      .filter((found) => typeof found === "string");
    expect(texts).toContain("64.024822695035460992");
    expect(texts.length).toBeGreaterThan(40);
    for (const row of rows) {
      const found = cell(row, "Quantity");
      if (typeof found === "number") expect(Number(found.toPrecision(15))).toBe(found);
    }
  });

  test("an id stands twice only for a transfer with its fee and for the pasted row", () => {
    const byId = new Map<string, string[]>();
    for (const row of rows) {
      const id = text(row, "Id");
      byId.set(id, [...(byId.get(id) ?? []), text(row, "Type")]);
    }
    const shared = [...byId.values()].filter((group) => group.length > 1);
    const types = shared.map((group) => group.join("+"));
    expect(types.filter((found) => found === "Transfer+Fee")).toHaveLength(12);
    expect(types.filter((found) => found !== "Transfer+Fee")).toEqual(["Buy+Buy"]);
  });

  test("Price times Quantity is Total to the cent, but for the gift and the damaged row", () => {
    const off = rows.filter((row) => {
      if (text(row, "Price") === "" || text(row, "Price") === "?") return false;
      const product = (exact(row, "Price") * exact(row, "Quantity")) / 10n ** 18n;
      const difference = product - exact(row, "Total");
      return difference > decimal("0.01") || -difference > decimal("0.01");
    });
    expect(off.map((row) => text(row, "Id"))).toEqual(["M-0004", "C-0082"]);
  });

  test("the damaged rows are these", () => {
    const damaged = rows.filter(isDamaged);
    expect(damaged.map((row) => [text(row, "Type"), text(row, "Asset"), text(row, "Id")])).toEqual([
      ["Hodl", "ETH", "C-0025"],
      ["Sell", "ADA", "G-0022"],
      ["Buy", "LINK", "C-0052"],
      ["Buy", "SOL", "G-0026"],
      ["Transfer", "BTC", "L-0020"],
      ["Buy", "LINK", "C-0077"],
      ["Buy", "ETH", "C-0082"],
      ["Buy", "DOGE", "K-0129"],
    ]);
  });

  test("each asset at a loss was bought within 30 days before the as-of date, LINK and ADA not", () => {
    const recent = rows.filter((row) => !isDamaged(row) && newYorkDay(row) >= "2026-10-21");
    const bought = recent.filter((row) => ["Buy", "Staking"].includes(text(row, "Type")));
    expect([...new Set(bought.map((row) => text(row, "Asset")))].sort()).toEqual([
      "BTC",
      "DOGE",
      "ETH",
      "IBIT",
      "SOL",
    ]);
  });
});

describe("balances", () => {
  const { held, overdrawn } = balances();

  test("no wallet gives out more than it holds, but in the damaged row", () => {
    expect(overdrawn).toEqual(["G-0022"]);
  });

  test.each([
    // 40 and 30, 50, 40 and 25, 20 bought; 40, then 20 and 10 sold.
    ["|Fidelity|IBIT", "135"],
    ["Roth IRA|Fidelity|IBIT", "35"],
    ["|Ledger|JUP", "200"],
    // 2,500 moved in, 1,000 lost.
    ["|=old phone|DOGE", "1500"],
    ["|Gemini|ADA", "0"],
    ["|Coinbase|BTC", "0.00025"],
  ])("%s ends with %s", (pool, quantity) => {
    expect(decimalText(held.get(pool) ?? 0n)).toBe(quantity);
  });

  test("the wallets and assets held at the end are these", () => {
    expect(
      [...held]
        .filter(([, units]) => units > 0n)
        .map(([pool]) => pool)
        .sort(),
    ).toEqual([
      "Roth IRA|Fidelity|IBIT",
      "Spouse|Coinbase|ETH",
      "Spouse|Coinbase|SOL",
      "|=old phone|DOGE",
      "|Coinbase|BTC",
      "|Coinbase|ETH",
      "|Coinbase|LINK",
      "|Coinbase|USDC",
      "|Fidelity|IBIT",
      "|Gemini|SOL",
      "|Kraken|ADA",
      "|Kraken|BTC",
      "|Kraken|DOGE",
      "|Ledger|BTC",
      "|Ledger|JUP",
      "|Ledger|SOL",
      "|MetaMask|ETH",
      "|MetaMask|LINK",
      "|MetaMask|USDC",
    ]);
  });
});

describe("Prices and Settings", () => {
  test("every asset but JUP has a price of the as-of date; that of ADA is 46 days old", () => {
    const [titles, ...prices] = sheet("Prices");
    expect(titles).toEqual(["Asset", "Price", "As of"]);
    expect(prices.map(([asset, , asOf]) => [asset, asOf])).toEqual([
      ...["BTC", "ETH", "SOL", "LINK", "DOGE", "USDC", "IBIT"].map((asset) => [
        asset,
        { serial: 46346, shows: "day" },
      ]),
      ["ADA", { serial: 46300, shows: "day" }],
    ]);
    for (const [, price] of prices) expect(price).toBeGreaterThan(0);
  });

  test("the settings are two columns without a heading", () => {
    expect(sheet("Settings").map(([name]) => name)).toEqual([
      "as_of",
      "tax_year",
      "filing_status",
      "taxable_income",
      "state_rate",
      "carryover_long",
      "scope",
      "wash",
      "sell_cost",
      "time_zone",
    ]);
    expect(sheet("Settings")[0]).toEqual(["as_of", { serial: 46346, shows: "day" }]);
  });
});

/** Adds the rows up from their cells, in the order of their moments. */
function balances(): { readonly held: Map<string, bigint>; readonly overdrawn: string[] } {
  const held = new Map<string, bigint>();
  const overdrawn: string[] = [];
  const UNUSABLE = ["C-0025", "C-0052", "G-0026", "L-0020", "K-0129"];
  const usable = rows.filter((row) => !UNUSABLE.includes(text(row, "Id")));
  const ordered = usable
    .map((row, index) => ({ row, index, at: momentOf(row), rank: rankOf(row) }))
    .sort((a, b) => a.at - b.at || a.rank - b.rank || a.index - b.index);
  for (const { row } of ordered) {
    const units = exact(row, "Quantity");
    const pool = (wallet: string) => [text(row, "Account"), wallet, text(row, "Asset")].join("|");
    const from = pool(text(row, "Wallet"));
    const left = (held.get(from) ?? 0n) + (rankOf(row) === 0 ? units : -units);
    if (left < 0n) overdrawn.push(text(row, "Id"));
    held.set(from, left < 0n ? 0n : left);
    const to = pool(text(row, "To wallet"));
    if (rankOf(row) === 1) held.set(to, (held.get(to) ?? 0n) + units);
  }
  return { held, overdrawn };
}

/** 0: units come in; 1: they move; 2: they leave. */
function rankOf(row: readonly SheetCell[]): 0 | 1 | 2 {
  const type = text(row, "Type");
  if (type === "Transfer") return 1;
  return ["Sell", "Spend", "Fee", "Gift sent", "Donation", "Lost"].includes(type) ? 2 : 0;
}

/** Milliseconds since 1970; the runtime's own zone data stand in for the sample's rule. */
function momentOf(row: readonly SheetCell[]): number {
  const found = cell(row, "Date");
  if (typeof found === "string") return Date.parse(found);
  if (found === null || typeof found !== "object" || !("serial" in found)) return NaN;
  const local = Math.round((found.serial - 25569) * 86400) * 1000;
  const [hours] = /-\d\d/.exec(
    new Intl.DateTimeFormat("en-US", { timeZone: "America/New_York", timeZoneName: "longOffset" })
      .formatToParts(local + 5 * 3600_000)
      .find(({ type }) => type === "timeZoneName")!.value,
  )!;
  return local - Number(hours) * 3600_000;
}

function newYorkDay(row: readonly SheetCell[]): string {
  const at = momentOf(row);
  return Number.isNaN(at)
    ? "no day"
    : new Intl.DateTimeFormat("sv-SE", { timeZone: "America/New_York" }).format(at);
}
