import { LocaleType, LogLevel, merge, Univer, UniverInstanceType } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import type { ICellData, IWorkbookData, IWorksheetData } from "@univerjs/core";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import english from "@univerjs/preset-sheets-core/locales/en-US";
import { functionRegistry, type CellGrid, type CellValue } from "../core/index.ts";
import { callInGrid, dateColumnsOf } from "./gridFunctions.ts";

/** A sheet as the grid shows it now. */
export type GridSheet = {
  readonly id: string;
  readonly name: string;
  readonly grid: CellGrid;
  /** Formulas that stand in its cells, by row (from 1) and column (from 0). */
  readonly formulas: readonly { readonly row: number; readonly column: number }[];
};

/** The embedded spreadsheet, as far as the workbench uses it. */
export type Grid = {
  /** Shows other sheets; what was shown goes. Returns their ids, in order. */
  readonly show: (name: string, sheets: readonly Partial<IWorksheetData>[]) => readonly string[];
  readonly sheets: () => readonly GridSheet[];
  /** Adds a sheet, or puts it in the place of another; returns its id. */
  readonly putSheet: (sheet: Partial<IWorksheetData>, instead: string | undefined) => string;
  readonly activate: (id: string) => void;
  /** What cells show, spilled results included; rows count from 1, columns from 0. */
  readonly shown: (name: string, rows: number, columns: number) => CellValue[][];
  /** Selects a row, counted from 1. */
  readonly selectRow: (id: string, row: number) => void;
};

/** Columns that every sheet has at least: room for the widest table beside a ledger. */
export const COLUMNS = 60;

/** Puts the spreadsheet into an element. `say` is told what a formula has to complain of. */
export function univerGrid(container: string, say: (sentence: string) => void): Grid {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: merge({}, english) },
    logLevel: LogLevel.WARN,
  });
  const { plugins } = UniverSheetsCorePreset({ container });
  for (const plugin of plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0] as never, plugin[1] as never);
    else univer.registerPlugin(plugin as never);
  }
  const api = FUniver.newAPI(univer);
  let unit: string | undefined;
  let hasFunctions = false;

  const workbook = () => {
    const active = api.getActiveWorkbook();
    if (active === null) throw new Error("No workbook is open.");
    return active;
  };

  const show: Grid["show"] = (name, sheets) => {
    if (unit !== undefined) api.disposeUnit(unit);
    const ids = sheets.map((_, index) => `sheet-${index + 1}-${Date.now().toString(36)}`);
    const data: Partial<IWorkbookData> = {
      id: `book-${Date.now().toString(36)}`,
      name,
      sheetOrder: ids,
      sheets: Object.fromEntries(
        sheets.map((sheet, index) => [ids[index] ?? "", { ...sheet, id: ids[index] ?? "" }]),
      ),
    };
    univer.createUnit(UniverInstanceType.UNIVER_SHEET, data);
    unit = data.id;
    // Plugins start with the first workbook: functions cannot be registered before.
    if (!hasFunctions) {
      hasFunctions = true;
      for (const spec of functionRegistry) {
        api
          .getFormula()
          .registerFunction(
            spec.id,
            (...args: unknown[]) => callInGrid(spec, args, say) as never,
            spec.summary,
          );
      }
      formatDates(api);
      // A new sheet of the grid has 20 columns, and a Summary needs more.
      api.addEvent(api.Event.SheetCreated, ({ worksheet }) => {
        if (worksheet.getMaxColumns() < COLUMNS) worksheet.setColumnCount(COLUMNS);
      });
    }
    return ids;
  };

  return {
    show,
    sheets: () => {
      const data = workbook().save();
      return data.sheetOrder.map((id): GridSheet => {
        const sheet = data.sheets[id] ?? {};
        return { id, name: sheet.name ?? "", ...cellsOf(sheet) };
      });
    },
    putSheet: (sheet, instead) => {
      const book = workbook();
      const { sheetOrder } = book.save();
      const index = instead === undefined ? sheetOrder.length : sheetOrder.indexOf(instead);
      if (instead !== undefined) book.deleteSheet(instead);
      const made = book.create(
        sheet.name ?? "Tab",
        sheet.rowCount ?? 100,
        sheet.columnCount ?? 26,
        {
          index,
          sheet,
        },
      );
      return made.getSheetId();
    },
    shown: (name, rows, columns) => {
      const sheet = workbook().getSheetByName(name)?.getSheet();
      return Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (__, column) => {
          const cell = sheet?.getCell(row, column);
          return valueOf(cell?.v, cell?.t);
        }),
      );
    },
    activate: (id) => {
      workbook().setActiveSheet(id);
    },
    selectRow: (id, row) => {
      const sheet = workbook().setActiveSheet(id);
      const range = sheet.getRange(row - 1, 0, 1, Math.max(1, sheet.getMaxColumns()));
      range.activate();
      sheet.scrollToCell(Math.max(0, row - 4), 0);
    },
  };
}

/** A sheet's cells as the core takes them: text stays text. */
function cellsOf({ cellData = {} }: Partial<IWorksheetData>): Pick<GridSheet, "grid" | "formulas"> {
  const grid: CellValue[][] = [];
  const formulas: { row: number; column: number }[] = [];
  for (const [rowText, cells] of Object.entries(cellData)) {
    const row = Number(rowText);
    for (const [columnText, cell] of entriesOf(cells)) {
      const column = Number(columnText);
      if (typeof cell?.f === "string" && cell.f !== "") formulas.push({ row: row + 1, column });
      const value = valueOf(cell?.v, cell?.t);
      if (value === null) continue;
      while (grid.length <= row) grid.push([]);
      const at = grid[row] ?? [];
      while (at.length < column) at.push(null);
      at[column] = value;
    }
  }
  return { grid, formulas };
}

const entriesOf = (cells: unknown): readonly (readonly [string, ICellData | undefined])[] =>
  Object.entries((cells ?? {}) as Record<string, ICellData | undefined>);

/** In the numbering of the grid, 3 is a truth value. */
function valueOf(value: unknown, type: unknown): CellValue {
  if (type === 3) return value === 1 || value === true;
  if (typeof value === "number" || typeof value === "boolean") return value;
  return typeof value === "string" && value !== "" ? value : null;
}

/** Shows days among the results of the product's functions as dates. */
function formatDates(api: ReturnType<typeof FUniver.newAPI>): void {
  api.getFormula().calculationEnd(() => {
    const sheet = api.getActiveWorkbook()?.getActiveSheet();
    if (sheet === undefined) return;
    const { cellData } = sheet.getSheet().getSnapshot();
    for (const [row, cells] of Object.entries(cellData)) {
      for (const [column, cell] of entriesOf(cells)) {
        const name = /^=\s*((?:TLH|WASH)_\w+)\s*\(/i.exec(cell?.f ?? "")?.[1]?.toUpperCase();
        if (name === undefined) continue;
        const { rows, columns } = dateColumnsOf(name);
        const isInside =
          Number(row) + rows <= sheet.getMaxRows() &&
          Number(column) + Math.max(...columns, 0) < sheet.getMaxColumns();
        for (const date of isInside ? columns : []) {
          const at = sheet.getRange(Number(row), Number(column) + date, Math.max(1, rows), 1);
          if (at.getNumberFormat() !== "yyyy-mm-dd") at.setNumberFormat("yyyy-mm-dd");
        }
      }
    }
  });
}
