import { decimalOfText } from "../../money/decimalNumber.ts";
import type { CellValue } from "../cells.ts";
import type { ColumnRole, Columns } from "../columns.ts";
import { isDollars } from "../fiatCurrencies.ts";
import { baseSide } from "../layouts/baseAndQuote.ts";
import { isMarked } from "../layouts/readTwoSidedRow.ts";
import { sideMeaning } from "../layouts/sideMeanings.ts";
import { isNothing } from "../imports/exportRow.ts";
import { cellText, isEmpty, isFault, wordKey } from "../words.ts";
import type { MergedCells } from "./mergedRow.ts";
import { productText } from "./productText.ts";

/** Reads the cells of a sheet of two sides, or of base and quote, into those of a merged ledger. */
export function twoSidedCells(columns: Columns): (cells: readonly CellValue[]) => MergedCells {
  return (cells) => {
    const at = (role: ColumnRole): CellValue => {
      const column = columns[role];
      return column === undefined ? null : (cells[column.index] ?? null);
    };
    const word = cellText(isEmpty(at("label")) ? at("type") : at("label"));
    const [worth, worthCurrency] = worthOf(columns, at);
    const [feeWorth, feeWorthCurrency] = firstValue([
      [at("feeWorth"), at("feeWorthCurrency")],
      [at("feeValue"), at("valueCurrency")],
    ]);
    return {
      "Date (UTC)": at("date"),
      Type: at("type"),
      Label: isMarked(at("ignored")) ? "Ignored" : at("label"),
      ...sidesOf(columns, at, word),
      "Fee Amount": at("fee"),
      "Fee Currency": at("feeAsset"),
      "Net Worth Amount": worth,
      "Net Worth Currency": worthCurrency,
      "Fee Worth Amount": feeWorth,
      "Fee Worth Currency": feeWorthCurrency,
      "Received Cost Basis": at("receivedBasis"),
      Acquired: at("acquired"),
      "From wallet": at("sentWallet"),
      "To wallet": at("receivedWallet"),
      Wallet: at("wallet"),
      Account: at("account"),
      Lot: at("lot"),
      "1099": at("brokerReport"),
      Id: at("id"),
    };
  };
}

type CellAt = (role: ColumnRole) => CellValue;

function sidesOf(columns: Columns, at: CellAt, word: string): MergedCells {
  if (columns.sentAmount !== undefined) {
    return sides([at("sentAmount"), at("sentAsset")], [at("receivedAmount"), at("receivedAsset")]);
  }
  const base: Pair = [at("baseAmount"), at("baseAsset")];
  const quote: Pair = [at("quoteAmount"), at("quoteAsset")];
  const key = wordKey(word);
  const meaning = sideMeaning(key);
  const side = meaning === undefined ? undefined : baseSide(key, meaning);
  if (side === "received") return sides(quote, base);
  if (side === "sent") return sides(base, quote);
  return meaning === "move" ? sides(base, base) : {};
}

type Pair = readonly [amount: CellValue, currency: CellValue];

const sides = (sent: Pair, received: Pair): MergedCells => ({
  "Sent Amount": sent[0],
  "Sent Currency": sent[1],
  "Received Amount": received[0],
  "Received Currency": received[1],
});

/** A price a unit of the base is worth that many dollars for its amount. */
function worthOf(columns: Columns, at: CellAt): Pair {
  const isBaseOfValues = columns.baseAmount === undefined && columns.worthCurrency === undefined;
  const stated = firstValue([
    [at("worth"), isBaseOfValues ? at("baseAsset") : at("worthCurrency")],
    [at("netValue"), at("valueCurrency")],
    [at("total"), at("amountCurrency")],
  ]);
  if (!isEmpty(stated[0]) || isEmpty(at("referencePrice"))) return stated;
  const product = productText(at("referencePrice"), at("baseAmount"));
  return [product ?? at("referencePrice"), at("referenceCurrency")];
}

/** The first value in dollars, else the first in another currency. */
function firstValue(candidates: readonly Pair[]): Pair {
  const stated = candidates.filter(([amount]) => isValue(amount));
  const inDollars = stated.find(([, currency]) => {
    const code = cellText(currency).replace(/;\d+$/, "");
    return code === "" || isDollars(code);
  });
  return inDollars ?? stated[0] ?? [null, null];
}

/** Also what cannot be read, so that reading it makes a problem, and the word zero. */
const isValue = (cell: CellValue): boolean =>
  isFault(cell) || (!isNothing(cell) && decimalOfText(cellText(cell))?.coefficient !== 0);
