import type { Day } from "../../core/calendar/day.ts";
import type { Argument } from "../../core/functions/functionSpec.ts";
import type { ResultCell } from "../../core/functions/resultRows.ts";
import type { CellGrid, CellValue } from "../../core/ledger/cells.ts";
import { createSpreadsheet, type UserCell } from "../gsheetsHost/createSpreadsheet.ts";
import { enterFormula } from "../gsheetsHost/customFunction.ts";
import { createHost } from "../gsheetsHost/host.ts";
import { lettersOf } from "../gsheetsHost/model/area.ts";
import type { Book } from "../gsheetsHost/model/book.ts";
import { isCellError, UNCALCULATED } from "../gsheetsHost/model/cell.ts";
import { localeRules } from "../gsheetsHost/model/locale.ts";
import { isMomentFormat } from "../gsheetsHost/model/numberFormat.ts";
import type { PushedFile } from "../gsheetsHost/project.ts";
import { sheetNamed } from "../gsheetsHost/snapshot.ts";
import type { Conditions } from "../gsheetsHost/switches.ts";
import type { FunctionCaller } from "../published/callFunction.ts";

/** Calls functions in a cell of a spreadsheet of its own, each range on a sheet of its own. */
export const sheetsCallerOf =
  (files: () => readonly PushedFile[], { place, switches }: Conditions): FunctionCaller =>
  (id, args) => {
    const sheets: Record<string, readonly (readonly UserCell[])[]> = { Result: [] };
    const texts = args.map((arg, index) => {
      if (!isGrid(arg)) return constant(arg, place.locale);
      const name = `Range${index}`;
      sheets[name] = arg.map((row) => row.map(userCell));
      return `${name}!A1:${lettersOf(widthOf(arg))}${arg.length}`;
    });
    const size = { rows: 2000, columns: 30 };
    const spreadsheet = createSpreadsheet({ ...place, switches, sheets, size });
    const host = createHost({ spreadsheet, files: files() });
    const { argument } = localeRules(place.locale);
    const result = enterFormula(host, "Result!A1", `=${id}(${texts.join(argument)})`);
    if (result.kind === "error") throw new Error(result.note);
    return filledCells(spreadsheet, "Result", result.area);
  };

const widthOf = (grid: CellGrid): number =>
  grid.reduce((most, row) => Math.max(most, row.length), 1);

const isGrid = (argument: Argument): argument is CellGrid => Array.isArray(argument);

/** A cell as its user has it: an error is shown, and what has no value is one. */
export function userCell(cell: CellValue): UserCell {
  return cell !== null && typeof cell === "object" ? { error: cell.text } : cell;
}

function constant(argument: Argument, locale: string): string {
  if (argument === undefined || argument === null) return "";
  if (typeof argument === "number") {
    return argument.toString().replace(".", localeRules(locale).decimal);
  }
  if (typeof argument !== "string") throw new Error("Such an argument is no constant.");
  return `"${argument.replaceAll('"', '""')}"`;
}

/** What a formula at the beginning of a sheet has filled. */
export function filledCells(
  book: Book,
  name: string,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): readonly (readonly ResultCell[])[] {
  const sheet = sheetNamed(book, name);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column): ResultCell => {
      const cell = sheet.rows[row]?.[column];
      const entry = cell?.entry ?? null;
      if (entry === UNCALCULATED || typeof entry === "boolean" || isCellError(entry)) {
        throw new Error(`No result: ${JSON.stringify(entry)}`);
      }
      const isDay = typeof entry === "number" && isMomentFormat(cell?.format.numberFormat ?? "");
      return isDay ? { day: (entry - SERIAL_OF_EPOCH) as Day } : entry;
    }),
  );
}

/** 1970-01-01 as a cell holds it. */
const SERIAL_OF_EPOCH = 25_569;
