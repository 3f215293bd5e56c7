import type { CellGrid, CellValue } from "../../core/ledger/cells.ts";
import { mutatedText, nastyCell } from "./nasty.ts";
import type { Random } from "./random.ts";

/** A sheet with headings, and the row of these, counted from 1. */
export type LedgerSheet = { readonly grid: CellGrid; readonly headerRow: number };

/**
 * A sheet of one of the known shapes: rows such as people have, some with a cell or two that are
 * wrong, some repeated, moved, cut short or blank.
 */
export function ledgerSheet(random: Random): LedgerSheet {
  const shape = random.pick(SHAPES);
  const preamble: CellValue[][] = [];
  while (random.percent(20) && preamble.length < 9) preamble.push(["Report", random.below(9)]);
  const rows: CellValue[][] = [];
  let day = 18_600 + random.below(2000);
  for (let left = random.below(14); left > 0; left -= 1) {
    day += random.pick([0, 0, 1, 3, 29, 30, 31, 32, 200]);
    const date = new Date(day * 86_400_000 + random.below(86_400) * 1000).toISOString();
    const row = shape.row(random, random.percent(50) ? date.slice(0, 10) : spaced(date));
    rows.push(damaged(random, row));
    if (random.percent(5)) rows.push([...row]);
    if (random.percent(5)) rows.push(random.pick<CellValue[]>([[], [""], [null, 0], ["", "  "]]));
    if (random.percent(3)) rows.push([...shape.headings]);
  }
  return { grid: [...preamble, [...shape.headings], ...rows], headerRow: preamble.length + 1 };
}

const spaced = (date: string): string => `${date.slice(0, 10)} ${date.slice(11, 19)}`;

/** The row with wrong cells, mostly none. */
function damaged(random: Random, row: readonly CellValue[]): CellValue[] {
  const cells = [...row];
  while (random.percent(30)) {
    const at = random.below(cells.length);
    const cell = cells[at];
    const isMutated = typeof cell === "string" && random.percent(50);
    cells[at] = isMutated ? mutatedText(random, cell) : nastyCell(random);
  }
  if (random.percent(3)) return cells.slice(0, random.below(cells.length));
  return random.percent(2) ? [...cells, nastyCell(random)] : cells;
}

type Shape = {
  readonly headings: readonly string[];
  readonly row: (random: Random, date: string) => CellValue[];
};

const ASSETS = ["BTC", "ETH", "WBTC", "IBIT", "USDC", "USD", "EUR", "btc"];
const WALLETS = ["Kraken", "Cold", "Phone", ""];
const TYPES = [
  ...["Buy", "Buy", "Buy", "Sell", "Sell", "Spend", "Fee", "Staking", "Airdrop", "Transfer"],
  ...["Gift received", "Gift sent", "Donation", "Inherited", "Lost", "Opening lot", "Deposit"],
  ...["Withdrawal", "Swap", "Margin fee", "Loan"],
];

const amount = (random: Random): CellValue => {
  const value = (1 + random.below(4000)) / random.pick([1, 4, 100, 1e8]);
  return random.percent(50) ? value : String(value);
};

const maybe = (random: Random, share: number, cell: () => CellValue): CellValue =>
  random.percent(share) ? cell() : null;

const oneAsset: Shape = {
  headings: [
    ...["Date", "Type", "Asset", "Quantity", "Price", "Total", "Fee", "Fee currency", "Wallet"],
    ...["Account", "To wallet", "Lot", "Id", "Acquired", "1099", "Notes"],
  ],
  row: (random, date) => [
    date,
    random.pick(TYPES),
    random.pick(ASSETS),
    amount(random),
    maybe(random, 30, () => amount(random)),
    maybe(random, 80, () => amount(random)),
    maybe(random, 20, () => amount(random)),
    maybe(random, 5, () => random.pick(ASSETS)),
    random.pick(WALLETS),
    random.pick(["", "", "", "Taxable", "Roth IRA", "Spouse", "Controlled entity"]),
    maybe(random, 20, () => random.pick(WALLETS)),
    maybe(random, 10, () => random.pick(["L1", "L2", "L1:0.5; L2", "L3:1"])),
    maybe(random, 40, () => `L${random.below(6)}`),
    maybe(random, 10, () => "2023-05-05"),
    maybe(random, 10, () => random.pick(["1099-B", "basis", "none", "yes"])),
    maybe(random, 10, () => "note"),
  ],
};

