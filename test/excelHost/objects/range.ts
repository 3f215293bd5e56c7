import { invalidArgument, textOf, type HostArgument, type HostObject } from "../hostObject.ts";
import { isUnbounded, type Area } from "../model/area.ts";
import { isError, isFormula, type Scalar } from "../model/cells.ts";
import { displayText } from "../model/displayText.ts";
import { refuseWrongSize } from "../model/sheet.ts";
import type { Json } from "../wire.ts";
import { ConditionalFormatCollection } from "./conditionalFormats.ts";
import { DataValidation } from "./dataValidation.ts";
import { columnPoints, rowPoints } from "./points.ts";
import { placeOf } from "./rangeArguments.ts";
import { clearRange, copyRange, deleteRange, insertRange } from "./rangeEdits.ts";
import { RangeFormat } from "./rangeFormat.ts";
import { setRangeMaker } from "./rangeMaker.ts";
import { RangeNavigation } from "./rangeNavigation.ts";
import { linkCells, refuseTooManyCells } from "./rangeWrites.ts";
import { worksheetOf } from "./worksheetMaker.ts";

/** Excel's Range. */
export class Range extends RangeNavigation<Range> {
  protected at(area: Area): Range {
    return new Range({ ...this.place, area });
  }

  get values(): Json {
    return this.#read((value) => (isError(value) ? value.error : (value ?? "")));
  }

  set values(input: Json) {
    const { sheet, area } = this.place;
    sheet.write(area, inputMatrix(input, area));
  }

