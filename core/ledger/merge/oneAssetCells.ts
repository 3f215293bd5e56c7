import type { CellValue } from "../cells.ts";
import type { ColumnRole, Columns } from "../columns.ts";
import { isDollars } from "../fiatCurrencies.ts";
import { isNothing } from "../imports/exportRow.ts";
import { isNumber, parseNumber } from "../parseNumber.ts";
import { isZeroWord } from "../readCell.ts";
import { transactionType, type TransactionType } from "../transactionTypes.ts";
import { cellText, isEmpty, wordKey } from "../words.ts";
import type { MergedCells } from "./mergedRow.ts";
import { productText } from "./productText.ts";

/** Reads the cells of a sheet of one asset a row into those of a merged ledger. */
export function oneAssetCells(columns: Columns): (cells: readonly CellValue[]) => MergedCells {
  const typeRole: ColumnRole = columns.type === undefined ? "label" : "type";
  const walletRole: ColumnRole = columns.wallet === undefined ? "sentWallet" : "wallet";
  return (cells) => {
    const at = (role: ColumnRole): CellValue => {
      const column = columns[role];
      return column === undefined ? null : (cells[column.index] ?? null);
    };
    const type = transactionType(wordKey(cellText(at(typeRole))));
    const hasFee = !isEmpty(at("fee")) && !isFeeOfFee(type, at);
    return {
      "Date (UTC)": at("date"),
      Type: type === undefined || type.kind === "refused" ? at(typeRole) : wordOf(type),
      "Fee Amount": hasFee ? at("fee") : null,
      "Fee Currency": hasFee ? currencyOr(at("feeAsset")) : null,
      Wallet: at(walletRole),
      Account: at("account"),
      Acquired: at("acquired"),
      Lot: at("lot"),
      "1099": at("brokerReport"),
      Id: at("id"),
      ...sidesOf(type, { at, wallet: at(walletRole) }),
    };
  };
}

/** The contract's own word, which rows of two sides know as well; airdrops keep theirs. */
const wordOf = (type: TransactionType): string =>
  type.kind === "acquisition" && type.origin === "airdrop" ? "Airdrop" : type.name;

type Row = { readonly at: (role: ColumnRole) => CellValue; readonly wallet: CellValue };

function sidesOf(type: TransactionType | undefined, row: Row): MergedCells {
  switch (type?.kind) {
    case "acquisition":
      return { ...received(row), ...paidFor(type, row) };
    case "disposal":
      return { ...sent(row), ...(type.name === "Sell" ? proceeds(row) : worth(row)) };
    case "removal":
      // Its amounts are not read.
      return sent(row);
    case "transfer":
      return moved(row);
    case "nowhere":
      return type.direction === "from" ? received(row) : moved(row);
    case "refused":
    case undefined:
      return { ...sent(row), ...worth(row) };
  }
}

function paidFor(type: TransactionType, row: Row): MergedCells {
  if (type.name === "Buy") return cost(row);
  return type.name === "Gift received" ? giftValues(row) : worth(row);
}

/** Without the other wallet only what left is known. */
function moved(row: Row): MergedCells {
  const to = row.at("receivedWallet");
  if (isEmpty(to)) return sent(row);
  return { ...sent(row), ...received(row), "From wallet": row.wallet, "To wallet": to };
}

const sent = ({ at }: Row): MergedCells => ({
  "Sent Amount": at("quantity"),
  "Sent Currency": at("asset"),
});

const received = ({ at }: Row): MergedCells => ({
  "Received Amount": at("quantity"),
  "Received Currency": at("asset"),
});

const cost = (row: Row): MergedCells =>
  hasFaultyAmount(row)
    ? worth(row)
    : {
        "Sent Amount": amountOf(row),
        "Sent Currency": currencyOr(row.at("amountCurrency")),
      };

const proceeds = (row: Row): MergedCells =>
  hasFaultyAmount(row)
    ? worth(row)
    : {
        "Received Amount": amountOf(row),
        "Received Currency": currencyOr(row.at("amountCurrency")),
      };

const worth = (row: Row): MergedCells => ({
  "Net Worth Amount": amountOf(row),
  "Net Worth Currency": isEmpty(amountOf(row)) ? null : currencyOr(row.at("amountCurrency")),
});

/** The total of a gift is the donor's basis, and its price the value when it was given. */
const giftValues = (row: Row): MergedCells => ({
  "Received Cost Basis": row.at("total"),
  "Net Worth Amount": isEmpty(row.at("price")) ? null : productOf(row),
});

/**
 * The total wins over price times quantity; of 0 it is as good as blank, unlike the word zero. One that
 * is an Error stays, so that it is one in the merged ledger as well: a side does not mind a minus.
 */
function amountOf(row: Row): CellValue {
  const [total, price] = [row.at("total"), row.at("price")];
  const faulty = [total, price].find(isFaulty);
  if (faulty !== undefined) return faulty;
  return isNothing(total) && !isEmpty(price) ? productOf(row) : total;
}

const hasFaultyAmount = ({ at }: Row): boolean => isFaulty(at("total")) || isFaulty(at("price"));

/** An amount of dollars that reading refuses. */
function isFaulty(cell: CellValue): boolean {
  if (isEmpty(cell) || isZeroWord(cell)) return false;
  const amount = parseNumber(cell);
  return !isNumber(amount) || amount.coefficient < 0;
}

/** Dollars beside units spent on a fee are not part of its value. */
const isFeeOfFee = (type: TransactionType | undefined, at: Row["at"]): boolean =>
  type?.name === "Fee" && !isFaulty(at("fee")) && isDollars(cellText(currencyOr(at("feeAsset"))));

/** A price that cannot be read stays, so that reading it makes a problem. */
const productOf = ({ at }: Row): CellValue =>
  productText(at("price"), at("quantity")) ?? at("price");

const currencyOr = (cell: CellValue): CellValue => (isEmpty(cell) ? "USD" : cell);
