import { cellOf, isNothing, sizeOf, textOf, type ExportRow } from "../exportRow.ts";
import type { ImportFormat } from "../importFormat.ts";
import type { Amount, ImportedRow, RowOutcome } from "../importedRow.ts";
import { sideOf } from "../oneSidedAmount.ts";

/**
 * CoinLedger's export: one row for each leg of a transaction, joined by the internal id. The record
 * type says which leg it is.
 */
export const coinLedgerExport: ImportFormat = {
  name: "CoinLedger export",
  needs: "timestamp type internalid platform recordtype asset amount",
  zone: "UTC",
  read: (rows) => {
    const groups = legsById(rows);
    return rows.flatMap((row): readonly RowOutcome[] => {
      const legs = groups.get(textOf(row, "internalid")) ?? [row];
      const whole = wholeOf(legs);
      if (whole === undefined) return [alone(row, legs.length)];
      return legs[0] === row ? [whole] : [];
    });
  },
};

/** A row without an id is a transaction by itself. */
function legsById(rows: readonly ExportRow[]): ReadonlyMap<string, readonly ExportRow[]> {
  const groups = new Map<string, ExportRow[]>();
  for (const row of rows) {
    const id = textOf(row, "internalid");
    if (id === "") continue;
    const known = groups.get(id);
    if (known === undefined) groups.set(id, [row]);
    else known.push(row);
  }
  return groups;
}

type Legs = { sent?: ExportRow; received?: ExportRow; fee?: ExportRow };

/** The transaction of some legs; undefined where two of them are the same leg, or one is unknown. */
function wholeOf(rows: readonly ExportRow[]): ImportedRow | undefined {
  const legs: Legs = {};
  for (const row of rows) {
    const leg = LEGS[textOf(row, "recordtype").toLowerCase()];
    if (leg === undefined || legs[leg] !== undefined) return undefined;
    legs[leg] = row;
  }
  const [first, ...others] = rows;
  if (first === undefined || (legs.sent ?? legs.received) === undefined) return undefined;
  return {
    ...commonOf(first),
    type: textOf(legs.received ?? legs.sent ?? first, "type"),
    joined: others.map(({ row }) => row),
    sent: amountOf(legs.sent),
    received: amountOf(legs.received),
    fee: amountOf(legs.fee),
  };
}

const LEGS: Readonly<Partial<Record<string, keyof Legs>>> = {
  debit: "sent",
  credit: "received",
  "network fee": "fee",
  "platform fee": "fee",
};

/** A fee of its own, or a leg of a transaction that cannot be put together, which is refused. */
function alone(row: ExportRow, legs: number): ImportedRow {
  const amount = cellOf(row, "amount");
  const record = textOf(row, "recordtype");
  const isFee = LEGS[record.toLowerCase()] === "fee";
  const asset = textOf(row, "asset");
  return {
    ...commonOf(row),
    type: legs > 1 ? `${textOf(row, "type")} of ${legs} legs` : isFee ? "Fee" : record,
    ...(isFee ? { sent: [sizeOf(amount), asset] as const } : sideOf(amount, asset)),
  };
}

const commonOf = (row: ExportRow): Pick<ImportedRow, "from" | "date" | "wallet" | "id"> => ({
  from: row,
  date: cellOf(row, "timestamp"),
  wallet: textOf(row, "accountname") || textOf(row, "platform"),
  id: textOf(row, "blockchainid") || textOf(row, "platformid") || textOf(row, "internalid"),
});

function amountOf(row: ExportRow | undefined): Amount | undefined {
  if (row === undefined) return undefined;
  const amount = cellOf(row, "amount");
  return isNothing(amount) ? undefined : [sizeOf(amount), textOf(row, "asset")];
}
