import { decimalText } from "../decimal.ts";
import { utcParts } from "../moment.ts";
import { everyMonths } from "./monthly.ts";
import {
  twoSidedRows,
  type Amount,
  type Entry,
  type TwoSidedKind,
  type TwoSidedRow,
} from "./twoSidedBook.ts";

/** One exchange's history in Koinly's universal format, heading first. */
export const koinlyUniversal = (): string[][] => [HEADINGS, ...twoSidedRows(entries()).map(cells)];

const HEADINGS = [
  "Date",
  "Sent Amount",
  "Sent Currency",
  "Received Amount",
  "Received Currency",
  "Fee Amount",
  "Fee Currency",
  "Net Worth Amount",
  "Net Worth Currency",
  "Label",
  "Description",
  "TxHash",
];

/** Koinly's labels for what is no trade. */
const LABELS: Partial<Record<TwoSidedKind, string>> = {
  staking: "reward",
  interest: "loan interest",
  gift: "gift",
  donation: "donation",
};

function cells(row: TwoSidedRow): string[] {
  const { day, time } = utcParts(row.at);
  return [
    `${day} ${time} UTC`,
    ...sides(row.sent),
    ...sides(row.received),
    ...sides(row.fee),
    ...(row.worth === undefined ? ["", ""] : [decimalText(row.worth), "USD"]),
    LABELS[row.kind] ?? "",
    row.description,
    row.hash,
  ];
}

const sides = (amount: Amount | undefined): [string, string] =>
  amount === undefined ? ["", ""] : [decimalText(amount.quantity), amount.currency];

function entries(): Entry[] {
  const exchange = "Kraken";
  return [
    ...everyMonths("2024-01-10", "2026-11-10", 2).map((on): Entry => {
      return { on, exchange, kind: "buy", out: "500 USD", in: "BTC", feeShare: "0.0025 USD" };
    }),
    ...everyMonths("2024-02-07", "2026-11-07", 3).map((on): Entry => {
      return { on, exchange, kind: "buy", out: "400 USD", in: "ETH", feeShare: "0.0015 ETH" };
    }),
    ...everyMonths("2024-07-01", "2026-10-01", 3).map((on): Entry => {
      const description = "Staking reward of the quarter";
      return { on, exchange, kind: "staking", in: `${reward(on)} SOL`, description };
    }),
    { on: "2024-03-05", exchange, kind: "buy", out: "3000 USD", in: "SOL", feeShare: "0.0025 USD" },
    { on: "2024-05-21", exchange, kind: "buy", out: "600 USD", in: "LINK", feeShare: "0.0025 USD" },
    {
      on: "2024-08-06",
      exchange,
      kind: "trade",
      out: "0.02 BTC",
      in: "ETH",
      feeShare: "0.002 BTC",
    },
    { on: "2024-11-12", exchange, kind: "sell", out: "6 SOL", in: "USD", feeShare: "0.0025 USD" },
    {
      on: "2024-12-05",
      exchange,
      kind: "sell",
      out: "0.015 BTC",
      in: "USD",
      feeShare: "0.0025 USD",
    },
    { on: "2024-12-17", exchange, kind: "donation", out: "0.1 ETH", description: "To a charity" },
    { on: "2025-01-23", exchange, kind: "buy", out: "900 USD", in: "LINK", feeShare: "0.0025 USD" },
    { on: "2025-02-18", exchange, kind: "buy", out: "350 USD", in: "DOGE", feeShare: "0.0025 USD" },
    {
      on: "2025-04-08",
      exchange,
      kind: "sell",
      out: "0.25 ETH",
      in: "USD",
      feeShare: "0.0025 USD",
    },
    { on: "2025-04-22", exchange, kind: "buy", out: "450 USD", in: "ETH", feeShare: "0.0015 ETH" },
    { on: "2025-07-15", exchange, kind: "trade", out: "30 LINK", in: "BTC", feeShare: "0.002 BTC" },
    { on: "2025-08-26", exchange, kind: "sell", out: "0.3 ETH", in: "USD", feeShare: "0.0025 USD" },
    {
      on: "2025-09-04",
      exchange,
      kind: "trade",
      out: "0.012 BTC",
      in: "SOL",
      feeShare: "0.002 BTC",
    },
    { on: "2025-12-23", exchange, kind: "gift", out: "0.003 BTC", description: "To a nephew" },
    { on: "2026-01-13", exchange, kind: "buy", out: "800 USD", in: "ADA", feeShare: "0.0025 USD" },
    { on: "2026-02-10", exchange, kind: "sell", out: "8 SOL", in: "USD", feeShare: "0.0025 USD" },
    { on: "2026-02-24", exchange, kind: "buy", out: "650 USD", in: "SOL", feeShare: "0.0015 SOL" },
    {
      on: "2026-05-19",
      exchange,
      kind: "sell",
      out: "900 DOGE",
      in: "USD",
      feeShare: "0.0025 USD",
    },
    {
      on: "2026-06-30",
      exchange,
      kind: "trade",
      out: "0.2 ETH",
      in: "LINK",
      feeShare: "0.002 LINK",
    },
    {
      on: "2026-09-22",
      exchange,
      kind: "sell",
      out: "0.01 BTC",
      in: "USD",
      feeShare: "0.0025 USD",
    },
    { on: "2026-10-27", exchange, kind: "buy", out: "300 USD", in: "SOL", feeShare: "0.0015 SOL" },
    { on: "2026-11-17", exchange, kind: "buy", out: "250 USD", in: "LINK", feeShare: "0.0025 USD" },
  ];
}

/** A little more each quarter, to nine digits. */
const reward = (on: string): string =>
  `0.${(180 + (Number(on.slice(2, 4) + on.slice(5, 7)) % 97)).toString()}402117`;
