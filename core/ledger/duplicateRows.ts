import type { Problem } from "./problem.ts";
import type { Transaction } from "./transaction.ts";

/**
 * Warnings for rows that say the same as an earlier one: instant, type, asset, quantity, amount,
 * wallet and id. Both are counted, because a broker may well fill two equal orders at once.
 */
export function duplicateRows(transactions: readonly Transaction[]): Problem[] {
  const problems: Problem[] = [];
  // Open addressing over places in the list: a map of texts would cost more than all parsing.
  let size = 16;
  while (size < transactions.length * 2) size *= 2;
  const places = new Int32Array(size);
  // Hashes beside them, so that hardly any earlier transaction has to be fetched for comparison.
  const hashes = new Int32Array(transactions.length);
  for (let index = 0; index < transactions.length; index++) {
    const transaction = transactions[index] as Transaction;
    if (transactions[index - 1]?.row === transaction.row) continue;
    const hash = hashOf(transaction);
    hashes[index] = hash;
    let slot = hash & (size - 1);
    for (let place = places[slot]; place !== 0; place = places[slot]) {
      const earlier = (place ?? 0) - 1;
      if (hashes[earlier] === hash && saysTheSame(transactions, earlier, index)) {
        problems.push(duplicate(transaction, transactions[earlier] as Transaction));
        break;
      }
      slot = (slot + 1) & (size - 1);
    }
    if (places[slot] === 0) places[slot] = index + 1;
  }
  return problems;
}

function duplicate(transaction: Transaction, first: Transaction): Problem {
  return {
    source: "transactions",
    row: transaction.row,
    severity: "Warning",
    facts: { code: "duplicate-row", firstRow: first.row },
  };
}

/** Compares all transactions of two rows. */
function saysTheSame(transactions: readonly Transaction[], first: number, second: number): boolean {
  const count = countOfRow(transactions, first);
  if (count !== countOfRow(transactions, second)) return false;
  for (let offset = 0; offset < count; offset++) {
    const a = transactions[first + offset] as Transaction;
    const b = transactions[second + offset] as Transaction;
    if (!areEqual(a, b)) return false;
  }
  return true;
}

function countOfRow(transactions: readonly Transaction[], first: number): number {
  const row = transactions[first]?.row;
  let end = first + 1;
  while (transactions[end] !== undefined && transactions[end]?.row === row) end += 1;
  return end - first;
}

function areEqual(a: Transaction, b: Transaction): boolean {
  return (
    a.at === b.at &&
    a.quantity === b.quantity &&
    a.asset === b.asset &&
    a.wallet === b.wallet &&
    a.id === b.id &&
    haveEqualTerms(a, b)
  );
}

function haveEqualTerms(a: Transaction, b: Transaction): boolean {
  if (a.kind === "acquisition") {
    return b.kind === "acquisition" && a.origin === b.origin && a.basis === b.basis;
  }
  if (a.kind === "disposal") {
    return b.kind === "disposal" && a.reason === b.reason && a.proceeds === b.proceeds;
  }
  if (a.kind === "removal") return b.kind === "removal" && a.reason === b.reason;
  return b.kind === "transfer" && a.to === b.to;
}

function hashOf({ at, quantity, asset, wallet, id }: Transaction): number {
  let hash = mixed(17, at % 4294967296);
  hash = mixed(hash, at / 4294967296);
  hash = mixed(hash, Number(quantity) % 4294967296);
  hash = mixed(hash, asset.index * 8191 + wallet.index);
  // The end of an id tells rows apart best.
  for (let at = Math.max(0, id.length - 8); at < id.length; at++) {
    hash = mixed(hash, id.charCodeAt(at));
  }
  return hash;
}

const mixed = (hash: number, value: number): number => {
  const product = Math.imul(hash ^ (value | 0), 0x9e3779b1);
  return product ^ (product >>> 15);
};
