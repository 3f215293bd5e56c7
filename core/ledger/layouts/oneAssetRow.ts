import type { Day } from "../../calendar/day.ts";
import type { Instant } from "../../calendar/timeZone.ts";
import type { Quantity } from "../../money/amounts.ts";
import type { Asset } from "../asset.ts";
import type { CellValue } from "../cells.ts";
import type { SheetColumn } from "../columns.ts";
import type { BasicColumns } from "../rowBasics.ts";
import type { TransactionType } from "../transactionTypes.ts";
import type { Wallet } from "../wallet.ts";

/** The columns of such a sheet. */
export type OneAssetColumns = BasicColumns & {
  readonly type: SheetColumn;
  readonly asset: SheetColumn;
  readonly quantity: SheetColumn;
  readonly price: SheetColumn;
  readonly total: SheetColumn;
  readonly currency: SheetColumn;
  readonly fee: SheetColumn;
  readonly feeAsset: SheetColumn;
  readonly wallet: SheetColumn;
  readonly toWallet: SheetColumn;
};

/** What every row has, read without an Error so far. */
export type OneAssetRow = {
  readonly type: TransactionType;
  readonly cells: readonly CellValue[];
  readonly at: Instant;
  readonly day: Day;
  readonly asset: Asset;
  readonly quantity: Quantity;
  readonly wallet: Wallet;
  readonly id: string;
};

/** A row of one kind of type. */
export type RowOf<K extends TransactionType["kind"]> = OneAssetRow & {
  readonly type: Extract<TransactionType, { readonly kind: K }>;
};

/** Tells the kind of a row's type; rows are many, so nothing is copied to narrow them. */
export const isRowOf = <K extends TransactionType["kind"]>(
  row: OneAssetRow,
  kind: K,
): row is RowOf<K> => row.type.kind === kind;
