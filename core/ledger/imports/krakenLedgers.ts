import { cellOf, isNothing, sizeOf, textOf, type ExportRow } from "./exportRow.ts";
import type { Amount, ImportedRow, RowOutcome } from "./importedRow.ts";
import type { ImportFormat } from "./importFormat.ts";
import { krakenAsset } from "./krakenAsset.ts";
import { fillOf, isReversed, krakenLegs, type KrakenLegs } from "./krakenLegs.ts";
import { sideOf } from "./oneSidedAmount.ts";

/**
 * Kraken's ledgers: one row for each change of a balance. The rows of a trade bear the same refid.
 * An amount does not include the fee beside it.
 */
export const krakenLedgers: ImportFormat = {
  name: "Kraken ledgers",
  needs: "txid refid time type aclass asset amount fee balance",
  zone: "UTC",
  read: (rows) => {
    const legs = krakenLegs(rows);
    const joined = new Set<ExportRow>();
    return rows.flatMap((row): readonly RowOutcome[] => {
      if (joined.has(row)) return [];
      if (isWithoutEffect(row, legs)) return [{ withoutEffect: row.row }];
      const fill = fillOf(row, legs);
      if (fill === undefined) return [alone(row)];
      for (const leg of fill.legs) joined.add(leg);
      const others = fill.legs.filter((leg) => leg !== row).map((leg) => leg.row);
      return [{ ...trade(row, fill), joined: others }];
    });
  },
};

const typeOf = (row: ExportRow): string => textOf(row, "type").toLowerCase();
const assetOf = (row: ExportRow): string => krakenAsset(textOf(row, "asset"));

function trade(row: ExportRow, fill: NonNullable<ReturnType<typeof fillOf>>): ImportedRow {
  const { sent, received, payers } = fill;
  const [payer] = payers;
  return {
    ...commonOf(row),
    // Two fees cannot be one: the row is refused rather than one of them forgotten.
    type: payers.length > 1 ? "trade with two fees" : "Trade",
    sent: [sizeOf(cellOf(sent, "amount")), assetOf(sent)],
    received: [cellOf(received, "amount"), assetOf(received)],
    fee: payer === undefined ? undefined : feeOf(payer),
    worth: worthOf(sent) ?? worthOf(received),
  };
}

const commonOf = (row: ExportRow): Pick<ImportedRow, "from" | "date" | "wallet" | "id"> => ({
  from: row,
  date: cellOf(row, "time"),
  wallet: "Kraken",
  id: textOf(row, "refid"),
});

const feeOf = (row: ExportRow): Amount | undefined =>
  isNothing(cellOf(row, "fee")) ? undefined : [cellOf(row, "fee"), assetOf(row)];

function worthOf(row: ExportRow): Amount | undefined {
  const dollars = cellOf(row, "amountusd");
  return isNothing(dollars) ? undefined : [sizeOf(dollars), "USD"];
}

/** Entries that are not settled, or were taken back, and moves inside Kraken. Decision: D-51. */
function isWithoutEffect(row: ExportRow, legs: KrakenLegs): boolean {
  const type = typeOf(row);
  const subtype = textOf(row, "subtype").toLowerCase();
  if (type === "deposit" || type === "withdrawal") {
    const isPending = textOf(row, "txid") === "" && textOf(row, "balance") === "";
    return isPending || isReversed(row, legs);
  }
  if (type === "transfer") return INNER_MOVES.has(subtype);
  return type === "earn" && EARN_MOVES.has(subtype);
}

const INNER_MOVES: ReadonlySet<string> = new Set([
  "spottostaking",
  "spotfromstaking",
  "stakingtospot",
  "stakingfromspot",
  "spottofutures",
  "spotfromfutures",
]);

const EARN_MOVES: ReadonlySet<string> = new Set([
  "allocation",
  "autoallocation",
  "deallocation",
  "autodeallocation",
  "migration",
]);

function alone(row: ExportRow): ImportedRow {
  return {
    ...commonOf(row),
    type: wordOf(row),
    ...sideOf(cellOf(row, "amount"), assetOf(row)),
    fee: feeOf(row),
    worth: worthOf(row),
  };
}

/** One leg of a trade alone stays a trade, which lacks a side; it is no payment and no deposit. */
function wordOf(row: ExportRow): string {
  const type = typeOf(row);
  const subtype = textOf(row, "subtype");
  if (type === "spend" || type === "receive") return "Trade";
  if (type === "invite bonus") return "Referral bonus";
  return type === "earn" && subtype !== "" ? subtype : textOf(row, "type");
}
