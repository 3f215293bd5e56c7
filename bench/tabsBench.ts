import {
  ALL_TABS,
  generateTabs,
  isUnreadable,
  USUAL_TABS,
  type CellGrid,
  type TabKind,
} from "../core/index.ts";
import { coinbaseCells } from "./coinbaseCells.ts";
import { cpuTime } from "./cpuTime.ts";
import { ledgerCells, priceCells } from "./ledgerCells.ts";
import { plainPass } from "./plainPass.ts";

const RUNS = 2;
const rows = Number(process.argv[2] ?? 100_000);
const prices = priceCells();

/** Milliseconds of the fastest of several runs, which is the one least disturbed. */
const fastest = (work: () => unknown): number =>
  Math.min(...Array.from({ length: RUNS }, () => cpuTime(work)));

type Made = {
  readonly transactions: CellGrid;
  readonly kinds: readonly TabKind[];
  readonly options: string;
};

/** The errors that the tabs come with, by kind. */
function make({ transactions, kinds, options }: Made): string {
  const made = generateTabs({ transactions, prices, options, asOf: undefined }, kinds, {
    zones: { offsets: () => undefined, workbookZone: undefined },
    progress: () => undefined,
  });
  if (isUnreadable(made)) throw new Error(made.unreadable);
  const codes = made.problems.flatMap(({ severity, facts }) =>
    severity === "Error" ? [facts.code] : [],
  );
  return [...new Set(codes)].join(", ");
}

function show(name: string, made: Made): void {
  // The yardstick beside each line, so that both meet the same machine.
  const plain = fastest(() => plainPass(ledger));
  let errors = "";
  const whole = fastest(() => (errors = make(made)));
  console.log(
    [
      name.padEnd(44),
      plain.toFixed(0).padStart(8),
      whole.toFixed(0).padStart(9),
      (whole / plain).toFixed(1).padStart(7),
      errors === "" ? "" : ` (${errors})`,
    ].join(" "),
  );
}

const ledger = ledgerCells(rows);
const exported = coinbaseCells(ledger);

console.log(
  `${rows} rows of 12 assets, against one plain pass in doubles over the same rows, processor time`,
);
console.log(`${"".padEnd(44)} plain ms  whole ms   ratio`);
for (const wash of ["off", "securities", "conservative"]) {
  const options = `wash=${wash}`;
  show(`four usual tabs, wash=${wash}`, { transactions: ledger, kinds: USUAL_TABS, options });
  for (const kind of ALL_TABS.slice(USUAL_TABS.length)) {
    if (process.argv[3] !== "each") continue;
    show(`${kind.name}, wash=${wash}`, { transactions: ledger, kinds: [kind], options });
  }
  show(`all tabs, wash=${wash}`, { transactions: ledger, kinds: ALL_TABS, options });
}
const options = "wash=securities";
show("a Coinbase export, four usual tabs", { transactions: exported, kinds: USUAL_TABS, options });
