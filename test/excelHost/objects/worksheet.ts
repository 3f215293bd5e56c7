import {
  HostCollection,
  HostError,
  HostObject,
  invalidArgument,
  itemNotFound,
  type HostArgument,
  textOf,
} from "../hostObject.ts";
import { EVERYTHING, onSheet } from "../model/area.ts";
import type { Sheet } from "../model/sheet.ts";
import type { Workbook } from "../model/workbook.ts";
import { AutoFilter } from "./autoFilter.ts";
import { ChartCollection } from "./charts.ts";
import { KeyedCollection } from "./keyedValues.ts";
import { NamedItemCollection } from "./names.ts";
import { Range } from "./range.ts";
import { placeOf, wholeNumber } from "./rangeArguments.ts";
import { FreezePanes, PageLayout, SheetProtection } from "./sheetParts.ts";
import { TableCollection } from "./tables.ts";
import { setWorksheetMaker } from "./worksheetMaker.ts";

/** Excel's Worksheet. */
export class Worksheet extends HostObject {
  readonly typeName = "Worksheet";
  readonly #workbook: Workbook;
  readonly #sheet: Sheet;

  constructor(workbook: Workbook, sheet: Sheet) {
    super();
    this.#workbook = workbook;
    this.#sheet = sheet;
  }

  override hostKey(): string {
    return this.#sheet.id;
  }

  /** The sheet that it stands for; refused once the sheet is gone. */
  #alive(): Sheet {
    if (!this.#workbook.sheets.includes(this.#sheet)) throw itemNotFound("the worksheet");
    return this.#sheet;
  }

  get id(): string {
    return this.#alive().id;
  }

  get name(): string {
    return this.#alive().name;
  }

  set name(name: HostArgument) {
    if (typeof name !== "string") throw invalidArgument("A name is text.");
    this.#workbook.renameSheet(this.#alive(), name);
  }

  get position(): number {
    return this.#workbook.sheets.indexOf(this.#alive());
  }

  set position(position: HostArgument) {
    this.#workbook.moveSheet(this.#alive(), Number(position));
  }

  get visibility(): string {
    return this.#alive().visibility;
  }

  set visibility(visibility: HostArgument) {
    this.#workbook.showSheet(this.#alive(), visibility as Sheet["visibility"]);
  }

  get tabColor(): string {
    return this.#alive().tabColor;
  }

