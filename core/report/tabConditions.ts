import { cellReference } from "./cellReference.ts";
import { COLORS } from "./looks.ts";
import type { Tab } from "./tab.ts";
import type { Area, TabLayout } from "./tabLayout.ts";
import type { Table } from "./table.ts";

/** A rule that colours cells for which it holds. Colours are six hexadecimal digits. */
export type PaintedCondition = {
  readonly areas: readonly Area[];
  readonly rule:
    | { readonly kind: "below zero" | "above zero" }
    /** A formula as seen from the first cell of the first area, without `=`. */
    | { readonly kind: "formula"; readonly formula: string };
  readonly color: string | undefined;
  readonly fill: string | undefined;
};

/** The colours of a tab that follow its values: rows worth noticing, gains and losses. */
export function tabConditions(tab: Tab, layout: TabLayout): readonly PaintedCondition[] {
  const found: PaintedCondition[] = [];
  const formula = emphasisFormula(tab, layout);
  if (formula !== undefined) {
    const { columns } = tab.table;
    const rows = layout.lastRow - layout.firstRow + 1;
    found.push({
      areas: [{ row: layout.firstRow, column: 0, rows, columns: columns.length }],
      rule: { kind: "formula", formula },
      color: undefined,
      fill: COLORS.notice,
    });
  }
  const areas = [
    ...signedAreas(tab.table, layout.firstRow, layout.totalsRow ?? layout.lastRow),
    ...tab.sections.flatMap(({ table }, index) => {
      const placed = layout.sections[index];
      return placed === undefined ? [] : signedAreas(table, placed.firstRow, placed.lastRow);
    }),
  ];
  if (areas.length === 0) return found;
  return [
    ...found,
    { areas, rule: { kind: "below zero" }, color: COLORS.loss, fill: undefined },
    { areas, rule: { kind: "above zero" }, color: COLORS.gain, fill: undefined },
  ];
}

const signedAreas = ({ columns }: Table, first: number, last: number): readonly Area[] =>
  columns.flatMap(({ format }, column) =>
    format === "signedMoney" ? [{ row: first, column, rows: last - first + 1, columns: 1 }] : [],
  );

/** Holds for the rows that the tab emphasizes, as seen from its first row. */
function emphasisFormula({ emphasis }: Tab, layout: TabLayout): string | undefined {
  if (emphasis === undefined || layout.shownRows === 0) return undefined;
  const cell = `$${cellReference(emphasis.column, layout.firstRow)}`;
  const { value } = emphasis;
  if (typeof value === "number") return `${cell}=${value}`;
  return `${cell}="${(value ?? "").replace(/"/g, '""')}"`;
}
