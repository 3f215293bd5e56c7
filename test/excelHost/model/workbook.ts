import { HostError, invalidArgument } from "../hostObject.ts";
import type { Json } from "../wire.ts";
import {
  EVERYTHING,
  intersection,
  isUnbounded,
  quotedName,
  readReference,
  type Area,
} from "./area.ts";
import { isError, isFormula, type Scalar } from "./cells.ts";
import { formulaValue } from "./formula.ts";
import type { Matrix } from "./formulaFunctions.ts";
import { formulaWithSheet } from "./formulaTokens.ts";
import { Sheet, type NameModel } from "./sheet.ts";

/** A part of custom XML that an add-in has put into the workbook. */
export type XmlPart = { readonly id: string; xml: string };

/** The workbook in memory. Tests read and change it directly; the add-in does through Excel's API. */
export class Workbook {
  name = "Book1.xlsx";
  sheets: Sheet[] = [];
  names: NameModel[] = [];
  active: Sheet | undefined;
  selection: Area = { row: 0, column: 0, rows: 1, columns: 1 };
  /** Settings of the add-in in this document, as JSON text by name. */
  readonly settings = new Map<string, string>();
  xmlParts: XmlPart[] = [];
  readonly customProperties = new Map<string, Json>();
  isStructureProtected = false;
  structurePassword: string | undefined;
  calculationMode = "Automatic";
  /** The year in which serial dates begin. */
  dateSystem: 1900 | 1904 = 1900;
  /** True while a user types into a cell: Excel then refuses every request. */
  isCellEditing = false;
  /** Events for which the add-in has registered, such as `Worksheet._RegisterDataChangedEvent`. */
  readonly registrations: string[] = [];
  #nextId = 1;
  readonly #computing = new Set<object>();

  newId(): string {
    const number = (this.#nextId++).toString(16).toUpperCase().padStart(4, "0");
    return `{00000000-0001-0000-${number}-000000000000}`;
  }

  find(name: string): Sheet | undefined {
    const wanted = name.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted || sheet.id === name);
  }

  /** The sheet of a name, for tests: an error where there is none. */
  sheet(name: string): Sheet {
    const found = this.find(name);
    if (found === undefined) throw new Error(`The workbook has no sheet "${name}"`);
    return found;
  }

