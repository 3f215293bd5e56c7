import type { Host } from "./hostState.ts";
import type { RunOptions } from "./host.ts";
import type { Break } from "./realm/execution.ts";
import type { Finished } from "./realm/run.ts";

/** A job to break at each of its service calls. */
export type BreakableJob = {
  /** A fresh host for each attempt, always the same. */
  readonly prepare: () => Host;
  /** Runs the job; the options say what breaks. */
  readonly act: (host: Host, options: RunOptions) => Finished;
  /** Judges what is left after the k-th call broke; called for every k. */
  readonly check: (host: Host, finished: Finished, broken: Break) => void;
};

/**
 * Runs a job once whole, then again for every service call that it made, with an exception at that
 * call, and with the execution ended there. Returns how many calls the whole job makes.
 */
export function forEveryServiceCall({ prepare, act, check }: BreakableJob): number {
  const whole = act(prepare(), {});
  if (whole.error !== undefined) throw new Error(`Unbroken, the job fails: ${whole.error.message}`);
  for (let call = 1; call <= whole.calls; call += 1) {
    for (const kind of ["exception", "killed"] as const) {
      const host = prepare();
      const broken = { call, kind };
      check(host, act(host, { broken }), broken);
    }
  }
  return whole.calls;
}
