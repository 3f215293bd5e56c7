import { ZERO_MONEY, type Money } from "../../money/amounts.ts";
import type { CellValue } from "../cells.ts";
import { cellIn, type SheetColumn } from "../columns.ts";
import type { LedgerSheet } from "../ledgerSheet.ts";
import { logError } from "../problemLog.ts";
import { readOpeningTerms } from "../openingLotsRow.ts";
import { readText } from "../readCell.ts";
import { readAccount, readAcquired, readBrokerReport, readDate } from "../rowBasics.ts";
import type { RefusedType } from "../rowFacts.ts";
import { REFUSED_WORDS } from "../transactionTypes.ts";
import type { Wallet } from "../wallet.ts";
import { wordKey } from "../words.ts";
import { baseSide } from "./baseAndQuote.ts";
import { sideMeaning, type SideMeaning } from "./sideMeanings.ts";
import { readSide, type Side } from "./sides.ts";
import { readFeeWorth, readReceivedBasis, readWorth, type StatedValue } from "./sideValues.ts";
import type { TwoSidedRow } from "./twoSidedRow.ts";
import type { EitherSide, TwoSidesColumns } from "./twoSidesColumns.ts";

/** Reads the cells of a row of two sides; undefined, with Errors, where it cannot be used. */
export function readTwoSidedRow(
  sheet: LedgerSheet,
  own: TwoSidesColumns,
  cells: readonly CellValue[],
): TwoSidedRow | undefined {
  const { log } = sheet;
  const errors = log.errors;
  const at = readDate(sheet, own, cells);
  const label = readLabel(sheet, own, cells);
  const { sent, received } = readSides(sheet, { own, cells, label });
  const fee = readSide(sheet, cells, own.fee);
  const { sentWallet, receivedWallet, namesBothWallets } = readWallets(sheet, own, cells);
  const id = readText(log, cellIn(cells, own.id), own.id);
  const worth = readWorth(sheet, own.worth, cells);
  const feeWorth = readFeeWorth(sheet, own.worth, cells);
  const receivedBasis = readReceivedBasis(sheet, own.worth, cells);
  const meaning = meaningOf(label, sent, received);
  const isOpening = meaning === "opening";
  const acquired = isOpening ? undefined : readAcquired(sheet, own, cells);
  const opening =
    isOpening && at !== undefined
      ? readOpeningTerms(sheet, own, {
          at,
          day: sheet.zone.dayAt(at),
          cells,
          basis: statedBasis(receivedBasis, worth),
        })
      : undefined;
  const lotText = readText(log, cellIn(cells, own.lot), own.lot);
  const brokerReport = readBrokerReport(sheet, own, cells);
  const candidates = candidatesIn(sheet, own, cells);
  if (at === undefined || log.errors > errors) return undefined;
  // One literal: parts put together by spreading take several times as long.
  return {
    row: log.row,
    at,
    day: sheet.zone.dayAt(at),
    id,
    sent,
    received,
    fee,
    worth,
    feeWorth,
    meaning,
    word: label.word,
    sentWallet,
    receivedWallet,
    namesBothWallets,
    receivedBasis,
    acquired,
    opening,
    lotText,
    brokerReport,
    candidates,
  };
}

/** The basis of an opening lot, as far as the row states it in dollars. */
function statedBasis(...stated: readonly StatedValue[]): Money {
  for (const one of stated) if (one.kind === "dollars") return one.value;
  return ZERO_MONEY;
}

/** What merging found of a move whose other end is unclear. */
function candidatesIn(
  { log }: LedgerSheet,
  { merge, mergeWith }: TwoSidesColumns,
  cells: readonly CellValue[],
): string {
  const isUnclear = wordKey(readText(log, cellIn(cells, merge), merge)) === "unclear";
  return isUnclear ? readText(log, cellIn(cells, mergeWith), mergeWith) : "";
}

/** Without a word the sides say what it was; a payment is income to whom it is made. */
function meaningOf(
  { meaning }: Label,
  sent: Side | undefined,
  received: Side | undefined,
): SideMeaning {
  if (meaning === "payment") {
    return sent === undefined && received !== undefined ? "income" : "spend";
  }
  return meaning ?? (sent !== undefined && received !== undefined ? "trade" : "move");
}

