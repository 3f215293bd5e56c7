import { quantityOf, exceedsDecimals, MOST_DECIMALS } from "../../money/decimalNumber.ts";
import type { Exact } from "../../money/exact.ts";
import { magnitude } from "../../money/amounts.ts";
import { assetKey } from "../asset.ts";
import type { CellValue } from "../cells.ts";
import { FIAT_CURRENCIES, isDollars } from "../fiatCurrencies.ts";
import { sideMeaning, type SideMeaning } from "../layouts/sideMeanings.ts";
import { isNumber, parseNumber } from "../parseNumber.ts";
import { isZeroWord } from "../readCell.ts";
import { cellText, isEmpty, wordKey } from "../words.ts";
import type { MergedCells, MergedRow } from "./mergedRow.ts";

/** One side of a row, made comparable. */
export type ComparableSide = {
  /** A key; all states' currencies are cash and equal here. */
  readonly asset: string;
  readonly isCash: boolean;
  /** Parts of 10^-18 of a unit, above zero; zero for dollars of which the row says so. */
  readonly amount: Exact;
};

/** A row that can be set beside rows of other files. */
export type ComparableRow = {
  readonly source: MergedRow;
  readonly at: number;
  readonly sent: ComparableSide | undefined;
  readonly received: ComparableSide | undefined;
  /** A fee in units or cash; undefined where there is none. */
  readonly fee: ComparableSide | undefined;
  readonly meaning: SideMeaning;
  /** Keys of the wallets, with the account, that the sides are in. */
  readonly sentWallet: string;
  readonly receivedWallet: string;
  /** True where the row itself says from where to where. */
  readonly namesBothWallets: boolean;
  readonly id: string;
};

/**
 * Makes a row comparable; undefined where its date or an amount cannot be read, which is a problem of
 * the row by itself.
 */
export function comparableRow(source: MergedRow): ComparableRow | undefined {
  const { at, cells } = source;
  const sent = sideOf(cells["Sent Amount"], cells["Sent Currency"]);
  const received = sideOf(cells["Received Amount"], cells["Received Currency"]);
  const fee = isZeroWord(cells["Fee Amount"])
    ? "none"
    : sideOf(cells["Fee Amount"], cells["Fee Currency"]);
  if (at === undefined || [sent, received, fee].includes("unreadable")) return undefined;
  const word = wordKey(rowWord(cells));
  const meaning =
    word === "" ? (sent !== "none" && received !== "none" ? "trade" : "move") : sideMeaning(word);
  if (meaning === undefined || (sent === "none" && received === "none")) return undefined;
  return {
    source,
    at,
    sent: stated(sent),
    received: stated(received),
    fee: stated(fee),
    meaning,
    sentWallet: walletKey(cells, walletName(cells, "From wallet", "To wallet")),
    receivedWallet: walletKey(cells, walletName(cells, "To wallet", "From wallet")),
    namesBothWallets: !isEmpty(cells["From wallet"]) && !isEmpty(cells["To wallet"]),
    id: cellText(cells.Id),
  };
}

/** The wallet of a side, as reading the row names it. */
export const walletName = (
  cells: MergedCells,
  own: "From wallet" | "To wallet",
  other: "From wallet" | "To wallet",
): string =>
  [cells[own], cells.Wallet, cells[other]]
    .map((cell) => cellText(cell).replace(/;\d+$/, ""))
    .find((name) => name !== "") ?? "";

const walletKey = (cells: MergedCells, name: string): string =>
  `${wordKey(cellText(cells.Account)) || "taxable"}\n${name.toUpperCase()}`;

/** The label of a row, else its type, as it is written. */
export const rowWord = ({ Type: type, Label: label }: MergedCells): string =>
  cellText(label) === "" ? cellText(type) : cellText(label);

type SideReading = ComparableSide | "none" | "unreadable";

const stated = (side: SideReading): ComparableSide | undefined =>
  typeof side === "string" ? undefined : side;

function sideOf(cell: CellValue | undefined, currency: CellValue | undefined): SideReading {
  if (isEmpty(cell) && isEmpty(currency)) return "none";
  if (isZeroWord(cell)) {
    return isDollars(cellText(currency)) ? { asset: "$", isCash: true, amount: 0 } : "unreadable";
  }
  const number = parseNumber(cell);
  if (number === undefined || (isNumber(number) && number.coefficient === 0)) return "none";
  const key = assetKey(cellText(currency).replace(/;\d+$/, ""));
  if (!isNumber(number) || key === "" || exceedsDecimals(number, MOST_DECIMALS)) {
    return "unreadable";
  }
  const isCash = FIAT_CURRENCIES.has(key);
  return {
    asset: isCash ? "$" : key,
    isCash,
    amount: magnitude(quantityOf(number, MOST_DECIMALS)),
  };
}
