import { assetKey, type Asset } from "../ledger/asset.ts";
import { compareText } from "../ledger/compareText.ts";
import type { Acquisition, Transaction } from "../ledger/transaction.ts";
import { isOnReturn } from "../ledger/wallet.ts";
import {
  add,
  compare,
  subtract,
  ZERO_MONEY,
  ZERO_QUANTITY,
  type Money,
  type Quantity,
} from "../money/amounts.ts";
import type { Replay } from "../replay/replayLedger.ts";
import { dollarsCheck, rowsCheck, unitsCheck, type Check } from "./check.ts";
import type { BalanceInputs } from "./unitBalances.ts";

/**
 * Checks of the disposals and of what the wash-sale rule made of them, by asset: every unit and
 * every dollar of proceeds that the ledger's rows dispose of is in a gain row once, gains are
 * proceeds less basis, and each disallowed dollar is in one match. And no purchase replaces more
 * units than it brought.
 *
 * Decision: D-63.
 */
export function disposalChecks(inputs: BalanceInputs, replay: Replay): readonly Check[] {
  const sums = sumsByAsset(inputs, replay);
  return [
    ...sums.flatMap(checksOf),
    rowsCheck(
      "Purchases of which more units replaced others than were bought",
      0,
      overmatched(replay).length,
    ),
  ];
}

type Sums = {
  readonly asset: Asset;
  unitsInLedger: Quantity;
  unitsInRows: Quantity;
  proceedsInLedger: Money;
  proceedsInRows: Money;
  proceedsWithLot: Money;
  basis: Money;
  gain: Money;
  disallowedInRows: Money;
  disallowedInMatches: Money;
};

function checksOf(sums: Sums): readonly Check[] {
  const { asset } = sums;
  return [
    unitsCheck(
      { rule: "Units disposed of in the ledger = units in gain rows", asset },
      sums.unitsInLedger,
      sums.unitsInRows,
    ),
    dollarsCheck(
      { rule: "Proceeds in the ledger = proceeds of gain rows", asset },
      sums.proceedsInLedger,
      sums.proceedsInRows,
    ),
    dollarsCheck(
      { rule: "Proceeds - cost basis = gain or loss", asset },
      subtract(sums.proceedsWithLot, sums.basis),
      sums.gain,
    ),
    dollarsCheck(
      { rule: "Disallowed losses of gain rows = losses matched with replacements", asset },
      sums.disallowedInRows,
      sums.disallowedInMatches,
    ),
  ];
}

function sumsByAsset(inputs: BalanceInputs, replay: Replay): readonly Sums[] {
  const byAsset = new Map<Asset, Sums>();
  const of = (asset: Asset): Sums => {
    let sums = byAsset.get(asset);
    if (sums === undefined) {
      sums = emptySums(asset);
      byAsset.set(asset, sums);
    }
    return sums;
  };
  const counted = sumLedger(inputs, of);
  for (const { disposal, quantity, proceeds, lot, disallowance } of replay.disposals) {
    // Where transfers' fees carry basis, one without lots is disposed of all the same.
    if (inputs.settings.transferFee === "basis" && !counted.has(disposal)) continue;
    const sums = of(disposal.asset);
    sums.unitsInRows = add(sums.unitsInRows, quantity);
    sums.proceedsInRows = add(sums.proceedsInRows, proceeds);
    sums.disallowedInRows = add(sums.disallowedInRows, disallowance?.disallowed ?? ZERO_MONEY);
    if (lot === undefined) continue;
    sums.proceedsWithLot = add(sums.proceedsWithLot, proceeds);
    sums.basis = add(sums.basis, lot.basis);
    sums.gain = add(sums.gain, lot.gain);
  }
  for (const { disposal, match } of replay.matches) {
    const sums = of(disposal.asset);
    sums.disallowedInMatches = add(sums.disallowedInMatches, match.disallowed);
  }
  return [...byAsset.values()].sort((a, b) =>
    compareText(assetKey(a.asset.symbol), assetKey(b.asset.symbol)),
  );
}

/** Adds up what leaves for value in accounts on the return, and returns the disposals among it. */
function sumLedger(
  { transactions, settings, until }: BalanceInputs,
  of: (asset: Asset) => Sums,
): ReadonlySet<Transaction> {
  const counted = new Set<Transaction>();
  const leave = (asset: Asset, quantity: Quantity, proceeds: Money): void => {
    const sums = of(asset);
    sums.unitsInLedger = add(sums.unitsInLedger, quantity);
    sums.proceedsInLedger = add(sums.proceedsInLedger, proceeds);
  };
  for (const event of transactions) {
    if (event.day > until) continue;
    if (event.kind === "transfer" && settings.transferFee === "dispose") {
      for (const { asset, wallet, quantity, value } of event.fees) {
        if (isOnReturn(wallet.account, settings.filingStatus)) leave(asset, quantity, value);
      }
    }
    if (event.kind !== "disposal") continue;
    counted.add(event);
    if (!isOnReturn(event.wallet.account, settings.filingStatus)) continue;
    leave(event.asset, event.quantity, event.proceeds);
  }
  return counted;
}

/** Purchases with more units matched than bought: no unit replaces two. */
function overmatched({ matches }: Replay): readonly Acquisition[] {
  const used = new Map<Acquisition, Quantity>();
  for (const { match } of matches) {
    const { replacement, quantity } = match;
    used.set(replacement, add(used.get(replacement) ?? ZERO_QUANTITY, quantity));
  }
  return [...used].flatMap(([purchase, units]) =>
    compare(units, purchase.quantity) > 0 ? [purchase] : [],
  );
}

const emptySums = (asset: Asset): Sums => ({
  asset,
  unitsInLedger: ZERO_QUANTITY,
  unitsInRows: ZERO_QUANTITY,
  proceedsInLedger: ZERO_MONEY,
  proceedsInRows: ZERO_MONEY,
  proceedsWithLot: ZERO_MONEY,
  basis: ZERO_MONEY,
  gain: ZERO_MONEY,
  disallowedInRows: ZERO_MONEY,
  disallowedInMatches: ZERO_MONEY,
});
