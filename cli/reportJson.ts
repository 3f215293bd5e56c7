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

function tabRows({ table, totals }: Tab): TableCell[][] {
  const rows = tableRows(table);
  if (totals === undefined) return rows;
  const last = totals.map((cell) =>
    cell.kind === "text" ? cell.text : cell.kind === "blank" ? null : cell.value,
  );
  return [...rows, last];
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
