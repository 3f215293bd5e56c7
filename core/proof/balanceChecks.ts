import type { Day } from "../calendar/day.ts";
import { assetKey, type Asset } from "../ledger/asset.ts";
import type { Transaction } from "../ledger/transaction.ts";
import type { Account, Wallet } from "../ledger/wallet.ts";
import { add, negate, subtract, ZERO_QUANTITY, type Quantity } from "../money/amounts.ts";
import { quantityOf } from "../money/decimalNumber.ts";
import { statedAllocation } from "../replay/walletTransition.ts";
import { rowsCheck, unitsCheck, type Check } from "./check.ts";
import { assetsByKey, type ReportedBalance, type ReportedBalances } from "./reportedBalances.ts";
import type { BalanceInputs } from "./unitBalances.ts";

/** A reported balance beside the units that the ledger comes to at the end of its day. */
export type ComparedBalance = {
  readonly reported: ReportedBalance;
  readonly day: Day;
  readonly check: Check;
};

/**
 * Compares each reported balance with the units that the transactions leave at the end of its day,
 * or of the as-of day. Amounts count to 8 decimals, which is what services show.
 *
 * The transactions are walked through once, however many balances there are. Decision: D-64.
 */
export function comparedBalances(
  { balances }: ReportedBalances,
  inputs: BalanceInputs,
  assets: readonly Asset[],
): readonly ComparedBalance[] {
  const known = assetsByKey(assets);
  const dated = balances
    .map((reported) => ({ reported, day: reported.day ?? inputs.until }))
    .sort((a, b) => a.day - b.day || a.reported.row - b.reported.row);
  const units = runningUnits(inputs);
  return dated
    .map(({ reported, day }) => {
      const asset = known.get(assetKey(reported.asset)) ?? unknownAsset(reported.asset);
      return { reported, day, check: compared(reported, asset, units(day, reported)) };
    })
    .sort((a, b) => a.reported.row - b.reported.row);
}

/** The checks of a sheet of balances; the rows that could not be read are one of them. */
export const balanceChecks = (
  all: readonly ComparedBalance[],
  { unread }: ReportedBalances,
): readonly Check[] => [
  ...all.map(({ check }) => check),
  ...(all.length + unread.length === 0
    ? []
    : [rowsCheck("Rows of the balances that could not be read", 0, unread.length)]),
];

function compared(reported: ReportedBalance, asset: Asset, computed: Quantity): Check {
  const stated = quantityOf(reported.quantity, asset.decimals);
  const check = unitsCheck(
    {
      rule: "Balance reported = balance by the ledger",
      asset,
      wallet: reported.wallet,
      account: reported.account ?? "",
    },
    stated,
    computed,
  );
  const difference = { coefficient: subtract(computed, stated), decimals: asset.decimals };
  return { ...check, holds: quantityOf(difference, SHOWN_DECIMALS) === ZERO_QUANTITY };
}

const SHOWN_DECIMALS = 8;

/** Whatever a statement names that the ledger does not is not held. */
const unknownAsset = (symbol: string): Asset => ({
  symbol,
  index: -1,
  decimals: 18,
  isSecurity: false,
  washGroup: "",
});

type Change = {
  readonly day: Day;
  readonly asset: Asset;
  readonly wallet: Wallet;
  readonly units: Quantity;
};

/** The units at the end of a day, of a wallet and account or of all. Days must not go back. */
function runningUnits(
  inputs: BalanceInputs,
): (
  day: Day,
  of: { readonly asset: string; readonly wallet: string; readonly account: Account | undefined },
) => Quantity {
  const changes = changesOf(inputs).sort((a, b) => a.day - b.day);
  const units = new Map<string, Quantity>();
  let next = 0;
  const book = (change: Change): void => {
    const { asset, wallet } = change;
    for (const name of [wallet.name, ""]) {
      for (const account of [wallet.account, undefined]) {
        const key = keyOf(asset.symbol, name, account);
        units.set(key, add(units.get(key) ?? ZERO_QUANTITY, change.units));
      }
      // One that has no name is all wallets already.
      if (wallet.name === "") break;
    }
  };
  return (day, { asset, wallet, account }) => {
    for (let change = changes[next]; change !== undefined && change.day <= day;) {
      book(change);
      next += 1;
      change = changes[next];
    }
    return units.get(keyOf(asset, wallet, account)) ?? ZERO_QUANTITY;
  };
}

const keyOf = (asset: string, wallet: string, account: Account | undefined): string =>
  `${assetKey(asset)}\n${wallet.trim().toUpperCase()}\n${account ?? ""}`;

function changesOf({ transactions, settings }: BalanceInputs): Change[] {
  const allocations: ReadonlySet<Transaction> =
    settings.scope === "transition" ? statedAllocation(transactions) : new Set();
  const changes: Change[] = [];
  for (const event of transactions) {
    if (allocations.has(event)) continue;
    const { day, asset, wallet, quantity } = event;
    const comesIn = event.kind === "acquisition";
    changes.push({ day, asset, wallet, units: comesIn ? quantity : negate(quantity) });
    if (event.kind !== "transfer") continue;
    changes.push({ day, asset, wallet: event.to, units: quantity });
    for (const fee of event.fees) {
      changes.push({ day, asset: fee.asset, wallet: fee.wallet, units: negate(fee.quantity) });
    }
  }
  return changes;
}
