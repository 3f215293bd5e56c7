import { columnOf, type SheetColumn } from "../columns.ts";
import type { LedgerSheet } from "../ledgerSheet.ts";
import { basicColumns, type BasicColumns } from "../rowBasics.ts";
import type { SideColumns } from "./sides.ts";
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
  readonly base: SideColumns | undefined;
  readonly quote: SideColumns;
  readonly wallet: SheetColumn;
  readonly sentWallet: SheetColumn;
  readonly receivedWallet: SheetColumn;
  readonly worth: WorthColumns;
  readonly merge: SheetColumn;
  readonly mergeWith: SheetColumn;
};

/** Finds those columns. */
export function twoSidesColumns(sheet: LedgerSheet): TwoSidesColumns {
  const { columns } = sheet;
  return {
    ...basicColumns(sheet),
    type: columnOf(columns, "type", "Type"),
    label: columnOf(columns, "label", "Label"),
    ignored: columnOf(columns, "ignored", "Ignored"),
    sent: {
      amount: columnOf(columns, "sentAmount", "Sent Amount"),
      asset: columnOf(columns, "sentAsset", "Sent Currency"),
    },
    received: {
      amount: columnOf(columns, "receivedAmount", "Received Amount"),
      asset: columnOf(columns, "receivedAsset", "Received Currency"),
    },
    fee: {
      amount: columnOf(columns, "fee", "Fee Amount"),
      asset: columnOf(columns, "feeAsset", "Fee Currency"),
    },
    base:
      columns.sentAmount !== undefined
        ? undefined
        : {
            amount: columnOf(columns, "baseAmount", "Base Amount"),
            asset: columnOf(columns, "baseAsset", "Base Currency"),
          },
    quote: {
      amount: columnOf(columns, "quoteAmount", "Quote Amount"),
      asset: columnOf(columns, "quoteAsset", "Quote Currency"),
    },
    wallet: columnOf(columns, "wallet", "Wallet"),
    sentWallet: columnOf(columns, "sentWallet", "Sending Wallet"),
    receivedWallet: columnOf(columns, "receivedWallet", "Receiving Wallet"),
    worth: worthColumns(sheet),
    merge: columnOf(columns, "merge", "Merge"),
    mergeWith: columnOf(columns, "mergeWith", "Merge with"),
  };
}
