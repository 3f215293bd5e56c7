import { HostObject, notModelled, type HostArgument, type HostValue } from "./hostObject.ts";
import type { Json } from "./wire.ts";

/** The plain values of an object whose members have no effect but to be read again. */
export type BagValues = Record<string, Json>;

/**
 * An object that only remembers what was set, such as the title of a chart. It has just the members
 * that it is made with.
 */
export class Bag extends HostObject {
  readonly typeName: string;
  readonly #values: BagValues;
  readonly #parts: Readonly<Record<string, HostObject>>;

  constructor(
    typeName: string,
    values: BagValues,
    parts: Readonly<Record<string, HostObject>> = {},
  ) {
    super();
    this.typeName = typeName;
    this.#values = values;
    this.#parts = parts;
  }

  override readMember(name: string): HostValue {
    if (Object.hasOwn(this.#parts, name)) return this.#parts[name];
    if (!Object.hasOwn(this.#values, name)) throw notModelled(`${this.typeName}.${name}`);
    return this.#values[name];
  }

  override writeMember(name: string, value: HostArgument): void {
    if (!Object.hasOwn(this.#values, name)) throw notModelled(`setting ${this.typeName}.${name}`);
    this.#values[name] = value as Json;
  }

  override callMember(name: string, values: readonly HostArgument[]): HostValue {
    // Such as `font.color` set through a method of the same object: fill.setSolidColor, fill.clear.
    if (name === "setSolidColor" && Object.hasOwn(this.#values, "color")) {
      this.#values["color"] = values[0] as Json;
      return undefined;
    }
    if (name === "clear" && Object.hasOwn(this.#values, "color")) {
      this.#values["color"] = "";
      return undefined;
    }
    throw notModelled(`${this.typeName}.${name}()`);
  }

  override plainMembers(): readonly string[] {
    return Object.keys(this.#values);
  }

  /** The values as they are now, with those of its parts. */
  toJson(): Json {
    const parts = Object.entries(this.#parts).flatMap(([name, part]) =>
      part instanceof Bag ? [[name, part.toJson()] as const] : [],
    );
    return { ...this.#values, ...Object.fromEntries(parts) };
  }
}

/** An object of which some members always answer the same. */
export abstract class FixedObject extends HostObject {
  readonly #fixed: Readonly<BagValues>;

  constructor(fixed: Readonly<BagValues>) {
    super();
    this.#fixed = fixed;
  }

  override readMember(name: string): HostValue {
    return Object.hasOwn(this.#fixed, name) ? this.#fixed[name] : super.readMember(name);
  }

  override plainMembers(): readonly string[] {
    return [...Object.keys(this.#fixed), ...super.plainMembers()];
  }
}
