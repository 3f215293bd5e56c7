import { addDays, type Day } from "../../core/calendar/day.ts";
import { assetKey, type Asset } from "../../core/ledger/asset.ts";
import type { Settings } from "../../core/ledger/settings.ts";
import { compareWallets } from "../../core/ledger/wallet.ts";
import { minus, negative, plus, ZERO, type Fraction } from "./fraction.ts";
import { acquiredFirst, type Unit } from "./unit.ts";

/** A unit that was sold at a loss, and what became of the loss. */
export type LossUnit = {
  readonly unit: Unit;
  readonly sold: Day;
  /** From which its holding period counted when it was sold. */
  readonly holdingPeriodStart: Day;
  /** Above zero. */
  readonly loss: Fraction;
};

export type Disallowance = { readonly disallowed: Fraction; readonly permanently: Fraction };

export const ALLOWED: Disallowance = { disallowed: ZERO, permanently: ZERO };

/** Days before and after the sale in which an acquisition counts (R3.1). */
export const WINDOW_DAYS = 30;

/** True when the policy tests losses on this asset at all (R3.12). */
export function isTested(asset: Asset, settings: Settings): boolean {
  if (settings.wash === "off") return false;
  return settings.wash === "conservative" || asset.isSecurity;
}

/**
 * Looks for one unit that replaces the one sold at a loss. Where there is one, the loss is
 * disallowed, and the basis and the days held go over to the replacement (R3.3 to R3.7).
 */
export function replaceUnit(
  loss: LossUnit,
  all: readonly Unit[],
  settings: Settings,
): Disallowance {
  if (!isTested(loss.unit.acquisition.asset, settings)) return ALLOWED;
  const replacement = all
    .filter((candidate) => canReplace(candidate, loss, settings))
    .sort(
      (a, b) =>
        acquiredFirst(a.acquisition, b.acquisition) ||
        compareWallets(a.wallet, b.wallet) ||
        a.serial - b.serial,
    )[0];
  if (replacement === undefined) return ALLOWED;

  replacement.orderOfMatching = 1 + Math.max(0, ...all.map((unit) => unit.orderOfMatching ?? 0));
  if (isRetirementAccount(replacement)) {
    return { disallowed: loss.loss, permanently: loss.loss };
  }
  replacement.basis = plus(replacement.basis, loss.loss);
  replacement.holdingPeriodStart = tackedStart(replacement, loss, settings.tacking);
  return { disallowed: loss.loss, permanently: ZERO };
}

function canReplace(candidate: Unit, loss: LossUnit, settings: Settings): boolean {
  const { acquisition } = candidate;
  return (
    candidate.state !== "gone" &&
    candidate.orderOfMatching === undefined &&
    Math.abs(acquisition.day - loss.sold) <= WINDOW_DAYS &&
    (acquisition !== loss.unit.acquisition || settings.sameLot === "count") &&
    isTested(acquisition.asset, settings) &&
    isCountedOrigin(candidate, settings) &&
    isIdentical(acquisition.asset, loss.unit.acquisition.asset, settings)
  );
}

/** A purchase or a taxable exchange; income by the setting; no gift, inheritance or airdrop. */
function isCountedOrigin({ acquisition }: Unit, settings: Settings): boolean {
  switch (acquisition.origin) {
    case "purchase":
    case "exchange":
    case "opening":
      return true;
    case "income":
      return settings.incomeCounts === "yes";
    case "airdrop":
    case "gift":
    case "inheritance":
      return false;
  }
}

function isIdentical(bought: Asset, sold: Asset, settings: Settings): boolean {
  if (bought.washGroup === sold.washGroup) return true;
  return settings.replaces.some(
    ({ buying, replaced }) =>
      buying === assetKey(bought.symbol) && replaced === assetKey(sold.symbol),
  );
}

function isRetirementAccount({ wallet }: Unit): boolean {
  return (
    wallet.account === "IRA" || wallet.account === "Roth IRA" || wallet.account === "Spouse IRA"
  );
}

/** R3.6: the replacement counts as held also while the unit sold was. */
function tackedStart(replacement: Unit, loss: LossUnit, tacking: Settings["tacking"]): Day {
  const own = replacement.acquisition.day;
  if (own < loss.sold && tacking === "union") {
    return loss.holdingPeriodStart < own ? loss.holdingPeriodStart : own;
  }
  const daysHeld = loss.sold - loss.holdingPeriodStart;
  return addDays(own, -daysHeld);
}

/** The loss of a unit as an amount above zero; undefined where there is none. */
export function lossOf(proceeds: Fraction, basis: Fraction): Fraction | undefined {
  const gain = minus(proceeds, basis);
  return gain.numerator < 0n ? negative(gain) : undefined;
}
