import { instantOfSerial } from "../model/serialTime.ts";
import { isCellError, UNCALCULATED, type Cell } from "../model/cell.ts";
import { cellValue } from "../model/formulaValue.ts";
import { localeRules } from "../model/locale.ts";
import { isMomentFormat, shownNumber } from "../model/numberFormat.ts";
import { cellWithFormula, cellWithRichText, cellWithValue } from "../model/writeCell.ts";
import type { Sheet } from "../model/book.ts";
import { Fault, implement, ServiceObject } from "../service.ts";
import { changeCells, checkSize, mapCells, type RangeState } from "./objects.ts";
import type { RichText } from "./richText.ts";

/** The value of a cell as getValues gives it: blanks are empty text, moments are dates, errors are their text. */
export function scriptValue(sheet: Sheet, cell: Cell, row: number, column: number): unknown {
  const entry = cell.entry === UNCALCULATED ? cellValue(sheet, row, column) : cell.entry;
  if (entry === null) return "";
  if (entry === UNCALCULATED) {
    throw new Fault(
      `The value of ${cell.formula ?? "a formula"} is needed, and the emulator computes no such formula.`,
    );
  }
  if (isCellError(entry)) return entry.error;
  if (typeof entry === "number" && isMomentFormat(cell.format.numberFormat)) {
    return new Date(instantOfSerial(entry, sheet.book.timeZone));
  }
  return entry;
}

/** The text that a cell shows. */
export function shownValue(sheet: Sheet, cell: Cell, row: number, column: number): string {
  const entry = cell.entry === UNCALCULATED ? cellValue(sheet, row, column) : cell.entry;
  const rules = localeRules(sheet.book.locale);
  if (entry === null) return "";
  if (entry === UNCALCULATED) {
    throw new Fault(
      `The value of ${cell.formula ?? "a formula"} is needed, and the emulator computes no such formula.`,
    );
  }
  if (isCellError(entry)) return entry.error;
  if (typeof entry === "boolean") return entry ? rules.true : rules.false;
  return typeof entry === "number" ? shownNumber(entry, cell.format.numberFormat, rules) : entry;
}

const first = (grid: readonly (readonly unknown[])[]): unknown => grid[0]?.[0];

const values = (range: RangeState): unknown[][] =>
  mapCells(range, (cell, row, column) => scriptValue(range.sheet, cell, row, column));
const displayed = (range: RangeState): string[][] =>
  mapCells(range, (cell, row, column) => shownValue(range.sheet, cell, row, column));
const formulas = (range: RangeState): string[][] => mapCells(range, ({ formula }) => formula ?? "");
const notes = (range: RangeState): string[][] => mapCells(range, ({ note }) => note ?? "");
const richTexts = (range: RangeState): unknown[][] =>
  mapCells(range, ({ entry, formula, richText }) => {
    if (richText !== undefined) return new ServiceObject("Spreadsheet.RichTextValue", richText);
    const plain = entry === null || (typeof entry === "string" && formula === undefined);
    return plain
      ? new ServiceObject("Spreadsheet.RichTextValue", { text: entry ?? "", parts: [] })
      : null;
  });

function withNote(cell: Cell, note: string | null): Cell {
  const rest: Cell = { ...cell };
  Reflect.deleteProperty(rest, "note");
  return note === null || note === "" ? rest : { ...rest, note };
}

implement<RangeState>("Spreadsheet.Range", {
  getValue: (range) => first(values({ ...range, area: { ...range.area, rows: 1, columns: 1 } })),
  getValues: values,
  getDisplayValue: (range) =>
    first(displayed({ ...range, area: { ...range.area, rows: 1, columns: 1 } })),
  getDisplayValues: displayed,
  getFormula: (range) => first(formulas(range)),
  getFormulas: formulas,
  getNote: (range) => first(notes(range)),
  getNotes: notes,
  getRichTextValue: (range) => first(richTexts(range)),
  getRichTextValues: richTexts,
  isBlank: (range) =>
    mapCells(range, ({ entry, formula }) => entry === null && formula === undefined)
      .flat()
      .every(Boolean),
  setValue: (range, value: unknown) => {
    changeCells(range, (cell) => cellWithValue(range.sheet.book, cell, value));
  },
  setValues: (range, grid: unknown[][]) => {
    checkSize(range, grid);
    changeCells(range, (cell, down, across) =>
      cellWithValue(range.sheet.book, cell, grid[down]?.[across]),
    );
  },
  setFormula: (range, formula: string) => {
    changeCells(range, (cell) => cellWithFormula(range.sheet.book, cell, formula));
  },
  setFormulas: (range, grid: string[][]) => {
    checkSize(range, grid);
    changeCells(range, (cell, down, across) =>
      cellWithFormula(range.sheet.book, cell, grid[down]?.[across] ?? ""),
    );
  },
  setRichTextValue: (range, value: RichText) => {
    changeCells(range, (cell) => cellWithRichText(cell, value.text, value));
  },
  setRichTextValues: (range, grid: RichText[][]) => {
    checkSize(range, grid);
    changeCells(range, (cell, down, across) => {
      const value = grid[down]?.[across];
      return cellWithRichText(cell, value?.text ?? "", value);
    });
  },
  setNote: (range, note: string | null) => {
    changeCells(range, (cell) => withNote(cell, note));
  },
  setNotes: (range, grid: (string | null)[][]) => {
    checkSize(range, grid);
    changeCells(range, (cell, down, across) => withNote(cell, grid[down]?.[across] ?? null));
  },
});