  /** Adds a sheet at the end; without a name it gets the next free `Sheet1`. */
  addSheet(name?: string): Sheet {
    this.refuseProtected();
    if (name !== undefined) this.refuseSheetName(name, undefined);
    const sheet = new Sheet(this.newId(), name ?? this.#freeName("Sheet"));
    this.sheets.push(sheet);
    this.active ??= sheet;
    return sheet;
  }

  renameSheet(sheet: Sheet, name: string): void {
    this.refuseProtected();
    this.refuseSheetName(name, sheet);
    const old = sheet.name;
    sheet.name = name;
    this.#rewriteFormulas(old, quotedName(name));
  }

  /** Deletes a sheet; formulas that mention it then show `#REF!`. */
  deleteSheet(sheet: Sheet): void {
    this.refuseProtected();
    if (sheet.visibility === "VeryHidden") {
      throw new HostError("InvalidOperation", `"${sheet.name}" is very hidden.`);
    }
    const others = this.sheets.filter((one) => one !== sheet);
    this.#refuseNoneVisible(others);
    const place = this.sheets.indexOf(sheet);
    this.sheets = others;
    this.#rewriteFormulas(sheet.name, undefined);
    if (this.active === sheet) {
      this.active =
        others.slice(place).find(isVisible) ?? others.slice(0, place).reverse().find(isVisible);
    }
  }

  showSheet(sheet: Sheet, visibility: Sheet["visibility"]): void {
    this.refuseProtected();
    if (!["Visible", "Hidden", "VeryHidden"].includes(visibility)) throw invalidArgument("");
    if (visibility !== "Visible")
      this.#refuseNoneVisible(this.sheets.filter((one) => one !== sheet));
    sheet.visibility = visibility;
    if (this.active === sheet && visibility !== "Visible")
      this.active = this.sheets.find(isVisible);
  }

  moveSheet(sheet: Sheet, position: number): void {
    this.refuseProtected();
    if (!Number.isInteger(position) || position < 0 || position >= this.sheets.length) {
      throw invalidArgument(`There is no position ${position}.`);
    }
    const others = this.sheets.filter((one) => one !== sheet);
    this.sheets = [...others.slice(0, position), sheet, ...others.slice(position)];
  }

  activate(sheet: Sheet): void {
    if (sheet.visibility !== "Visible") {
      throw new HostError("InvalidOperation", `"${sheet.name}" is hidden.`);
    }
    if (this.active !== sheet) this.selection = { row: 0, column: 0, rows: 1, columns: 1 };
    this.active = sheet;
  }

  refuseProtected(): void {
    if (this.isStructureProtected) {
      throw new HostError(
        "AccessDenied",
        "You cannot perform the requested operation: the workbook's structure is protected.",
      );
    }
  }

  /** What a cell shows, its formula computed. */
  valueAt(sheet: Sheet, row: number, column: number): Scalar | undefined {
    const cell = sheet.cells.get(row, column);
    if (!isFormula(cell)) return cell;
    if (cell.given !== undefined) return cell.given;
    if (this.#computing.has(cell)) return 0;
    this.#computing.add(cell);
    try {
      return formulaValue(cell.formula, {
        valuesOf: ({ sheet: name, area }) => {
          const of = name === undefined ? sheet : this.find(name);
          return of === undefined ? undefined : this.#matrix(of, area);
        },
        nameOf: (name) => this.#formulaOfName(sheet, name),
      });
    } finally {
      this.#computing.delete(cell);
    }
  }

  /** The same as a test writes it: errors as text, blank cells as empty text. */
  plainValueAt(sheet: Sheet, row: number, column: number): string | number | boolean {
    const value = this.valueAt(sheet, row, column) ?? "";
    return isError(value) ? value.error : value;
  }

  /** Of whole columns and rows only the part in use. */
  #matrix(sheet: Sheet, area: Area): Matrix {
    const used = isUnbounded(area) ? sheet.cells.used(EVERYTHING) : area;
    const within = used === undefined ? undefined : intersection(area, used);
    if (within === undefined) return [[null]];
    return Array.from({ length: within.rows }, (_, row) =>
      Array.from(
        { length: within.columns },
        (_, column) => this.valueAt(sheet, within.row + row, within.column + column) ?? null,
      ),
    );
  }

  #formulaOfName(sheet: Sheet, name: string): string | undefined {
    const wanted = name.toLowerCase();
    const isNamed = (one: NameModel): boolean => one.name.toLowerCase() === wanted;
    return (sheet.names.find(isNamed) ?? this.names.find(isNamed))?.formula;
  }

  #freeName(stem: string): string {
    let number = 1;
    while (this.find(`${stem}${number}`) !== undefined) number++;
    return `${stem}${number}`;
  }

  refuseSheetName(name: string, own: Sheet | undefined): void {
    const isBad =
      name === "" ||
      name.length > 31 ||
      /[:\\/?*[\]]/.test(name) ||
      /^'|'$/.test(name) ||
      /^history$/i.test(name);
    if (isBad) throw invalidArgument(`A sheet cannot be named "${name}".`);
    const other = this.find(name);
    if (other !== undefined && other !== own) {
      throw new HostError(
        "ItemAlreadyExists",
        "A resource with the same name or identifier already exists.",
      );
    }
  }

  #refuseNoneVisible(left: readonly Sheet[]): void {
    if (!left.some(isVisible)) {
      throw new HostError(
        "InvalidOperation",
        "A workbook must contain at least one visible worksheet.",
      );
    }
  }

  #rewriteFormulas(from: string, to: string | undefined): void {
    for (const sheet of this.sheets) {
      for (const [row, column, cell] of sheet.cells.entries()) {
        if (!isFormula(cell)) continue;
        const formula = formulaWithSheet(cell.formula, from, to);
        if (formula !== cell.formula) sheet.cells.set(row, column, { formula });
      }
    }
    for (const name of [...this.names, ...this.sheets.flatMap((sheet) => sheet.names)]) {
      name.formula = formulaWithSheet(name.formula, from, to);
    }
  }

  /** The area that text names, and its sheet. */
  reference(
    text: string,
    sheet: Sheet,
  ): { readonly sheet: Sheet; readonly area: Area } | undefined {
    const found = readReference(text.replace(/^=/, ""));
    const of = found?.sheet === undefined ? sheet : this.find(found.sheet);
    return found === undefined || of === undefined ? undefined : { sheet: of, area: found.area };
  }
}

const isVisible = ({ visibility }: Sheet): boolean => visibility === "Visible";
