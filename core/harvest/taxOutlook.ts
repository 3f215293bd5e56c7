import { partsOf } from "../calendar/day.ts";
import type { Settings } from "../ledger/settings.ts";
import { add, magnitude, subtract, ZERO_MONEY, type Money } from "../money/amounts.ts";
import { atRate } from "../money/decimalNumber.ts";
import { carryoverWorksheet } from "../netting/carryover.ts";
import { flatTax, type FlatRates } from "../netting/flatTax.ts";
import { netGains, type GainsByTerm } from "../netting/netGains.ts";
import { taxSaved } from "../netting/taxSaved.ts";
import type { Replay } from "../replay/replayLedger.ts";
import type { Books } from "./books.ts";

/** What a harvest saves this year, federal and state, and what it leaves for later years. */
export type TaxEffect = { readonly saved: Money; readonly carriedForward: Money };

/** The effect of gains on top of the year's; undefined where the settings give no rates to use. */
export type TaxOutlook = (harvested: GainsByTerm) => TaxEffect | undefined;

/**
 * Tax on the year without a harvest less tax with it: the year's realized gains so far, those from
 * elsewhere, and the losses carried in. By the user's flat rates where there are any, otherwise by
 * the brackets on the taxable income.
 *
 * Decisions: D-42, D-43.
 */
export function taxOutlook(books: Books, replay: Replay): TaxOutlook {
  const { settings, asOf } = books;
  const taxYear = settings.taxYear ?? partsOf(asOf).year;
  const gains = gainsOfYear(settings, replay, taxYear);
  const rates = flatRates(settings);
  if (rates !== undefined) return (harvested) => atFlatRates({ settings, gains, rates }, harvested);
  const { taxableIncome, filingStatus, magi, stateRate } = settings;
  if (taxableIncome === undefined) return () => undefined;
  return (harvested) => {
    const effect = taxSaved(
      { taxYear, filingStatus, ordinaryIncome: taxableIncome, magi, stateRate, gains },
      harvested,
    );
    return effect === undefined
      ? undefined
      : {
          saved: add(effect.federal, effect.state),
          carriedForward: add(effect.carriedShort, effect.carriedLong),
        };
  };
}

/** Allowed gains of a year, with those from elsewhere and less the losses carried in. */
function gainsOfYear(settings: Settings, { disposals }: Replay, taxYear: number): GainsByTerm {
  let shortGain = subtract(settings.otherShortGain, magnitude(settings.carryoverShort));
  let longGain = subtract(settings.otherLongGain, magnitude(settings.carryoverLong));
  for (const { disposal, lot, disallowance } of disposals) {
    if (lot === undefined || partsOf(disposal.day).year !== taxYear) continue;
    const allowed = add(lot.gain, disallowance?.disallowed ?? ZERO_MONEY);
    if (lot.term === "Short") shortGain = add(shortGain, allowed);
    if (lot.term === "Long") longGain = add(longGain, allowed);
  }
  return { shortGain, longGain };
}

/** One rate stands for both where the other is missing. */
function flatRates({ shortRate, longRate }: Settings): FlatRates | undefined {
  const short = shortRate ?? longRate;
  const long = longRate ?? shortRate;
  return short === undefined || long === undefined ? undefined : { short, long };
}

function atFlatRates(
  year: {
    readonly settings: Settings;
    readonly gains: GainsByTerm;
    readonly rates: FlatRates;
  },
  harvested: GainsByTerm,
): TaxEffect {
  const { gains, rates } = year;
  const { filingStatus, stateRate } = year.settings;
  const net = (of: GainsByTerm) =>
    netGains(of, { short: ZERO_MONEY, long: ZERO_MONEY }, filingStatus);
  const before = net(gains);
  const after = net({
    shortGain: add(gains.shortGain, harvested.shortGain),
    longGain: add(gains.longGain, harvested.longGain),
  });
  const federal = subtract(flatTax(before, rates), flatTax(after, rates));
  const lessIncome = subtract(before.capitalGain, after.capitalGain);
  const state = stateRate === undefined ? ZERO_MONEY : atRate(lessIncome, stateRate);
  const { short, long } = carryoverWorksheet(after, undefined);
  return { saved: add(federal, state), carriedForward: add(short, long) };
}
