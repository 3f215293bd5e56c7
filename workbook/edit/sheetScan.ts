import { parseRange, type CellRange } from "../read/cellReference.ts";
import { attributeText, cursorOn, nextTag, type XmlCursor } from "../read/xmlCursor.ts";
import { isTrue } from "../xml/element.ts";
import type { EditedRow } from "./editedSheets.ts";
import { scanRows, type RowScan } from "./rowScan.ts";
import { tagAt, type Tag } from "./tag.ts";

/** What edits need to know of the XML of a sheet. */
export type SheetScan = RowScan & {
  /** The tag that says what area is used. */
  readonly dimension: Tag | undefined;
  readonly columnStyles: readonly ColumnStyle[];
  readonly merges: readonly CellRange[];
  readonly isProtected: boolean;
};

/** The style of the cells of some columns that are not there; columns count from 1. */
export type ColumnStyle = {
  readonly first: number;
  readonly last: number;
  /** As written. */
  readonly style: string;
};

/** Scans a worksheet part in one pass; undefined when it is damaged. */
export function scanSheet(text: string, rows: readonly EditedRow[]): SheetScan | undefined {
  const cursor = cursorOn(text);
  const head = scanHead(cursor);
  if (head === undefined) return undefined;
  const data = scanRows(cursor, rows);
  if (data === undefined) return undefined;
  const tail = scanTail(cursor);
  return cursor.damaged ? undefined : { ...head, ...data, ...tail };
}

/** Moves to the list of rows; undefined when there is none. */
function scanHead(cursor: XmlCursor): Pick<SheetScan, "dimension" | "columnStyles"> | undefined {
  const columnStyles: ColumnStyle[] = [];
  let dimension: Tag | undefined;
  for (let kind = nextTag(cursor); kind !== undefined; kind = nextTag(cursor)) {
    if (kind === "end") continue;
    const { name } = cursor;
    if (name === "sheetData") return { dimension, columnStyles };
    if (name === "dimension") dimension = tagAt(cursor);
    if (name !== "col") continue;
    const style = attributeText(cursor, "style");
    if (style === undefined) continue;
    const first = Number(attributeText(cursor, "min"));
    columnStyles.push({ first, last: Number(attributeText(cursor, "max")), style });
  }
  return undefined;
}

function scanTail(cursor: XmlCursor): Pick<SheetScan, "merges" | "isProtected"> {
  const merges: CellRange[] = [];
  let isProtected = false;
  for (let kind = nextTag(cursor); kind !== undefined; kind = nextTag(cursor)) {
    if (kind === "end") continue;
    if (cursor.name === "sheetProtection") isProtected = isTrue(attributeText(cursor, "sheet"));
    if (cursor.name !== "mergeCell") continue;
    const area = parseRange(attributeText(cursor, "ref") ?? "");
    if (area !== undefined) merges.push(area);
  }
  return { merges, isProtected };
}
