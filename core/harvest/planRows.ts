import {
  add,
  moneyNumber,
  negate,
  subtract,
  ZERO_MONEY,
  ZERO_QUANTITY,
  type Money,
  type Quantity,
} from "../money/amounts.ts";
import type { GainsByTerm } from "../netting/netGains.ts";
import type { Position } from "../positions/position.ts";
import type { PricedLot } from "./planLot.ts";
import type { TaxOutlook } from "./taxOutlook.ts";
import type { WashOutlook } from "./washExposure.ts";

/** A lot that a plan sells, whole or in part, and the place of its position in the list. */
export type PlannedLot = {
  readonly lot: PricedLot;
  readonly place: number;
  readonly isPart: boolean;
};

/** What a plan sells of one position. Dollars; gains are signed. */
export type PlanRow = {
  readonly position: Position;
  /** In the order in which they are sold; of a lot sold in part, the part. */
  readonly lots: readonly PricedLot[];
  /** The one of them that is sold in part; undefined where all are sold whole. */
  readonly part: PricedLot | undefined;
  readonly quantity: Quantity;
  /** After the cost of selling. */
  readonly proceeds: Money;
  /** Positive, before disallowance. */
  readonly loss: Money;
  readonly shortGain: Money;
  readonly longGain: Money;
  /** This row's share of what is disallowed when all rows are sold together. */
  readonly disallowed: Money;
  /** Loss less what is disallowed of it. */
  readonly kept: Money;
  /** What the row saves on top of the rows before it; undefined without rates or income. */
  readonly taxSaved: Money | undefined;
};

/**
 * The rows of a plan: one for each position, the most valuable a dollar of sales first, by the tax
 * that the row alone would save, else by what it keeps.
 *
 * All are tested together by the wash-sale rule. Tax saved is what each row adds to those before
 * it, so that the rows sum to what the plan saves. Decision: D-34.
 */
export function planRows(
  sold: readonly PlannedLot[],
  by: {
    readonly positions: readonly Position[];
    readonly outlook: WashOutlook;
    readonly tax: TaxOutlook;
  },
): readonly PlanRow[] {
  const { byLot } = by.outlook.now(sold.map(({ lot }) => lot));
  const drafts = new Map<number, Draft>();
  sold.forEach(({ lot, place, isPart }, index) => {
    const disallowed = byLot.get(index) ?? ZERO_MONEY;
    const draft = drafts.get(place) ?? emptyDraft(by.positions[place] as Position, place);
    drafts.set(place, withLot(isPart ? { ...draft, part: lot } : draft, lot, disallowed));
  });
  const ranked = [...drafts.values()]
    .map((draft) => ({ draft, ...valueOf(draft, by.tax) }))
    .sort(
      (a, b) =>
        descending(a.saved, b.saved) ||
        descending(a.kept, b.kept) ||
        descending(a.short, b.short) ||
        a.draft.place - b.draft.place,
    );
  let sum: GainsByTerm = { shortGain: ZERO_MONEY, longGain: ZERO_MONEY };
  let savedBefore = ZERO_MONEY;
  return ranked.map(({ draft }): PlanRow => {
    const { keptGains, lots, part, position, quantity } = draft;
    const { proceeds, shortGain, longGain, loss, disallowed } = draft;
    sum = {
      shortGain: add(sum.shortGain, keptGains.shortGain),
      longGain: add(sum.longGain, keptGains.longGain),
    };
    const saved = by.tax(sum)?.saved;
    const taxSaved = saved === undefined ? undefined : subtract(saved, savedBefore);
    savedBefore = saved ?? ZERO_MONEY;
    const kept = subtract(loss, disallowed);
    const amounts = { quantity, proceeds, loss, shortGain, longGain, disallowed, kept, taxSaved };
    return { position, lots, part, ...amounts };
  });
}

type Draft = Omit<PlanRow, "lots" | "kept" | "taxSaved"> & {
  readonly place: number;
  readonly lots: PricedLot[];
  /** Gains by term without the losses that are disallowed. */
  readonly keptGains: GainsByTerm;
};

const emptyDraft = (position: Position, place: number): Draft => ({
  position,
  place,
  lots: [],
  part: undefined,
  quantity: ZERO_QUANTITY,
  proceeds: ZERO_MONEY,
  loss: ZERO_MONEY,
  shortGain: ZERO_MONEY,
  longGain: ZERO_MONEY,
  disallowed: ZERO_MONEY,
  keptGains: { shortGain: ZERO_MONEY, longGain: ZERO_MONEY },
});

function withLot(draft: Draft, lot: PricedLot, disallowed: Money): Draft {
  const { gain, term } = lot.sale.realized;
  const keptGain = add(gain, disallowed);
  const { keptGains, lots } = draft;
  lots.push(lot);
  const isShort = term === "Short";
  const isLong = term === "Long";
  return {
    ...draft,
    quantity: add(draft.quantity, lot.lot.quantity),
    proceeds: add(draft.proceeds, lot.sale.proceeds),
    loss: add(draft.loss, negate(gain)),
    shortGain: isShort ? add(draft.shortGain, gain) : draft.shortGain,
    longGain: isLong ? add(draft.longGain, gain) : draft.longGain,
    disallowed: add(draft.disallowed, disallowed),
    keptGains: {
      shortGain: isShort ? add(keptGains.shortGain, keptGain) : keptGains.shortGain,
      longGain: isLong ? add(keptGains.longGain, keptGain) : keptGains.longGain,
    },
  };
}

/** What a row is worth for each dollar sold, as numbers to rank by. */
function valueOf(
  { proceeds, loss, disallowed, keptGains }: Draft,
  tax: TaxOutlook,
): { readonly saved: number; readonly kept: number; readonly short: number } {
  const sales = moneyNumber(proceeds);
  const each = (amount: Money): number => {
    const dollars = moneyNumber(amount);
    return dollars === 0 ? 0 : dollars / sales;
  };
  return {
    saved: each(tax(keptGains)?.saved ?? ZERO_MONEY),
    kept: each(subtract(loss, disallowed)),
    short: each(negate(keptGains.shortGain)),
  };
}

const descending = (a: number, b: number): number => {
  if (a === b) return 0;
  return a > b ? -1 : 1;
};
