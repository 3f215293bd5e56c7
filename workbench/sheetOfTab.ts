import {
  BooleanNumber,
  BorderStyleTypes,
  CellValueType,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type ICellData,
  type IStyleData,
  type IWorksheetData,
} from "@univerjs/core";
import {
  dayValue,
  EXCEL_LIMITS,
  numberFormatOf,
  paintTab,
  type Area,
  type AreaLook,
  type ColumnFormat,
  type PaintedCell,
  type PaintedTab,
  type Tab,
} from "../core/index.ts";
import { CHARACTER } from "./sheetOfGrid.ts";
import { turns } from "./turns.ts";

type Cells = Record<number, Record<number, ICellData>>;

/** Rows that are made at once. */
const ROWS_AT_ONCE = 1000;

/** A generated tab for the grid, painted as in every other host; the page goes on answering. */
export async function sheetOfTab(tab: Tab): Promise<Partial<IWorksheetData>> {
  const turn = turns();
  const painted = paintTab(tab, { hasSource: false, limits: EXCEL_LIMITS });
  const { layout, columnCount, widths } = painted;
  const cellData: Cells = {};
  for (let from = 1; from <= layout.rowCount; from += ROWS_AT_ONCE) {
    const count = Math.min(ROWS_AT_ONCE, layout.rowCount - from + 1);
    painted.cells(from, count).forEach((row, index) => {
      cellData[from - 1 + index] = paintedRow(row);
    });
    await turn();
  }
  const looks = new LookSheet(cellData);
  for (const { area, look } of painted.looks) {
    looks.add(area, styleOf(look));
    await turn();
  }
  addNumberFormats(looks, tab, painted);
  await turn();
  addConditions(looks, tab, painted);
  await turn();
  const rowData: Record<number, { h: number }> = {};
  for (const { area, look } of painted.looks) {
    if (look.height !== undefined) rowData[area.row - 1] = { h: look.height * (4 / 3) };
  }
  return {
    cellData,
    rowCount: layout.rowCount + 20,
    columnCount: columnCount + 4,
    columnData: Object.fromEntries(
      widths.map((width, column) => [column, { w: width * CHARACTER }]),
    ),
    rowData,
    mergeData: painted.merges
      .filter(({ columns }) => columns > 1)
      .map(({ row, columns }) => ({
        startRow: row - 1,
        endRow: row - 1,
        startColumn: 0,
        endColumn: columns - 1,
      })),
    freeze: { xSplit: 1, ySplit: layout.titlesRow, startRow: layout.titlesRow, startColumn: 1 },
    showGridlines: BooleanNumber.FALSE,
    tabColor: "#1F3864",
  };
}

function paintedRow(row: readonly PaintedCell[]): Record<number, ICellData> {
  const cells: Record<number, ICellData> = {};
  row.forEach((cell, column) => {
    const data = paintedData(cell);
    if (data !== undefined) cells[column] = data;
  });
  return cells;
}

function paintedData(cell: PaintedCell): ICellData | undefined {
  if (cell === null) return undefined;
  if (typeof cell === "string") return { v: cell, t: CellValueType.STRING };
  if (typeof cell === "number") return { v: cell, t: CellValueType.NUMBER };
  switch (cell.kind) {
    case "day": {
      const value = dayValue(cell.day, 1900);
      return typeof value === "string"
        ? { v: value, t: CellValueType.STRING }
        : { v: value, t: CellValueType.NUMBER };
    }
    case "formula":
      return { f: `=${cell.formula}`, v: cell.value, t: CellValueType.NUMBER };
    case "source":
      return { v: cell.row, t: CellValueType.NUMBER };
  }
}

/**
 * Styles of cells, put together from the looks of the areas that they are in. Cells that look the
 * same share one style: a long tab has a million cells and some dozens of styles.
 */
class LookSheet {
  readonly #cells: Cells;
  /** A style put over another, by both. */
  readonly #joined = new Map<IStyleData, Map<IStyleData | undefined, IStyleData>>();

  constructor(cells: Cells) {
    this.#cells = cells;
  }

