import type { TimeZone } from "../calendar/timeZone.ts";
import type { CellValue } from "./cells.ts";
import type { ColumnRole, Columns } from "./columns.ts";
import type { LedgerNames } from "./ledgerNames.ts";
import type { ProblemLog } from "./problemLog.ts";
import type { Settings } from "./settings.ts";
import type { LotPick, Transaction, TransferFee } from "./transaction.ts";

/** A ledger while its rows are read: what they share, and what has come of them so far. */
export type LedgerSheet = {
  readonly columns: Columns;
  readonly settings: Settings;
  /** The taxpayer's zone. */
  readonly zone: TimeZone;
  readonly names: LedgerNames;
  readonly log: ProblemLog;
  readonly transactions: Transaction[];
  /** Rows that rightly change no lot, such as a deposit of dollars. */
  readonly withoutEffect: number[];
  /** Lot cells, read when all acquisitions are known. */
  readonly lotChoices: LotChoice[];
  /** Rows of type Fee with an id, which may be that of a transfer further down. */
  readonly feeRows: FeeRow[];
};

/** The Lot cell of a transaction, by the transaction's place. */
export type LotChoice = { readonly index: number; readonly text: string };

/** A Fee row by its transaction's place. Without a value it can only be a transfer's fee. */
export type FeeRow = { readonly index: number; readonly value: "stated" | "missing" };

/** Reads one row, which is not blank, into the sheet; the log knows its number. */
export type RowReader = (cells: readonly CellValue[]) => void;

/** The shape of the rows of one format. */
export type Layout = {
  /** True for a header row of this format. */
  readonly fits: (columns: Columns) => boolean;
  /** Each column of units with the column that names their asset. */
  readonly amounts: readonly {
    readonly asset: ColumnRole;
    readonly amount: ColumnRole;
  }[];
  readonly rowReader: (sheet: LedgerSheet) => RowReader;
};

/** Shared by the transactions that name no lots. */
export const NO_PICKS: readonly LotPick[] = [];

/** Shared by the transfers without a fee in units. */
export const NO_FEES: readonly TransferFee[] = [];
