import { HostError, HostObject, invalidArgument, type HostArgument } from "../hostObject.ts";
import type { Area } from "../model/area.ts";
import { SHEET_COLUMNS, SHEET_ROWS } from "../model/area.ts";
import type { Sheet } from "../model/sheet.ts";
import type { Workbook } from "../model/workbook.ts";
import type { Json } from "../wire.ts";
import { placeOf, wholeNumber } from "./rangeArguments.ts";
import { rangeAt } from "./rangeMaker.ts";

/** Excel's WorksheetFreezePanes. */
export class FreezePanes extends HostObject {
  readonly typeName = "WorksheetFreezePanes";
  readonly #workbook: Workbook;
  readonly #sheet: Sheet;

  constructor(workbook: Workbook, sheet: Sheet) {
    super();
    this.#workbook = workbook;
    this.#sheet = sheet;
  }

  freezeRows(count: HostArgument): void {
    this.#freeze({ rows: wholeNumber(count, 1), columns: SHEET_COLUMNS });
  }

  freezeColumns(count: HostArgument): void {
    this.#freeze({ rows: SHEET_ROWS, columns: wholeNumber(count, 1) });
  }

  /** Freezes the rows and columns of a range that begins in the first cell, or reaches over a side. */
  freezeAt(range: HostArgument): void {
    const { area } = placeOf(range, this.#workbook, this.#sheet);
    this.#freeze({ rows: area.row + area.rows, columns: area.column + area.columns });
  }

  unfreeze(): void {
    this.#sheet.frozen = undefined;
  }

  getLocation(): HostObject {
    const found = this.getLocationOrNullObject();
    if (found === null) throw new HostError("ItemNotFound", "Nothing is frozen.");
    return found;
  }

  getLocationOrNullObject(): HostObject | null {
    const area = this.#sheet.frozen;
    return area === undefined
      ? null
      : rangeAt({ workbook: this.#workbook, sheet: this.#sheet, area });
  }

  #freeze({ rows, columns }: Pick<Area, "rows" | "columns">): void {
    if (rows < 1 || columns < 1) throw invalidArgument("Nothing to freeze.");
    this.#sheet.frozen = { row: 0, column: 0, rows, columns };
  }
}

/** Excel's WorksheetProtection. */
export class SheetProtection extends HostObject {
  readonly typeName = "WorksheetProtection";
  readonly #sheet: Sheet;

  constructor(sheet: Sheet) {
    super();
    this.#sheet = sheet;
  }

  get protected(): boolean {
    return this.#sheet.protection !== undefined;
  }

  get options(): Json {
    return this.#sheet.protection?.options ?? null;
  }

  protect(options: HostArgument, password: HostArgument): void {
    if (this.protected) throw new HostError("InvalidOperation", "The sheet is protected already.");
    this.#sheet.protection = {
      options: (options ?? {}) as Json,
      password: typeof password === "string" ? password : undefined,
    };
  }

  unprotect(password: HostArgument): void {
    const wanted = this.#sheet.protection?.password;
    if (wanted !== undefined && wanted !== password)
      throw invalidArgument("The password is wrong.");
    this.#sheet.protection = undefined;
  }
}

/** Excel's PageLayout: what is set is remembered. */
export class PageLayout extends HostObject {
  readonly typeName = "PageLayout";
  readonly #sheet: Sheet;

  constructor(sheet: Sheet) {
    super();
    this.#sheet = sheet;
  }

  override readMember(name: string): Json | HostObject | undefined {
    if (!LAYOUT.has(name)) return super.readMember(name);
    return this.#sheet.pageLayout[name] ?? null;
  }

  override writeMember(name: string, value: HostArgument): void {
    if (LAYOUT.has(name)) this.#sheet.pageLayout[name] = (value ?? null) as Json;
    else super.writeMember(name, value);
  }

  override plainMembers(): readonly string[] {
    return [...LAYOUT];
  }

  setPrintTitleRows(range: HostArgument): void {
    this.#sheet.pageLayout["printTitleRows"] = typeof range === "string" ? range : "range";
  }

  setPrintArea(range: HostArgument): void {
    this.#sheet.pageLayout["printArea"] = typeof range === "string" ? range : "range";
  }
}

const LAYOUT = new Set([
  "orientation",
  "paperSize",
  "zoom",
  "centerHorizontally",
  "centerVertically",
  "printGridlines",
  "printHeadings",
  "leftMargin",
  "rightMargin",
  "topMargin",
  "bottomMargin",
  "headerMargin",
  "footerMargin",
  "blackAndWhite",
  "draftMode",
  "printOrder",
]);
