import { FixedObject } from "../bag.ts";
import {
  HostError,
  HostObject,
  invalidArgument,
  type HostArgument,
  textOf,
} from "../hostObject.ts";
import type { Workbook } from "../model/workbook.ts";
import type { Json } from "../wire.ts";
import { KeyedCollection } from "./keyedValues.ts";
import { NamedItemCollection } from "./names.ts";
import { Range } from "./range.ts";
import { TableCollection } from "./tables.ts";
import { WorksheetCollection } from "./worksheet.ts";
import { Functions } from "./worksheetFunctions.ts";
import { CustomXmlPartCollection } from "./xmlParts.ts";

/** Excel's Workbook, the object from which the client reaches all others. */
export class WorkbookObject extends FixedObject {
  readonly typeName = "Workbook";
  readonly #workbook: Workbook;

  constructor(workbook: Workbook) {
    super({ isDirty: true, readOnly: false, use1904DateSystem: false });
    this.#workbook = workbook;
  }

  get name(): string {
    return this.#workbook.name;
  }

  get worksheets(): WorksheetCollection {
    return new WorksheetCollection(this.#workbook);
  }

  get tables(): TableCollection {
    return new TableCollection(this.#workbook, undefined);
  }

  get names(): NamedItemCollection {
    return new NamedItemCollection({ workbook: this.#workbook, sheet: undefined });
  }

  get application(): Application {
    return new Application(this.#workbook);
  }

  get protection(): WorkbookProtection {
    return new WorkbookProtection(this.#workbook);
  }

  get functions(): Functions {
    return new Functions(this.#workbook);
  }

  get customXmlParts(): CustomXmlPartCollection {
    return new CustomXmlPartCollection(this.#workbook);
  }

  get settings(): KeyedCollection {
    const { settings } = this.#workbook;
    return new KeyedCollection({
      typeName: "Setting",
      entries: () => [...settings].map(([key, text]) => [key, JSON.parse(text) as Json] as const),
      set: (key, value) => settings.set(key, JSON.stringify(value)),
      remove: (key) => settings.delete(key),
    });
  }

  get properties(): DocumentProperties {
    return new DocumentProperties(this.#workbook);
  }

  getSelectedRange(): Range {
    const { active, selection } = this.#workbook;
    if (active === undefined) throw new HostError("GeneralException", "No sheet is active.");
    return new Range({ workbook: this.#workbook, sheet: active, area: selection });
  }

  getActiveCell(): Range {
    return this.getSelectedRange().getCell(0, 0);
  }

  _SetOsfControlContainerReadyForCustomFunctions(): void {
    this.#workbook.registrations.push("custom functions are ready");
  }
}

class Application extends FixedObject {
  readonly typeName = "Application";
  readonly #workbook: Workbook;

  constructor(workbook: Workbook) {
    super({
      calculationState: "Done",
      calculationEngineVersion: 191029,
      decimalSeparator: ".",
      thousandsSeparator: ",",
      useSystemSeparators: true,
    });
    this.#workbook = workbook;
  }

  get calculationMode(): string {
    return this.#workbook.calculationMode;
  }

  set calculationMode(mode: HostArgument) {
    if (!["Automatic", "AutomaticExceptTables", "Manual"].includes(textOf(mode))) {
      throw invalidArgument(`${JSON.stringify(mode)} is no calculation mode.`);
    }
    this.#workbook.calculationMode = textOf(mode);
  }

  calculate(): void {
    // Formulas are computed when they are read.
  }

  suspendApiCalculationUntilNextSync(): void {
    // Formulas are computed when they are read.
  }

  suspendScreenUpdatingUntilNextSync(): void {
    // There is no screen.
  }
}

class WorkbookProtection extends HostObject {
  readonly typeName = "WorkbookProtection";
  readonly #workbook: Workbook;

  constructor(workbook: Workbook) {
    super();
    this.#workbook = workbook;
  }

  get protected(): boolean {
    return this.#workbook.isStructureProtected;
  }

  protect(password: HostArgument): void {
    this.#workbook.isStructureProtected = true;
    this.#workbook.structurePassword = typeof password === "string" ? password : undefined;
  }

  unprotect(password: HostArgument): void {
    const wanted = this.#workbook.structurePassword;
    if (wanted !== undefined && wanted !== password)
      throw invalidArgument("The password is wrong.");
    this.#workbook.isStructureProtected = false;
  }
}

class DocumentProperties extends HostObject {
  readonly typeName = "DocumentProperties";
  readonly #workbook: Workbook;

  constructor(workbook: Workbook) {
    super();
    this.#workbook = workbook;
  }

  get custom(): KeyedCollection {
    const { customProperties } = this.#workbook;
    return new KeyedCollection({
      typeName: "CustomProperty",
      entries: () => [...customProperties],
      set: (key, value) => customProperties.set(key, value),
      remove: (key) => customProperties.delete(key),
    });
  }
}