  get formulas(): Json {
    const { sheet } = this.place;
    return this.#read((value, row, column) => {
      const cell = sheet.cells.get(row, column);
      if (isFormula(cell)) return cell.formula;
      return isError(value) ? value.error : (value ?? "");
    });
  }

  set formulas(input: Json) {
    this.values = input;
  }

  get formulasLocal(): Json {
    return this.formulas;
  }

  set formulasLocal(input: Json) {
    this.values = input;
  }

  get text(): Json {
    const { sheet } = this.place;
    return this.#read((value, row, column) =>
      displayText(value, sheet.numberFormatAt(row, column)),
    );
  }

  get valueTypes(): Json {
    return this.#read((value) => {
      if (value === undefined) return "Empty";
      if (isError(value)) return "Error";
      return typeof value === "string"
        ? "String"
        : typeof value === "number"
          ? "Double"
          : "Boolean";
    });
  }

  get numberFormat(): Json {
    const { sheet } = this.place;
    return this.#read((_, row, column) => sheet.numberFormatAt(row, column));
  }

  set numberFormat(input: Json) {
    const { sheet, area } = this.place;
    sheet.refuseProtected(area);
    if (typeof input === "string") {
      sheet.formats.set("numberFormat", area, input);
      return;
    }
    sheet.refuseUnbounded(area);
    const matrix = inputMatrix(input, area);
    refuseWrongSize(area, matrix);
    for (let column = 0; column < area.columns; column++) {
      for (const [row, cells] of matrix.entries()) {
        const format = cells[column];
        if (format === null) continue;
        if (typeof format !== "string") throw invalidArgument("A number format is text.");
        const cell = { row: area.row + row, column: area.column + column, rows: 1, columns: 1 };
        sheet.formats.set("numberFormat", cell, format);
      }
    }
  }

  get numberFormatLocal(): Json {
    return this.numberFormat;
  }

  set numberFormatLocal(input: Json) {
    this.numberFormat = input;
  }

  get hidden(): Json {
    return this.rowHidden === true || this.columnHidden === true;
  }

  get rowHidden(): Json {
    return hiddenIn(this.place.sheet.hiddenRows, this.place.area.row, this.place.area.rows);
  }

  set rowHidden(hidden: Json) {
    const { sheet, area } = this.place;
    sheet.refuseProtected();
    for (let row = area.row; row < area.row + area.rows; row++)
      setIn(sheet.hiddenRows, row, hidden);
  }

  get columnHidden(): Json {
    return hiddenIn(
      this.place.sheet.hiddenColumns,
      this.place.area.column,
      this.place.area.columns,
    );
  }

  set columnHidden(hidden: Json) {
    const { sheet, area } = this.place;
    sheet.refuseProtected();
    for (let column = area.column; column < area.column + area.columns; column++) {
      setIn(sheet.hiddenColumns, column, hidden);
    }
  }

  get hyperlink(): Json {
    return this.place.sheet.formats.uniform("hyperlink", this.place.area, null);
  }

  set hyperlink(link: Json) {
    linkCells(this.place, link);
  }

  get style(): Json {
    return this.place.sheet.formats.uniform("style", this.place.area, "Normal");
  }

  set style(name: Json) {
    this.place.sheet.formats.set("style", this.place.area, name);
  }

  get left(): number {
    return columnPoints(this.place.sheet, 0, this.place.area.column);
  }

  get top(): number {
    return rowPoints(this.place.sheet, 0, this.place.area.row);
  }

  get width(): number {
    return columnPoints(this.place.sheet, this.place.area.column, this.place.area.columns);
  }

  get height(): number {
    return rowPoints(this.place.sheet, this.place.area.row, this.place.area.rows);
  }

  get format(): RangeFormat {
    return new RangeFormat(this.place);
  }

  get worksheet(): HostObject {
    return worksheetOf(this.place.workbook, this.place.sheet);
  }

  get conditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.place);
  }

  get dataValidation(): DataValidation {
    return new DataValidation(this.place);
  }

  clear(applyTo: HostArgument): void {
    clearRange(this.place, textOf(applyTo ?? "All"));
  }

  delete(shift: HostArgument): void {
    deleteRange(this.place, textOf(shift));
  }

  insert(shift: HostArgument): Range {
    insertRange(this.place, textOf(shift));
    return this.at(this.place.area);
  }

  copyFrom(source: HostArgument, copyType: HostArgument): void {
    const from = placeOf(source, this.place.workbook, this.place.sheet);
    copyRange(from, this.place, textOf(copyType ?? "All"));
  }

  merge(across: HostArgument): void {
    this.place.sheet.merge(this.place.area, across === true);
  }

  unmerge(): void {
    this.place.sheet.refuseProtected(this.place.area);
    this.place.sheet.unmerge(this.place.area);
  }

  select(): void {
    this.place.workbook.activate(this.place.sheet);
    this.place.workbook.selection = this.place.area;
  }

  calculate(): void {
    // Formulas are computed when they are read.
  }

  _ValidateArraySize(rows: HostArgument, columns: HostArgument): void {
    if (rows !== this.rowCount || columns !== this.columnCount) {
      throw invalidArgument(
        `The number of rows or columns in the input array doesn't match the size or dimensions of the range (${this.rowCount} by ${this.columnCount}).`,
      );
    }
  }

  #read(show: (value: Scalar | undefined, row: number, column: number) => Json): Json {
    const { workbook, sheet, area } = this.place;
    if (isUnbounded(area)) return null;
    refuseTooManyCells(area);
    return Array.from({ length: area.rows }, (_, rowOffset) =>
      Array.from({ length: area.columns }, (_, columnOffset) => {
        const row = area.row + rowOffset;
        const column = area.column + columnOffset;
        return show(workbook.valueAt(sheet, row, column), row, column);
      }),
    );
  }
}

/** A scalar stands for all cells. */
function inputMatrix(input: Json, area: Area): readonly (readonly Json[])[] {
  if (Array.isArray(input)) {
    return (input as readonly Json[]).map((row) =>
      Array.isArray(row) ? (row as readonly Json[]) : [row],
    );
  }
  if (isUnbounded(area)) throw invalidArgument("Cells of an unbounded range cannot be written.");
  const row = Array.from({ length: area.columns }, () => input);
  return Array.from({ length: area.rows }, () => row);
}

function hiddenIn(hidden: ReadonlySet<number>, first: number, count: number): boolean | null {
  if (hidden.size === 0) return false;
  let found = 0;
  for (const index of hidden) if (index >= first && index < first + count) found++;
  return found === 0 ? false : found === count ? true : null;
}

function setIn(hidden: Set<number>, index: number, isHidden: Json): void {
  if (isHidden === true) hidden.add(index);
  else hidden.delete(index);
}

setRangeMaker((place) => new Range(place));
