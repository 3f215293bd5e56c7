import { randomOf } from "./random.ts";
import { TARGETS } from "./targets.ts";

/** How many inputs, from which seed on, for the target of that name or for all in turn (""). */
export type FuzzOrder = { readonly count: number; readonly first: number; readonly target: string };

/** Where the run is, what failed, and in the end how many inputs came to what. */
export type Told =
  | { readonly kind: "at"; readonly name: string; readonly seed: number }
  | { readonly kind: "failure"; readonly name: string; readonly seed: number; readonly why: string }
  | {
      readonly kind: "end";
      readonly counts: Readonly<Record<string, number>>;
      readonly slowest: string;
    };

/** Inputs between two words of where the run is. */
const STEP = 200;

/** Feeds inputs one after the other; a failure is told, and the next one follows. */
export function feedMany({ count, first, target }: FuzzOrder, tell: (told: Told) => void): void {
  const targets = TARGETS.filter(({ name }) => target === "" || name === target);
  const counts: Record<string, number> = {};
  let most = { milliseconds: 0, what: "none" };
  for (let turn = 0; turn < count; turn += 1) {
    const { name, feed } = targets[turn % targets.length]!;
    const seed = first + Math.floor(turn / targets.length);
    if (turn % STEP === 0) tell({ kind: "at", name, seed });
    const start = performance.now();
    try {
      const outcome = `${name}: ${feed(randomOf(seed))}`;
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    } catch (error) {
      const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
      tell({ kind: "failure", name, seed, why });
    }
    const milliseconds = performance.now() - start;
    if (milliseconds > most.milliseconds) most = { milliseconds, what: `${name} ${seed}` };
  }
  tell({ kind: "end", counts, slowest: `${most.what}, ${most.milliseconds.toFixed(0)} ms` });
}