const twoSides: Shape = {
  headings: [
    ...["Date", "Label", "Sent Amount", "Sent Currency", "Received Amount", "Received Currency"],
    ...["Fee Amount", "Fee Currency", "Net Worth Amount", "Net Worth Currency", "From Wallet"],
    ...["To Wallet", "TxHash"],
  ],
  row: (random, date) => {
    const sends = random.percent(70);
    const receives = !sends || random.percent(60);
    const fee = random.percent(20);
    return [
      date,
      random.pick(["", "", "", "staking", "gift", "lost", "cost", "airdrop", "loan", "swap"]),
      ...(sends ? [amount(random), random.pick(ASSETS)] : [null, null]),
      ...(receives ? [amount(random), random.pick(ASSETS)] : [null, null]),
      ...(fee ? [amount(random), random.pick(ASSETS)] : [null, null]),
      maybe(random, 60, () => amount(random)),
      random.pick(["USD", "USD", "", "EUR"]),
      random.pick(WALLETS),
      random.pick(WALLETS),
      maybe(random, 50, () => `tx${random.below(5)}`),
    ];
  },
};

const baseAndQuote: Shape = {
  headings: [
    ...["Timestamp (UTC)", "Type", "Base Currency", "Base Amount", "Quote Currency"],
    ...["Quote Amount", "Fee Currency", "Fee Amount", "From", "To", "ID"],
    ...["Reference Price Per Unit", "Reference Price Currency"],
  ],
  row: (random, date) => [
    date,
    random.pick([...TYPES, "buy", "sell", "bridge-in", "approval"]),
    random.pick(ASSETS),
    amount(random),
    random.pick([...ASSETS, "USD", "USD", ""]),
    maybe(random, 80, () => amount(random)),
    random.pick(["", "USD", "ETH"]),
    maybe(random, 30, () => amount(random)),
    random.pick(WALLETS),
    random.pick(WALLETS),
    maybe(random, 50, () => `id${random.below(5)}`),
    maybe(random, 40, () => amount(random)),
    maybe(random, 40, () => "USD"),
  ],
};

const coinbase: Shape = {
  headings: [
    ...["ID", "Timestamp", "Transaction Type", "Asset", "Quantity Transacted", "Price Currency"],
    ...["Price at Transaction", "Subtotal", "Total (inclusive of fees and/or spread)"],
    ...["Fees and/or Spread", "Notes"],
  ],
  row: (random, date) => [
    `id${random.below(99)}`,
    `${date} UTC`,
    random.pick([...TYPES, "Convert", "Advanced Trade Buy", "Rewards Income", "Send", "Receive"]),
    random.pick(ASSETS),
    maybe(random, 95, () => random.pick([1, -1]) * Number(amount(random))),
    random.pick(["USD", "USD", "EUR"]),
    ...[amount(random), amount(random), amount(random), amount(random)],
    random.pick(["", "Converted 1 BTC to 12.5 ETH", "Sent 1 BTC to Vault", "Bought 1 BTC"]),
  ],
};

const krakenLedgers: Shape = {
  headings: [
    ...["txid", "refid", "time", "type", "subtype", "aclass", "asset", "wallet", "amount", "fee"],
    "balance",
  ],
  row: (random, date) => [
    `L${random.below(999)}`,
    `R${random.below(4)}`,
    date,
    random.pick(["trade", "trade", "spend", "receive", "deposit", "withdrawal", "staking", "earn"]),
    random.pick(["", "", "spottofutures", "reward", "allocation"]),
    "currency",
    random.pick(["XXBT", "XETH", "ZUSD", "USDC", "ETH2.S", "DOT.F"]),
    random.pick(["spot / main", "spot", "earn / bonded"]),
    random.pick([1, -1]) * Number(amount(random)),
    maybe(random, 50, () => amount(random)),
    amount(random),
  ],
};

const SHAPES: readonly Shape[] = [
  ...[oneAsset, oneAsset, oneAsset, twoSides, twoSides, baseAndQuote, coinbase, krakenLedgers],
];
