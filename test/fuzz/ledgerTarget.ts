import { generateTabs } from "../../core/commands/generateTabs.ts";
import { ALL_TABS } from "../../core/commands/tabKinds.ts";
import { UTC } from "../../core/calendar/timeZone.ts";
import type { CellGrid } from "../../core/ledger/cells.ts";
import { parseLedger, type ParsedLedger } from "../../core/ledger/parseLedger.ts";
import { parseSettings } from "../../core/ledger/parseSettings.ts";
import { isUnreadable } from "../../core/ledger/unreadable.ts";
import { isEmpty } from "../../core/ledger/words.ts";
import { paintTab } from "../../core/report/paintTab.ts";
import { EXCEL_LIMITS } from "../../core/report/tabLayout.ts";
import { promise, type FuzzTarget } from "./fuzzTarget.ts";
import { ledgerSheet } from "./ledgerSheet.ts";
import { nastyCell } from "./nasty.ts";
import type { Random } from "./random.ts";

/**
 * Whole sheets, from headings to rows: no row is lost. Each row below the headings is blank, or is
 * used, or rightly changes nothing, or belongs to another row, or has an Error; and a row with an
 * Error is not used as well.
 */
export const ledgerTarget: FuzzTarget = {
  name: "ledgers",
  quick: 600,
  feed: (random) => {
    if (random.percent(10)) return feedAnything(random);
    const { grid, headerRow } = ledgerSheet(random);
    const options = random.pick(OPTIONS);
    const ledger = parseLedger(grid, parseSettings(options).settings, UTC);
    if (isUnreadable(ledger)) {
      promise(false, "a sheet with headings was not read", { grid, why: ledger.unreadable });
    } else checkRows(ledger, grid, headerRow);
    if (random.percent(10)) feedTabs(random, grid, options);
    return "sheet with headings";
  },
};

const OPTIONS = [
  "",
  "wash=conservative",
  "wash=conservative; scope=universal; transfer_fee=basis; tacking=add",
  "scope=transition; wash=securities; securities=*",
  "identical=BTC=WBTC, ETH=WETH; filing_status=mfj; taxable_income=150000; same_lot=count",
  "method_since=LIFO 2024-01-01, HIFO 2025-01-01 @Kraken; wash=conservative; income_counts=no",
  "short_rate=37%; long_rate=20%; state_rate=0.05; planned=BTC 100 USD weekly @Kraken",
];

/** What became of the rows, by their numbers. */
type Fates = {
  readonly used: ReadonlySet<number | undefined>;
  readonly errors: ReadonlySet<number | undefined>;
  readonly idle: ReadonlySet<number | undefined>;
};

function fatesOf({ transactions, problems, withoutEffect, joined }: ParsedLedger): Fates {
  const used = transactions.flatMap((transaction) =>
    transaction.kind === "transfer"
      ? [transaction.row, ...transaction.fees.map(({ row }) => row)]
      : [transaction.row],
  );
  const errors = problems.filter(({ severity }) => severity === "Error").map(({ row }) => row);
  return {
    used: new Set(used),
    errors: new Set(errors),
    idle: new Set([...withoutEffect, ...joined]),
  };
}

function checkRows(ledger: ParsedLedger, grid: CellGrid, headerRow: number): void {
  const { used, errors, idle } = fatesOf(ledger);
  for (let row = headerRow + 1; row <= grid.length; row += 1) {
    const evidence = { row, cells: grid[row - 1], headings: grid[headerRow - 1], grid };
    const isKnown = used.has(row) || errors.has(row) || idle.has(row);
    promise(isKnown !== grid[row - 1]!.every(isEmpty), "a row was lost or made up", evidence);
    promise(!(used.has(row) && errors.has(row)), "a row with an Error was used", evidence);
  }
  for (const row of [...used, ...errors, ...idle]) {
    const isThere = row !== undefined && row > headerRow && row <= grid.length;
    promise(isThere, "a row that is not in the sheet", { row, grid });
  }
}

/** Any cells at all, also as headings. */
function feedAnything(random: Random): string {
  const { grid } = ledgerSheet(random);
  const wild = grid.map((row) =>
    row.map((cell) => (random.percent(8) ? nastyCell(random) : cell)).slice(random.below(2)),
  );
  feedTabs(random, wild, random.pick(OPTIONS));
  return "sheet of anything";
}

const PRICES: CellGrid = [
  ["Asset", "Price", "As of"],
  ["BTC", 50_000, "2026-11-20"],
  ["ETH", "2,500", "2026-11-20"],
  ["IBIT", 60, ""],
];

/** All tabs are made, and no cell of theirs is a number that is none. */
function feedTabs(random: Random, transactions: CellGrid, options: string): void {
  const prices = PRICES.map((row, index) =>
    index > 0 && random.percent(10) ? [row[0]!, nastyCell(random), row[2]!] : row,
  );
  const made = generateTabs({ transactions, prices, options, asOf: undefined }, ALL_TABS, {
    zones: { offsets: () => undefined, workbookZone: undefined },
    progress: () => undefined,
  });
  if (isUnreadable(made)) return;
  promise(made.tabs.length === ALL_TABS.length, "a tab is missing", { transactions, options });
  for (const tab of made.tabs) {
    for (const table of [tab.table, ...tab.sections.map((section) => section.table)]) {
      for (const row of table.rows) {
        const isSound = row.every((cell) => typeof cell !== "number" || Number.isFinite(cell));
        promise(isSound, `a number that is none in ${tab.name}`, { row, transactions, options });
      }
    }
    paintTab(tab, { hasSource: true, limits: EXCEL_LIMITS }).cells(1, 20);
  }
}
