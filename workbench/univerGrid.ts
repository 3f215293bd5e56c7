import {
  LocaleType,
  LogLevel,
  Univer,
  UniverInstanceType,
  type IWorkbookData,
  type IWorksheetData,
} from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import {
  FormulaDataModel,
  IFunctionService,
  UniverSheetsCorePreset,
} from "@univerjs/preset-sheets-core";
import english from "@univerjs/preset-sheets-core/locales/en-US";
import { functionRegistry, type CellGrid, type CellValue } from "../core/index.ts";
import {
  firstRows,
  hasCells,
  readCells,
  valueOf,
  type GridCells,
  type KeptCells,
  type Reading,
} from "./gridCells.ts";
import { SheetFunction, type Complain } from "./sheetFunction.ts";

/** The embedded spreadsheet, as far as the workbench uses it. */
export type Grid = {
  /** Shows other sheets; what was shown goes. Returns their ids, in order. */
  readonly show: (name: string, sheets: readonly Partial<IWorksheetData>[]) => readonly string[];
  /** Its sheets in order. */
  readonly sheets: () => readonly { readonly id: string; readonly name: string }[];
  readonly hasCells: (id: string) => boolean;
  readonly firstRows: (id: string, rows: number, dateSystem: 1900 | 1904) => CellGrid;
  readonly cells: (id: string, dateSystem: 1900 | 1904) => Promise<GridCells>;
  /** Adds a sheet, or puts it in the place of another; returns its id. */
  readonly putSheet: (sheet: Partial<IWorksheetData>, instead: string | undefined) => string;
  readonly activate: (id: string) => void;
  /** What cells show, spilled results included; rows count from 1, columns from 0. */
  readonly shown: (name: string, rows: number, columns: number) => CellValue[][];
  /** Selects a row, counted from 1. */
  readonly selectRow: (id: string, row: number) => void;
};

/** What the grid tells. */
export type GridEvents = {
  readonly complaint: Complain;
  /** The user did something to the sheet in front; the name is the grid's own. */
  readonly command: (name: string, sheet: string) => void;
};

/** Columns that every sheet has at least: room for the widest table beside a ledger. */
const COLUMNS = 60;

/** Puts the spreadsheet into an element. */
export function univerGrid(container: string, events: GridEvents): Grid {
  const univer = univerIn(container);
  const api = FUniver.newAPI(univer);
  let unit: string | undefined;

  const workbook = () => {
    const active = api.getActiveWorkbook();
    if (active === null) throw new Error("No workbook is open.");
    return active;
  };
  const sheetOf = (id: string) => {
    const sheet = workbook().getSheetBySheetId(id);
    if (sheet === null) throw new Error("The sheet is gone.");
    return sheet;
  };
  const keptIn = (id: string): KeptCells => sheetOf(id).getSheet().getCellMatrix().getMatrix();
  const reading = (dateSystem: 1900 | 1904): Reading => {
    const styles = workbook().getWorkbook().getStyles();
    return { patternOf: (cell) => styles.getStyleByCell(cell)?.n?.pattern, dateSystem };
  };
  /** Plugins start with the first workbook: nothing can be registered before. */
  const setUp = (): void => {
    const functions = univer.__getInjector().get(IFunctionService);
    for (const spec of functionRegistry) {
      // This brings the function's help; the executor that it makes is replaced.
      api.getFormula().registerFunction(spec.id, () => "", spec.summary);
      functions.registerExecutors(new SheetFunction(spec, events.complaint));
    }
    // A new sheet of the grid has 20 columns, and a Summary needs more.
    api.addEvent(api.Event.SheetCreated, ({ worksheet }) => {
      if (worksheet.getMaxColumns() < COLUMNS) worksheet.setColumnCount(COLUMNS);
    });
    api.addEvent(api.Event.CommandExecuted, ({ id }) => {
      events.command(id, api.getActiveWorkbook()?.getActiveSheet().getSheetId() ?? "");
    });
  };

  return {
    show: (name, sheets) => {
      const isFirst = unit === undefined;
      if (unit !== undefined) api.disposeUnit(unit);
      const data = workbookData(name, sheets);
      univer.createUnit(UniverInstanceType.UNIVER_SHEET, data);
      unit = data.id;
      if (isFirst) setUp();
      return data.sheetOrder;
    },
    sheets: () =>
      workbook()
        .getSheets()
        .map((sheet) => ({ id: sheet.getSheetId(), name: sheet.getSheetName() })),
    hasCells: (id) => hasCells(keptIn(id)),
    firstRows: (id, rows, dateSystem) => firstRows(keptIn(id), rows, reading(dateSystem)),
    cells: (id, dateSystem) => readCells(keptIn(id), reading(dateSystem)),
    putSheet: (sheet, instead) => {
      const book = workbook();
      const order = book.getSheets().map((one) => one.getSheetId());
      const index = instead === undefined ? order.length : order.indexOf(instead);
      if (instead !== undefined) book.deleteSheet(instead);
      const { name = "Tab", rowCount = 100, columnCount = COLUMNS } = sheet;
      return book.create(name, rowCount, columnCount, { index, sheet }).getSheetId();
    },
    activate: (id) => {
      workbook().setActiveSheet(id);
    },
    shown: (name, rows, columns) => {
      const sheet = workbook().getSheetByName(name);
      const spilled = univer.__getInjector().get(FormulaDataModel).getArrayFormulaCellData();
      const results = spilled[unit ?? ""]?.[sheet?.getSheetId() ?? ""];
      return Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (__, column) => {
          const kept = valueOf(sheet?.getSheet().getCellRaw(row, column));
          return kept ?? valueOf(results?.[row]?.[column]);
        }),
      );
    },
    selectRow: (id, row) => {
      const sheet = workbook().setActiveSheet(id);
      sheet.getRange(row - 1, 0, 1, Math.max(1, sheet.getMaxColumns())).activate();
      sheet.scrollToCell(Math.max(0, row - 4), 0);
    },
  };
}

function univerIn(container: string): Univer {
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const univer = new Univer({
    darkMode: isDark,
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: english },
    logLevel: LogLevel.WARN,
  });
  for (const plugin of UniverSheetsCorePreset({ container }).plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0] as never, plugin[1] as never);
    else univer.registerPlugin(plugin as never);
  }
  return univer;
}

function workbookData(name: string, sheets: readonly Partial<IWorksheetData>[]) {
  const made = Date.now().toString(36);
  const sheetOrder = sheets.map((_, index) => `sheet-${index + 1}-${made}`);
  const entries = sheets.map((sheet, index) => {
    const id = sheetOrder[index] ?? "";
    return [id, { ...sheet, id }] as const;
  });
  return {
    id: `book-${made}`,
    name,
    sheetOrder,
    sheets: Object.fromEntries(entries),
  } satisfies Partial<IWorkbookData>;
}
