import type { CellValue } from "../cells.ts";
import type { ColumnRole, Columns } from "../columns.ts";
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
    const hasFee = !isEmpty(at("fee"));
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
  if (type === undefined) return { ...sent(row), ...worth(row) };
  if (type.name === "Buy") return { ...moneySent(row), ...received(row) };
  if (type.name === "Sell") return { ...sent(row), ...moneyReceived(row) };
  if (type.kind === "acquisition") return { ...received(row), ...valueOf(type, row) };
  if (type.kind === "transfer") return moved(row);
  if (type.kind === "nowhere") return type.direction === "from" ? received(row) : moved(row);
  return { ...sent(row), ...worth(row) };
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

const moneySent = (row: Row): MergedCells => ({
  "Sent Amount": amountOf(row),
  "Sent Currency": currencyOr(row.at("amountCurrency")),
});

const moneyReceived = (row: Row): MergedCells => ({
  "Received Amount": amountOf(row),
  "Received Currency": currencyOr(row.at("amountCurrency")),
});

const worth = (row: Row): MergedCells => ({
  "Net Worth Amount": amountOf(row),
  "Net Worth Currency": isEmpty(amountOf(row)) ? null : currencyOr(row.at("amountCurrency")),
});

/** The total of a gift is the donor's basis, and its price the value when it was given. */
function valueOf(type: TransactionType, row: Row): MergedCells {
  if (type.name !== "Gift received") return worth(row);
  const value = isEmpty(row.at("price")) ? null : productOf(row);
  return { "Received Cost Basis": row.at("total"), "Net Worth Amount": value };
}

/** The total wins over price times quantity. */
const amountOf = (row: Row): CellValue =>
  isEmpty(row.at("total")) && !isEmpty(row.at("price")) ? productOf(row) : row.at("total");

/** A price that cannot be read stays, so that reading it makes a problem. */
const productOf = ({ at }: Row): CellValue =>
  productText(at("price"), at("quantity")) ?? at("price");

const currencyOr = (cell: CellValue): CellValue => (isEmpty(cell) ? "USD" : cell);
