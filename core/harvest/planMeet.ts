import {
  add,
  compare,
  negate,
  subtract,
  ZERO_MONEY,
  ZERO_QUANTITY,
  type Money,
  type Quantity,
} from "../money/amounts.ts";
import { addExact, multiplyDivideExact, subtractExact } from "../money/exact.ts";
import type { PlanChain, PlanGround, PlanGroup } from "./planGroups.ts";
import { firstUnits, fractionOf, type PricedLot } from "./planLot.ts";
import { lotsSold, type PartSold, type Stops } from "./planOutcome.ts";
import type { LastPiece } from "./planBranches.ts";

/** Where the sale out of a group ends. */
export type SaleEnd = { readonly stops: Stops; readonly part: PartSold | undefined };

/**
 * The end, between two places on the way of a last piece, at which its group keeps what is needed:
 * the fewest units that keep it, or a millionth of a dollar more. All amounts are exact.
 */
export function meetExactly(
  group: PlanGroup,
  last: LastPiece,
  by: { readonly needed: Money; readonly ground: PlanGround },
): SaleEnd {
  const { needed, ground } = by;
  const { edge } = last;
  const keptAt = (stops: Stops): Money =>
    keptOf(lotsSold(group, stops, { part: undefined, asOf: ground.asOf }).lots, ground);
  // A way over many lots: the one on which enough is kept for the first time.
  let low = 0;
  let high = edge.steps.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (compare(keptAt(stopsOn(last, middle)), needed) < 0) low = middle;
    else high = middle;
  }
  const stops = stopsOn(last, low);
  const chain = edge.steps[low] as number;
  const lot = (group.chains[chain] as PlanChain).lots[stops[chain] as number] as PricedLot;
  const isOneStep = edge.steps.length === 1;
  const quantity = fewestUnits({
    from: isOneStep ? fractionOf(lot, last.low) : ZERO_QUANTITY,
    to: isOneStep ? fractionOf(lot, last.high) : lot.lot.quantity,
    needed,
    keptWith: keptWithPart(group, stops, { chain, lot, ground }),
  });
  if (quantity !== lot.lot.quantity) return { stops, part: { chain, quantity } };
  return { stops: stopsOn(last, low + 1), part: undefined };
}

/** What selling lots together keeps of their loss: exact, negative for a gain. */
export function keptOf(lots: readonly PricedLot[], { outlook }: PlanGround): Money {
  let gain = ZERO_MONEY;
  for (const { sale } of lots) gain = add(gain, sale.realized.gain);
  return negate(add(gain, outlook.now(lots).disallowed));
}

function stopsOn({ edge }: LastPiece, steps: number): Stops {
  const stops = [...edge.from.stops()];
  for (const chain of edge.steps.slice(0, steps)) stops[chain] = (stops[chain] as number) + 1;
  return stops;
}

function keptWithPart(
  group: PlanGroup,
  stops: Stops,
  on: { readonly chain: number; readonly lot: PricedLot; readonly ground: PlanGround },
): (quantity: Quantity) => Money {
  const { chain, lot, ground } = on;
  const { asOf } = ground;
  if (group.washes) {
    return (quantity) =>
      keptOf(lotsSold(group, stops, { part: { chain, quantity }, asOf }).lots, ground);
  }
  const before = keptOf(lotsSold(group, stops, { part: undefined, asOf }).lots, ground);
  return (quantity) =>
    quantity === 0 ? before : subtract(before, firstUnits(lot, quantity, asOf).sale.realized.gain);
}

/** A millionth of a dollar. */
const NEAR = 1e4 as Money;

type Units = {
  readonly from: Quantity;
  readonly to: Quantity;
  readonly needed: Money;
  readonly keptWith: (quantity: Quantity) => Money;
};

/** Narrows from both sides, by interpolation and, should that be slow, by halves. */
function fewestUnits({ from, to, needed, keptWith }: Units): Quantity {
  let low = from;
  let high = to;
  let keptLow = keptWith(low);
  let keptHigh = keptWith(high);
  if (compare(keptLow, needed) >= 0) return low;
  for (let round = 0; compare(keptHigh, needed) > 0; round += 1) {
    const width = subtractExact(high, low);
    if (width <= 1 || compare(subtract(keptHigh, needed), NEAR) <= 0) break;
    // Rounded up: the fewest units that are enough where everything changes evenly.
    const share = subtractExact(
      0,
      multiplyDivideExact(width, subtractExact(keptLow, needed), subtractExact(keptHigh, keptLow)),
    );
    const step = round % 4 === 3 ? multiplyDivideExact(width, 1, 2) : share;
    const middle = addExact(low, step >= width ? subtractExact(width, 1) : step) as Quantity;
    const kept = keptWith(middle);
    if (compare(kept, needed) < 0) {
      low = middle;
      keptLow = kept;
    } else {
      high = middle;
      keptHigh = kept;
    }
  }
  return high;
}
