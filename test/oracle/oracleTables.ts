import { dayText, type Day } from "../../core/calendar/day.ts";
import type { TextTable } from "../published/tableText.ts";
import { fractionText, type Fraction } from "./fraction.ts";
import type { GainRow, LotRow } from "./rows.ts";

/** The oracle's gain rows under the contract's headings. */
export function gainsAsTable(rows: readonly GainRow[]): TextTable {
  return tableOf(rows, {
    Asset: (row) => row.asset,
    Wallet: (row) => row.wallet,
    Account: (row) => row.account,
    Quantity: (row) => row.quantity,
    Acquired: (row) => dateText(row.acquired),
    Sold: (row) => dateText(row.sold),
    Proceeds: (row) => row.proceeds,
    "Cost basis": (row) => row.basis,
    "Gain or loss": (row) => row.gain,
    Term: (row) => row.term,
    "Disallowed loss": (row) => row.disallowed,
    "Permanently disallowed": (row) => row.permanently,
    "Allowed gain or loss": (row) => row.allowedGain,
    "Holding period start": (row) => dateText(row.holdingPeriodStart),
    "Provisional until": (row) => dateText(row.provisionalUntil),
    Kind: (row) => row.kind,
    "Acquired row": (row) => row.acquiredRow?.toString(),
    "Sold row": (row) => row.soldRow.toString(),
  });
}

/** The oracle's open lots under the contract's headings. */
export function lotsAsTable(rows: readonly LotRow[]): TextTable {
  return tableOf(rows, {
    Asset: (row) => row.asset,
    Wallet: (row) => row.wallet,
    Account: (row) => row.account,
    Quantity: (row) => row.quantity,
    Acquired: (row) => dateText(row.acquired),
    "Holding period start": (row) => dateText(row.holdingPeriodStart),
    "Cost basis": (row) => row.basis,
    "Unit basis": (row) => row.unitBasis,
    Term: (row) => row.term,
    "Source row": (row) => row.sourceRow.toString(),
  });
}

type CellOf<Row> = (row: Row) => string | Fraction | undefined;

function tableOf<Row>(rows: readonly Row[], columns: Record<string, CellOf<Row>>): TextTable {
  return {
    titles: Object.keys(columns),
    rows: rows.map((row) => Object.values(columns).map((cellOf) => textOf(cellOf(row)))),
  };
}

function textOf(cell: string | Fraction | undefined): string {
  if (cell === undefined) return "";
  return typeof cell === "string" ? cell : fractionText(cell);
}

const dateText = (day: Day | undefined): string | undefined =>
  day === undefined ? undefined : dayText(day);