  set tabColor(color: HostArgument) {
    if (typeof color !== "string" || !/^(?:#[0-9a-f]{6})?$/i.test(color)) {
      throw invalidArgument("A tab's color is #RRGGBB, or empty for none.");
    }
    this.#alive().tabColor = color.toUpperCase();
  }

  get showGridlines(): boolean {
    return this.#alive().showGridlines;
  }

  set showGridlines(shows: HostArgument) {
    this.#alive().showGridlines = shows === true;
  }

  get showHeadings(): boolean {
    return this.#alive().showHeadings;
  }

  set showHeadings(shows: HostArgument) {
    this.#alive().showHeadings = shows === true;
  }

  get standardWidth(): number {
    return this.#alive().standardWidth;
  }

  set standardWidth(width: HostArgument) {
    this.#alive().standardWidth = Number(width);
  }

  get tables(): TableCollection {
    return new TableCollection(this.#workbook, this.#alive());
  }

  get charts(): ChartCollection {
    return new ChartCollection(this.#workbook, this.#alive());
  }

  get names(): NamedItemCollection {
    return new NamedItemCollection({ workbook: this.#workbook, sheet: this.#alive() });
  }

  get freezePanes(): FreezePanes {
    return new FreezePanes(this.#workbook, this.#alive());
  }

  get protection(): SheetProtection {
    return new SheetProtection(this.#alive());
  }

  get pageLayout(): PageLayout {
    return new PageLayout(this.#alive());
  }

  get autoFilter(): AutoFilter {
    return new AutoFilter({ workbook: this.#workbook, sheet: this.#alive(), area: EVERYTHING });
  }

  get customProperties(): KeyedCollection {
    const { customProperties } = this.#alive();
    return new KeyedCollection({
      typeName: "WorksheetCustomProperty",
      entries: () => [...customProperties],
      set: (key, value) => {
        if (typeof value !== "string") throw invalidArgument("A property of a sheet is text.");
        customProperties.set(keyLike(key, customProperties), value);
      },
      remove: (key) => customProperties.delete(key),
    });
  }

  activate(): void {
    this.#workbook.activate(this.#alive());
  }

  delete(): void {
    this.#workbook.deleteSheet(this.#alive());
  }

  calculate(): void {
    // Formulas are computed when they are read.
  }

  getRange(address: HostArgument): Range {
    if (address === undefined || address === "") return this.#range(EVERYTHING);
    const place = placeOf(address, this.#workbook, this.#alive());
    if (place.sheet !== this.#sheet) throw invalidArgument("The address is on another sheet.");
    return new Range(place);
  }

  getRangeByIndexes(
    row: HostArgument,
    column: HostArgument,
    rows: HostArgument,
    columns: HostArgument,
  ): Range {
    return this.#range({
      row: wholeNumber(row),
      column: wholeNumber(column),
      rows: wholeNumber(rows),
      columns: wholeNumber(columns),
    });
  }

  getCell(row: HostArgument, column: HostArgument): Range {
    return this.getRangeByIndexes(row, column, 1, 1);
  }

  getUsedRange(isValuesOnly: HostArgument): Range {
    return this.#range(EVERYTHING).getUsedRange(isValuesOnly);
  }

  getUsedRangeOrNullObject(isValuesOnly: HostArgument): Range | null {
    return this.#range(EVERYTHING).getUsedRangeOrNullObject(isValuesOnly);
  }

  #range(area: typeof EVERYTHING): Range {
    return new Range({ workbook: this.#workbook, sheet: this.#alive(), area: onSheet(area) });
  }
}

/** Excel's WorksheetCollection. */
export class WorksheetCollection extends HostCollection<Worksheet> {
  readonly typeName = "WorksheetCollection";
  readonly #workbook: Workbook;

  constructor(workbook: Workbook) {
    super();
    this.#workbook = workbook;
  }

  hostItems(): readonly Worksheet[] {
    return this.#workbook.sheets.map((sheet) => this.#object(sheet));
  }

  override getCount(isVisibleOnly?: HostArgument): number {
    return this.#workbook.sheets.filter(
      ({ visibility }) => isVisibleOnly !== true || visibility === "Visible",
    ).length;
  }

  override getItemOrNullObject(key: HostArgument): Worksheet | null {
    const sheet = this.#workbook.find(textOf(key));
    return sheet === undefined ? null : this.#object(sheet);
  }

  add(name: HostArgument): Worksheet {
    if (name !== undefined && typeof name !== "string") throw invalidArgument("A name is text.");
    return this.#object(this.#workbook.addSheet(name === "" ? undefined : name));
  }

  getActiveWorksheet(): Worksheet {
    const { active } = this.#workbook;
    if (active === undefined) throw new HostError("GeneralException", "No sheet is active.");
    return this.#object(active);
  }

  getFirst(isVisibleOnly: HostArgument): Worksheet {
    return this.#end(this.#workbook.sheets, isVisibleOnly);
  }

  getLast(isVisibleOnly: HostArgument): Worksheet {
    return this.#end([...this.#workbook.sheets].reverse(), isVisibleOnly);
  }

  #end(sheets: readonly Sheet[], isVisibleOnly: HostArgument): Worksheet {
    const found = sheets.find(
      ({ visibility }) => isVisibleOnly !== true || visibility === "Visible",
    );
    if (found === undefined) throw itemNotFound("a worksheet");
    return this.#object(found);
  }

  #object(sheet: Sheet): Worksheet {
    return new Worksheet(this.#workbook, sheet);
  }
}

/** Keys that differ in case alone are one. */
const keyLike = (key: string, store: ReadonlyMap<string, unknown>): string =>
  [...store.keys()].find((one) => one.toLowerCase() === key.toLowerCase()) ?? key;

setWorksheetMaker((workbook, sheet) => new Worksheet(workbook, sheet));
