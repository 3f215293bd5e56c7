import type { Random } from "./random.ts";

/** A reader to be fed; each input is drawn from the numbers of its own seed. */
export type FuzzTarget = {
  readonly name: string;
  /** Inputs of the quick run in `npm test`. */
  readonly quick: number;
  /** Feeds one input; throws where the reader throws or breaks its promise. Says what came of it. */
  readonly feed: (random: Random) => string;
};

/** Throws with the input as evidence where a promise is broken. */
export function promise(holds: boolean, broken: string, evidence: unknown): void {
  if (holds) return;
  const shown = JSON.stringify(evidence, (_, value: unknown) =>
    typeof value === "bigint" ? `${value.toString()}n` : value,
  );
  throw new Error(`${broken}: ${shown.slice(0, 4000)}`);
}
