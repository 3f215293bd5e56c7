import type { Json } from "./wire.ts";

/** An error as the program reports it to the add-in, such as ItemNotFound. */
export class HostError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A member that this host does not have: the test needs it written, or the code misspells it. */
export const notModelled = (member: string): HostError =>
  new HostError("NotImplemented", `The test host does not model ${member}.`);

/** The usual refusal of an argument. */
export const invalidArgument = (why: string): HostError =>
  new HostError(
    "InvalidArgument",
    `The argument is invalid or missing or has an incorrect format. ${why}`,
  );

/** The usual refusal where nothing bears the name. */
export const itemNotFound = (what: string): HostError =>
  new HostError("ItemNotFound", `The requested resource doesn't exist: ${what}.`);

/** What a member gives back: JSON, a further object, or undefined for nothing. */
export type HostValue = Json | HostObject | undefined;

/** What a method is called with: omitted arguments are undefined. */
export type HostArgument = Json | HostObject | undefined;

/** An argument that is text, or a key that is a number, as text. */
export function textOf(value: HostArgument): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw invalidArgument("Text is expected.");
}

/**
 * An object that the client can name. Its getters, setters and methods are the members of Excel's
 * API in camel case; what is its own business is private.
 */
export abstract class HostObject {
  abstract readonly typeName: string;

  /** The key under which its collection finds it; undefined for an object without one. */
  hostKey(): string | number | undefined {
    return undefined;
  }

  /** True for objects that the client keeps by reference, such as ranges. */
  isKept(): boolean {
    return false;
  }

  readMember(name: string): HostValue {
    if (describe(this, name)?.get === undefined) throw notModelled(`${this.typeName}.${name}`);
    return (this as unknown as Record<string, HostValue>)[name];
  }

  writeMember(name: string, value: HostArgument): void {
    if (describe(this, name)?.set === undefined) {
      throw notModelled(`setting ${this.typeName}.${name}`);
    }
    (this as unknown as Record<string, HostArgument>)[name] = value;
  }

  callMember(name: string, values: readonly HostArgument[]): HostValue {
    const method: unknown = describe(this, name)?.value;
    if (typeof method !== "function") throw notModelled(`${this.typeName}.${name}()`);
    return (method as (...values: readonly HostArgument[]) => HostValue).call(this, ...values);
  }

  /** The names read when the client asks for "everything": the properties that are plain values. */
  plainMembers(): readonly string[] {
    const names = new Set<string>();
    for (
      let at = prototypeOf(this);
      at !== null && at !== HostObject.prototype;
      at = prototypeOf(at)
    ) {
      for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
        if (member.get !== undefined) names.add(name);
      }
    }
    return [...names];
  }
}

/** A collection: the client reads its items and finds one by key. */
export abstract class HostCollection<Item extends HostObject = HostObject> extends HostObject {
  abstract hostItems(): readonly Item[];

  getCount(): number {
    return this.hostItems().length;
  }

  getItem(key: HostArgument): Item {
    const found = this.getItemOrNullObject(key);
    if (found === null) throw itemNotFound(`${this.typeName} has no ${JSON.stringify(key)}`);
    return found;
  }

  getItemOrNullObject(key: HostArgument): Item | null {
    const wanted = textOf(key).toLowerCase();
    return (
      this.hostItems().find((item) => String(item.hostKey() ?? "").toLowerCase() === wanted) ?? null
    );
  }

  getItemAt(index: HostArgument): Item {
    const found = this.hostItems()[Number(index)];
    if (found === undefined)
      throw invalidArgument(`${this.typeName} has no item at ${Number(index)}.`);
    return found;
  }
}

const prototypeOf = (of: object): object | null => Object.getPrototypeOf(of) as object | null;

function describe(object: HostObject, name: string): PropertyDescriptor | undefined {
  if (HOST_NAMES.has(name)) return undefined;
  for (let at = prototypeOf(object); at !== null && at !== Object.prototype; at = prototypeOf(at)) {
    const found = Object.getOwnPropertyDescriptor(at, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Members of the base classes that are no members of Excel's API. */
const HOST_NAMES = new Set([
  "constructor",
  "hostKey",
  "hostItems",
  "isKept",
  "readMember",
  "writeMember",
  "callMember",
  "plainMembers",
]);
