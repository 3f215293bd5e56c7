import type { Tab } from "../core/index.ts";
import type { RowsPart } from "./bookMessages.ts";

/** Rows of a table. */
export type Rows = readonly (readonly unknown[])[];

/** Rows in one message: more would hold the page up while they are copied. */
const ROWS_AT_ONCE = 4000;

/** Tables as messages, each short enough that the page goes on answering. */
export function* rowParts(tables: readonly Rows[]): Generator<RowsPart> {
  for (const [place, rows] of tables.entries()) {
    for (let first = 0; first < rows.length; first += ROWS_AT_ONCE) {
      yield { kind: "rows", place, rows: rows.slice(first, first + ROWS_AT_ONCE) };
    }
  }
}

/** Tables put together from messages. */
export function gatheredRows(): {
  readonly add: (part: RowsPart) => void;
  readonly rowsAt: (place: number) => Rows;
} {
  const tables = new Map<number, (readonly unknown[])[]>();
  return {
    add: ({ place, rows }) => {
      const known = tables.get(place) ?? [];
      for (const row of rows) known.push(row);
      tables.set(place, known);
    },
    rowsAt: (place) => tables.get(place) ?? [],
  };
}

/** Tabs without the rows of their tables, which go ahead of them. */
export const bareTabs = (tabs: readonly Tab[]): readonly Tab[] =>
  tabs.map((tab) => ({ ...tab, table: { ...tab.table, rows: [] } }));

/** The tabs again with their rows. */
export const filledTabs = (tabs: readonly Tab[], rowsAt: (place: number) => Rows): readonly Tab[] =>
  tabs.map((tab, place) => ({
    ...tab,
    table: { ...tab.table, rows: rowsAt(place) as Tab["table"]["rows"] },
  }));
