import { parseLedger } from "../core/ledger/parseLedger.ts";
import { parseSettings } from "../core/ledger/parseSettings.ts";
import { UTC } from "../core/calendar/timeZone.ts";
import type { CellGrid } from "../core/ledger/cells.ts";
import type { LotMethod, Settings } from "../core/ledger/settings.ts";
import type { Transaction } from "../core/ledger/transaction.ts";
import { isUnreadable } from "../core/ledger/unreadable.ts";
import { always } from "../core/replay/methodOnRecord.ts";
import { replayLedger, type Replay } from "../core/replay/replayLedger.ts";
import { cpuTime } from "./cpuTime.ts";
import { WASH_LEDGERS, type WashLedger } from "./washLedgers.ts";

const METHODS = (process.argv[4] ?? "FIFO,LIFO,HIFO").split(",") as readonly LotMethod[];
const POLICIES = ["off", "securities", "conservative"] as const;
const RUNS = 5;

type Policy = (typeof POLICIES)[number];

/** Milliseconds of processor time of one run, and how many losses it matched. */
type Run = { readonly replay: number; readonly whole: number; readonly matches: number };

const settingsOf = (wash: Policy): Settings => parseSettings(`wash=${wash}`).settings;

function transactionsOf(cells: CellGrid, settings: Settings): readonly Transaction[] {
  const ledger = parseLedger(cells, settings, UTC);
  if (isUnreadable(ledger) || ledger.problems.length > 0) {
    throw new Error("a ledger of this benchmark should have no problem");
  }
  return ledger.transactions;
}

/** From the cells to the lots, gains and matches. */
function run(cells: CellGrid, method: LotMethod, wash: Policy): Run {
  const settings = settingsOf(wash);
  const rules = { settings, methodAt: always(method), until: undefined };
  let transactions: readonly Transaction[] = [];
  let made: Replay | undefined;
  const read = cpuTime(() => (transactions = transactionsOf(cells, settings)));
  const replay = cpuTime(() => (made = replayLedger(transactions, rules)));
  const { matches = [], problems = [] } = made ?? {};
  const [problem] = problems;
  if (problem !== undefined) throw new Error(`a replay met a problem: ${problem.facts.code}`);
  return { replay, whole: read + replay, matches: matches.length };
}

/** Runs by each policy, one after the other in each round, so that all meet the same machine. */
function measure(cells: CellGrid, method: LotMethod): Record<Policy, Run> {
  const runs: Record<Policy, Run[]> = { off: [], securities: [], conservative: [] };
  for (let round = 0; round < RUNS; round += 1) {
    for (const wash of POLICIES) runs[wash].push(run(cells, method, wash));
  }
  return {
    off: medians(runs.off),
    securities: medians(runs.securities),
    conservative: medians(runs.conservative),
  };
}

const medians = (runs: readonly Run[]): Run => ({
  replay: median(runs.map(({ replay }) => replay)),
  whole: median(runs.map(({ whole }) => whole)),
  matches: runs[0]!.matches,
});

const median = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Highest cost first parts lots the most, so it gets a tenth of the rows. */
const rowsFor = (method: LotMethod): number => (method === "HIFO" ? rows / 10 : rows);

function show({ name, cells }: WashLedger, method: LotMethod): void {
  const many = rowsFor(method);
  const tenth = measure(cells(many / 10), method);
  const { off, securities, conservative } = measure(cells(many), method);
  const ratio = (a: number, b: number, digits: number): string => (a / b).toFixed(digits);
  console.log(
    [
      `${name}, ${method}`.padEnd(34),
      String(many).padStart(7),
      String(conservative.matches).padStart(8),
      off.replay.toFixed(0).padStart(8),
      ratio(securities.replay, off.replay, 2).padStart(11),
      ratio(conservative.replay, off.replay, 2).padStart(13),
      off.whole.toFixed(0).padStart(9),
      ratio(securities.whole, off.whole, 2).padStart(11),
      ratio(conservative.whole, off.whole, 2).padStart(13),
      ratio(conservative.whole, tenth.conservative.whole, 1).padStart(9),
    ].join(" "),
  );
}

const rows = Number(process.argv[2] ?? 100_000);
const only = process.argv[3];
console.log(
  "Ledgers of one asset, by wash policy: times the processor time with wash=off (medians)",
);
console.log(
  `${" ".repeat(51)}the replay alone                   parse and replay, and by ten times the rows`,
);
console.log(
  "ledger                                rows  matches   off ms  securities  conservative" +
    "    off ms  securities  conservative  10x rows",
);
for (const ledger of WASH_LEDGERS) {
  if (only !== undefined && !ledger.name.includes(only)) continue;
  for (const method of METHODS) show(ledger, method);
}
