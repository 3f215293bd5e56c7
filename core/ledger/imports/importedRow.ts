import type { CellValue } from "../cells.ts";
import type { ExportRow } from "./exportRow.ts";

/** An amount with its currency or asset. */
export type Amount = readonly [amount: CellValue, asset: string];

/** A row of an export in the shape of two sides, which the ledger's own layout reads and checks. */
export type ImportedRow = {
  /** The row of the export; where several were joined, the first of them. */
  readonly from: ExportRow;
  /** The other rows that were joined into it. */
  readonly joined?: readonly number[] | undefined;
  readonly date: CellValue;
  /** A word of the service or of the product; an unknown one becomes a problem of that row. */
  readonly type: string;
  readonly sent?: Amount | undefined;
  readonly received?: Amount | undefined;
  readonly fee?: Amount | undefined;
  /** What the row says that it is worth. */
  readonly worth?: Amount | undefined;
  readonly feeWorth?: Amount | undefined;
  /** The wallets, where they are not `wallet`; of a move with one side, the other end. */
  readonly sentWallet?: string | undefined;
  readonly receivedWallet?: string | undefined;
  readonly wallet: string;
  readonly id: string;
};

/** A row that rightly becomes no transaction: an order without a fill, a move inside the service. */
export type RowWithoutEffect = { readonly withoutEffect: number };

/** What became of a row. */
export type RowOutcome = ImportedRow | RowWithoutEffect;
