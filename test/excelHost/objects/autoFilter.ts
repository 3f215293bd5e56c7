import { HostError, HostObject, type HostArgument } from "../hostObject.ts";
import { intersection, type Area } from "../model/area.ts";
import type { TableModel } from "../model/sheet.ts";
import type { Json } from "../wire.ts";
import { placeOf, type Place } from "./rangeArguments.ts";
import { rangeAt } from "./rangeMaker.ts";

/** Excel's AutoFilter of a sheet or of a table. Criteria are remembered; they hide no rows. */
export class AutoFilter extends HostObject {
  readonly typeName = "AutoFilter";
  readonly #place: Place;
  readonly #table: TableModel | undefined;

  constructor(place: Place, table?: TableModel) {
    super();
    this.#place = place;
    this.#table = table;
  }

  get enabled(): boolean {
    return this.#area() !== undefined;
  }

  get isDataFiltered(): boolean {
    return this.#place.sheet.filter?.criteria.some((one) => one !== null) ?? false;
  }

  get criteria(): Json {
    return this.#place.sheet.filter?.criteria ?? [];
  }

  apply(range: HostArgument, columnIndex: HostArgument, criteria: HostArgument): void {
    const { workbook, sheet } = this.#place;
    sheet.refuseProtected();
    const { area } = placeOf(range, workbook, sheet);
    if (sheet.tables.some((table) => intersection(table.area, area) !== undefined)) {
      throw new HostError("InvalidOperation", "A table has a filter of its own.");
    }
    const filter = { area, criteria: Array.from({ length: area.columns }, (): Json => null) };
    if (typeof columnIndex === "number") filter.criteria[columnIndex] = (criteria ?? null) as Json;
    sheet.filter = filter;
  }

  clearCriteria(): void {
    this.#place.sheet.filter?.criteria.fill(null);
  }

  reapply(): void {
    // Criteria hide no rows here.
  }

  remove(): void {
    this.#place.sheet.refuseProtected();
    if (this.#table === undefined) this.#place.sheet.filter = undefined;
    else this.#table.flags["showFilterButton"] = false;
  }

  getRange(): HostObject {
    const found = this.getRangeOrNullObject();
    if (found === null) throw new HostError("ItemNotFound", "There is no filter.");
    return found;
  }

  getRangeOrNullObject(): HostObject | null {
    const area = this.#area();
    return area === undefined ? null : rangeAt({ ...this.#place, area });
  }

  #area(): Area | undefined {
    if (this.#table === undefined) return this.#place.sheet.filter?.area;
    return this.#table.flags["showFilterButton"] === true ? this.#table.area : undefined;
  }
}
