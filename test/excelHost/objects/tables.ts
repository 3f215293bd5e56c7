import {
  HostCollection,
  HostError,
  HostObject,
  invalidArgument,
  type HostArgument,
  textOf,
} from "../hostObject.ts";
import { areaText, contains, intersection, isUnbounded, type Area } from "../model/area.ts";
import { displayText } from "../model/displayText.ts";
import type { Sheet, TableModel } from "../model/sheet.ts";
import type { Workbook } from "../model/workbook.ts";
import { AutoFilter } from "./autoFilter.ts";
import { placeOf, type Place } from "./rangeArguments.ts";
import { rangeAt } from "./rangeMaker.ts";
import { TableColumnCollection, TableRowCollection } from "./tableParts.ts";
import { worksheetOf } from "./worksheetMaker.ts";

/** Excel's TableCollection of a sheet, or of the workbook where no sheet is given. */
export class TableCollection extends HostCollection<Table> {
  readonly typeName = "TableCollection";
  readonly #workbook: Workbook;
  readonly #sheet: Sheet | undefined;

  constructor(workbook: Workbook, sheet: Sheet | undefined) {
    super();
    this.#workbook = workbook;
    this.#sheet = sheet;
  }

  get count(): number {
    return this.getCount();
  }

  hostItems(): readonly Table[] {
    const sheets = this.#sheet === undefined ? this.#workbook.sheets : [this.#sheet];
    return sheets.flatMap((sheet) =>
      sheet.tables.map(
        (table) => new Table({ workbook: this.#workbook, sheet, area: table.area }, table),
      ),
    );
  }

  override getItemOrNullObject(key: HostArgument): Table | null {
    const wanted = textOf(key).toLowerCase();
    return (
      this.hostItems().find(
        ({ name, id }) => name.toLowerCase() === wanted || id.toLowerCase() === wanted,
      ) ?? null
    );
  }

  add(address: HostArgument, hasHeaders: HostArgument): Table {
    const fallback = this.#sheet ?? this.#workbook.active ?? this.#workbook.sheets[0];
    if (fallback === undefined) throw invalidArgument("There is no sheet.");
    const place = placeOf(address, this.#workbook, fallback);
    if (this.#sheet !== undefined && place.sheet !== this.#sheet) {
      throw invalidArgument("The range is on another sheet.");
    }
    return new Table(place, newTable(place, hasHeaders === true));
  }
}

/** Excel's Table. */
export class Table extends HostObject {
  readonly typeName = "Table";
  readonly #place: Place;
  readonly #table: TableModel;

  constructor(place: Place, table: TableModel) {
    super();
    this.#place = place;
    this.#table = table;
  }

  override hostKey(): string {
    return this.#table.id;
  }

  get id(): string {
    return this.#table.id;
  }

  get name(): string {
    return this.#table.name;
  }

  set name(name: HostArgument) {
    const text = textOf(name);
    const isBad =
      !/^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(text) ||
      /^(?:[a-z]{1,3}\d+|r\d*c\d*|[rc])$/i.test(text);
    if (isBad) throw invalidArgument(`A table cannot be named "${text}".`);
    const { workbook } = this.#place;
    const isTaken =
      workbook.sheets.some((sheet) =>
        sheet.tables.some(
          (one) => one !== this.#table && one.name.toLowerCase() === text.toLowerCase(),
        ),
      ) || workbook.names.some((one) => one.name.toLowerCase() === text.toLowerCase());
    if (isTaken) throw invalidArgument(`The name "${text}" is taken.`);
    this.#table.name = text;
  }

  get style(): string {
    return this.#table.style;
  }

  set style(style: HostArgument) {
    this.#table.style = textOf(style);
  }

  get showHeaders(): boolean {
    return this.#table.showHeaders;
  }

  set showHeaders(shows: HostArgument) {
    if ((shows === true) === this.#table.showHeaders) return;
    throw new HostError("NotImplemented", "The test host does not hide a table's header.");
  }

  get showTotals(): boolean {
    return this.#table.showTotals;
  }

  set showTotals(shows: HostArgument) {
    if ((shows === true) === this.#table.showTotals) return;
    const { area } = this.#table;
    this.#table.showTotals = shows === true;
    this.#table.area = { ...area, rows: area.rows + (shows === true ? 1 : -1) };
    if (shows === true) this.#place.sheet.cells.set(area.row + area.rows, area.column, "Total");
    else this.#place.sheet.cells.clear({ ...area, row: area.row + area.rows - 1, rows: 1 });
  }

  get worksheet(): HostObject {
    return worksheetOf(this.#place.workbook, this.#place.sheet);
  }

  get columns(): TableColumnCollection {
    return new TableColumnCollection(this.#place, this.#table);
  }

  get rows(): TableRowCollection {
    return new TableRowCollection(this.#place, this.#table);
  }

  get autoFilter(): AutoFilter {
    return new AutoFilter(this.#place, this.#table);
  }

  override readMember(name: string): ReturnType<HostObject["readMember"]> {
    return Object.hasOwn(this.#table.flags, name)
      ? this.#table.flags[name]
      : super.readMember(name);
  }

  override writeMember(name: string, value: HostArgument): void {
    this.#place.sheet.refuseProtected();
    if (Object.hasOwn(this.#table.flags, name)) this.#table.flags[name] = value as boolean;
    else super.writeMember(name, value);
  }

  override plainMembers(): readonly string[] {
    return ["id", "name", "style", "showHeaders", "showTotals", ...Object.keys(this.#table.flags)];
  }

  getRange(): HostObject {
    return this.#range(this.#table.area);
  }

  getHeaderRowRange(): HostObject {
    return this.#range({ ...this.#table.area, rows: 1 });
  }

  getDataBodyRange(): HostObject {
    return this.#range(bodyOf(this.#table));
  }

  getTotalRowRange(): HostObject {
    const { area } = this.#table;
    if (!this.#table.showTotals)
      throw new HostError("ItemNotFound", "The table has no totals row.");
    return this.#range({ ...area, row: area.row + area.rows - 1, rows: 1 });
  }

  resize(range: HostArgument): void {
    const { area } = placeOf(range, this.#place.workbook, this.#place.sheet);
    if (area.row !== this.#table.area.row || area.rows < 2) {
      throw invalidArgument("A table's header stays in its row, with a row below it.");
    }
    refuseOverlap(this.#place.sheet, area, this.#table);
    this.#table.area = area;
    nameColumns({ ...this.#place, area });
  }

  clearFilters(): void {
    new AutoFilter(this.#place, this.#table).clearCriteria();
  }

  delete(): void {
    this.#place.sheet.refuseProtected();
    this.#place.sheet.cells.clear(this.#table.area);
    this.#forget();
  }

  convertToRange(): HostObject {
    this.#place.sheet.refuseProtected();
    this.#forget();
    return this.#range(this.#table.area);
  }

  #forget(): void {
    const { sheet } = this.#place;
    sheet.tables = sheet.tables.filter((one) => one !== this.#table);
  }

  #range(area: Area): HostObject {
    return rangeAt({ ...this.#place, area });
  }
}

/** The rows of a table without header and totals. */
export function bodyOf({ area, showTotals }: TableModel): Area {
  return { ...area, row: area.row + 1, rows: area.rows - 1 - (showTotals ? 1 : 0) };
}

function newTable(place: Place, hasHeaders: boolean): TableModel {
  const { workbook, sheet, area } = place;
  sheet.refuseUnbounded(area);
  sheet.refuseProtected();
  refuseOverlap(sheet, area, undefined);
  if (!hasHeaders)
    throw new HostError("NotImplemented", "The test host makes tables with headers only.");
  const whole = area.rows === 1 ? { ...area, rows: 2 } : area;
  sheet.unmerge(whole);
  nameColumns({ workbook, sheet, area: whole });
  const used = new Set(
    workbook.sheets.flatMap(({ tables }) => tables.map(({ name }) => name.toLowerCase())),
  );
  let number = 1;
  while (used.has(`table${number}`)) number++;
  const table: TableModel = {
    id: workbook.newId(),
    name: `Table${number}`,
    area: whole,
    style: "TableStyleMedium2",
    showHeaders: true,
    showTotals: false,
    flags: {
      showBandedRows: true,
      showBandedColumns: false,
      showFilterButton: true,
      highlightFirstColumn: false,
      highlightLastColumn: false,
    },
  };
  sheet.tables.push(table);
  return table;
}

function refuseOverlap(sheet: Sheet, area: Area, own: TableModel | undefined): void {
  if (isUnbounded(area)) throw invalidArgument("A table has bounds.");
  const other = sheet.tables.find(
    (one) => one !== own && intersection(one.area, area) !== undefined,
  );
  if (other !== undefined)
    throw invalidArgument(`The range overlaps the table ${other.name} at ${areaText(other.area)}.`);
  const filter = sheet.filter?.area;
  if (filter !== undefined && intersection(filter, area) !== undefined && !contains(area, filter)) {
    throw invalidArgument("The range overlaps the sheet's filter.");
  }
}

/** Headers become text, and each one differs from the others. */
function nameColumns({ workbook, sheet, area }: Place): void {
  const taken = new Set<string>();
  for (let offset = 0; offset < area.columns; offset++) {
    const column = area.column + offset;
    const format = sheet.numberFormatAt(area.row, column);
    const shown = displayText(workbook.valueAt(sheet, area.row, column), format);
    const stem = shown === "" ? `Column${offset + 1}` : shown;
    let name = stem;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${stem}${number}`;
    taken.add(name.toLowerCase());
    sheet.cells.set(area.row, column, name);
  }
}
