import {
  HostCollection,
  HostError,
  HostObject,
  invalidArgument,
  type HostArgument,
  textOf,
} from "../hostObject.ts";
import type { Area } from "../model/area.ts";
import type { TableModel } from "../model/sheet.ts";
import type { Json } from "../wire.ts";
import { rangeAt } from "./rangeMaker.ts";
import type { Place } from "./rangeArguments.ts";

/** Excel's TableColumnCollection. */
export class TableColumnCollection extends HostCollection<TableColumn> {
  readonly typeName = "TableColumnCollection";
  readonly #place: Place;
  readonly #table: TableModel;

  constructor(place: Place, table: TableModel) {
    super();
    this.#place = place;
    this.#table = table;
  }

  get count(): number {
    return this.#table.area.columns;
  }

  hostItems(): readonly TableColumn[] {
    return Array.from(
      { length: this.count },
      (_, index) => new TableColumn(this.#place, this.#table, index),
    );
  }

  override getItemOrNullObject(key: HostArgument): TableColumn | null {
    const items = this.hostItems();
    if (typeof key === "number") return items.find((column) => column.hostKey() === key) ?? null;
    const wanted = textOf(key).toLowerCase();
    return items.find(({ name }) => name.toLowerCase() === wanted) ?? null;
  }
}

class TableColumn extends HostObject {
  readonly typeName = "TableColumn";
  readonly #place: Place;
  readonly #table: TableModel;
  readonly #index: number;

  constructor(place: Place, table: TableModel, index: number) {
    super();
    this.#place = place;
    this.#table = table;
    this.#index = index;
  }

  override hostKey(): number {
    return this.#index + 1;
  }

  get id(): number {
    return this.#index + 1;
  }

  get index(): number {
    return this.#index;
  }

  get name(): string {
    const { workbook, sheet } = this.#place;
    const { row, column } = this.#table.area;
    return String(workbook.plainValueAt(sheet, row, column + this.#index));
  }

  getRange(): HostObject {
    return this.#range(this.#table.area);
  }

  getHeaderRowRange(): HostObject {
    return this.#range({ ...this.#table.area, rows: 1 });
  }

  getDataBodyRange(): HostObject {
    const { area, showTotals } = this.#table;
    return this.#range({ ...area, row: area.row + 1, rows: area.rows - (showTotals ? 2 : 1) });
  }

  getTotalRowRange(): HostObject {
    const { area, showTotals } = this.#table;
    if (!showTotals) throw new HostError("ItemNotFound", "The table has no totals row.");
    return this.#range({ ...area, row: area.row + area.rows - 1, rows: 1 });
  }

  #range(area: Area): HostObject {
    return rangeAt({
      ...this.#place,
      area: { ...area, column: area.column + this.#index, columns: 1 },
    });
  }
}

/** Excel's TableRowCollection; rows can only be added at the end, where nothing stands below. */
export class TableRowCollection extends HostCollection {
  readonly typeName = "TableRowCollection";
  readonly #place: Place;
  readonly #table: TableModel;

  constructor(place: Place, table: TableModel) {
    super();
    this.#place = place;
    this.#table = table;
  }

  get count(): number {
    return this.getCount();
  }

  override getCount(): number {
    return this.#table.area.rows - 1 - (this.#table.showTotals ? 1 : 0);
  }

  hostItems(): readonly HostObject[] {
    return Array.from({ length: this.getCount() }, (_, index) => {
      const { area } = this.#table;
      return new TableRow(
        { ...this.#place, area: { ...area, row: area.row + 1 + index, rows: 1 } },
        index,
      );
    });
  }

  add(index: HostArgument, values: HostArgument): HostObject {
    const { sheet } = this.#place;
    const { area, showTotals } = this.#table;
    if (index !== undefined || showTotals) {
      throw new HostError(
        "NotImplemented",
        "The test host adds rows at the end of a table without totals.",
      );
    }
    const matrix = Array.isArray(values) ? (values as Json[][]) : undefined;
    if (matrix === undefined) throw invalidArgument("Rows are arrays of values.");
    const added = { ...area, row: area.row + area.rows, rows: matrix.length };
    if (sheet.cells.used(added) !== undefined) {
      throw new HostError("NotImplemented", "The test host does not move cells below a table.");
    }
    sheet.write(added, matrix);
    this.#table.area = { ...area, rows: area.rows + matrix.length };
    return new TableRow({ ...this.#place, area: { ...added, rows: 1 } }, area.rows - 1);
  }
}

class TableRow extends HostObject {
  readonly typeName = "TableRow";
  readonly #place: Place;
  readonly #index: number;

  constructor(place: Place, index: number) {
    super();
    this.#place = place;
    this.#index = index;
  }

  override hostKey(): number {
    return this.#index;
  }

  get index(): number {
    return this.#index;
  }

  get values(): Json {
    return rangeAt(this.#place).readMember("values") as Json;
  }

  set values(values: HostArgument) {
    rangeAt(this.#place).writeMember("values", values);
  }

  getRange(): HostObject {
    return rangeAt(this.#place);
  }
}
