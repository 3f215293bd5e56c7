const SEED = 20261120;

/**
 * A number from 0 up to 1 that depends on the key alone, so that one more event in a story does not
 * change the others. Whole-number arithmetic only: every machine gives the same.
 */
export function seeded(key: string): number {
  let state = SEED;
  for (let index = 0; index < key.length; index++) {
    state = Math.imul(state ^ key.charCodeAt(index), 16777619);
  }
  state = Math.imul(state ^ (state >>> 15), state | 1);
  state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
  return ((state ^ (state >>> 14)) >>> 0) / 4294967296;
}

/** A whole number from the first up to, and not including, the second. */
export const seededBetween = (key: string, from: number, to: number): number =>
  from + Math.floor(seeded(key) * (to - from));
