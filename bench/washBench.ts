import { parseLedger } from "../core/ledger/parseLedger.ts";
import { parseSettings } from "../core/ledger/parseSettings.ts";
import { UTC } from "../core/calendar/timeZone.ts";
import type { CellGrid } from "../core/ledger/cells.ts";
import type { LotMethod, Settings } from "../core/ledger/settings.ts";
import type { Transaction } from "../core/ledger/transaction.ts";
import { isUnreadable } from "../core/ledger/unreadable.ts";
import { always } from "../core/replay/methodOnRecord.ts";
import { replayLedger, type Replay } from "../core/replay/replayLedger.ts";
import { WASH_LEDGERS, type WashLedger } from "./washLedgers.ts";

const METHODS: readonly LotMethod[] = (process.argv[4] ?? "FIFO,LIFO,HIFO").split(
  ",",
) as LotMethod[];
const POLICIES = ["off", "securities", "conservative"] as const;
const RUNS = 5;

type Policy = (typeof POLICIES)[number];

function transactionsOf(cells: CellGrid): readonly Transaction[] {
  const ledger = parseLedger(cells, parseSettings("wash=conservative").settings, UTC);
  if (isUnreadable(ledger) || ledger.problems.length > 0) {
    throw new Error("a ledger of this benchmark should have no problem");
  }
  return ledger.transactions;
}

const settingsOf = (wash: Policy): Settings => parseSettings(`wash=${wash}`).settings;

/** Milliseconds of the replay alone by each policy, one after the other in each run; medians. */
function measure(transactions: readonly Transaction[], method: LotMethod) {
  const times: Record<Policy, number[]> = { off: [], securities: [], conservative: [] };
  let matches = 0;
  for (let run = 0; run < RUNS; run += 1) {
    for (const wash of POLICIES) {
      const rules = { settings: settingsOf(wash), methodAt: always(method), until: undefined };
      const start = performance.now();
      const replay: Replay = replayLedger(transactions, rules);
      times[wash].push(performance.now() - start);
      if (wash === "conservative") matches = replay.matches.length;
      if (replay.problems.length > 0) throw new Error("a replay met a problem");
    }
  }
  return {
    off: median(times.off),
    securities: median(times.securities),
    conservative: median(times.conservative),
    matches,
  };
}

const median = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

function show({ name, cells }: WashLedger, rows: number): void {
  const whole = transactionsOf(cells(rows));
  const tenth = transactionsOf(cells(rows / 10));
  for (const method of METHODS) {
    const small = measure(tenth, method);
    const { off, securities, conservative, matches } = measure(whole, method);
    console.log(
      [
        `${name}, ${method}`.padEnd(36),
        String(matches).padStart(8),
        off.toFixed(0).padStart(8),
        (securities / off).toFixed(2).padStart(11),
        (conservative / off).toFixed(2).padStart(13),
        (conservative / small.conservative).toFixed(1).padStart(8),
      ].join(" "),
    );
  }
}

const rows = Number(process.argv[2] ?? 100_000);
const only = process.argv[3];
console.log(`The replay of ${rows} rows of one asset: times as long as with wash=off (median)`);
console.log(
  "ledger                                matches   off ms  securities  conservative  10x rows",
);
for (const ledger of WASH_LEDGERS) {
  if (only === undefined || ledger.name.includes(only)) show(ledger, rows);
}
