import { add, quantityText, ZERO_QUANTITY, type Quantity } from "../money/amounts.ts";
import { quantityOf } from "../money/decimalNumber.ts";
import type { LedgerSheet } from "./ledgerSheet.ts";
import { isNumber, parseNumber } from "./parseNumber.ts";
import type { ProblemFacts } from "./problem.ts";
import { logError } from "./problemLog.ts";
import type { Acquisition, LotPick, Transaction } from "./transaction.ts";

/**
 * Finds the lots that users named, anywhere in the ledger, and puts them on their transactions.
 *
 * A choice that cannot be honoured is an Error, and its row takes no part: to relieve other lots
 * than the ones identified would be another sale than the one made (26 CFR 1.1012-1(j)). Where the
 * named lots cover less than the whole quantity, the rest follows the method. `dropped` gains the
 * rows that take no part.
 */
export function resolveLotChoices(sheet: LedgerSheet, dropped: Set<number>): void {
  const { transactions, log } = sheet;
  const choices = sheet.lotChoices.flatMap(({ index, text }) => {
    const transaction = transactions[index];
    if (transaction === undefined || transaction.kind === "acquisition") return [];
    return [{ index, text, transaction }];
  });
  if (choices.length === 0) return;
  const lots = acquisitionsById(transactions, new Set(choices.flatMap(({ text }) => idsIn(text))));
  // In order of time, so that a lot whose own row is dropped is gone before others name it.
  choices.sort((a, b) => a.transaction.at - b.transaction.at || a.index - b.index);
  for (const { index, text, transaction } of choices) {
    const known = (id: string): readonly Acquisition[] =>
      (lots.get(id) ?? []).filter(
        ({ asset, row }) => asset === transaction.asset && !dropped.has(row),
      );
    const choice = choiceOf(text, transaction, known);
    if (choice.kind === "picks") transactions[index] = { ...transaction, picks: choice.picks };
    else {
      log.row = transaction.row;
      logError(log, choice.facts);
      dropped.add(transaction.row);
    }
  }
}

type Choice =
  | { readonly kind: "picks"; readonly picks: readonly LotPick[] }
  | { readonly kind: "refused"; readonly facts: ProblemFacts };

type Known = (id: string) => readonly Acquisition[];

function choiceOf(text: string, transaction: Transaction, known: Known): Choice {
  const picks: LotPick[] = [];
  let total: Quantity = ZERO_QUANTITY;
  for (const piece of piecesOf(text, known)) {
    const found = pickOf(piece, transaction, known);
    if ("code" in found) return { kind: "refused", facts: found };
    picks.push(found);
    total = add(total, found.quantity ?? ZERO_QUANTITY);
  }
  if (picks.length === 0)
    return { kind: "refused", facts: { code: "lot-unreadable", found: text } };
  if (total <= transaction.quantity) return { kind: "picks", picks };
  const { decimals } = transaction.asset;
  const picked = quantityText(total, decimals);
  const quantity = quantityText(transaction.quantity, decimals);
  return { kind: "refused", facts: { code: "lots-exceed", picked, quantity } };
}

function pickOf(piece: string, transaction: Transaction, known: Known): LotPick | ProblemFacts {
  const isWhole = known(piece).length > 0 || !piece.includes(":");
  const id = isWhole ? piece : beforeColon(piece);
  const [acquisition, second] = known(id);
  if (acquisition === undefined) {
    return { code: "lot-unknown", lot: id, asset: transaction.asset.symbol };
  }
  if (second !== undefined) {
    const rows = known(id)
      .map(({ row }) => row)
      .slice(0, 5)
      .join(", ");
    return { code: "lot-ambiguous", lot: id, rows };
  }
  if (acquisition.at > transaction.at) {
    return { code: "lot-later", lot: id, lotRow: acquisition.row };
  }
  if (isWhole) return { acquisition, quantity: undefined };
  const quantity = parseNumber(piece.slice(piece.lastIndexOf(":") + 1));
  if (!isNumber(quantity) || !(quantity.coefficient > 0)) {
    return { code: "lot-unreadable", found: piece };
  }
  return { acquisition, quantity: quantityOf(quantity, transaction.asset.decimals) };
}

/** An id may itself hold a semicolon or a colon: what is an id as a whole is not taken apart. */
function piecesOf(text: string, known: Known): readonly string[] {
  return known(text).length > 0 ? [text] : split(text);
}

/** All ids that a cell may mean. */
function idsIn(text: string): string[] {
  return [text, ...split(text).flatMap((piece) => [piece, beforeColon(piece)])];
}

const split = (text: string): string[] =>
  text
    .split(";")
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");

const beforeColon = (piece: string): string =>
  piece.includes(":") ? piece.slice(0, piece.lastIndexOf(":")).trim() : piece;

function acquisitionsById(
  transactions: readonly Transaction[],
  ids: ReadonlySet<string>,
): ReadonlyMap<string, readonly Acquisition[]> {
  const found = new Map<string, Acquisition[]>();
  for (const transaction of transactions) {
    if (transaction.kind !== "acquisition" || !ids.has(transaction.id)) continue;
    const same = found.get(transaction.id);
    if (same === undefined) found.set(transaction.id, [transaction]);
    else same.push(transaction);
  }
  return found;
}
