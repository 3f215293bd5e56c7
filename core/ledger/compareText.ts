/** -1, 0 or 1 by the order of characters, the same on every host whatever its language. */
export function compareText(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
