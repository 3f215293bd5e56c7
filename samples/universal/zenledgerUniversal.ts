import { decimalText } from "../decimal.ts";
import { utcText } from "../moment.ts";
import { everyMonths } from "./monthly.ts";
import {
  twoSidedRows,
  type Amount,
  type Entry,
  type TwoSidedKind,
  type TwoSidedRow,
} from "./twoSidedBook.ts";

/** Two exchanges' history in ZenLedger's universal format, heading first. */
export const zenledgerUniversal = (): string[][] => [
  HEADINGS,
  ...twoSidedRows(entries()).map(cells),
];

const HEADINGS = [
  "Timestamp",
  "Type",
  "IN Amount",
  "IN Currency",
  "Out Amount",
  "Out Currency",
  "Fee Amount",
  "Fee Currency",
  "Exchange(optional)",
  "US Based",
  "Txid",
];

/** ZenLedger's words. */
const TYPES: Record<TwoSidedKind, string> = {
  buy: "buy",
  sell: "sell",
  trade: "trade",
  staking: "staking reward",
  interest: "interest received",
  gift: "gift sent",
  donation: "gift sent",
};

/** The file has no column for a row's value: what income was worth stands as dollars going out. */
function cells(row: TwoSidedRow): string[] {
  const isIncome = row.sent === undefined && row.worth !== undefined;
  const out = isIncome ? { quantity: row.worth, currency: "USD" } : row.sent;
  return [
    utcText(row.at),
    TYPES[row.kind],
    ...sides(row.received),
    ...sides(out),
    ...sides(row.fee),
    row.exchange,
    "Yes",
    row.hash,
  ];
}

const sides = (amount: Amount | undefined): [string, string] =>
  amount === undefined ? ["", ""] : [decimalText(amount.quantity), amount.currency];

function entries(): Entry[] {
  const coinbase = "Coinbase";
  const gemini = "Gemini";
  return [
    ...everyMonths("2024-01-18", "2026-11-18", 2).map((on): Entry => {
      return {
        on,
        exchange: coinbase,
        kind: "buy",
        out: "350 USD",
        in: "ETH",
        feeShare: "0.006 USD",
      };
    }),
    ...everyMonths("2024-02-12", "2026-11-12", 3).map((on): Entry => {
      return {
        on,
        exchange: gemini,
        kind: "buy",
        out: "600 USD",
        in: "BTC",
        feeShare: "0.0035 USD",
      };
    }),
    ...everyMonths("2024-06-15", "2026-09-15", 3).map((on): Entry => {
      const amount = `0.00${(300 + (Number(on.slice(3, 4)) * 7 + Number(on.slice(5, 7))) * 5).toString()}`;
      return { on, exchange: coinbase, kind: "staking", in: `${amount}418 ETH` };
    }),
    {
      on: "2024-01-25",
      exchange: coinbase,
      kind: "buy",
      out: "1200 USD",
      in: "SOL",
      feeShare: "0.006 USD",
    },
    {
      on: "2024-03-21",
      exchange: coinbase,
      kind: "sell",
      out: "0.08 ETH",
      in: "USD",
      feeShare: "0.006 USD",
    },
    { on: "2024-04-18", exchange: gemini, kind: "buy", out: "2000 USD", in: "USDC" },
    { on: "2024-09-26", exchange: gemini, kind: "interest", in: "24.5 USDC" },
    {
      on: "2024-11-26",
      exchange: gemini,
      kind: "sell",
      out: "0.01 BTC",
      in: "USD",
      feeShare: "0.0035 USD",
    },
    {
      on: "2024-12-12",
      exchange: coinbase,
      kind: "sell",
      out: "4 SOL",
      in: "USD",
      feeShare: "0.01 SOL",
    },
    {
      on: "2025-01-14",
      exchange: coinbase,
      kind: "buy",
      out: "750 USD",
      in: "SOL",
      feeShare: "0.01 SOL",
    },
    {
      on: "2025-02-20",
      exchange: coinbase,
      kind: "buy",
      out: "500 USD",
      in: "LINK",
      feeShare: "0.006 USD",
    },
    { on: "2025-03-27", exchange: gemini, kind: "interest", in: "25.1 USDC" },
    {
      on: "2025-04-10",
      exchange: coinbase,
      kind: "sell",
      out: "0.4 ETH",
      in: "USD",
      feeShare: "0.006 USD",
    },
    {
      on: "2025-05-08",
      exchange: coinbase,
      kind: "buy",
      out: "600 USD",
      in: "ETH",
      feeShare: "0.002 ETH",
    },
    {
      on: "2025-07-24",
      exchange: gemini,
      kind: "sell",
      out: "0.008 BTC",
      in: "USD",
      feeShare: "0.0035 USD",
    },
    {
      on: "2025-08-21",
      exchange: gemini,
      kind: "buy",
      out: "400 USD",
      in: "DOGE",
      feeShare: "0.0035 USD",
    },
    { on: "2025-09-30", exchange: gemini, kind: "interest", in: "25.4 USDC" },
    {
      on: "2025-10-09",
      exchange: coinbase,
      kind: "buy",
      out: "700 USD",
      in: "LINK",
      feeShare: "0.006 USD",
    },
    { on: "2025-12-24", exchange: coinbase, kind: "gift", out: "1 SOL" },
    {
      on: "2026-01-22",
      exchange: coinbase,
      kind: "trade",
      out: "10 LINK",
      in: "ETH",
      feeShare: "0.005 ETH",
    },
    {
      on: "2026-03-12",
      exchange: coinbase,
      kind: "sell",
      out: "3 SOL",
      in: "USD",
      feeShare: "0.006 USD",
    },
    {
      on: "2026-03-31",
      exchange: coinbase,
      kind: "buy",
      out: "280 USD",
      in: "SOL",
      feeShare: "0.006 USD",
    },
    {
      on: "2026-04-16",
      exchange: gemini,
      kind: "sell",
      out: "800 DOGE",
      in: "USD",
      feeShare: "0.0035 USD",
    },
    {
      on: "2026-06-11",
      exchange: gemini,
      kind: "sell",
      out: "0.006 BTC",
      in: "USD",
      feeShare: "0.0035 USD",
    },
    {
      on: "2026-08-13",
      exchange: coinbase,
      kind: "sell",
      out: "12 LINK",
      in: "USD",
      feeShare: "0.006 USD",
    },
    { on: "2026-10-20", exchange: gemini, kind: "sell", out: "600 USDC", in: "USD" },
    {
      on: "2026-10-30",
      exchange: coinbase,
      kind: "buy",
      out: "300 USD",
      in: "LINK",
      feeShare: "0.01 LINK",
    },
  ];
}
