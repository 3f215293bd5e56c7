import { areaReference, cellReference } from "../../core/index.ts";
import { parseRange } from "../read/cellReference.ts";
import { insertAt, type Edit } from "../xml/splice.ts";
import { editedCellXml } from "./editedCellXml.ts";
import type { EditedCell, EditedRow } from "./editedSheets.ts";
import { inheritedStyle } from "./inheritedStyle.ts";
import type { MetRow } from "./rowScan.ts";
import type { SheetScan } from "./sheetScan.ts";
import { attributesOf, nameOf, prefixOfTag, type Tag } from "./tag.ts";

/**
 * The edits of a sheet's XML that give its cells their values. Cells that are there are written
 * anew in their place; missing ones, and their rows, are put in where they belong.
 */
export function cellEdits(
  text: string,
  rows: readonly EditedRow[],
  scan: SheetScan,
): readonly Edit[] {
  const edits: Edit[] = [];
  const newRows: { readonly offset: number; readonly xml: string }[] = [];
  for (const row of rows) {
    const met = scan.rows.get(row);
    if (met === undefined) {
      const xml = newRowXml(text, row, scan);
      if (xml !== "") newRows.push({ offset: scan.rowsBefore.get(row) ?? scan.contentEnd, xml });
    } else edits.push(...rowEdits({ text, row, met, scan }));
  }
  const data = { tag: scan.tag, contentEnd: scan.contentEnd };
  return [...edits, ...putInto(text, data, newRows), ...dimensionEdits(text, rows, scan)];
}

/** Puts XML into an element, opening it when it is empty (`<row/>`). */
function putInto(
  text: string,
  element: { readonly tag: Tag; readonly contentEnd: number },
  pieces: readonly { readonly offset: number; readonly xml: string }[],
): readonly Edit[] {
  const { tag } = element;
  if (!tag.isEmpty || pieces.length === 0) {
    return pieces.map(({ offset, xml }) => insertAt(offset, xml));
  }
  const xml = pieces.map((piece) => piece.xml).join("");
  return [{ start: tag.end - 2, end: tag.end, text: `>${xml}</${nameOf(text, tag)}>` }];
}

/** A row that was missing; nothing when all its cells are empty. */
function newRowXml(text: string, { row, cells }: EditedRow, scan: SheetScan): string {
  const prefix = prefixOfTag(text, scan.tag);
  const xml = cells.filter(hasValue).map((cell) =>
    editedCellXml(cell, {
      prefix,
      reference: referenceOf(cell),
      style: inheritedStyle(scan, undefined, cell.column),
    }),
  );
  return xml.length === 0 ? "" : `<${prefix}row r="${row}">${xml.join("")}</${prefix}row>`;
}

type MetEditedRow = {
  readonly text: string;
  readonly row: EditedRow;
  readonly met: MetRow;
  readonly scan: SheetScan;
};

function rowEdits({ text, row, met, scan }: MetEditedRow): readonly Edit[] {
  const prefix = prefixOfTag(text, met.tag);
  const attributes = attributesOf(text, met.tag) ?? [];
  const edits: Edit[] = [];
  const missing: { readonly offset: number; readonly xml: string }[] = [];
  const added: EditedCell[] = [];
  for (const cell of row.cells) {
    const present = scan.cells.get(cell);
    for (const { start, end, reference, style, mayGo } of present ?? []) {
      const goes = cell.value === null && style === undefined && mayGo;
      const xml = goes ? "" : editedCellXml(cell, { prefix, reference, style });
      edits.push({ start, end, text: xml });
    }
    if (present !== undefined || !hasValue(cell)) continue;
    const style = inheritedStyle(scan, attributes, cell.column);
    const xml = editedCellXml(cell, { prefix, reference: referenceOf(cell), style });
    missing.push({ offset: scan.cellsBefore.get(cell) ?? met.contentEnd, xml });
    added.push(cell);
  }
  // Insertions first: one may stand where a cell that is written anew begins.
  return [...putInto(text, met, missing), ...edits, ...spanEdits(attributes, added)];
}

/** The first and last column that a row says it uses, made to hold the new cells. */
function spanEdits(
  attributes: NonNullable<ReturnType<typeof attributesOf>>,
  added: readonly EditedCell[],
): readonly Edit[] {
  const spans = attributes.find(({ name }) => name === "spans");
  if (spans === undefined || added.length === 0) return [];
  const said = spans.value.split(/[ :]+/).map(Number);
  const columns = added.map(({ column }) => column);
  const outside = columns.some((column) => column < least(said) || column > most(said));
  if (!outside || said.some((column) => !(column > 0))) return [];
  const text = `${least([...said, ...columns])}:${most([...said, ...columns])}`;
  return [{ start: spans.valueStart, end: spans.valueEnd, text }];
}

const least = (numbers: readonly number[]): number =>
  numbers.reduce((one, other) => Math.min(one, other), Infinity);

const most = (numbers: readonly number[]): number =>
  numbers.reduce((one, other) => Math.max(one, other), 0);

/** The area that a sheet says it uses, made to hold the cells that have a value. */
function dimensionEdits(
  text: string,
  rows: readonly EditedRow[],
  scan: SheetScan,
): readonly Edit[] {
  const attributes = scan.dimension && attributesOf(text, scan.dimension);
  const said = attributes?.find(({ name }) => name === "ref");
  const area = said && parseRange(said.value);
  const cells = rows.flatMap((row) => row.cells.filter(hasValue));
  if (said === undefined || area === undefined || cells.length === 0) return [];
  const columns = cells.map(({ column }) => column);
  const numbers = cells.map(({ row }) => row);
  const row = least([area.firstRow, ...numbers]);
  const column = least([area.firstColumn, ...columns]);
  const grown = areaReference({
    row,
    column: column - 1,
    rows: most([area.lastRow, ...numbers]) - row + 1,
    columns: most([area.lastColumn, ...columns]) - column + 1,
  });
  if (grown === said.value) return [];
  return [{ start: said.valueStart, end: said.valueEnd, text: grown }];
}

const hasValue = ({ value }: EditedCell): boolean => value !== null;

const referenceOf = ({ row, column }: EditedCell): string => cellReference(column - 1, row);
