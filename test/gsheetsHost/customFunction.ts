import { types } from "node:util";
import type { Host } from "./hostState.ts";
import { SIMPLE_LIMIT, start, type RunOptions } from "./host.ts";
import type { Area } from "./model/area.ts";
import type { Sheet } from "./model/book.ts";
import { isCellError, PLAIN, UNCALCULATED, type Cell, type Entry } from "./model/cell.ts";
import { cellValue } from "./model/formulaValue.ts";
import { parseFormulaCall, type FormulaArgument } from "./model/formulaCall.ts";
import { localeRules } from "./model/locale.ts";
import { instantOfSerial, serialOfInstant } from "./model/serialTime.ts";
import type { Finished } from "./realm/run.ts";
import { Fault } from "./service.ts";
import { mapCells } from "./services/objects.ts";
import { scriptValue } from "./services/rangeValues.ts";

/** What a cell with a custom function shows: the cells that it fills, or an error with its note. */
export type FormulaResult =
  | { readonly kind: "values"; readonly area: Area; readonly run: Finished }
  | {
      readonly kind: "error";
      readonly text: string;
      readonly note: string;
      readonly run: Finished | undefined;
    };

/**
 * Types a formula that calls a custom function into a cell, as `enterFormula(host, "Report!A1",
 * "=DOUBLED(Data!A1:B2)")`. The script runs in an execution of its own, without the right to write;
 * what it returns fills the cell and spills from it.
 */
export function enterFormula(
  host: Host,
  cell: string,
  formula: string,
  options: RunOptions = {},
): FormulaResult {
  const { sheet, at } = cellOf(host, cell);
  const { name, args } = parseFormulaCall(formula, sheet);
  const declared = [...host.project.functions].find(
    (other) => other.toUpperCase() === name.toUpperCase(),
  );
  const anchor: Area = { ...at, rows: 1, columns: 1 };
  if (declared === undefined || declared.endsWith("_")) {
    return fail(sheet, anchor, formula, {
      text: "#NAME?",
      note: `Unknown function: '${name}'.`,
      run: undefined,
    });
  }
  const refused = errorBefore(host, args);
  if (refused !== undefined)
    return fail(sheet, anchor, formula, { text: refused, note: "", run: undefined });
  const given = args.map((argument) => argumentValue(host, argument));
  const call = {
    name: declared,
    args: given,
    authMode: "CUSTOM_FUNCTION",
    limit: SIMPLE_LIMIT,
  } as const;
  const finished = start(host, call, options);
  if (finished.error !== undefined) {
    return fail(sheet, anchor, formula, {
      text: "#ERROR!",
      note: `${finished.error.name}: ${finished.error.message}`,
      run: finished,
    });
  }
  return fill(sheet, anchor, formula, finished);
}

function cellOf(
  host: Host,
  reference: string,
): { sheet: Sheet; at: { row: number; column: number } } {
  const parsed = parseFormulaCall(`=AT(${reference})`, host.book.activeSheet).args[0];
  if (parsed?.kind !== "cells") throw new Error(`${reference} is no cell.`);
  return { sheet: parsed.sheet, at: { row: parsed.area.row, column: parsed.area.column } };
}

/** Under one value of the switch the error of a single cell stands in the formula's place. */
function errorBefore(host: Host, args: readonly FormulaArgument[]): string | undefined {
  if (host.book.switches.errorArgument === "text") return undefined;
  for (const argument of args) {
    if (argument.kind !== "cells" || argument.area.rows * argument.area.columns > 1) continue;
    const entry = cellValue(argument.sheet, argument.area.row, argument.area.column);
    if (entry !== UNCALCULATED && isCellError(entry)) return entry.error;
  }
  return undefined;
}

function argumentValue(host: Host, argument: FormulaArgument): unknown {
  switch (argument.kind) {
    case "constant":
      return argument.value;
    case "day":
      return new Date(instantOfSerial(argument.serial, host.book.timeZone));
    case "omitted":
      return { undefined: undefined, null: null, "empty text": "" }[
        host.book.switches.omittedArgument
      ];
    case "cells": {
      const grid = mapCells(argument, (cell, row, column) =>
        scriptValue(argument.sheet, cell, row, column),
      );
      return argument.area.rows * argument.area.columns === 1 ? grid[0]?.[0] : grid;
    }
  }
}

