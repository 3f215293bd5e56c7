import { HostObject, invalidArgument, textOf, type HostArgument } from "../hostObject.ts";
import type { Json } from "../wire.ts";
import type { Place } from "./rangeArguments.ts";

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  horizontalAlignment: [
    "General",
    "Left",
    "Center",
    "Right",
    "Fill",
    "Justify",
    "CenterAcrossSelection",
    "Distributed",
  ],
  verticalAlignment: ["Top", "Center", "Bottom", "Justify", "Distributed"],
  underline: ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"],
};

/** An object whose properties belong to each cell of a range. */
export class CellLook extends HostObject {
  readonly typeName: string;
  protected readonly place: Place;
  readonly #prefix: string;
  readonly #defaults: Readonly<Record<string, Json>>;

  constructor(
    typeName: string,
    place: Place,
    look: { readonly prefix: string; readonly defaults: Readonly<Record<string, Json>> },
  ) {
    super();
    this.typeName = typeName;
    this.place = place;
    this.#prefix = look.prefix;
    this.#defaults = look.defaults;
  }

  override readMember(name: string): Json | HostObject | undefined {
    if (!Object.hasOwn(this.#defaults, name)) return super.readMember(name);
    const otherwise = this.#defaults[name] ?? null;
    return this.place.sheet.formats.uniform(this.#prefix + name, this.place.area, otherwise);
  }

  override writeMember(name: string, value: HostArgument): void {
    if (!Object.hasOwn(this.#defaults, name)) {
      super.writeMember(name, value);
      return;
    }
    this.place.sheet.refuseProtected(this.place.area);
    this.place.sheet.formats.set(
      this.#prefix + name,
      this.place.area,
      checked(name, value as Json),
    );
  }

  override plainMembers(): readonly string[] {
    return [...Object.keys(this.#defaults), ...super.plainMembers()];
  }
}

function checked(name: string, value: Json): Json {
  const choices = CHOICES[name];
  if (choices !== undefined && !choices.includes(textOf(value))) {
    throw invalidArgument(`${JSON.stringify(value)} is no ${name}.`);
  }
  if (
    name === "color" &&
    !(typeof value === "string" && (/^#?[0-9a-f]{6}$/i.test(value) || /^[a-z]*$/i.test(value)))
  ) {
    throw invalidArgument(`${JSON.stringify(value)} is no color.`);
  }
  return name === "color" && typeof value === "string" && /^#?[0-9a-f]{6}$/i.test(value)
    ? `#${value.replace("#", "").toUpperCase()}`
    : value;
}