/** What the label says, else the type; no meaning where both are blank. */
type Label = {
  readonly word: string;
  readonly key: string;
  readonly meaning: SideMeaning | undefined;
  readonly column: SheetColumn;
};

function readLabel(sheet: LedgerSheet, own: TwoSidesColumns, cells: readonly CellValue[]): Label {
  const { log } = sheet;
  if (isMarked(cellIn(cells, own.ignored))) {
    return { word: own.ignored.text, key: "", meaning: "ignored", column: own.ignored };
  }
  const label = readText(log, cellIn(cells, own.label), own.label);
  const column = label === "" ? own.type : own.label;
  const word = label === "" ? readText(log, cellIn(cells, own.type), own.type) : label;
  const key = wordKey(word);
  const meaning = sideMeaning(key);
  if (word !== "" && meaning === undefined) {
    logError(log, { code: "unknown-type", column: column.text, found: word });
  }
  const refused = REFUSED.find((type) => type === meaning);
  if (refused !== undefined) logError(log, { code: "refused-type", found: word, refused });
  return { word, key, meaning, column };
}

const REFUSED: readonly RefusedType[] = REFUSED_WORDS.map(({ meaning }) => meaning);

/** True for a mark such as `true`, `yes` or `x`. */
export const isMarked = (cell: CellValue | undefined): boolean =>
  cell === true ||
  cell === 1 ||
  (typeof cell === "string" && /^(?:true|yes|x|1)$/i.test(cell.trim()));

type LabelledCells = {
  readonly own: TwoSidesColumns;
  readonly cells: readonly CellValue[];
  readonly label: Label;
};

type Sides = { readonly sent: Side | undefined; readonly received: Side | undefined };

function readSides(sheet: LedgerSheet, { own, cells, label }: LabelledCells): Sides {
  if (own.base !== undefined) return readBaseAndQuote(sheet, { own, cells, label }, own.base);
  return {
    sent: readSide(sheet, cells, own.sent),
    received: readSide(sheet, cells, own.received),
  };
}

function readBaseAndQuote(
  sheet: LedgerSheet,
  { own, cells, label }: LabelledCells,
  base: EitherSide,
): Sides {
  const side = label.meaning === undefined ? undefined : baseSide(label.key, label.meaning);
  if (side === "received") {
    return {
      sent: readSide(sheet, cells, own.quote.sent),
      received: readSide(sheet, cells, base.received),
    };
  }
  const sent = readSide(sheet, cells, base.sent);
  if (side === "sent") {
    return { sent, received: readSide(sheet, cells, own.quote.received) };
  }
  // A transfer has one amount, which leaves one wallet and arrives in the other.
  if (label.meaning === "move") return { sent, received: sent };
  if (label.word === "" || label.meaning === "trade") {
    const { column, word } = label;
    logError(sheet.log, { code: "direction-unknown", column: column.text, found: word });
  }
  return { sent: undefined, received: undefined };
}

type Wallets = Pick<TwoSidedRow, "sentWallet" | "receivedWallet" | "namesBothWallets">;

/** A side without a wallet of its own is in the row's wallet, or in the other side's. */
function readWallets(
  sheet: LedgerSheet,
  own: TwoSidesColumns,
  cells: readonly CellValue[],
): Wallets {
  const { log, names } = sheet;
  const account = readAccount(sheet, own, cells);
  const nameIn = (column: SheetColumn): string =>
    readText(log, cellIn(cells, column), column).replace(/;\d+$/, "");
  const common = nameIn(own.wallet);
  const sent = nameIn(own.sentWallet);
  const received = nameIn(own.receivedWallet);
  const walletOf = (...candidates: string[]): Wallet =>
    names.walletOf(candidates.find((name) => name !== "") ?? "", account);
  const sentWallet = walletOf(sent, common, received);
  const receivedWallet = walletOf(received, common, sent);
  const namesBothWallets = sent !== "" && received !== "" && sentWallet !== receivedWallet;
  return { sentWallet, receivedWallet, namesBothWallets };
}
