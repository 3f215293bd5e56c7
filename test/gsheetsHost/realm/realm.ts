import { types } from "node:util";
import vm from "node:vm";
import { publishedMethodNames, publishedTypings } from "../published/typings.ts";
import { enumMember, EnumMember, Fault, ServiceObject } from "../service.ts";
import { BOOTSTRAP, type Outcome, type RealmMakers, type RealmOptions } from "./bootstrap.ts";

/** A service call as it leaves the realm, its arguments still the realm's own. */
export type ServiceCall = {
  readonly receiver: ServiceObject;
  readonly method: string;
  readonly args: readonly unknown[];
};

/** What a realm asks of its host. */
export type RealmHost = {
  readonly call: (call: ServiceCall) => unknown;
  /** The exception to throw in the realm for an error of the host. */
  readonly exception: (error: unknown) => { readonly name: string; readonly message: string };
  readonly global: (name: string, className: string) => ServiceObject;
  readonly fault: (message: string) => void;
  readonly log: (level: string, values: readonly unknown[]) => void;
};

/** A fresh global scope with the language's own built-ins and the services of Apps Script, nothing of Node's. */
export class Realm {
  readonly context: vm.Context;
  private readonly makers: RealmMakers;
  private readonly host: RealmHost;
  private readonly prototypes = new Map<string, object>();
  private readonly enums = new Map<string, Record<string, object>>();
  private readonly owners = new WeakMap<object, ServiceObject | EnumMember>();

  constructor(host: RealmHost, options: RealmOptions) {
    this.host = host;
    this.context = vm.createContext(Object.create(null) as object);
    const prepare = bootstrap.runInContext(this.context) as (options: RealmOptions) => RealmMakers;
    this.makers = prepare(options);
    const scope = vm.runInContext("globalThis", this.context) as object;
    for (const [name, className] of serviceGlobals()) {
      let made: unknown;
      this.makers.addProperty(
        scope,
        name,
        () => (made ??= this.adopt(host.global(name, className))),
      );
    }
    const console = this.makers.consoleOf((level, values) => {
      host.log(level, values);
    });
    this.makers.addProperty(scope, "console", () => console);
  }

  /** Runs a file's source in the realm. */
  load(script: vm.Script): void {
    script.runInContext(this.context);
  }

  /** The value of an expression in the realm; undefined where a name in it is not defined. */
  find(expression: string): unknown {
    const guarded = `(function () { try { return (${expression}); } catch (error) { return undefined; } })()`;
    return vm.runInContext(guarded, this.context);
  }

  /** A host's value as the realm's own: its arrays, dates, records, service objects and enum members. */
  adopt(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    if (value instanceof ServiceObject) return this.facade(value);
    if (value instanceof EnumMember) return this.enumObject(value.enumName)[value.name];
    if (Array.isArray(value))
      return this.makers.arrayOf(value.map((element) => this.adopt(element)));
    if (types.isDate(value)) return this.makers.dateAt(value.getTime());
    if (this.owners.has(value)) return value;
    const record = this.makers.emptyObject();
    for (const [name, field] of Object.entries(value)) record[name] = this.adopt(field);
    return record;
  }

  /** A value of the realm as the host's: service objects and enum members in place of what stands for them. */
  release(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    const owner = this.owners.get(value);
    if (owner instanceof ServiceObject) owner.fields = { ...(value as Record<string, unknown>) };
    if (owner !== undefined) return owner;
    if (Array.isArray(value)) return Array.from(value, (element) => this.release(element));
    if (types.isDate(value)) return new Date(value.getTime());
    if (!isPlain(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, field]) => [name, this.release(field)]),
    );
  }

  private facade(object: ServiceObject): object {
    const open = object.type === "HTML.HtmlTemplate";
    const made = this.makers.objectOf(this.prototypeFor(object.type), open);
    this.owners.set(made, object);
    return made;
  }

  private prototypeFor(type: string): object {
    const known = this.prototypes.get(type);
    if (known !== undefined) return known;
    const shortName = type.split(".").at(-1) ?? type;
    const made = this.makers.prototypeOf(
      shortName,
      publishedMethodNames(type),
      (receiver, method, args) => this.outcome(receiver, method, args),
    );
    this.prototypes.set(type, made);
    for (const [name, shape] of publishedTypings().classes.get(type)?.properties ?? []) {
      this.makers.addProperty(made, name, () => {
        if (shape.kind === "enum") return this.enumObject(shape.name);
        this.host.fault(`${type}.${name} is published but not emulated.`);
        return undefined;
      });
    }
    return made;
  }

  private outcome(receiver: object, method: string, args: readonly unknown[]): Outcome {
    try {
      const owner = this.owners.get(receiver);
      if (!(owner instanceof ServiceObject))
        throw new Fault(`${method} was called on an object that is no service's.`);
      const released = args.map((value) => this.release(value));
      if (Object.isExtensible(receiver))
        owner.fields = { ...(receiver as Record<string, unknown>) };
      return { value: this.adopt(this.host.call({ receiver: owner, method, args: released })) };
    } catch (error) {
      if (isOfRealm(error)) return { thrown: error };
      const { name, message } = this.host.exception(error);
      return { thrown: this.makers.errorOf(name, message) };
    }
  }

  private enumObject(enumName: string): Record<string, object> {
    const known = this.enums.get(enumName);
    if (known !== undefined) return known;
    const made = this.makers.enumOf(publishedTypings().enums.get(enumName) ?? []);
    this.enums.set(enumName, made);
    for (const [name, member] of Object.entries(made))
      this.owners.set(member, enumMember(enumName, name));
    return made;
  }
}

const bootstrap = new vm.Script(BOOTSTRAP, { filename: "bootstrap.js" });

/** True for an object literal of any realm. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Errors that the script itself has thrown, such as out of a template, pass through unchanged. */
function isOfRealm(error: unknown): boolean {
  return types.isNativeError(error) && !(error instanceof Error);
}

function serviceGlobals(): readonly (readonly [string, string])[] {
  const { classes, globals } = publishedTypings();
  return [...globals].filter(([name, className]) => !OWN.has(name) && classes.has(className));
}

/** Globals of the typings that are the language's own, deprecated names of it, or made here. */
const OWN = new Set(["Date", "Date2", "console"]);