type Failure = { readonly text: string; readonly note: string; readonly run: Finished | undefined };

function fail(sheet: Sheet, at: Area, formula: string, failure: Failure): FormulaResult {
  write(sheet, at.row, at.column, { entry: { error: failure.text }, formula, format: PLAIN });
  return { kind: "error", ...failure };
}

function write(sheet: Sheet, row: number, column: number, cell: Cell): void {
  for (let above = 0; above < row; above += 1) sheet.rows[above] ??= [];
  const cells = sheet.rows[row - 1];
  const format = cells?.[column - 1]?.format ?? PLAIN;
  if (cells !== undefined)
    cells[column - 1] = {
      ...cell,
      format:
        format.numberFormat === "" ? { ...format, numberFormat: cell.format.numberFormat } : format,
    };
}

function fill(sheet: Sheet, anchor: Area, formula: string, finished: Finished): FormulaResult {
  const grid = gridOf(finished.value).map((row) => row.map((value) => resultCell(sheet, value)));
  const area = { ...anchor, rows: grid.length, columns: grid[0]?.length ?? 0 };
  const problem = spillProblem(sheet, area);
  if (problem !== undefined)
    return fail(sheet, anchor, formula, { text: "#REF!", note: problem, run: finished });
  grid.forEach((row, down) => {
    row.forEach((cell, across) => {
      const first = down === 0 && across === 0;
      write(sheet, area.row + down, area.column + across, first ? { ...cell, formula } : cell);
    });
  });
  return { kind: "values", area, run: finished };
}

function spillProblem(sheet: Sheet, area: Area): string | undefined {
  const rows = area.row + area.rows - 1 - sheet.maxRows;
  const columns = area.column + area.columns - 1 - sheet.maxColumns;
  if (rows > 0) return `Result was not automatically expanded, please insert more rows (${rows}).`;
  if (columns > 0)
    return `Result was not automatically expanded, please insert more columns (${columns}).`;
  for (let down = 0; down < area.rows; down += 1) {
    for (let across = 0; across < area.columns; across += 1) {
      if (down === 0 && across === 0) continue;
      const cell = sheet.rows[area.row - 1 + down]?.[area.column - 1 + across];
      if (cell !== undefined && cell.entry !== null)
        return "Array result was not expanded because it would overwrite data.";
    }
  }
  return undefined;
}

/** A result as rows of values. Lists, ragged and empty tables are refused: nothing says what they become. */
function gridOf(value: unknown): readonly (readonly unknown[])[] {
  if (!Array.isArray(value)) return [[value]];
  const rows = value as readonly unknown[];
  if (rows.length === 0 || !rows.every((row) => Array.isArray(row))) {
    throw new Fault(
      "A custom function returned a list or an empty table: what becomes of it is not documented.",
    );
  }
  const grid = rows as readonly (readonly unknown[])[];
  const width = grid[0]?.length ?? 0;
  if (width === 0 || grid.some((row) => row.length !== width)) {
    throw new Fault(
      "A custom function returned a table with rows of different or no length: what becomes of it is not documented.",
    );
  }
  return grid;
}

function resultCell(sheet: Sheet, value: unknown): Cell {
  const plain = (entry: Entry): Cell => ({ entry, format: PLAIN });
  if (value === null || value === undefined || value === "") return plain(null);
  if (typeof value === "string" || typeof value === "boolean") return plain(value);
  if (typeof value === "number") return plain(Number.isFinite(value) ? value : { error: "#NUM!" });
  if (!types.isDate(value))
    throw new Fault(
      `A custom function returned a ${typeof value}: what becomes of it is not documented.`,
    );
  if (!Number.isFinite(value.getTime()))
    throw new Fault("A custom function returned an invalid date.");
  const entry = serialOfInstant(value.getTime(), sheet.book.timeZone);
  const rules = localeRules(sheet.book.locale);
  const numberFormat = Number.isInteger(entry) ? rules.dateFormat : rules.dateTimeFormat;
  return { entry, format: { ...PLAIN, numberFormat } };
}
