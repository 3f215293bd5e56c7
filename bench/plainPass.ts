import type { CellGrid } from "../core/index.ts";

type PlainLots = { readonly quantity: number[]; readonly basis: number[]; head: number };

/**
 * The yardstick: one plain pass over the same cells in doubles, with Number and Date.parse, FIFO by
 * wallet and no report. It is not exact, and nothing of the product uses it.
 */
export function plainPass(grid: CellGrid): { gain: number; latest: number } {
  const pools = new Map<string, PlainLots>();
  let gain = 0;
  let latest = 0;
  for (let i = 1; i < grid.length; i += 1) {
    const row = grid[i]!;
    const at = Date.parse(row[0] as string);
    if (at > latest) latest = at;
    const quantity = Number(row[3]);
    const total = Number(row[5]);
    const fee = Number(row[6]);
    const key = `${row[2] as string}/${row[7] as string}`;
    let lots = pools.get(key);
    if (lots === undefined) {
      lots = { quantity: [], basis: [], head: 0 };
      pools.set(key, lots);
    }
    if (row[1] === "Buy") {
      lots.quantity.push(quantity);
      lots.basis.push(total + fee);
      continue;
    }
    let left = quantity;
    let basis = 0;
    while (left > 0 && lots.head < lots.quantity.length) {
      const has = lots.quantity[lots.head]!;
      if (has <= left) {
        basis += lots.basis[lots.head]!;
        left -= has;
        lots.head += 1;
      } else {
        const part = (lots.basis[lots.head]! * left) / has;
        basis += part;
        lots.basis[lots.head]! -= part;
        lots.quantity[lots.head] = has - left;
        left = 0;
      }
    }
    gain += total - fee - basis;
  }
  return { gain, latest };
}
