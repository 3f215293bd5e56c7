import type { Problem } from "../ledger/problem.ts";
import type { Disposal, Removal, Transfer, TransferFee } from "../ledger/transaction.ts";
import type { PickShortfall } from "../lots/relieveLots.ts";
import { quantityText, subtract, type Quantity } from "../money/amounts.ts";

type Leaving = Disposal | Removal | Transfer;

/** More units leave than the pool holds: an error, though the units that are held still count. */
export const oversold = (event: Leaving, missing: Quantity): Problem => ({
  source: "transactions",
  row: event.row,
  severity: "Error",
  facts: {
    code: "oversold",
    asset: event.asset.symbol,
    wallet: event.wallet.name,
    leaving: leavingWord(event),
    requested: quantityText(event.quantity, event.asset.decimals),
    held: quantityText(subtract(event.quantity, missing), event.asset.decimals),
  },
});

/** The same for units that a transfer used up as its fee. */
export const feeOversold = (fee: TransferFee, missing: Quantity): Problem => ({
  source: "transactions",
  row: fee.row,
  severity: "Error",
  facts: {
    code: "oversold",
    asset: fee.asset.symbol,
    wallet: fee.wallet.name,
    leaving: "used for a fee",
    requested: quantityText(fee.quantity, fee.asset.decimals),
    held: quantityText(subtract(fee.quantity, missing), fee.asset.decimals),
  },
});

/** A lot named by the user gave less than it should; the method chose the rest. */
export const pickedLotShort = (event: Leaving, shortfall: PickShortfall): Problem => ({
  source: "transactions",
  row: event.row,
  severity: "Warning",
  facts: {
    code: "picked-lot-short",
    asset: event.asset.symbol,
    wallet: event.wallet.name,
    lot: shortfall.pick.acquisition.id,
    requested: quantityText(shortfall.requested, event.asset.decimals),
    held: quantityText(shortfall.held, event.asset.decimals),
  },
});

/** Losses fell into so many pieces that those from this sale on are not matched any more. */
export const tooManyMatches = (event: Disposal, most: number): Problem => ({
  source: "transactions",
  row: event.row,
  severity: "Error",
  facts: { code: "too-many-matches", asset: event.asset.symbol, most },
});

function leavingWord(
  event: Leaving,
): "sold" | "spent" | "used for a fee" | "moved" | "given" | "donated" | "lost" {
  switch (event.kind) {
    case "transfer":
      return "moved";
    case "disposal":
      return ({ Sell: "sold", Spend: "spent", Fee: "used for a fee" } as const)[event.reason];
    case "removal":
      return ({ "Gift sent": "given", Donation: "donated", Lost: "lost" } as const)[event.reason];
  }
}
