import { HostError, itemNotFound, type HostArgument } from "../hostObject.ts";
import {
  boundingArea,
  fullAddress,
  intersection,
  isEntireColumn,
  isEntireRow,
  onSheet,
  SHEET_COLUMNS,
  SHEET_ROWS,
  type Area,
} from "../model/area.ts";
import { PlacedObject, placeOf, wholeNumber, type Place } from "./rangeArguments.ts";

/** What a range knows of its place, and how it leads to other ranges. */
export abstract class RangeNavigation<Self> extends PlacedObject {
  readonly typeName = "Range";
  readonly place: Place;

  constructor(place: Place) {
    super();
    onSheet(place.area);
    this.place = place;
  }

  /** Another range of the same sheet. */
  protected abstract at(area: Area): Self;

  override isKept(): boolean {
    return true;
  }

  get address(): string {
    return fullAddress(this.place.sheet.name, this.place.area);
  }

  get addressLocal(): string {
    return this.address;
  }

  get rowIndex(): number {
    return this.place.area.row;
  }

  get columnIndex(): number {
    return this.place.area.column;
  }

  get rowCount(): number {
    return this.place.area.rows;
  }

  get columnCount(): number {
    return this.place.area.columns;
  }

  get cellCount(): number {
    const count = this.rowCount * this.columnCount;
    return count > 2 ** 31 - 1 ? -1 : count;
  }

  get isEntireColumn(): boolean {
    return isEntireColumn(this.place.area);
  }

  get isEntireRow(): boolean {
    return isEntireRow(this.place.area);
  }

  getCell(row: HostArgument, column: HostArgument): Self {
    // Outside of the range is allowed, as in Excel, as long as it is on the sheet.
    return this.#part(wholeNumber(row), wholeNumber(column), 1, 1);
  }

  getRow(row: HostArgument): Self {
    return this.#part(wholeNumber(row), 0, 1, this.columnCount);
  }

  getColumn(column: HostArgument): Self {
    return this.#part(0, wholeNumber(column), this.rowCount, 1);
  }

  getLastCell(): Self {
    return this.#part(this.rowCount - 1, this.columnCount - 1, 1, 1);
  }

  getLastRow(): Self {
    return this.getRow(this.rowCount - 1);
  }

  getLastColumn(): Self {
    return this.getColumn(this.columnCount - 1);
  }

  getEntireRow(): Self {
    return this.at({ ...this.place.area, column: 0, columns: SHEET_COLUMNS });
  }

  getEntireColumn(): Self {
    return this.at({ ...this.place.area, row: 0, rows: SHEET_ROWS });
  }

  getOffsetRange(rows: HostArgument, columns: HostArgument): Self {
    return this.#part(wholeNumber(rows), wholeNumber(columns), this.rowCount, this.columnCount);
  }

  getResizedRange(rows: HostArgument, columns: HostArgument): Self {
    return this.#part(
      0,
      0,
      this.rowCount + wholeNumber(rows),
      this.columnCount + wholeNumber(columns),
    );
  }

  getAbsoluteResizedRange(rows: HostArgument, columns: HostArgument): Self {
    return this.#part(0, 0, wholeNumber(rows), wholeNumber(columns));
  }

  getRowsBelow(count: HostArgument): Self {
    return this.#part(this.rowCount, 0, wholeNumber(count, 1), this.columnCount);
  }

  getColumnsAfter(count: HostArgument): Self {
    return this.#part(0, this.columnCount, this.rowCount, wholeNumber(count, 1));
  }

  getBoundingRect(other: HostArgument): Self {
    return this.at(boundingArea(this.place.area, this.#other(other)));
  }

  getIntersection(other: HostArgument): Self {
    const found = this.getIntersectionOrNullObject(other);
    if (found === null) throw itemNotFound("the intersection");
    return found;
  }

  getIntersectionOrNullObject(other: HostArgument): Self | null {
    const found = intersection(this.place.area, this.#other(other));
    return found === undefined ? null : this.at(found);
  }

  getUsedRange(isValuesOnly: HostArgument): Self {
    return this.getUsedRangeOrNullObject(isValuesOnly) ?? this.#part(0, 0, 1, 1);
  }

  getUsedRangeOrNullObject(isValuesOnly: HostArgument): Self | null {
    const used = this.place.sheet.used(this.place.area, isValuesOnly === true);
    return used === undefined ? null : this.at(used);
  }

  #part(row: number, column: number, rows: number, columns: number): Self {
    const { area } = this.place;
    return this.at({ row: area.row + row, column: area.column + column, rows, columns });
  }

  #other(other: HostArgument): Area {
    const place = placeOf(other, this.place.workbook, this.place.sheet);
    if (place.sheet !== this.place.sheet) {
      throw new HostError("InvalidArgument", "The ranges are on different sheets.");
    }
    return place.area;
  }
}
