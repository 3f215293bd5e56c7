import type { CellGrid, CellValue } from "../core/index.ts";

const ASSETS = [
  "BTC",
  "ETH",
  "SOL",
  "ADA",
  "LINK",
  "DOT",
  "AVAX",
  "LTC",
  "XRP",
  "DOGE",
  "ATOM",
  "USDC",
];
const WALLETS = ["Coinbase", "Kraken", "Gemini", "Ledger", "MetaMask", "River"];

/** Numbers from 0 to 1 that are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A ledger of so many rows in order of time: three purchases to two sales, of 8 decimals. */
export function ledgerCells(rows: number): CellGrid {
  const random = seeded(7);
  const held = new Map<string, number>();
  const grid: CellValue[][] = [
    ["Date", "Type", "Asset", "Quantity", "Price", "Total", "Fee", "Wallet", "Account", "Id"],
  ];
  const start = Date.UTC(2019, 0, 1);
  const step = (Date.UTC(2026, 10, 1) - start) / rows;
  for (let i = 0; i < rows; i += 1) {
    const asset = ASSETS[Math.floor(random() * ASSETS.length)]!;
    const wallet = WALLETS[Math.floor(random() * WALLETS.length)]!;
    const key = `${asset}/${wallet}`;
    const units = held.get(key) ?? 0;
    const sells = random() < 0.4 && units > 1;
    // Hundred-millionths, so that the running holdings stay whole.
    const parts = 1 + Math.floor(random() * (sells ? Math.min(units, 2e8) : 2e8));
    held.set(key, sells ? units - parts : units + parts);
    const price = Math.round((20 + random() * 60) * 100) / 100;
    const total = Math.round(parts * price) / 1e8;
    const date = new Date(start + Math.floor(i * step)).toISOString();
    grid.push([
      `${date.slice(0, 10)} ${date.slice(11, 19)}`,
      sells ? "Sell" : "Buy",
      asset,
      parts / 1e8,
      null,
      Math.max(1, Math.round(total * 100)) / 100,
      Math.round(random() * Math.min(100, total)) / 100,
      wallet,
      "Taxable",
      `T${i}`,
    ]);
  }
  return grid;
}

/** A price for each asset of the ledger. */
export const priceCells = (): CellGrid => [
  ["Asset", "Price", "As of"],
  ...ASSETS.map((asset, index) => [asset, 30 + index * 3.25, "2026-11-20"]),
];
