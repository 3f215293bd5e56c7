import { dayText, type Day, type Tab, type TableCell, type ColumnFormat } from "../core/index.ts";

/** The columns of a Summary that fit a terminal. */
const SHOWN = [
  "Asset",
  "Wallet",
  "Account",
  "Quantity",
  "Cost basis",
  "Market value",
  "Unrealized gain or loss",
  "Harvestable loss",
  "Quantity to sell",
  "Disallowed now",
  "At risk if rule extended",
  "Tax saved",
];

/** The summaries among the tabs as plain text, with their totals. */
export function summariesText(tabs: readonly Tab[]): string {
  return tabs
    .filter(({ key }) => key.startsWith("summary-"))
    .map(summaryText)
    .join("\n");
}

function summaryText({ heading, table, totals }: Tab): string {
  const shown = table.columns
    .map((column, index) => ({ ...column, index }))
    .filter(({ title }) => SHOWN.includes(title));
  const filled = shown.filter(({ index }) => table.rows.some((row) => row[index] !== null));
  const total = totals?.map((cell) =>
    cell.kind === "text" ? cell.text : cell.kind === "blank" ? null : cell.value,
  );
  const lines = [
    filled.map(({ title }) => title),
    ...[...table.rows, ...(total === undefined ? [] : [total])].map((row) =>
      filled.map(({ index, format }) => cellText(row[index] ?? null, format)),
    ),
  ];
  const widths = filled.map((_, place) =>
    Math.max(...lines.map((line) => (line[place] ?? "").length)),
  );
  const aligned = lines.map((line) =>
    line
      .map((text, place) => {
        const width = widths[place] ?? 0;
        return filled[place]?.format === "text" ? text.padEnd(width) : text.padStart(width);
      })
      .join("  ")
      .trimEnd(),
  );
  return [...heading.slice(0, 2), "", ...aligned, ""].join("\n");
}

/** A cell as a person reads it in a terminal: control characters of the ledger are left out. */
function cellText(cell: TableCell, format: ColumnFormat): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell.replace(/\p{Cc}/gu, " ").slice(0, 40);
  switch (format) {
    case "date":
      return dayText(cell as Day);
    case "quantity":
      return cell.toLocaleString("en-US", { maximumFractionDigits: 8 });
    case "text":
    case "integer":
    case "sourceRow":
      return String(cell);
    case "money":
    case "unitMoney":
    case "signedMoney":
      return cell.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  }
}
