import { Decimal } from "decimal.js";
import { addExact, multiplyDivideExact, subtractExact, type Exact } from "../core/money/exact.ts";
import { seeded } from "./ledgerCells.ts";

/** What the inner loop does with amounts: sums, differences, and parts of a basis. */
type Arithmetic<A> = {
  readonly name: string;
  readonly of: (parts: number) => A;
  readonly add: (a: A, b: A) => A;
  readonly subtract: (a: A, b: A) => A;
  /** a × part / of, without losing anything that the representation can keep. */
  readonly share: (a: A, part: A, of: A) => A;
  readonly lessThan: (a: A, b: A) => boolean;
};

const doubles: Arithmetic<number> = {
  name: "doubles (not exact)",
  of: (parts) => parts,
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  share: (a, part, of) => (a * part) / of,
  lessThan: (a, b) => a < b,
};

const mixed: Arithmetic<Exact> = {
  name: "whole parts, in doubles below 2^53 and BigInt above (chosen)",
  of: (parts) => parts,
  add: addExact,
  subtract: subtractExact,
  share: multiplyDivideExact,
  lessThan: (a, b) => a < b,
};

const bigInts: Arithmetic<bigint> = {
  name: "whole parts in BigInt",
  of: BigInt,
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  share: (a, part, of) => (a * part) / of,
  lessThan: (a, b) => a < b,
};

const Forty = Decimal.clone({ precision: 40 });
const decimals: Arithmetic<Decimal> = {
  name: "decimal.js, 40 digits",
  of: (parts) => new Forty(parts),
  add: (a, b) => a.plus(b),
  subtract: (a, b) => a.minus(b),
  share: (a, part, of) => a.times(part).div(of),
  lessThan: (a, b) => a.lt(b),
};

/** Nanoseconds a transaction of a FIFO pass with this arithmetic. */
function fifoPass<A>(arithmetic: Arithmetic<A>, transactions: number): number {
  const random = seeded(3);
  const quantities: A[] = [];
  const amounts: A[] = [];
  const sells: boolean[] = [];
  let held = 0;
  for (let i = 0; i < transactions; i += 1) {
    const sell = random() < 0.4 && held > 1;
    const quantity = 1 + Math.floor(random() * (sell ? Math.min(held, 2e8) : 2e8));
    held += sell ? -quantity : quantity;
    sells.push(sell);
    quantities.push(arithmetic.of(quantity));
    // Dollars in ten-billionths, to the cent, up to 60,000.
    amounts.push(arithmetic.of(Math.floor(random() * 6e6) * 1e8));
  }
  const { add, subtract, share, lessThan } = arithmetic;
  const zero = arithmetic.of(0);
  const start = performance.now();
  const lotQuantity: A[] = [];
  const lotBasis: A[] = [];
  let head = 0;
  let gain = zero;
  for (let i = 0; i < transactions; i += 1) {
    if (sells[i] !== true) {
      lotQuantity.push(quantities[i] as A);
      lotBasis.push(amounts[i] as A);
      continue;
    }
    let left = quantities[i] as A;
    let basis = zero;
    while (lessThan(zero, left) && head < lotQuantity.length) {
      const has = lotQuantity[head] as A;
      if (lessThan(left, has)) {
        const part = share(lotBasis[head] as A, left, has);
        basis = add(basis, part);
        lotBasis[head] = subtract(lotBasis[head] as A, part);
        lotQuantity[head] = subtract(has, left);
        left = zero;
      } else {
        basis = add(basis, lotBasis[head] as A);
        left = subtract(left, has);
        head += 1;
      }
    }
    gain = add(gain, subtract(amounts[i] as A, basis));
  }
  return ((performance.now() - start) * 1e6) / transactions;
}

const median = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

const sizes = [10_000, 100_000];
console.log("A FIFO pass, nanoseconds a transaction (median of 5), and ratio to doubles");
const base = new Map<number, number>();
function show<A>(arithmetic: Arithmetic<A>): void {
  const shown = sizes.map((size) => {
    const nanoseconds = median(Array.from({ length: 5 }, () => fifoPass(arithmetic, size)));
    if (!base.has(size)) base.set(size, nanoseconds);
    return `${size}: ${nanoseconds.toFixed(0)} ns (${(nanoseconds / base.get(size)!).toFixed(1)}x)`;
  });
  console.log(`${arithmetic.name}: ${shown.join(", ")}`);
}

show(doubles);
show(mixed);
show(bigInts);
show(decimals);
