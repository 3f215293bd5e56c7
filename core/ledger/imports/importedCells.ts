import type { CellValue } from "../cells.ts";
import { sideMeaning } from "../layouts/sideMeanings.ts";
import { isEmpty, wordKey } from "../words.ts";
import type { AddedCell } from "./addedColumns.ts";
import type { Amount, ImportedRow } from "./importedRow.ts";

/** The headings of imported rows. Dates without a zone of their own are in that of the service. */
export const importedHeadings = (zone: "UTC" | "taxpayer"): readonly string[] => [
  zone === "UTC" ? "Date (UTC)" : "Date",
  ...HEADINGS,
];

const HEADINGS = [
  ...["Type", "Label"],
  ...["Sent Amount", "Sent Currency", "Received Amount", "Received Currency"],
  ...["Fee Amount", "Fee Currency", "Net Worth Amount", "Net Worth Currency"],
  ...["Fee Worth Amount", "Fee Worth Currency", "Received Cost Basis", "Acquired"],
  ...["From wallet", "To wallet", "Wallet", "Account", "Lot", "1099", "Id"],
];

/**
 * The cells of a row under those headings.
 *
 * A move with one side whose other end is unknown has the type `Deposit` or `Withdrawal`, whatever
 * the service calls it, and neither `From wallet` nor `To wallet`. It is never a purchase or a sale:
 * read as it is, it is a problem of the row, until its other end is found. Decision: D-52.
 */
export function importedCells(row: ImportedRow, added: AddedCell): readonly CellValue[] {
  const wallets = walletsOf(row, added);
  const { from } = row;
  const [sent, sentAsset] = row.sent ?? BLANK;
  const [received, receivedAsset] = row.received ?? BLANK;
  const [fee, feeAsset] = row.fee ?? BLANK;
  const [worth, worthIn] = row.worth ?? addedAmount(from, added, "Net Worth");
  const [feeWorth, feeWorthIn] = row.feeWorth ?? addedAmount(from, added, "Fee Worth");
  return [
    row.date,
    typeOf(row, wallets),
    added(from, "Label"),
    sent,
    sentAsset,
    received,
    receivedAsset,
    fee,
    feeAsset,
    worth,
    worthIn,
    feeWorth,
    feeWorthIn,
    added(from, "Received Cost Basis"),
    added(from, "Acquired"),
    wallets.sent,
    wallets.received,
    row.wallet,
    added(from, "Account"),
    added(from, "Lot"),
    added(from, "1099"),
    row.id,
  ];
}

const addedAmount = (
  from: ImportedRow["from"],
  added: AddedCell,
  heading: "Net Worth" | "Fee Worth",
): readonly [CellValue, CellValue] => [
  added(from, `${heading} Amount`),
  added(from, `${heading} Currency`),
];

const BLANK: readonly [null, null] = [null, null];

type Wallets = { readonly sent: CellValue; readonly received: CellValue };

/** The user can name the other end of a move; this end is the service's own wallet. */
function walletsOf(row: ImportedRow, added: AddedCell): Wallets {
  const { sentWallet, receivedWallet } = row;
  if (sentWallet !== undefined || receivedWallet !== undefined) {
    return { sent: sentWallet ?? row.wallet, received: receivedWallet ?? row.wallet };
  }
  if (isOnly(row.sent, row.received)) {
    const to = added(row.from, "To wallet");
    if (!isEmpty(to)) return { sent: row.wallet, received: to };
  }
  if (isOnly(row.received, row.sent)) {
    const from = added(row.from, "From wallet");
    if (!isEmpty(from)) return { sent: from, received: row.wallet };
  }
  return { sent: null, received: null };
}

const isOnly = (side: Amount | undefined, other: Amount | undefined): boolean =>
  side !== undefined && other === undefined;

function typeOf({ type, sent, received }: ImportedRow, wallets: Wallets): string {
  if (wallets.sent !== null || sideMeaning(wordKey(type)) !== "move") return type;
  if (isOnly(sent, received)) return "Withdrawal";
  return isOnly(received, sent) ? "Deposit" : type;
}
