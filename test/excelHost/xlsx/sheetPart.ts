import { Bag } from "../bag.ts";
import {
  areaText,
  EVERYTHING,
  isEntireColumn,
  isEntireRow,
  lettersOf,
  type Area,
} from "../model/area.ts";
import { isError, isFormula, type Cell, type Scalar } from "../model/cells.ts";
import type { Sheet } from "../model/sheet.ts";
import type { Workbook } from "../model/workbook.ts";
import type { Json } from "../wire.ts";
import type { Styles } from "./styles.ts";
import { argb, xmlText, XML_HEAD } from "./xml.ts";

/** What a sheet's part refers to, by the ids of its relationships. */
export type SheetLinks = {
  readonly drawing: string | undefined;
  readonly tables: readonly string[];
};

/** A worksheet as a part of a file; elements stand in the order that the format fixes. */
export function sheetPart(
  workbook: Workbook,
  sheet: Sheet,
  { styles, links }: { readonly styles: Styles; readonly links: SheetLinks },
): string {
  const tab =
    sheet.tabColor === "" ? "" : `<sheetPr><tabColor rgb="${argb(sheet.tabColor)}"/></sheetPr>`;
  const merges = sheet.merges.map((area) => `<mergeCell ref="${areaText(area)}"/>`);
  const hyperlinks = hyperlinksOf(sheet);
  return (
    `${XML_HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ` +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    tab +
    viewXml(sheet, workbook.active === sheet) +
    columnsXml(sheet) +
    `<sheetData>${rowsXml(workbook, sheet, styles)}</sheetData>` +
    (sheet.filter === undefined ? "" : `<autoFilter ref="${areaText(sheet.filter.area)}"/>`) +
    (merges.length === 0 ? "" : `<mergeCells>${merges.join("")}</mergeCells>`) +
    sheet.conditions.map((condition, index) => conditionXml(condition, index, styles)).join("") +
    (hyperlinks === "" ? "" : `<hyperlinks>${hyperlinks}</hyperlinks>`) +
    (links.drawing === undefined ? "" : `<drawing r:id="${links.drawing}"/>`) +
    (links.tables.length === 0
      ? ""
      : `<tableParts count="${links.tables.length}">${links.tables.map((id) => `<tablePart r:id="${id}"/>`).join("")}</tableParts>`) +
    "</worksheet>"
  );
}

function viewXml({ frozen, showGridlines }: Sheet, isActive: boolean): string {
  const grid = showGridlines ? "" : ' showGridLines="0"';
  const selected = isActive ? ' tabSelected="1"' : "";
  const start = `<sheetViews><sheetView workbookViewId="0"${grid}${selected}>`;
  if (frozen === undefined) return `${start}</sheetView></sheetViews>`;
  const columns = isEntireRow(frozen) ? 0 : frozen.columns;
  const rows = isEntireColumn(frozen) ? 0 : frozen.rows;
  const pane = `${rows > 0 ? "bottom" : "top"}${columns > 0 ? "Right" : "Left"}`;
  const split = (columns > 0 ? ` xSplit="${columns}"` : "") + (rows > 0 ? ` ySplit="${rows}"` : "");
  return (
    `${start}<pane${split} topLeftCell="${lettersOf(columns)}${rows + 1}" ` +
    `activePane="${pane}" state="frozen"/></sheetView></sheetViews>`
  );
}

/** Widths are in points here and in characters there: 7 pixels each, and 5 around them. */
function columnsXml({ columnWidths, hiddenColumns }: Sheet): string {
  const columns = [...new Set([...columnWidths.keys(), ...hiddenColumns])].sort(
    (one, other) => one - other,
  );
  if (columns.length === 0) return "";
  const list = columns.map((column) => {
    const characters = ((columnWidths.get(column) ?? 48) / 0.75 - 5) / 7;
    const hidden = hiddenColumns.has(column) ? ' hidden="1"' : "";
    const width = Math.max(0, characters).toFixed(2);
    return `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"${hidden}/>`;
  });
  return `<cols>${list.join("")}</cols>`;
}

