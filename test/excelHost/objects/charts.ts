import {
  HostCollection,
  HostError,
  HostObject,
  invalidArgument,
  type HostArgument,
  type HostValue,
  textOf,
} from "../hostObject.ts";
import { isUnbounded, type Area } from "../model/area.ts";
import type { ChartModel, SeriesModel, Sheet } from "../model/sheet.ts";
import type { Workbook } from "../model/workbook.ts";
import type { Json } from "../wire.ts";
import { chartBag, seriesBag } from "./chartLooks.ts";
import { columnPoints, rowPoints } from "./points.ts";
import { placeOf, type Place } from "./rangeArguments.ts";
import { worksheetOf } from "./worksheetMaker.ts";

/** Excel's ChartCollection of a sheet. */
export class ChartCollection extends HostCollection<Chart> {
  readonly typeName = "ChartCollection";
  readonly #workbook: Workbook;
  readonly #sheet: Sheet;

  constructor(workbook: Workbook, sheet: Sheet) {
    super();
    this.#workbook = workbook;
    this.#sheet = sheet;
  }

  get count(): number {
    return this.getCount();
  }

  hostItems(): readonly Chart[] {
    return this.#sheet.charts.map((chart) => new Chart(this.#workbook, this.#sheet, chart));
  }

  override getItemOrNullObject(key: HostArgument): Chart | null {
    const wanted = textOf(key).toLowerCase();
    return (
      this.hostItems().find(
        ({ name, id }) => name.toLowerCase() === wanted || id.toLowerCase() === wanted,
      ) ?? null
    );
  }

