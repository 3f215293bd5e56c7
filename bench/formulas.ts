import type { ExcelGrid } from "../excel-addin/functions/gridStore.ts";
import { registerFunctions } from "../excel-addin/functions/registerFunctions.ts";
import { ledgerCells, priceCells } from "./ledgerCells.ts";

type Call = { readonly id: string; readonly values: readonly unknown[] };

/** A range as Excel hands it over: new arrays and new texts with each call. */
const fresh = (grid: ExcelGrid): ExcelGrid => JSON.parse(JSON.stringify(grid)) as ExcelGrid;

/** The functions with nothing remembered yet. */
function functions(): (call: Call) => unknown {
  const registered = new Map<string, (...values: unknown[]) => unknown>();
  registerFunctions({
    zones: { offsets: () => undefined, workbookZone: undefined },
    associate: (id, run) => registered.set(id, run as (...values: unknown[]) => unknown),
    error: (_, sentence) => new Error(sentence),
    hasDataTypes: () => true,
    mostCharacters: () => undefined,
    report: console.error,
  });
  return ({ id, values }) => registered.get(id)!(...values);
}

/** Milliseconds of the calls alone, the fastest of five times. */
function fastest(calls: () => readonly Call[], memory: "kept" | "none"): number {
  let best = Infinity;
  for (let time = 0; time < 5; time++) {
    const made = calls();
    let run = functions();
    let total = 0;
    for (const call of made) {
      if (memory === "none") run = functions();
      const start = performance.now();
      run(call);
      total += performance.now() - start;
    }
    best = Math.min(best, total);
  }
  return best;
}

const rows = Number(process.argv[2] ?? 10_000);
const ledger = ledgerCells(rows);
const prices = priceCells();
const METHODS = ["FIFO", "LIFO", "HIFO", "LOFO", "SPECIFIC"];
const YEARS = [2020, 2021, 2022, 2023];

const one = (): Call[] => [{ id: "TLH_FIFO", values: [fresh(ledger), fresh(prices), null, null] }];
const equal = (): Call[] => Array.from({ length: 20 }, () => one()[0]!);
const different = (): Call[] =>
  METHODS.flatMap((method) =>
    YEARS.map((year) => ({ id: "TLH_GAINS", values: [fresh(ledger), method, year, null] })),
  );

console.log(`Formulas over one range of ${rows} rows: times as long as one TLH_FIFO`);
const unit = fastest(one, "kept");
const shown = (name: string, calls: () => readonly Call[]): void => {
  const ratio = (memory: "kept" | "none"): string =>
    (fastest(calls, memory) / unit).toFixed(1).padStart(6);
  console.log(`${name.padEnd(36)}${ratio("kept")}, and ${ratio("none")} without memory`);
};
shown("20 equal formulas", equal);
shown("20 of different methods and years", different);
