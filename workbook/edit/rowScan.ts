import { beforeFirstRow, enterCell, enterRow, type CellPlace } from "../read/cellPlace.ts";
import { attributeText, nextTag, skipElement, type XmlCursor } from "../read/xmlCursor.ts";
import type { EditedCell, EditedRow } from "./editedSheets.ts";
import { meetFormula, noFormulas, type FormulaScan } from "./formulaScan.ts";
import { tagAt, tagStart, type Tag } from "./tag.ts";

/** Where the edited rows and cells of a sheet stand, or would stand. */
export type RowScan = {
  /** Of the list of rows. */
  readonly tag: Tag;
  /** First offset of its end tag; the end of its only tag when it is empty. */
  readonly contentEnd: number;
  /** Rows that are there. */
  readonly rows: ReadonlyMap<EditedRow, MetRow>;
  /** Offsets of the rows before which missing ones go; the others go behind the last. */
  readonly rowsBefore: ReadonlyMap<EditedRow, number>;
  /** Cells that are there; more than one where a careless writer has written it twice. */
  readonly cells: ReadonlyMap<EditedCell, readonly MetCell[]>;
  /** Offsets of the cells before which missing ones go; the others go behind the last. */
  readonly cellsBefore: ReadonlyMap<EditedCell, number>;
  readonly formulas: FormulaScan;
};

/** A row that is there. */
export type MetRow = {
  readonly tag: Tag;
  /** First offset of its end tag; the end of its only tag when it is empty. */
  contentEnd: number;
};

/** An edited cell that is there. */
export type MetCell = {
  readonly start: number;
  readonly end: number;
  /** As written; undefined when it does not say where it stands. */
  readonly reference: string | undefined;
  /** As written. */
  readonly style: string | undefined;
  /** False when the place of another cell depends on it. */
  mayGo: boolean;
};

/** Scans the list of rows whose start tag was last met; undefined when it is damaged. */
export function scanRows(cursor: XmlCursor, rows: readonly EditedRow[]): RowScan | undefined {
  const scan: Scan = {
    cursor,
    edited: rows,
    byNumber: new Map(rows.map((row) => [row.row, row])),
    place: beforeFirstRow(),
    nextRow: 0,
    current: undefined,
    rows: new Map(),
    rowsBefore: new Map(),
    cells: new Map(),
    cellsBefore: new Map(),
    formulas: noFormulas(),
  };
  const tag = tagAt(cursor);
  if (!tag.isEmpty && !readRows(scan)) return undefined;
  const contentEnd = tag.isEmpty ? tag.end : tagStart(cursor);
  const { rowsBefore, cells, cellsBefore, formulas } = scan;
  return { tag, contentEnd, rows: scan.rows, rowsBefore, cells, cellsBefore, formulas };
}

type Scan = {
  readonly cursor: XmlCursor;
  readonly edited: readonly EditedRow[];
  readonly byNumber: ReadonlyMap<number, EditedRow>;
  readonly place: CellPlace;
  /** Edited rows before this one lie above a row that was met. */
  nextRow: number;
  current: CurrentRow | undefined;
  readonly rows: Map<EditedRow, MetRow>;
  readonly rowsBefore: Map<EditedRow, number>;
  readonly cells: Map<EditedCell, MetCell[]>;
  readonly cellsBefore: Map<EditedCell, number>;
  readonly formulas: FormulaScan;
};

/** The row that is being read. */
type CurrentRow = {
  readonly tag: Tag;
  readonly saysNumber: boolean;
  /** Undefined until the first cell, which may say it where the row does not. */
  number: number | undefined;
  edited: EditedRow | undefined;
  met: MetRow | undefined;
  /** Edited cells before this one lie left of a cell that was met. */
  nextCell: number;
  /** The cell met last when it is edited. */
  last: MetCell | undefined;
};

function readRows(scan: Scan): boolean {
  const { cursor } = scan;
  for (let kind = nextTag(cursor); kind !== undefined; kind = nextTag(cursor)) {
    const { name } = cursor;
    if (kind === "end") {
      if (name === "sheetData") return !cursor.damaged;
      if (name === "row") leaveRow(scan, tagStart(cursor));
    } else if (name === "c") {
      if (!readCell(scan)) return false;
    } else if (name === "row") {
      if (!beginRow(scan)) return false;
    } else skipElement(cursor);
  }
  return false;
}

function beginRow(scan: Scan): boolean {
  const { cursor, place } = scan;
  const number = attributeText(cursor, "r");
  if (!enterRow(place, number)) return false;
  const tag = tagAt(cursor);
  scan.current = {
    tag,
    saysNumber: number !== undefined,
    number: undefined,
    edited: undefined,
    met: undefined,
    nextCell: 0,
    last: undefined,
  };
  if (tag.isEmpty) leaveRow(scan, tag.end);
  return true;
}

function leaveRow(scan: Scan, contentEnd: number): void {
  const { current } = scan;
  if (current === undefined) return;
  settleRow(scan, current);
  if (current.met !== undefined) current.met.contentEnd = contentEnd;
  scan.current = undefined;
}

/** Makes use of the number of a row once it is known; false when its cells contradict each other. */
function settleRow(scan: Scan, current: CurrentRow): boolean {
  const { row } = scan.place;
  if (current.number !== undefined) return current.number === row;
  current.number = row;
  let missing = scan.edited[scan.nextRow];
  while (missing !== undefined && missing.row < row) {
    scan.rowsBefore.set(missing, current.tag.start);
    missing = scan.edited[++scan.nextRow];
  }
  const edited = scan.byNumber.get(row);
  if (edited === undefined) return true;
  current.edited = edited;
  current.met = { tag: current.tag, contentEnd: current.tag.end };
  // Of a row that is there twice the last gets what is missing.
  scan.rows.set(edited, current.met);
  return true;
}

function readCell(scan: Scan): boolean {
  const { cursor, current, place } = scan;
  const reference = attributeText(cursor, "r");
  if (current === undefined || !enterCell(place, reference)) return false;
  if (!settleRow(scan, current)) return false;
  if (reference === undefined && current.last !== undefined) current.last.mayGo = false;
  current.last = undefined;
  const start = tagStart(cursor);
  passMissing(scan, current, start);
  const edited = current.edited?.byColumn.get(place.column);
  if (edited === undefined) return readContent(scan, undefined);
  const style = attributeText(cursor, "s");
  if (!readContent(scan, edited)) return false;
  current.last = { start, end: cursor.at, reference, style, mayGo: current.saysNumber };
  const same = scan.cells.get(edited);
  if (same === undefined) scan.cells.set(edited, [current.last]);
  else same.push(current.last);
  return true;
}

/** Notes which edited cells would stand before the one that was met. */
function passMissing(scan: Scan, current: CurrentRow, start: number): void {
  const { cells = [] } = current.edited ?? {};
  let missing = cells[current.nextCell];
  while (missing !== undefined && missing.column < scan.place.column) {
    scan.cellsBefore.set(missing, start);
    missing = cells[++current.nextCell];
  }
}

/** Reads to the end of a cell; false when it is damaged. */
function readContent(scan: Scan, edited: EditedCell | undefined): boolean {
  const { cursor, place, formulas } = scan;
  if (cursor.kind === "empty") return true;
  for (let kind = nextTag(cursor); kind !== undefined; kind = nextTag(cursor)) {
    if (kind === "end") return cursor.name === "c";
    if (cursor.name === "f") {
      meetFormula(formulas, cursor, { row: place.row, column: place.column, edited });
    } else skipElement(cursor);
  }
  return false;
}
