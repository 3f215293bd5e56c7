import type { Bag } from "../bag.ts";
import { HostError, invalidArgument } from "../hostObject.ts";
import type { Json } from "../wire.ts";
import {
  boundingArea,
  contains,
  intersection,
  isSameArea,
  isUnbounded,
  type Area,
} from "./area.ts";
import { Cells } from "./cells.ts";
import { Formats } from "./formats.ts";
import { typedCell } from "./typedCell.ts";

/** How a sheet is seen. */
export type Visibility = "Visible" | "Hidden" | "VeryHidden";

/** A table on a sheet; its area has the header row and the totals row. */
export type TableModel = {
  readonly id: string;
  name: string;
  area: Area;
  style: string;
  showHeaders: boolean;
  showTotals: boolean;
  readonly flags: Record<string, Json>;
};

/** The values and names of one line or row of bars in a chart. */
export type SeriesModel = {
  readonly look: Bag;
  values: { readonly sheet: string; readonly area: Area } | undefined;
  categories: { readonly sheet: string; readonly area: Area } | undefined;
};

/** A chart on a sheet, with its place in points. */
export type ChartModel = {
  readonly id: string;
  name: string;
  type: string;
  source: { readonly sheet: string; readonly area: Area };
  readonly look: Bag;
  series: SeriesModel[];
};

/** A rule that lays a look over cells. */
export type ConditionModel = {
  readonly id: string;
  readonly type: string;
  area: Area;
  readonly look: Bag;
};

/** A name for a range or a formula. */
export type NameModel = { name: string; formula: string; comment: string; visible: boolean };

/** One worksheet as it is. */
export class Sheet {
  readonly id: string;
  name: string;
  visibility: Visibility = "Visible";
  tabColor = "";
  showGridlines = true;
  showHeadings = true;
  standardWidth = 8.43;
  cells = new Cells();
  formats = new Formats();
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  readonly hiddenColumns = new Set<number>();
  readonly hiddenRows = new Set<number>();
  merges: Area[] = [];
  tables: TableModel[] = [];
  charts: ChartModel[] = [];
  conditions: ConditionModel[] = [];
  names: NameModel[] = [];
  filter: { area: Area; criteria: Json[] } | undefined;
  frozen: Area | undefined;
  readonly customProperties = new Map<string, string>();
  protection: { readonly options: Json; readonly password: string | undefined } | undefined;
  readonly pageLayout: Record<string, Json> = { orientation: "Portrait" };

  constructor(id: string, name: string) {
    this.id = id;
    this.name = name;
  }

  numberFormatAt(row: number, column: number): string {
    return (this.formats.at("numberFormat", row, column) as string | undefined) ?? "General";
  }

  /**
   * Writes inputs as if typed, one for each cell of an area; null leaves a cell as it is. Inputs of
   * the wrong size are refused, and nothing is written.
   */
  write(area: Area, inputs: readonly (readonly Json[])[]): void {
    this.refuseUnbounded(area);
    this.refuseProtected(area);
    refuseWrongSize(area, inputs);
    const merges = this.merges.filter((merge) => intersection(merge, area) !== undefined);
    for (const [rowOffset, row] of inputs.entries()) {
      for (const [columnOffset, input] of row.entries()) {
        if (input === null) continue;
        this.#writeCell(area.row + rowOffset, area.column + columnOffset, { input, merges });
      }
    }
  }

  /** The cells that hold something, and with formats those that have a look of their own. */
  used(within: Area, isValuesOnly: boolean): Area | undefined {
    const filled = this.cells.used(within);
    if (isValuesOnly) return filled;
    const last = this.formats.lastSet();
    if (last.row < 0 || last.column < 0) return filled;
    const looks = intersection(
      { row: 0, column: 0, rows: last.row + 1, columns: last.column + 1 },
      within,
    );
    if (looks === undefined) return filled;
    const corner = {
      row: looks.row + looks.rows - 1,
      column: looks.column + looks.columns - 1,
      rows: 1,
      columns: 1,
    };
    return filled === undefined ? looks : boundingArea(filled, corner);
  }

  refuseUnbounded(area: Area): void {
    if (isUnbounded(area)) throw invalidArgument("Cells of an unbounded range cannot be written.");
  }

  /** Refuses to change locked cells of a protected sheet. */
  refuseProtected(area?: Area): void {
    if (this.protection === undefined) return;
    const isLocked =
      area === undefined ||
      [...this.formats.valuesIn("protection.locked", area)].some((locked) => locked !== false);
    if (isLocked) {
      throw new HostError(
        "AccessDenied",
        `You cannot perform the requested operation: "${this.name}" is protected.`,
      );
    }
  }

  merge(area: Area, isAcross: boolean): void {
    this.refuseUnbounded(area);
    this.refuseProtected(area);
    if (this.tables.some((table) => intersection(table.area, area) !== undefined)) {
      throw new HostError("InvalidOperation", "Cells of a table cannot be merged.");
    }
    this.unmerge(area);
    const parts = isAcross
      ? Array.from({ length: area.rows }, (_, row) => ({ ...area, row: area.row + row, rows: 1 }))
      : [area];
    for (const part of parts) {
      const kept = this.cells.get(part.row, part.column);
      this.cells.clear(part);
      this.cells.set(part.row, part.column, kept);
      if (part.rows > 1 || part.columns > 1) this.merges.push(part);
    }
  }

  unmerge(area: Area): void {
    this.merges = this.merges.filter((merge) => intersection(merge, area) === undefined);
  }

  /** Takes away conditional formats of an area; one that reaches beyond it is refused. */
  clearConditions(area: Area): void {
    for (const condition of this.conditions) {
      const common = intersection(condition.area, area);
      if (common !== undefined && !isSameArea(common, condition.area)) {
        throw new HostError("NotImplemented", "The test host does not cut conditional formats.");
      }
    }
    this.conditions = this.conditions.filter(({ area: of }) => !contains(area, of));
  }

  #writeCell(
    row: number,
    column: number,
    { input, merges }: { readonly input: Json; readonly merges: readonly Area[] },
  ): void {
    const cell = { row, column, rows: 1, columns: 1 };
    const isCovered = merges.some(
      (merge) => contains(merge, cell) && (merge.row !== row || merge.column !== column),
    );
    if (isCovered) return;
    const numberFormat = this.numberFormatAt(row, column);
    const typed = typedCell(plainInput(input), numberFormat);
    this.cells.set(row, column, typed.cell);
    if (typed.format !== undefined && numberFormat === "General") {
      this.formats.set("numberFormat", cell, typed.format);
    }
  }
}

/** Refuses a matrix that has not one entry for each cell. */
export function refuseWrongSize(area: Area, inputs: readonly (readonly unknown[])[]): void {
  const fits =
    Array.isArray(inputs) &&
    inputs.length === area.rows &&
    inputs.every((row) => Array.isArray(row) && row.length === area.columns);
  if (!fits) {
    throw invalidArgument(
      `The number of rows or columns in the input array doesn't match the size or dimensions of the range (${area.rows} by ${area.columns}).`,
    );
  }
}

function plainInput(input: Json): string | number | boolean {
  if (typeof input === "string" || typeof input === "boolean") return input;
  if (typeof input === "number" && Number.isFinite(input)) return input;
  throw invalidArgument(`A cell takes no ${JSON.stringify(input)}.`);
}