function rowsXml(workbook: Workbook, sheet: Sheet, styles: Styles): string {
  const used = sheet.used(EVERYTHING, false);
  if (used === undefined) return "";
  const rows: string[] = [];
  for (let row = used.row; row < used.row + used.rows; row++) {
    let cells = "";
    for (let column = used.column; column < used.column + used.columns; column++) {
      cells += cellXml(workbook, { sheet, row, column }, styles);
    }
    const height = sheet.rowHeights.get(row);
    const size = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
    const hidden = sheet.hiddenRows.has(row) ? ' hidden="1"' : "";
    rows.push(`<row r="${row + 1}"${size}${hidden}>${cells}</row>`);
  }
  return rows.join("");
}

function cellXml(
  workbook: Workbook,
  { sheet, row, column }: { readonly sheet: Sheet; readonly row: number; readonly column: number },
  styles: Styles,
): string {
  const cell = sheet.cells.get(row, column);
  const style = styles.of(sheet.formats, row, column);
  if (cell === undefined && style === 0) return "";
  const start = `<c r="${lettersOf(column)}${row + 1}"${style === 0 ? "" : ` s="${style}"`}`;
  if (cell === undefined) return `${start}/>`;
  const value = workbook.valueAt(sheet, row, column) ?? "";
  return `${start}${typeOf(cell, value)}>${formulaXml(cell)}${valueXml(cell, value)}</c>`;
}

const formulaXml = (cell: Cell): string =>
  isFormula(cell) ? `<f>${xmlText(cell.formula.replace(/^=/, ""))}</f>` : "";

function typeOf(cell: Cell, value: Scalar): string {
  if (isError(value)) return ' t="e"';
  if (typeof value === "boolean") return ' t="b"';
  if (typeof value === "number") return "";
  return isFormula(cell) ? ' t="str"' : ' t="inlineStr"';
}

function valueXml(cell: Cell, value: Scalar): string {
  if (typeof value === "string" && !isFormula(cell)) {
    return `<is><t xml:space="preserve">${xmlText(value)}</t></is>`;
  }
  if (typeof value === "boolean") return `<v>${value ? 1 : 0}</v>`;
  return `<v>${isError(value) ? value.error : xmlText(String(value))}</v>`;
}

function hyperlinksOf({ formats }: Sheet): string {
  let links = "";
  for (const { area, value } of formats.areas("hyperlink")) {
    const { documentReference } = value as { readonly documentReference?: unknown };
    if (typeof documentReference !== "string") continue;
    links += cellsOf(area)
      .map((cell) => `<hyperlink ref="${cell}" location="${xmlText(documentReference)}"/>`)
      .join("");
  }
  return links;
}

const cellsOf = ({ row, column, rows }: Area): readonly string[] =>
  Array.from({ length: rows }, (_, index) => `${lettersOf(column)}${row + index + 1}`);

const OPERATORS: Readonly<Record<string, string>> = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqual: "greaterThanOrEqual",
  LessThanOrEqual: "lessThanOrEqual",
};

/** Rules on values and formulas; the other kinds are left out. */
function conditionXml(
  { type, area, look }: Sheet["conditions"][number],
  index: number,
  styles: Styles,
): string {
  const part = look.readMember(type === "Custom" ? "custom" : "cellValue");
  if (!(part instanceof Bag)) return "";
  const { rule, format } = part.toJson() as unknown as {
    readonly rule: Readonly<Record<string, string>>;
    readonly format: Readonly<Record<string, Json>>;
  };
  const common = `dxfId="${styles.overlay(format)}" priority="${index + 1}"`;
  const text = (formula = ""): string => `<formula>${xmlText(formula.replace(/^=/, ""))}</formula>`;
  const test =
    type === "Custom"
      ? `<cfRule type="expression" ${common}>${text(rule["formula"])}`
      : `<cfRule type="cellIs" ${common} operator="${OPERATORS[rule["operator"] ?? ""] ?? "equal"}">` +
        text(rule["formula1"]) +
        (rule["formula2"] === undefined ? "" : text(rule["formula2"]));
  return `<conditionalFormatting sqref="${areaText(area)}">${test}</cfRule></conditionalFormatting>`;
}
