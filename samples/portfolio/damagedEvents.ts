import { decimal, rounded, times } from "../decimal.ts";
import { priceOn } from "../priceHistory.ts";
import { buyUnits, change, enter, holding, type SampleWallet } from "./ledgerBook.ts";
import { onDay, type LedgerEvent } from "./ledgerEvent.ts";
import type { Damage } from "./ledgerRow.ts";
import { COINBASE, GEMINI, KRAKEN, LEDGER } from "./wallets.ts";

/** Rows as careless hands leave them. Each one's Notes say what it shows. */
export const damagedEvents = (): LedgerEvent[] => [
  unusable("2023-04-04", COINBASE, "0.1 ETH", {
    type: "Hodl",
    notes: "Damaged: nobody knows a type Hodl. The row takes no part.",
  }),
  unusable("2024-06-30", COINBASE, "12 LINK", {
    damage: { Date: "31/06/2024" },
    notes: "Damaged: June has 30 days. The row takes no part.",
  }),
  unusable("2024-09-03", GEMINI, "2 SOL", {
    damage: { Price: { error: "#N/A" }, Total: null, Fee: null },
    notes: "Damaged: a price formula failed. The row takes no part.",
  }),
  onDay("2024-04-16", GEMINI, (book, place) => {
    const notes = "Damaged: more is sold than the wallet holds. A purchase is missing above.";
    const happening = { ...place, asset: "ADA", notes };
    change(book, happening, -holding(book, GEMINI, "ADA"));
    enter(book, happening, { type: "Sell", quantity: decimal("5000"), total: decimal("2310") });
  }),
  unusable("2025-02-04", LEDGER, "0.01 BTC", {
    type: "Transfer",
    damage: { Price: null, Total: null },
    notes: "Damaged: a transfer to nowhere. The row takes no part.",
  }),
  onDay("2025-07-07", COINBASE, (book, place) => {
    const happening = { ...place, asset: "LINK" };
    buyUnits(book, happening, decimal("15"));
    const original = book.rows.at(-1)!;
    book.rows.push({
      ...original,
      notes: "Damaged: the same purchase, pasted twice. It is used, with a warning.",
    });
    change(book, happening, decimal("15"));
  }),
  onDay("2025-09-23", COINBASE, (book, place) => {
    const quantity = decimal("0.1");
    const price = priceOn("ETH", place.at.day);
    const total = rounded(times(price, quantity), 2) + decimal("9");
    const notes =
      "Damaged: Quantity times Price is 9 dollars less than Total. Total counts, with a warning.";
    buyUnits(book, { ...place, asset: "ETH", notes, cells: { total } }, quantity);
  }),
  unusable("2026-03-10", KRAKEN, "1000 DOGE", {
    damage: { Price: null, Total: null, Fee: null },
    notes: "Damaged: neither Price nor Total. The row takes no part.",
  }),
];

function unusable(
  day: string,
  wallet: SampleWallet,
  ...[amount, cells]: readonly [string, UnusableCells]
): LedgerEvent {
  const [units = "", asset = ""] = amount.split(" ");
  return onDay(day, wallet, (book, place) => {
    const quantity = decimal(units);
    const price = priceOn(asset, place.at.day);
    const total = rounded(times(price, quantity), 2);
    enter(book, { ...place, asset }, { type: "Buy", quantity, price, total, ...cells });
  });
}

type UnusableCells = {
  readonly type?: string;
  readonly notes: string;
  readonly damage?: Readonly<Record<string, Damage>>;
};
