import { generateTabs, isUnreadable, USUAL_TABS } from "../core/index.ts";
import { ledgerCells, priceCells } from "./ledgerCells.ts";
import { plainPass } from "./plainPass.ts";

/** Milliseconds of the fastest of several runs, which is the one least disturbed. */
function fastest(runs: number, work: () => unknown): number {
  let best = Infinity;
  for (let i = 0; i < runs; i += 1) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

const rows = Number(process.argv[2]);
const runs = rows >= 1_000_000 ? 2 : 5;
const transactions = ledgerCells(rows);
const prices = priceCells();
const plain = fastest(runs, () => plainPass(transactions));
const whole = fastest(runs, () => {
  const result = generateTabs(
    { transactions, prices, options: undefined, asOf: undefined },
    USUAL_TABS,
    { zones: { offsets: () => undefined, workbookZone: undefined }, progress: () => undefined },
  );
  if (isUnreadable(result) || result.problems.length > 0 || result.tabs.length !== 4) {
    throw new Error("the benchmark's ledger should give four tabs and no problem");
  }
});
// One line of JSON for run.ts.
console.log(JSON.stringify({ rows, plain, whole, peak: process.resourceUsage().maxRSS / 1024 }));