  add(type: HostArgument, source: HostArgument, seriesBy: HostArgument): Chart {
    this.#sheet.refuseProtected();
    const place = placeOf(source, this.#workbook, this.#sheet);
    if (isUnbounded(place.area)) throw invalidArgument("A chart's source has bounds.");
    const used = new Set(this.#sheet.charts.map(({ name }) => name));
    let number = 1;
    while (used.has(`Chart ${number}`)) number++;
    const chart: ChartModel = {
      id: this.#workbook.newId(),
      name: `Chart ${number}`,
      type: textOf(type),
      source: { sheet: place.sheet.id, area: place.area },
      look: chartBag(),
      series: seriesOf(place, textOf(seriesBy ?? "Auto")),
    };
    this.#sheet.charts.push(chart);
    return new Chart(this.#workbook, this.#sheet, chart);
  }
}

class Chart extends HostObject {
  readonly typeName = "Chart";
  readonly #workbook: Workbook;
  readonly #sheet: Sheet;
  readonly #chart: ChartModel;

  constructor(workbook: Workbook, sheet: Sheet, chart: ChartModel) {
    super();
    this.#workbook = workbook;
    this.#sheet = sheet;
    this.#chart = chart;
  }

  override hostKey(): string {
    return this.#chart.id;
  }

  get id(): string {
    return this.#chart.id;
  }

  get name(): string {
    return this.#chart.name;
  }

  set name(name: HostArgument) {
    this.#chart.name = textOf(name);
  }

  get chartType(): string {
    return this.#chart.type;
  }

  set chartType(type: HostArgument) {
    this.#chart.type = textOf(type);
  }

  get worksheet(): HostObject {
    return worksheetOf(this.#workbook, this.#sheet);
  }

  get series(): ChartSeriesCollection {
    return new ChartSeriesCollection(this.#workbook, this.#sheet, this.#chart);
  }

  setData(source: HostArgument, seriesBy: HostArgument): void {
    const place = placeOf(source, this.#workbook, this.#sheet);
    this.#chart.source = { sheet: place.sheet.id, area: place.area };
    this.#chart.series = seriesOf(place, textOf(seriesBy ?? "Auto"));
  }

  setPosition(startCell: HostArgument, endCell: HostArgument): void {
    const start = placeOf(startCell, this.#workbook, this.#sheet).area;
    const end =
      endCell === undefined ? undefined : placeOf(endCell, this.#workbook, this.#sheet).area;
    const { look } = this.#chart;
    look.writeMember("left", columnPoints(this.#sheet, 0, start.column));
    look.writeMember("top", rowPoints(this.#sheet, 0, start.row));
    if (end === undefined) return;
    const columns = end.column + end.columns - start.column;
    const rows = end.row + end.rows - start.row;
    if (columns < 1 || rows < 1) throw invalidArgument("The end is before the start.");
    look.writeMember("width", columnPoints(this.#sheet, start.column, columns));
    look.writeMember("height", rowPoints(this.#sheet, start.row, rows));
  }

  activate(): void {
    this.#workbook.activate(this.#sheet);
  }

  delete(): void {
    this.#sheet.refuseProtected();
    this.#sheet.charts = this.#sheet.charts.filter((one) => one !== this.#chart);
  }

  override readMember(name: string): HostValue {
    return name in Chart.prototype ? super.readMember(name) : this.#chart.look.readMember(name);
  }

  override writeMember(name: string, value: HostArgument): void {
    if (name in Chart.prototype) super.writeMember(name, value);
    else this.#chart.look.writeMember(name, value);
  }

  override plainMembers(): readonly string[] {
    return ["id", "name", "chartType", ...this.#chart.look.plainMembers()];
  }
}

class ChartSeriesCollection extends HostCollection<ChartSeries> {
  readonly typeName = "ChartSeriesCollection";
  readonly #workbook: Workbook;
  readonly #sheet: Sheet;
  readonly #chart: ChartModel;

  constructor(workbook: Workbook, sheet: Sheet, chart: ChartModel) {
    super();
    this.#workbook = workbook;
    this.#sheet = sheet;
    this.#chart = chart;
  }

  get count(): number {
    return this.getCount();
  }

  hostItems(): readonly ChartSeries[] {
    return this.#chart.series.map((series) => this.#object(series));
  }

  add(name: HostArgument, index: HostArgument): ChartSeries {
    const series: SeriesModel = {
      look: seriesBag(textOf(name ?? `Series${this.#chart.series.length + 1}`)),
      values: undefined,
      categories: undefined,
    };
    const place = typeof index === "number" ? index : this.#chart.series.length;
    this.#chart.series.splice(place, 0, series);
    return this.#object(series);
  }

  #object(series: SeriesModel): ChartSeries {
    return new ChartSeries(this.#workbook, { sheet: this.#sheet, chart: this.#chart, series });
  }
}

type SeriesPlace = {
  readonly sheet: Sheet;
  readonly chart: ChartModel;
  readonly series: SeriesModel;
};

class ChartSeries extends HostObject {
  readonly typeName = "ChartSeries";
  readonly #workbook: Workbook;
  readonly #place: SeriesPlace;

  constructor(workbook: Workbook, place: SeriesPlace) {
    super();
    this.#workbook = workbook;
    this.#place = place;
  }

  setValues(source: HostArgument): void {
    this.#place.series.values = this.#source(source);
  }

  setXAxisValues(source: HostArgument): void {
    this.#place.series.categories = this.#source(source);
  }

  delete(): void {
    const { chart, series } = this.#place;
    chart.series = chart.series.filter((one) => one !== series);
  }

  override readMember(name: string): HostValue {
    return this.#place.series.look.readMember(name);
  }

  override writeMember(name: string, value: HostArgument): void {
    this.#place.series.look.writeMember(name, value);
  }

  override plainMembers(): readonly string[] {
    return this.#place.series.look.plainMembers();
  }

  #source(source: HostArgument): SeriesModel["values"] {
    const { sheet, area } = placeOf(source, this.#workbook, this.#place.sheet);
    if (area.rows > 1 && area.columns > 1) {
      throw new HostError("InvalidArgument", "A series has one row or one column.");
    }
    return { sheet: sheet.id, area };
  }
}

/** Series of a block of cells: names in the first row, categories in the first column. */
function seriesOf({ workbook, sheet, area }: Place, seriesBy: string): SeriesModel[] {
  const isByRows = seriesBy === "Rows" || (seriesBy === "Auto" && area.columns > area.rows);
  const along: Area = isByRows ? transposed(area) : area;
  const cellAt = (row: number, column: number): Json =>
    isByRows
      ? workbook.plainValueAt(sheet, area.row + column, area.column + row)
      : workbook.plainValueAt(sheet, area.row + row, area.column + column);
  const hasNames = along.rows > 1 && typeof cellAt(0, along.columns - 1) === "string";
  const hasCategories = along.columns > 1 && typeof cellAt(along.rows - 1, 0) === "string";
  const from = hasNames ? 1 : 0;
  const line = (column: number): SeriesModel["values"] => ({
    sheet: sheet.id,
    area: isByRows
      ? {
          row: area.row + column,
          rows: 1,
          column: area.column + from,
          columns: area.columns - from,
        }
      : { row: area.row + from, rows: area.rows - from, column: area.column + column, columns: 1 },
  });
  const first = hasCategories ? 1 : 0;
  return Array.from({ length: along.columns - first }, (_, index) => ({
    look: seriesBag(hasNames ? textOf(cellAt(0, first + index)) : `Series${index + 1}`),
    values: line(first + index),
    categories: hasCategories ? line(0) : undefined,
  }));
}

const transposed = (area: Area): Area => ({ ...area, rows: area.columns, columns: area.rows });
