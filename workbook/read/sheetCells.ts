import type { CellGrid } from "../../core/index.ts";
import { damagedPart, sheetTooLarge, type Refusal } from "../refusals.ts";
import { emptyGrid, gridOf, putCell, type GrowingGrid } from "./cellGrid.ts";
import { beforeFirstRow, enterCell, enterRow, type CellPlace } from "./cellPlace.ts";
import { cellValue, type StoredCell } from "./cellValue.ts";
import { itemText } from "./stringItem.ts";
import {
  attributeText,
  cursorOn,
  elementText,
  nextTag,
  skipElement,
  type XmlCursor,
} from "./xmlCursor.ts";

/** The cells of a sheet from A1 to the last used one. */
export type SheetCells = {
  /** Rows end with their last used cell; a row without one is empty. */
  readonly grid: CellGrid;
  readonly rows: number;
  /** Of the widest row. */
  readonly columns: number;
};

/** What is needed beside the XML of a sheet. */
export type SheetSource = {
  readonly text: string;
  readonly partName: string;
  readonly sheetName: string;
  readonly sharedStrings: readonly string[];
  /** Called now and then with the share that is done, 0 to 1. */
  readonly onProgress: ((share: number) => void) | undefined;
};

/**
 * Reads the cells of a worksheet part in one pass, in time linear in its length.
 *
 * What the part claims about its size is not believed. Refuses a part that makes no sense, and one
 * whose used cells span too large an area.
 */
export function readSheetCells(source: SheetSource): SheetCells | Refusal {
  const scan: Scan = {
    cursor: cursorOn(source.text),
    source,
    grid: emptyGrid(),
    sharedFormulas: new Map(),
    place: beforeFirstRow(),
    tooLarge: false,
  };
  if (!enterSheetData(scan.cursor) || !scanRows(scan)) return damagedPart(source.partName);
  if (scan.tooLarge) return sheetTooLarge(source.sheetName);
  const { grid } = scan;
  return { grid: gridOf(grid), rows: grid.rows.length, columns: grid.columns };
}

/** Rows between two calls of onProgress. */
const PROGRESS_ROWS = 5000;

type Scan = {
  readonly cursor: XmlCursor;
  readonly source: SheetSource;
  readonly grid: GrowingGrid;
  /** Formulas by the number under which further cells share them. */
  readonly sharedFormulas: Map<string, string>;
  readonly place: CellPlace;
  tooLarge: boolean;
};

/** Finds the list of rows; false when there is none. */
function enterSheetData(cursor: XmlCursor): boolean {
  let kind = nextTag(cursor);
  while (kind !== undefined && cursor.name !== "sheetData") kind = nextTag(cursor);
  return kind === "start" || kind === "empty";
}

/** Reads to the end of the list of rows; false when it is damaged. */
function scanRows(scan: Scan): boolean {
  const { cursor, source } = scan;
  if (cursor.kind === "empty") return true;
  let met = 0;
  for (let kind = nextTag(cursor); kind !== undefined; kind = nextTag(cursor)) {
    const { name } = cursor;
    if (kind === "end") {
      if (name === "sheetData") return !cursor.damaged;
    } else if (name === "c") {
      if (!scanCell(scan)) return scan.tooLarge;
    } else if (name === "row") {
      if (!enterRow(scan.place, attributeText(cursor, "r"))) return false;
      if (++met % PROGRESS_ROWS === 0) source.onProgress?.(cursor.at / source.text.length);
    } else skipElement(cursor);
  }
  return false;
}

/** False when the cell is damaged, or the sheet becomes too large. */
function scanCell(scan: Scan): boolean {
  const { cursor, grid, place, source } = scan;
  if (!enterCell(place, attributeText(cursor, "r"))) return false;
  if (cursor.kind === "empty") return true;
  const type = attributeText(cursor, "t");
  const cell = readStoredCell(scan, type);
  if (cell === undefined) return false;
  scan.tooLarge = !putCell(grid, place, cellValue(cell, source.sharedStrings));
  return !scan.tooLarge;
}

/** Reads to the end of the cell whose start tag was last met; undefined when it is damaged. */
function readStoredCell(scan: Scan, type: string | undefined): StoredCell | undefined {
  const { cursor } = scan;
  let value: string | undefined;
  let inline: string | undefined;
  let formula: string | undefined;
  for (let kind = nextTag(cursor); kind !== undefined; kind = nextTag(cursor)) {
    const { name } = cursor;
    if (kind === "end") return name === "c" ? { type, value, inline, formula } : undefined;
    if (name === "v") value = elementText(cursor);
    else if (name === "is") inline = itemText(cursor);
    else if (name === "f") formula = readFormula(scan);
    else skipElement(cursor);
  }
  return undefined;
}

function readFormula(scan: Scan): string {
  const { cursor, sharedFormulas } = scan;
  const shared = attributeText(cursor, "t") === "shared" ? attributeText(cursor, "si") : undefined;
  const formula = elementText(cursor);
  if (shared === undefined) return formula;
  if (formula !== "") sharedFormulas.set(shared, formula);
  return sharedFormulas.get(shared) ?? "";
}
