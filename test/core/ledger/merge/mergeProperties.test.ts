import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UTC } from "../../../../core/calendar/timeZone.ts";
import type { CellGrid } from "../../../../core/ledger/cells.ts";
import { mergeFiles } from "../../../../core/ledger/merge/mergeFiles.ts";
import { parseSettings } from "../../../../core/ledger/parseSettings.ts";
import { cellText } from "../../../../core/ledger/words.ts";
import { readLedger } from "../../../support/readLedger.ts";

const HEADINGS = "Date,Type,Asset,Quantity,Total,Fee,Wallet,To wallet,Id".split(",");
const { settings } = parseSettings("transfer_fee=basis");

const mergedGrid = (files: readonly CellGrid[], order: readonly number[]): CellGrid => {
  const named = files.map((grid, index) => ({
    name: `${String.fromCharCode(97 + index)}.csv`,
    grid,
    zone: undefined,
    wallet: `W${index}`,
  }));
  const inOrder = order.flatMap((index) => named[index] ?? []);
  const merged = mergeFiles(inOrder, { settings, zone: UTC });
  if ("noLedger" in merged) throw new Error("no ledger");
  return merged.grid;
};

// Few times, amounts and wallets, so that rows meet.
const row = fc
  .record({
    minute: fc.integer({ min: 0, max: 90 }),
    type: fc.constantFrom(
      "Withdrawal",
      "Withdrawal",
      "Deposit",
      "Deposit",
      "Buy",
      "Sell",
      "Odd",
      "Opening lot",
    ),
    asset: fc.constantFrom("BTC", "ETH"),
    quantity: fc.constantFrom("1", "1", "0.99", "0.96", "2", "x"),
    wallet: fc.constantFrom("K", "L", "M", ""),
    id: fc.constantFrom("", "", "1", "hash-hash-hash-hash-hash"),
  })
  .map(({ minute, type, asset, quantity, wallet, id }) => {
    const time = `2024-01-05 1${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}:00`;
    return [time, type, asset, quantity, "100", "", wallet, "", id];
  });
const file = fc.array(row, { maxLength: 8 }).map((rows): CellGrid => [HEADINGS, ...rows]);
const files = fc.tuple(file, file, file);

describe("whatever the files hold", () => {
  test("every row is a row of the merged ledger, once, and has one fate there", () => {
    fc.assert(
      fc.property(files, (grids) => {
        const grid = mergedGrid(grids, [0, 1, 2]);
        const place = (grid[0] ?? []).indexOf("File");
        const from = grid
          .slice(1)
          .map((cells) => `${cellText(cells[place])} ${cellText(cells[place + 1])}`);
        const given = grids.flatMap((rows, index) =>
          rows.slice(1).map((_, at) => `${String.fromCharCode(97 + index)}.csv ${at + 2}`),
        );
        expect([...from].sort()).toEqual([...given].sort());
        const ledger = readLedger(grid, "transfer_fee=basis");
        const used = new Set(ledger.transactions.map((one) => one.row));
        const errors = new Set(
          ledger.problems.filter(({ severity }) => severity === "Error").map((one) => one.row),
        );
        for (let at = 2; at <= grid.length; at++) {
          const fates = [used.has(at), errors.has(at), ledger.withoutEffect.includes(at)];
          expect(fates.filter(Boolean)).toHaveLength(1);
        }
      }),
      { numRuns: 120 },
    );
  });
  test("the order of the files makes no difference", () => {
    fc.assert(
      fc.property(
        files,
        fc.constantFrom([0, 2, 1], [1, 0, 2], [2, 1, 0], [1, 2, 0]),
        (grids, order) => {
          expect(mergedGrid(grids, order)).toEqual(mergedGrid(grids, [0, 1, 2]));
        },
      ),
      { numRuns: 120 },
    );
  });
  test("no arrival is used twice, and every transfer has its arrival", () => {
    fc.assert(
      fc.property(files, (grids) => {
        const grid = mergedGrid(grids, [0, 1, 2]);
        const last = (cells: CellGrid[number]): readonly unknown[] => cells.slice(-2);
        const rows = grid.slice(1).map(last);
        const arrivals = rows.filter(([word]) => word === "Transfer").map(([, other]) => other);
        expect(new Set(arrivals).size).toBe(arrivals.length);
        expect(rows.filter(([word]) => word === "Joined")).toHaveLength(arrivals.length);
      }),
      { numRuns: 120 },
    );
  });
  test("moves become transfers or problems, never a purchase or a sale", () => {
    const moves = fc.array(
      row.filter(([, type]) => type === "Withdrawal" || type === "Deposit"),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(moves, moves, (a, b) => {
        const ledger = readLedger(
          mergedGrid(
            [
              [HEADINGS, ...a],
              [HEADINGS, ...b],
            ],
            [0, 1],
          ),
        );
        expect(ledger.transactions.filter(({ kind }) => kind !== "transfer")).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });
});

test("ten thousand equal moves within hours are a matter of seconds", () => {
  const many = (type: string, wallet: string): CellGrid => [
    HEADINGS,
    ...Array.from({ length: 5000 }, (_, index) => {
      const second = String(index % 60).padStart(2, "0");
      const minute = String(Math.floor(index / 60) % 60).padStart(2, "0");
      const hour = String(10 + Math.floor(index / 3600)).padStart(2, "0");
      return [`2024-01-05 ${hour}:${minute}:${second}`, type, "BTC", "1", "", "", wallet, "", ""];
    }),
  ];
  const start = performance.now();
  const grid = mergedGrid([many("Withdrawal", "K"), many("Deposit", "L")], [0, 1]);
  expect(performance.now() - start).toBeLessThan(8000);
  expect(grid.slice(1).filter((cells) => cells.at(-2) === "Transfer")).toHaveLength(5000);
});
