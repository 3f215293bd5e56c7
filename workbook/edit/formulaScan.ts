import { parseRange, type CellRange } from "../read/cellReference.ts";
import { attributeText, elementText, skipElement, type XmlCursor } from "../read/xmlCursor.ts";
import type { EditedCell } from "./editedSheets.ts";
import { tagAt, type Tag } from "./tag.ts";

/** What the formulas of a sheet mean for edits of its cells. */
export type FormulaScan = {
  /** True when any cell has a formula. */
  any: boolean;
  /** True when an edited cell has one. */
  lost: boolean;
  /** Areas of which no cell can change alone: arrays of several cells, and data tables. */
  readonly areas: CellRange[];
  /** Shared formulas whose first cell, which holds the text, is edited. */
  readonly handovers: Handover[];
  /** Edited cells whose shared formula is read by cells before them. */
  readonly stuck: EditedCell[];
  /** By the number of a shared formula: those of which further cells are awaited. */
  readonly open: Map<string, Handover>;
  readonly withText: Set<string>;
  readonly withoutText: Set<string>;
};

/** A shared formula that loses the cell that holds its text. */
export type Handover = {
  readonly from: EditedCell;
  /** Without equals sign, as seen from that cell. */
  readonly formula: string;
  readonly number: string;
  /** The next cell that shares it; undefined when none does. */
  heir: Heir | undefined;
};

/** The cell that holds the text of a shared formula from now on. */
export type Heir = {
  readonly row: number;
  readonly column: number;
  /** Of its formula. */
  readonly tag: Tag;
  readonly end: number;
  /** Of all cells that still share the formula. */
  range: CellRange;
};

/** A formula that was met. */
export type MetFormula = {
  readonly row: number;
  readonly column: number;
  /** The cell when it is edited. */
  readonly edited: EditedCell | undefined;
};

/** Before the first formula. */
export const noFormulas = (): FormulaScan => ({
  any: false,
  lost: false,
  areas: [],
  handovers: [],
  stuck: [],
  open: new Map(),
  withText: new Set(),
  withoutText: new Set(),
});

/** Takes in the formula whose start tag the cursor met last, and moves behind it. */
export function meetFormula(formulas: FormulaScan, cursor: XmlCursor, met: MetFormula): void {
  formulas.any = true;
  if (met.edited !== undefined) formulas.lost = true;
  const type = attributeText(cursor, "t");
  if (type === "shared") {
    meetShared(formulas, cursor, met);
    return;
  }
  if (type === "array" || type === "dataTable") {
    const area = parseRange(attributeText(cursor, "ref") ?? "");
    // An array of one cell goes with that cell.
    if (area !== undefined && (type === "dataTable" || !isOneCell(area))) formulas.areas.push(area);
  }
  skipElement(cursor);
}

const isOneCell = (area: CellRange): boolean =>
  area.firstRow === area.lastRow && area.firstColumn === area.lastColumn;

function meetShared(formulas: FormulaScan, cursor: XmlCursor, met: MetFormula): void {
  const tag = tagAt(cursor);
  const number = attributeText(cursor, "si");
  const formula = elementText(cursor);
  if (number === undefined) return;
  if (formula !== "") meetText(formulas, { number, formula, edited: met.edited });
  else if (met.edited === undefined) {
    const handover = formulas.open.get(number);
    if (handover !== undefined) join(handover, { ...met, tag, end: cursor.at });
    else if (!formulas.withText.has(number)) formulas.withoutText.add(number);
  }
}

/** The cell that holds the text of a shared formula; a number may be used again further down. */
function meetText(
  formulas: FormulaScan,
  shared: {
    readonly number: string;
    readonly formula: string;
    readonly edited: EditedCell | undefined;
  },
): void {
  const { number, formula, edited } = shared;
  formulas.open.delete(number);
  if (edited !== undefined) {
    const handover = { from: edited, formula, number, heir: undefined };
    formulas.open.set(number, handover);
    formulas.handovers.push(handover);
    if (formulas.withoutText.has(number)) formulas.stuck.push(edited);
  }
  formulas.withText.add(number);
  formulas.withoutText.delete(number);
}

function join(
  handover: Handover,
  met: { readonly row: number; readonly column: number; readonly tag: Tag; readonly end: number },
): void {
  const { row, column, tag, end } = met;
  const { heir } = handover;
  if (heir === undefined) {
    const range = { firstRow: row, firstColumn: column, lastRow: row, lastColumn: column };
    handover.heir = { row, column, tag, end, range };
    return;
  }
  const { range } = heir;
  heir.range = {
    firstRow: Math.min(range.firstRow, row),
    firstColumn: Math.min(range.firstColumn, column),
    lastRow: Math.max(range.lastRow, row),
    lastColumn: Math.max(range.lastColumn, column),
  };
}
