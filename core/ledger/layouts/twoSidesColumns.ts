import { columnOf, type ColumnRole, type Columns, type SheetColumn } from "../columns.ts";
import type { LedgerSheet } from "../ledgerSheet.ts";
import { basicColumns, type BasicColumns } from "../rowBasics.ts";
import type { SideColumns, SideKind } from "./sides.ts";
import { worthColumns, type WorthColumns } from "./sideValues.ts";

/** The columns of a sheet whose rows have two sides. */
export type TwoSidesColumns = BasicColumns & {
  readonly type: SheetColumn;
  readonly label: SheetColumn;
  readonly ignored: SheetColumn;
  readonly sent: SideColumns;
  readonly received: SideColumns;
  readonly fee: SideColumns;
  /** Undefined where the sheet has columns of what was sent. */
  readonly base: EitherSide | undefined;
  readonly quote: EitherSide;
  readonly wallet: SheetColumn;
  readonly sentWallet: SheetColumn;
  readonly receivedWallet: SheetColumn;
  readonly worth: WorthColumns;
  readonly merge: SheetColumn;
  readonly mergeWith: SheetColumn;
};

/** Columns that are the one side or the other, as the row's label says. */
export type EitherSide = { readonly sent: SideColumns; readonly received: SideColumns };

/** Finds those columns. */
export function twoSidesColumns(sheet: LedgerSheet): TwoSidesColumns {
  const { columns } = sheet;
  return {
    ...basicColumns(sheet),
    type: columnOf(columns, "type", "Type"),
    label: columnOf(columns, "label", "Label"),
    ignored: columnOf(columns, "ignored", "Ignored"),
    sent: sideColumns(columns, SENT, "sent"),
    received: sideColumns(columns, RECEIVED, "received"),
    fee: sideColumns(columns, FEE, "fee"),
    base: columns.sentAmount === undefined ? eitherSide(columns, BASE) : undefined,
    quote: eitherSide(columns, QUOTE),
    wallet: columnOf(columns, "wallet", "Wallet"),
    sentWallet: columnOf(columns, "sentWallet", "Sending Wallet"),
    receivedWallet: columnOf(columns, "receivedWallet", "Receiving Wallet"),
    worth: worthColumns(sheet),
    merge: columnOf(columns, "merge", "Merge"),
    mergeWith: columnOf(columns, "mergeWith", "Merge with"),
  };
}

/** The roles of a side's two columns, and what they are called where a sheet has none. */
type SideRoles = Readonly<Record<"amount" | "asset", readonly [role: ColumnRole, title: string]>>;

const SENT: SideRoles = {
  amount: ["sentAmount", "Sent Amount"],
  asset: ["sentAsset", "Sent Currency"],
};
const RECEIVED: SideRoles = {
  amount: ["receivedAmount", "Received Amount"],
  asset: ["receivedAsset", "Received Currency"],
};
const FEE: SideRoles = { amount: ["fee", "Fee Amount"], asset: ["feeAsset", "Fee Currency"] };
const BASE: SideRoles = {
  amount: ["baseAmount", "Base Amount"],
  asset: ["baseAsset", "Base Currency"],
};
const QUOTE: SideRoles = {
  amount: ["quoteAmount", "Quote Amount"],
  asset: ["quoteAsset", "Quote Currency"],
};

const sideColumns = (
  columns: Columns,
  { amount, asset }: SideRoles,
  side: SideKind,
): SideColumns => ({
  amount: columnOf(columns, ...amount),
  asset: columnOf(columns, ...asset),
  side,
});

const eitherSide = (columns: Columns, roles: SideRoles): EitherSide => ({
  sent: sideColumns(columns, roles, "sent"),
  received: sideColumns(columns, roles, "received"),
});
