import type { CellGrid, CellValue } from "../core/index.ts";
import { seeded } from "./ledgerCells.ts";

/** A ledger of one asset that puts the matching of losses to work in a way of its own. */
export type WashLedger = {
  readonly name: string;
  /** About so many rows, in order of time. */
  readonly cells: (rows: number) => CellGrid;
};

/** Ledgers of one asset in which thousands of purchases fall into a window. */
export const WASH_LEDGERS: readonly WashLedger[] = [
  {
    name: "daily trades in 4 wallets",
    cells: (rows) => dailyTrades(rows, { days: 1095, wallets: 4 }),
  },
  {
    name: "daily trades in 50 wallets",
    cells: (rows) => dailyTrades(rows, { days: 1095, wallets: 50 }),
  },
  { name: "all on one day", cells: (rows) => dailyTrades(rows, { days: 1, wallets: 4 }) },
  { name: "one purchase replaces all", cells: onePurchaseReplacesAll },
  { name: "one purchase, moved in parts", cells: onePurchaseMoved },
  { name: "thousands replace each loss", cells: thousandsReplaceEach },
];

/** Three purchases to two sales, at prices that rise and fall, in wallets drawn by lot. */
function dailyTrades(
  rows: number,
  over: { readonly days: number; readonly wallets: number },
): CellGrid {
  const random = seeded(11);
  const held = new Array<number>(over.wallets).fill(0);
  const ledger = newLedger();
  for (let i = 0; i < rows; i += 1) {
    const part = i / rows;
    const wallet = Math.floor(random() * over.wallets);
    const units = held[wallet]!;
    const sells = random() < 0.4 && units > 0;
    const traded = 1 + Math.floor(random() * (sells ? Math.min(units, 2000) : 2000));
    held[wallet] = sells ? units - traded : units + traded;
    // Six swings of a third up and down, and noise.
    const price = 100 + 33 * Math.sin(part * 12 * Math.PI) + random() * 10;
    ledger.write(part * over.days, {
      type: sells ? "Sell" : "Buy",
      units: traded,
      price,
      wallet: `W${wallet}`,
    });
  }
  return ledger.grid;
}

/** Small lots bought in January are sold at a loss one by one, all against one purchase. */
function onePurchaseReplacesAll(rows: number): CellGrid {
  const half = Math.floor(rows / 2);
  const { grid, write } = newLedger();
  for (let i = 0; i < half; i += 1) {
    write((30 * i) / half, { type: "Buy", units: 2, price: 100, wallet: "A" });
  }
  write(62, { type: "Buy", units: 2 * half, price: 50, wallet: "B" });
  for (let i = 0; i < half; i += 1) {
    write(63 + (29 * i) / half, { type: "Sell", units: 2, price: 50, wallet: "A" });
  }
  return grid;
}

/** The same, where the one purchase is parted over 50 wallets and parts move on between sales. */
function onePurchaseMoved(rows: number): CellGrid {
  const quarter = Math.floor(rows / 4);
  const { grid, write } = newLedger();
  for (let i = 0; i < quarter; i += 1) {
    write((30 * i) / quarter, { type: "Buy", units: 2, price: 100, wallet: "A" });
  }
  write(62, { type: "Buy", units: 4 * quarter, price: 50, wallet: "B" });
  for (let i = 0; i < quarter; i += 1) {
    write(62 + i / quarter, { type: "Transfer", units: 4, wallet: "B", to: `W${i % 50}` });
  }
  for (let i = 0; i < quarter; i += 1) {
    const day = 63 + (29 * i) / quarter;
    write(day, { type: "Sell", units: 2, price: 50, wallet: "A" });
    // 7i + 1 and i never leave the same remainder, so no transfer goes to its own wallet.
    write(day, { type: "Transfer", units: 1, wallet: `W${(i * 7 + 1) % 50}`, to: `W${i % 50}` });
  }
  return grid;
}

/** One old lot is sold at a loss once in 30 days; a unit at a time is bought again, day by day. */
function thousandsReplaceEach(rows: number): CellGrid {
  const days = 1095;
  const { grid, write } = newLedger();
  write(0, { type: "Buy", units: 2 * rows, price: 100, wallet: "A" });
  for (let i = 1, sales = 0; i < rows; i += 1) {
    const day = 40 + (days * i) / rows;
    if (day >= 60 + 30 * sales) {
      write(day, { type: "Sell", units: Math.floor(rows / 40), price: 50, wallet: "A" });
      sales += 1;
    } else write(day, { type: "Buy", units: 1, price: 50, wallet: `B${i % 4}` });
  }
  return grid;
}

type Row = {
  readonly type: "Buy" | "Sell" | "Transfer";
  readonly units: number;
  readonly price?: number;
  readonly wallet: string;
  readonly to?: string;
};

/** A grid with a heading, and what writes rows below it, so many days after 2021 began. */
function newLedger() {
  const grid: CellValue[][] = [
    ["Date", "Type", "Asset", "Quantity", "Total", "Wallet", "To wallet"],
  ];
  const start = Date.UTC(2021, 0, 1);
  const write = (day: number, { type, units, price, wallet, to }: Row): void => {
    const date = new Date(start + Math.floor(day * 86_400) * 1000).toISOString();
    const total = price === undefined ? null : Math.round(units * price * 100) / 100;
    const moment = `${date.slice(0, 10)} ${date.slice(11, 19)}`;
    grid.push([moment, type, "X", units, total, wallet, to ?? null]);
  };
  return { grid, write };
}
