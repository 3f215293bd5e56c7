import type { SaleToMake } from "../../core/index.ts";

/** What to sell as a CSV file. Text that a spreadsheet would run as a formula stays text. */
export const salesCsv = (sales: readonly SaleToMake[]): string =>
  [HEADINGS, ...sales.map(cells)].map((row) => row.map(csvCell).join(",")).join("\r\n") + "\r\n";

const HEADINGS = [
  "Asset",
  "Wallet",
  "Account",
  "Quantity to sell",
  "Proceeds",
  "Harvestable loss",
  "Loss kept now",
  "At risk if rule extended",
  "Clear to sell on",
  "Rebuy from",
  "Tax saved",
];

const cells = (sale: SaleToMake): readonly (string | number | null)[] => [
  sale.asset,
  sale.wallet,
  sale.account,
  sale.quantity,
  sale.proceeds,
  sale.loss,
  sale.kept,
  sale.atRisk,
  sale.clearToSell,
  sale.rebuyFrom,
  sale.taxSaved,
];

function csvCell(cell: string | number | null): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = /^[\s]*[=+\-@]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
