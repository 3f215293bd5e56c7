import {
  HostCollection,
  HostError,
  HostObject,
  invalidArgument,
  type HostArgument,
  textOf,
} from "../hostObject.ts";
import { areaText, quotedName, type Area } from "../model/area.ts";
import type { NameModel, Sheet } from "../model/sheet.ts";
import type { Workbook } from "../model/workbook.ts";
import type { Json } from "../wire.ts";
import { PlacedObject } from "./rangeArguments.ts";
import { rangeAt } from "./rangeMaker.ts";

/** Where names are kept: on a sheet, or in the workbook. */
type NameScope = { readonly workbook: Workbook; readonly sheet: Sheet | undefined };

/** Excel's NamedItemCollection. */
export class NamedItemCollection extends HostCollection<NamedItem> {
  readonly typeName = "NamedItemCollection";
  readonly #scope: NameScope;

  constructor(scope: NameScope) {
    super();
    this.#scope = scope;
  }

  hostItems(): readonly NamedItem[] {
    return listOf(this.#scope).map((name) => new NamedItem(this.#scope, name));
  }

  add(name: HostArgument, reference: HostArgument, comment: HostArgument): NamedItem {
    const text = textOf(name);
    const isBad =
      !/^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(text) || /^(?:[a-z]{1,3}\d+|[rc])$/i.test(text);
    if (isBad) throw invalidArgument(`A name cannot be "${text}".`);
    if (this.getItemOrNullObject(text) !== null) {
      throw new HostError("ItemAlreadyExists", `The name "${text}" is taken.`);
    }
    const model: NameModel = {
      name: text,
      formula: formulaOf(reference),
      comment: typeof comment === "string" ? comment : "",
      visible: true,
    };
    listOf(this.#scope).push(model);
    return new NamedItem(this.#scope, model);
  }

  addFormulaLocal(name: HostArgument, formula: HostArgument, comment: HostArgument): NamedItem {
    return this.add(name, formula, comment);
  }
}

class NamedItem extends HostObject {
  readonly typeName = "NamedItem";
  readonly #scope: NameScope;
  readonly #name: NameModel;

  constructor(scope: NameScope, name: NameModel) {
    super();
    this.#scope = scope;
    this.#name = name;
  }

  override hostKey(): string {
    return this.#name.name;
  }

  get name(): string {
    return this.#name.name;
  }

  get formula(): string {
    return this.#name.formula;
  }

  set formula(formula: HostArgument) {
    this.#name.formula = formulaOf(formula);
  }

  get comment(): string {
    return this.#name.comment;
  }

  set comment(comment: HostArgument) {
    this.#name.comment = textOf(comment);
  }

  get visible(): boolean {
    return this.#name.visible;
  }

  set visible(visible: HostArgument) {
    this.#name.visible = visible === true;
  }

  get scope(): string {
    return this.#scope.sheet === undefined ? "Workbook" : "Worksheet";
  }

  get type(): string {
    return this.#place() === undefined ? "String" : "Range";
  }

  get value(): Json {
    return this.#name.formula.replace(/^=/, "");
  }

  getRange(): HostObject {
    const found = this.getRangeOrNullObject();
    if (found === null) throw invalidArgument(`"${this.#name.name}" names no range.`);
    return found;
  }

  getRangeOrNullObject(): HostObject | null {
    const place = this.#place();
    return place === undefined ? null : rangeAt({ workbook: this.#scope.workbook, ...place });
  }

  delete(): void {
    const list = listOf(this.#scope);
    list.splice(list.indexOf(this.#name), 1);
  }

  #place(): { readonly sheet: Sheet; readonly area: Area } | undefined {
    const { workbook, sheet } = this.#scope;
    const first = sheet ?? workbook.sheets[0];
    return first === undefined ? undefined : workbook.reference(this.#name.formula, first);
  }
}

const listOf = ({ workbook, sheet }: NameScope): NameModel[] => sheet?.names ?? workbook.names;

function formulaOf(reference: HostArgument): string {
  if (reference instanceof PlacedObject) {
    const { sheet, area } = reference.place;
    const fixed = areaText(area).replace(/[A-Z]+|\d+/g, "$$$&");
    return `=${quotedName(sheet.name)}!${fixed}`;
  }
  if (typeof reference === "string") return reference.startsWith("=") ? reference : `=${reference}`;
  if (typeof reference === "number" || typeof reference === "boolean")
    return `=${String(reference)}`;
  throw invalidArgument("A name stands for a range or a formula.");
}