  add({ row, column, rows, columns }: Area, style: IStyleData): void {
    for (let r = row - 1; r < row - 1 + rows; r++) {
      const cells = (this.#cells[r] ??= {});
      for (let c = column; c < column + columns; c++) {
        const cell = (cells[c] ??= {});
        cell.s = this.#over(cell.s as IStyleData | undefined, style);
      }
    }
  }

  #over(below: IStyleData | undefined, style: IStyleData): IStyleData {
    const known = this.#joined.get(style) ?? new Map<IStyleData | undefined, IStyleData>();
    this.#joined.set(style, known);
    const joined = known.get(below) ?? { ...below, ...style };
    known.set(below, joined);
    return joined;
  }

  valueAt(row: number, column: number): ICellData["v"] {
    return this.#cells[row - 1]?.[column]?.v;
  }
}

const styleOf = (look: AreaLook): IStyleData => ({ ...lettering(look), ...placing(look) });

function lettering(look: AreaLook): IStyleData {
  return {
    ...(look.bold === true ? { bl: BooleanNumber.TRUE } : {}),
    ...(look.italic === true ? { it: BooleanNumber.TRUE } : {}),
    ...(look.underline === true ? { ul: { s: BooleanNumber.TRUE } } : {}),
    ...(look.size === undefined ? {} : { fs: look.size }),
    ...(look.color === undefined ? {} : { cl: { rgb: `#${look.color}` } }),
    ...(look.fill === undefined ? {} : { bg: { rgb: `#${look.fill}` } }),
    ...(look.numberFormat === undefined ? {} : { n: { pattern: look.numberFormat } }),
  };
}

function placing(look: AreaLook): IStyleData {
  const top = borderOf(look.top);
  const bottom = borderOf(look.bottom);
  const bd = { ...(top && { t: top }), ...(bottom && { b: bottom }) };
  return {
    ...(look.horizontal === undefined ? {} : { ht: HORIZONTAL[look.horizontal] }),
    ...(look.vertical === undefined ? {} : { vt: VERTICAL[look.vertical] }),
    ...(look.wrap === true ? { tb: WrapStrategy.WRAP } : {}),
    ...(top === undefined && bottom === undefined ? {} : { bd }),
  };
}

const borderOf = (line: AreaLook["top"]) =>
  line && {
    s: line.weight === "thin" ? BorderStyleTypes.THIN : BorderStyleTypes.MEDIUM,
    cl: { rgb: `#${line.color}` },
  };

const HORIZONTAL = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
} as const;

const VERTICAL = { top: VerticalAlign.TOP, center: VerticalAlign.MIDDLE } as const;

/** Number formats of columns in which each number has its own. */
function addNumberFormats(looks: LookSheet, { table }: Tab, { layout }: PaintedTab): void {
  const styles = new Map<string, IStyleData>();
  const styleFor = (pattern: string): IStyleData => {
    const style = styles.get(pattern) ?? { n: { pattern } };
    styles.set(pattern, style);
    return style;
  };
  table.columns.forEach(({ format }: { readonly format: ColumnFormat }, column) => {
    if (format !== "quantity" && format !== "unitMoney") return;
    for (let row = layout.firstRow; row < layout.firstRow + layout.shownRows; row++) {
      const value = table.rows[row - layout.firstRow]?.[column] ?? null;
      if (typeof value !== "number") continue;
      const pattern = numberFormatOf(format, value);
      looks.add({ row, column, rows: 1, columns: 1 }, styleFor(pattern));
    }
  });
}

/** Colours by value. The grid has no rules for them, so that they are those of the moment. */
function addConditions(looks: LookSheet, tab: Tab, { conditions }: PaintedTab): void {
  for (const { areas, rule, color, fill } of conditions) {
    const style = {
      ...(color === undefined ? {} : { cl: { rgb: `#${color}` } }),
      ...(fill === undefined ? {} : { bg: { rgb: `#${fill}` } }),
    };
    for (const area of areas) {
      for (let row = area.row; row < area.row + area.rows; row++) {
        if (rule.kind === "formula") {
          const { emphasis } = tab;
          if (emphasis === undefined || looks.valueAt(row, emphasis.column) !== emphasis.value)
            continue;
          looks.add({ ...area, row, rows: 1 }, style);
          continue;
        }
        const value = looks.valueAt(row, area.column);
        const holds =
          typeof value === "number" && (rule.kind === "below zero" ? value < 0 : value > 0);
        if (holds) looks.add({ ...area, row, rows: 1 }, style);
      }
    }
  }
}
