import type { CellValue } from "../cells.ts";
import { cellOf, isBelowZero, isNothing, sizeOf, textOf, type ExportRow } from "./exportRow.ts";
import type { Amount, ImportedRow, RowOutcome } from "./importedRow.ts";
import type { ImportFormat } from "./importFormat.ts";
import { krakenAsset } from "./krakenAsset.ts";
import { sideOf } from "./oneSidedAmount.ts";

/**
 * Kraken's ledgers: one row for each change of a balance. The two rows of a trade bear the same
 * refid. An amount does not include the fee beside it.
 */
export const krakenLedgers: ImportFormat = {
  name: "Kraken ledgers",
  needs: "txid refid time type aclass asset amount fee balance",
  zone: "UTC",
  read: (rows) => {
    const legs = legsByRefid(rows);
    const joined = new Set<ExportRow>();
    return rows.flatMap((row): readonly RowOutcome[] => {
      if (joined.has(row)) return [];
      if (isWithoutEffect(row)) return [{ withoutEffect: row.row }];
      const other = otherLeg(row, legs.get(textOf(row, "refid")) ?? []);
      if (other === undefined) return [alone(row)];
      joined.add(other);
      return [trade(row, other)];
    });
  },
};

function legsByRefid(rows: readonly ExportRow[]): ReadonlyMap<string, readonly ExportRow[]> {
  const legs = new Map<string, ExportRow[]>();
  for (const row of rows) {
    if (!TRADE_TYPES.has(typeOf(row))) continue;
    const refid = textOf(row, "refid");
    const known = legs.get(refid);
    if (known === undefined) legs.set(refid, [row]);
    else known.push(row);
  }
  return legs;
}

const TRADE_TYPES: ReadonlySet<string> = new Set(["trade", "spend", "receive", "conversion"]);

const typeOf = (row: ExportRow): string => textOf(row, "type").toLowerCase();

/**
 * The other row of a trade. More rows than two under one refid, such as many small balances sold at
 * once, do not say which amount paid for which; they stay alone and become problems.
 */
function otherLeg(row: ExportRow, legs: readonly ExportRow[]): ExportRow | undefined {
  const other = legs.find((leg) => leg !== row);
  if (other === undefined || legs.length !== 2 || !legs.includes(row)) return undefined;
  return isBelowZero(amountOf(row)) === isBelowZero(amountOf(other)) ? undefined : other;
}

const amountOf = (row: ExportRow): CellValue => cellOf(row, "amount");
const assetOf = (row: ExportRow): string => krakenAsset(textOf(row, "asset"));

function trade(row: ExportRow, other: ExportRow): ImportedRow {
  const [sent, received] = isBelowZero(amountOf(row)) ? [row, other] : [other, row];
  const paying = [sent, received].filter((leg) => !isNothing(cellOf(leg, "fee")));
  const [payer] = paying;
  return {
    from: row,
    joined: [other.row],
    date: cellOf(row, "time"),
    // A fee on either leg cannot be one fee: the row is refused rather than one of them forgotten.
    type: paying.length > 1 ? "trade with two fees" : "Trade",
    sent: [sizeOf(amountOf(sent)), assetOf(sent)],
    received: [amountOf(received), assetOf(received)],
    fee: payer === undefined ? undefined : feeOf(payer),
    worth: worthOf(sent) ?? worthOf(received),
    wallet: "Kraken",
    id: textOf(row, "refid"),
  };
}

const feeOf = (row: ExportRow): Amount | undefined =>
  isNothing(cellOf(row, "fee")) ? undefined : [cellOf(row, "fee"), assetOf(row)];

function worthOf(row: ExportRow): Amount | undefined {
  const dollars = cellOf(row, "amountusd");
  return isNothing(dollars) ? undefined : [sizeOf(dollars), "USD"];
}

/** Moves between Kraken's own compartments, and entries that are not settled yet. */
function isWithoutEffect(row: ExportRow): boolean {
  const type = typeOf(row);
  const subtype = textOf(row, "subtype").toLowerCase();
  if (type === "deposit" || type === "withdrawal") {
    return textOf(row, "txid") === "" && textOf(row, "balance") === "";
  }
  if (type === "transfer") return STAKING_MOVES.has(subtype);
  return type === "earn" && EARN_MOVES.has(subtype);
}

const STAKING_MOVES: ReadonlySet<string> = new Set([
  "spottostaking",
  "spotfromstaking",
  "stakingtospot",
  "stakingfromspot",
]);

const EARN_MOVES: ReadonlySet<string> = new Set([
  "allocation",
  "autoallocation",
  "deallocation",
  "autodeallocation",
  "migration",
]);

function alone(row: ExportRow): ImportedRow {
  const type = typeOf(row);
  const subtype = textOf(row, "subtype");
  return {
    from: row,
    date: cellOf(row, "time"),
    type: type === "earn" && subtype !== "" ? subtype : textOf(row, "type"),
    ...sideOf(amountOf(row), assetOf(row)),
    fee: feeOf(row),
    worth: worthOf(row),
    wallet: "Kraken",
    id: textOf(row, "refid"),
  };
}
