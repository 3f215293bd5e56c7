import { addDays, type Day } from "../../core/calendar/day.ts";
import { termOn, type Term } from "../../core/calendar/holdingPeriod.ts";
import type { Asset } from "../../core/ledger/asset.ts";
import type { Settings } from "../../core/ledger/settings.ts";
import type { Wallet } from "../../core/ledger/wallet.ts";
import { fraction, over, plus, sum, times, ZERO, type Fraction } from "./fraction.ts";
import type { Unit } from "./unit.ts";
import type { UnitGain } from "./unitGain.ts";
import { isTested, WINDOW_DAYS, type Disallowance } from "./washSale.ts";

/** One unit disposed of; without an origin where more was sold than was held. */
export type SoldUnit = {
  readonly asset: Asset;
  readonly wallet: Wallet;
  readonly day: Day;
  readonly row: number;
  readonly proceeds: Fraction;
  readonly kind: "Sell" | "Spend" | "Fee" | "No lot";
  readonly origin:
    | { readonly unit: Unit; readonly gain: UnitGain; readonly disallowance: Disallowance }
    | undefined;
};

/** A row of TLH_GAINS. Undefined is a blank cell. */
export type GainRow = {
  readonly asset: string;
  readonly wallet: string;
  readonly account: string;
  readonly quantity: Fraction;
  readonly acquired: Day | undefined;
  readonly sold: Day;
  readonly proceeds: Fraction;
  readonly basis: Fraction | undefined;
  readonly gain: Fraction | undefined;
  readonly term: Term | undefined;
  readonly disallowed: Fraction | undefined;
  readonly permanently: Fraction | undefined;
  readonly allowedGain: Fraction | undefined;
  readonly holdingPeriodStart: Day | undefined;
  readonly provisionalUntil: Day | undefined;
  readonly kind: string;
  readonly acquiredRow: number | undefined;
  readonly soldRow: number;
};

/** A row of TLH_LOTS. */
export type LotRow = {
  readonly asset: string;
  readonly wallet: string;
  readonly account: string;
  readonly quantity: Fraction;
  readonly acquired: Day;
  readonly holdingPeriodStart: Day;
  readonly basis: Fraction;
  readonly unitBasis: Fraction;
  readonly term: Term;
  readonly sourceRow: number;
};

/** Puts units sold together to rows: the same rows of the ledger, wallet and holding period start. */
export function gainRows(
  sold: readonly SoldUnit[],
  size: Fraction,
  { settings, asOf }: { readonly settings: Settings; readonly asOf: Day },
): GainRow[] {
  const groups = groupBy(sold, ({ asset, wallet, row, kind, origin }) => [
    asset.index,
    wallet.index,
    row,
    kind,
    origin?.unit.acquisition.row,
    origin?.gain.holdingPeriodStart,
  ]);
  return groups.map((units) => {
    const { asset, wallet, day, row, kind, origin } = units[0]!;
    const sale = {
      asset: asset.symbol,
      wallet: wallet.name,
      account: wallet.account,
      quantity: times(size, fraction(units.length)),
      sold: day,
      proceeds: sum(units.map(({ proceeds }) => proceeds)),
      kind,
      soldRow: row,
    };
    if (origin === undefined) return { ...sale, ...WITHOUT_LOT };
    const origins = units.map((unit) => unit.origin!);
    const gain = sum(origins.map((each) => each.gain.gain));
    const disallowed = sum(origins.map((each) => each.disallowance.disallowed));
    const allowedGain = plus(gain, disallowed);
    const isOpen =
      isTested(asset, settings) &&
      origins.some(
        (each) => each.gain.loss !== undefined && each.disallowance.disallowed === ZERO,
      ) &&
      day + WINDOW_DAYS > asOf;
    return {
      ...sale,
      acquired: origin.gain.acquired,
      basis: sum(origins.map((each) => each.gain.basis)),
      gain,
      term: termOfSale(origin.unit, origin.gain, day),
      disallowed,
      permanently: sum(origins.map((each) => each.disallowance.permanently)),
      allowedGain,
      holdingPeriodStart: origin.gain.holdingPeriodStart,
      provisionalUntil: isOpen ? addDays(day, WINDOW_DAYS) : undefined,
      acquiredRow: origin.unit.acquisition.row,
    };
  });
}

/** Puts units held together to rows: the same row of the ledger, wallet and holding period start. */
export function lotRows(units: readonly Unit[], size: Fraction, asOf: Day): LotRow[] {
  const groups = groupBy(
    units.filter(({ state }) => state === "held"),
    ({ acquisition, wallet, holdingPeriodStart }) => [
      acquisition.row,
      acquisition.asset.index,
      wallet.index,
      holdingPeriodStart,
    ],
  );
  return groups.map((group) => {
    const { acquisition, wallet, holdingPeriodStart } = group[0]!;
    const quantity = times(size, fraction(group.length));
    const basis = sum(group.map((unit) => unit.basis));
    return {
      asset: acquisition.asset.symbol,
      wallet: wallet.name,
      account: wallet.account,
      quantity,
      acquired: acquisition.day,
      holdingPeriodStart,
      basis,
      unitBasis: over(basis, quantity),
      term: acquisition.origin === "inheritance" ? "Long" : termOn(holdingPeriodStart, asOf),
      sourceRow: acquisition.row,
    };
  });
}

const WITHOUT_LOT = {
  acquired: undefined,
  basis: undefined,
  gain: undefined,
  term: undefined,
  disallowed: undefined,
  permanently: undefined,
  allowedGain: undefined,
  holdingPeriodStart: undefined,
  provisionalUntil: undefined,
  acquiredRow: undefined,
};

function termOfSale({ acquisition }: Unit, gain: UnitGain, sold: Day): Term | undefined {
  if (!gain.hasTerm) return undefined;
  return acquisition.origin === "inheritance" ? "Long" : termOn(gain.holdingPeriodStart, sold);
}

function groupBy<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => readonly unknown[],
): Value[][] {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const key = JSON.stringify(keyOf(value));
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return [...groups.values()];
}
