import type { CellGrid, CellValue } from "./cells.ts";

/** Does some work on a grid, or gives what it gave before for the same grid and the same rest. */
export type GridMemo<T> = (
  grid: CellGrid,
  /** All else that the work depends on. */
  rest: readonly unknown[],
  work: () => T,
) => T;

/** Of one grid, so many answers are kept; the least recently asked one goes. */
const MOST_ANSWERS = 4;

/**
 * A memory of work done on grids, for hosts that ask for the same range many times.
 *
 * Only for frozen grids: a host that freezes a grid promises that its cells never change, and one
 * that does not has the work done each time. It is kept as long as the host keeps the grid itself.
 */
export function gridMemo<T>(): GridMemo<T> {
  const known = new WeakMap<
    CellGrid,
    { readonly rest: readonly unknown[]; readonly answer: T }[]
  >();
  return (grid, rest, work) => {
    if (!isConstant(grid) || !rest.every(isConstant)) return work();
    const answers = known.get(grid) ?? [];
    const place = answers.findIndex((each) => isSame(each.rest, rest));
    const found = answers[place] ?? { rest, answer: work() };
    const others = answers.filter((each) => each !== found);
    known.set(grid, [found, ...others].slice(0, MOST_ANSWERS));
    return found.answer;
  };
}

/** True for what is the same for ever once it is identical: no arrays but frozen ones. */
const isConstant = (value: unknown): boolean =>
  !Array.isArray(value) || Object.isFrozen(value as readonly CellValue[]);

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((each, index) => Object.is(each, other[index]));
