/** A cell as the user entered it: `{ day }` is a date cell, a string is text whatever it looks like. */
export type EnteredCell = string | number | { readonly day: string } | undefined;

export const TRANSACTION_HEADINGS = [
  "Date",
  "Type",
  "Asset",
  "Quantity",
  "Price",
  "Total",
  "Fee",
  "Wallet",
  "Account",
  "To wallet",
  "Lot",
  "Id",
  "Acquired",
  "1099",
  "Notes",
] as const;

const day = (text: string): EnteredCell => ({ day: text });
const none = undefined;

/** The ledger of the nasty workbook; wallets and notes begin like formulas and are text. */
export const TRANSACTION_ROWS: readonly (readonly EnteredCell[])[] = [
  [day("2024-01-10"), "Buy", "BTC", 0.5, 42000, 21000, 25, "Kraken", "Taxable", none, none, "b1"],
  [day("2024-02-03"), "Buy", "ETH", 10, 2300.25, 23002.5, 10.5, "=Ledger", none, none, none, "b2"],
  [day("2024-05-20"), "Buy", "SOL", 100, 180, 18000, 0, "+Phantom", none, none, none, "b3"],
  [
    ...[day("2024-06-01"), "Income", "ETH", "0.123456789012345678", none, 456.78, none, "-cold-"],
    ...[none, none, none, "i1", none, none, "@staking"],
  ],
  [day("2025-03-15"), "Buy", "LTC", 50, 130, 6500, 5, "@Kraken", none, none, none, "b4"],
  [
    ...[day("2025-04-01"), "Transfer", "BTC", 0.25, none, none, none, "Kraken"],
    ...[none, "=Ledger", none, "t1"],
  ],
  [day("2025-07-04"), "Sell", "SOL", 40, 120, 4800, 3, "+Phantom", none, none, "b3:40", "s1"],
  ["12/01/2025", "Buy", "BTC", "0.25", "$95,000.00", 23750, none, "Kraken", none, none, none, "b5"],
  ["2026-01-15T22:30:00Z", "Spend", "ETH", 1, none, 3100, none, "=Ledger", none, none, none, "p1"],
  [day("2026-03-02"), "Buy", "SOL", 20, 140.5, 2810, 1.25, "+Phantom", none, none, none, "b6"],
  [
    ...[day("2026-05-05"), "Gift received", "DOGE", 1000, 0.12, 100, none, "-cold-"],
    ...[none, none, none, "g1", day("2021-05-05"), none, '=HYPERLINK("https://example.com","x")'],
  ],
  [
    ...[day("2026-06-30"), "Sell", "LTC", 20, 80, 1600, 1, "@Kraken", none, none, none, "s2"],
    ...[none, "basis reported"],
  ],
  [day("2026-08-03"), "Buy", "ETH", 2, 3900, 7800, 4, "Trust", "IRA", none, none, "b7"],
  [day("2026-10-01"), "Lost", "DOGE", 10, none, none, none, "-cold-", none, none, none, "l1"],
  [
    ...[day("2026-11-10"), "Buy", "XRP", 500, 2.1, 1050, 2, "Kraken", none, none, none, "b8"],
    ...[none, none, "two\nlines & <b>bold</b> 🚀"],
  ],
  ["not a date", "Buy", "BTC", 1, 1, 1, none, "Kraken", none, none, none, "x1"],
];

/** Sum of the Total column over the rows of type Buy, the last and unusable row included. */
export const TOTAL_OF_BUYS = 103_913.5;

export const PRICE_ROWS: readonly (readonly [string, number, string])[] = [
  ["BTC", 60_000, "2026-11-19"],
  ["ETH", 2_500, "2026-11-20"],
  ["SOL", 150.25, "2026-11-20"],
  ["LTC", 80, "2026-11-18"],
  ["XRP", 1.9, "2026-09-01"],
];
