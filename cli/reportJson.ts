import {
  dayText,
  problemsTable,
  type Day,
  type GeneratedTabs,
  type Tab,
  type Table,
  type TableCell,
} from "../core/index.ts";

/** The tabs' tables, titles and totals included, and the problems, as JSON. Dates are ISO text. */
export const reportJson = ({ tabs, problems }: GeneratedTabs): string =>
  JSON.stringify(
    {
      tabs: Object.fromEntries(tabs.map((tab) => [tab.name, tabRows(tab)])),
      problems: tableRows(problemsTable(problems)),
    },
    undefined,
    1,
  );

/** The main table with its totals; then each further table under an empty row and its title. */
function tabRows({ table, totals, sections }: Tab): TableCell[][] {
  return [
    ...tableRows(table),
    ...(totals === undefined ? [] : [totalsRow(totals)]),
    ...sections.flatMap((section) => [[], [section.title], ...tableRows(section.table)]),
  ];
}

function totalsRow(totals: NonNullable<Tab["totals"]>): TableCell[] {
  return totals.map((cell) =>
    cell.kind === "text" ? cell.text : cell.kind === "blank" ? null : cell.value,
  );
}

function tableRows({ columns, rows }: Table): TableCell[][] {
  return [
    columns.map(({ title }) => title),
    ...rows.map((row) =>
      row.map((cell, index) =>
        columns[index]?.format === "date" && typeof cell === "number" ? dayText(cell as Day) : cell,
      ),
    ),
  ];
}
