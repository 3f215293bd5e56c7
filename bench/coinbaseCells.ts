import type { CellGrid, CellValue } from "../core/index.ts";

/** A ledger of bench/ledgerCells.ts as Coinbase would export it: without wallets, texts all. */
export function coinbaseCells(ledger: CellGrid): CellGrid {
  const headings = [
    ...["ID", "Timestamp", "Transaction Type", "Asset", "Quantity Transacted", "Price Currency"],
    ...["Price at Transaction", "Subtotal", "Total (inclusive of fees and/or spread)"],
    ...["Fees and/or Spread", "Notes"],
  ];
  return [headings, ...ledger.slice(1).map(exportedRow)];
}

function exportedRow(row: readonly CellValue[]): readonly CellValue[] {
  const [date = "", type = "", asset = "", units = "", , total, fee, , , id = ""] = row.map(String);
  const sells = type === "Sell";
  const subtotal = Number(total);
  const cost = Number(fee);
  const whole = sells ? subtotal - cost : subtotal + cost;
  return [
    id,
    `${date} UTC`,
    type,
    asset,
    sells ? `-${units}` : units,
    "USD",
    `$${(subtotal / Number(units)).toFixed(5)}`,
    `$${subtotal.toFixed(2)}`,
    `$${whole.toFixed(2)}`,
    `$${cost.toFixed(2)}`,
    `${sells ? "Sold" : "Bought"} ${units} ${asset} for $${whole.toFixed(2)} USD`,
  ];
}
