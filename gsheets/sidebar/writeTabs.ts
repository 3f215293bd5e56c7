import { paintTab, type Tab } from "../../core/index.ts";
import type { Run } from "../../pane/index.ts";
import type { SheetFinish, SourceSize } from "../paneRequests.ts";
import { again } from "./again.ts";
import { blocksOf } from "./blocks.ts";
import { ask } from "./scriptRun.ts";

/** Google bears ten million cells a spreadsheet and no fewer rows; links are formulas. */
const LIMITS = { rows: 1_000_000, links: 1_000_000 };

/** The share of a run that reading and working out have taken before. */
const BEFORE = 0.6;

/** Writes the tabs block by block; undefined when the user stopped it. */
export async function writeTabs(
  tabs: readonly Tab[],
  source: SourceSize,
  run: Run,
): Promise<readonly string[] | undefined> {
  const painted = tabs.map((tab) => ({
    tab,
    paint: paintTab(tab, { hasSource: true, limits: LIMITS }),
  }));
  const job = jobName();
  const asked = {
    ask: "begin",
    job,
    tabs: painted.map(({ tab, paint }) => ({
      key: tab.key,
      name: tab.name,
      rows: paint.layout.rowCount,
      columns: paint.columnCount,
    })),
  } as const;
  const begun = await ask(asked).catch((error: unknown) => giveUp(job, error));
  if (begun !== null) throw new Error(begun.refusal);
  const all = painted.reduce((sum, { paint }) => sum + paint.layout.rowCount, 0);
  let written = 0;
  try {
    for (const [index, { tab, paint }] of painted.entries()) {
      for (const block of blocksOf(tab, paint, source)) {
        if (run.signal.aborted) {
          await ask({ ask: "cancel", job });
          return undefined;
        }
        run.progress(`Writing ${tab.name}`, BEFORE + (1 - BEFORE) * (written / all));
        // A block that did not arrive is sent again: writing it twice changes nothing.
        await again(() => ask({ ask: "write", job, tab: index, block }));
        written += block.cells.length;
      }
      await again(() => ask({ ask: "look", job, tab: index, looks: paint.looks }));
    }
    run.progress("Putting the tabs in place", 1);
    if (run.signal.aborted) {
      await ask({ ask: "cancel", job });
      return undefined;
    }
    return await ask({ ask: "finish", job, finishes: painted.map(finishOf) });
  } catch (error) {
    return await giveUp(job, error);
  }
}

/** Has the server remove what a run that failed has written; then fails as the run did. */
async function giveUp(job: string, error: unknown): Promise<never> {
  await ask({ ask: "cancel", job }).catch((later: unknown) => {
    // The next run removes what this one has left.
    console.warn(later);
  });
  throw error;
}

/** A name that no other run has. The page makes it, so that it can cancel a run of which it heard nothing. */
const jobName = (): string => crypto.getRandomValues(new Uint32Array(4)).join("-");

function finishOf({
  tab,
  paint,
}: {
  readonly tab: Tab;
  readonly paint: ReturnType<typeof paintTab>;
}): SheetFinish {
  const { layout, widths, looks, merges, conditions, filter } = paint;
  const placed = layout.breakdown;
  const hasChart = tab.breakdown?.chart === "bars" && placed !== undefined;
  return {
    widths,
    heights: looks.flatMap(({ area, look }) =>
      look.height === undefined ? [] : [{ row: area.row, points: look.height }],
    ),
    merges,
    conditions,
    filter,
    frozenRows: layout.titlesRow,
    chart: hasChart
      ? {
          title: tab.breakdown.title,
          row: placed.titleRow,
          area: {
            row: placed.firstRow,
            column: 0,
            rows: placed.lastRow - placed.firstRow + 1,
            columns: 2,
          },
        }
      : undefined,
  };
}
