import { expect, test } from "vitest";
import type { CellGrid } from "../../../core/ledger/cells.ts";
import { gridMemo } from "../../../core/ledger/gridMemo.ts";

/** A memory whose work counts how often it is done. */
function counting() {
  const memo = gridMemo<number>();
  let done = 0;
  return (grid: CellGrid, ...rest: readonly unknown[]): number => memo(grid, rest, () => ++done);
}

const frozen = (): CellGrid => Object.freeze([["Date"]]);

test("work on one frozen grid is done once", () => {
  const ask = counting();
  const grid = frozen();
  expect([ask(grid, "FIFO"), ask(grid, "FIFO"), ask(grid, "FIFO")]).toEqual([1, 1, 1]);
});

test("an equal grid is another grid", () => {
  const ask = counting();
  expect([ask(frozen()), ask(frozen())]).toEqual([1, 2]);
});

test("a grid that may still change is worked on each time", () => {
  const ask = counting();
  const grid = [["Date"]];
  expect([ask(grid), ask(grid)]).toEqual([1, 2]);
});

test("what else the work depends on counts, and must not change either", () => {
  const ask = counting();
  const grid = frozen();
  expect([ask(grid, "wash=off"), ask(grid, undefined), ask(grid, "wash=off")]).toEqual([1, 2, 1]);
  expect([ask(grid, null), ask(grid, undefined, undefined)]).toEqual([3, 4]);
  const options = [["wash", "off"]];
  expect([ask(grid, options), ask(grid, options)]).toEqual([5, 6]);
  Object.freeze(options);
  expect([ask(grid, options), ask(grid, options)]).toEqual([7, 7]);
});

test("of one grid the last four answers are kept", () => {
  const ask = counting();
  const grid = frozen();
  for (const options of ["a", "b", "c", "d"]) ask(grid, options);
  expect(ask(grid, "a")).toBe(1);
  expect(ask(grid, "e")).toBe(5);
  expect(ask(grid, "a")).toBe(1);
  expect(ask(grid, "b")).toBe(6);
});
