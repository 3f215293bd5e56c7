import { dayOfSerial, dayText } from "../core/calendar/day.ts";
import type { CellValue } from "../core/ledger/cells.ts";
import type { TemplateSheet } from "../core/commands/template.ts";
import type { SampleSheet, SheetCell } from "./sheetCell.ts";

/** The sheets as an add-in inserts them: one line for each row. */
export function sheetsJson(sheets: readonly SampleSheet[]): string {
  const texts = sheets.map((sheet) => {
    const { rows, ...rest } = insertedSheet(sheet);
    const lines = rows.map((row) => JSON.stringify(row)).join(",\n");
    return `${JSON.stringify(rest).slice(0, -1)},"rows":[\n${lines}\n]}`;
  });
  return `[${texts.join(",\n")}]\n`;
}

function insertedSheet({ name, rows, titlesRow, formats }: SampleSheet): TemplateSheet {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const places = Array.from({ length: columns }, (_, column) => column);
  return {
    name,
    headingsRow: titlesRow ?? 0,
    formats: places.map((column) =>
      holdsDates(rows, column) ? "date" : (formats[column] ?? "text"),
    ),
    widths: places.map((column) => widthOf(rows, column)),
    lists: [],
    rows: rows.map((row) => row.map((cell, column) => cellValue(cell, holdsDates(rows, column)))),
  };
}

const isDate = (cell: SheetCell | undefined): boolean =>
  cell !== null && typeof cell === "object" && "serial" in cell;

const holdsDates = (rows: SampleSheet["rows"], column: number): boolean =>
  rows.filter((row) => isDate(row[column])).length > 1;

/** A date stands as text in a column of other things, which has no format to show it by. */
function cellValue(cell: SheetCell, isInDates: boolean): CellValue {
  if (cell === null || typeof cell !== "object") return cell;
  if ("error" in cell) return { fault: "error", text: cell.error };
  return isInDates ? cell.serial : dayText(dayOfSerial(Math.floor(cell.serial)));
}

/** In characters; a note may be longer than its column. */
function widthOf(rows: SampleSheet["rows"], column: number): number {
  const lengths = rows.map((row) => {
    const cell = row[column] ?? null;
    return cell === null
      ? 0
      : isDate(cell)
        ? 10
        : typeof cell === "object"
          ? 8
          : String(cell).length;
  });
  return Math.min(40, Math.max(...lengths) + 2);
}
