/** What the code that prepares a realm hands to the host: makers of objects that belong to the realm. */
export type RealmMakers = {
  readonly arrayOf: (values: readonly unknown[]) => unknown[];
  readonly emptyObject: () => Record<string, unknown>;
  readonly dateAt: (instant: number) => Date;
  readonly errorOf: (name: string, message: string) => Error;
  readonly prototypeOf: (
    shortName: string,
    methods: readonly string[],
    call: (receiver: object, method: string, args: unknown[]) => Outcome,
  ) => object;
  readonly objectOf: (prototype: object, open: boolean) => object;
  readonly enumOf: (names: readonly string[]) => Record<string, object>;
  readonly addProperty: (target: object, name: string, read: () => unknown) => void;
  readonly consoleOf: (write: (level: string, values: unknown[]) => void) => object;
};

/** What a service call came to: its value, or the exception to throw in the realm. */
export type Outcome = { readonly value: unknown } | { readonly thrown: unknown };

/** How a realm is prepared. */
export type RealmOptions = {
  readonly now: () => number;
  readonly builtIns: "ES2020" | "newest";
  readonly intl: "absent" | "present";
};

/**
 * The script that prepares a realm, run in it: a clock of the host's, the built-ins that are
 * promised, and makers of the realm's own objects. It is text, so that nothing in it belongs to
 * Node's realm.
 */
export const BOOTSTRAP = `(function (options) {
  "use strict";
  const RealDate = Date;
  function ScriptDate(...parts) {
    if (new.target === undefined) return new RealDate(options.now()).toString();
    const made = parts.length === 0 ? new RealDate(options.now()) : new RealDate(...parts);
    if (new.target !== ScriptDate) Object.setPrototypeOf(made, new.target.prototype);
    return made;
  }
  ScriptDate.prototype = RealDate.prototype;
  Object.defineProperty(ScriptDate, "name", { value: "Date" });
  Object.defineProperty(ScriptDate, "length", { value: 7 });
  for (const name of ["parse", "UTC"]) {
    Object.defineProperty(ScriptDate, name, { value: RealDate[name], writable: true, configurable: true });
  }
  Object.defineProperty(ScriptDate, "now", { value: function now() { return options.now(); }, writable: true, configurable: true });
  Object.defineProperty(RealDate.prototype, "constructor", { value: ScriptDate, writable: true, configurable: true });
  globalThis.Date = ScriptDate;

  const remove = (target, names) => { for (const name of names) if (target != null) delete target[name]; };
  if (options.builtIns === "ES2020") {
    const newer = ["at", "findLast", "findLastIndex", "toReversed", "toSorted", "toSpliced", "with"];
    remove(Array.prototype, newer);
    remove(Object.getPrototypeOf(Int8Array.prototype), newer);
    remove(Array, ["fromAsync"]);
    remove(String.prototype, ["at", "replaceAll", "isWellFormed", "toWellFormed"]);
    remove(Object, ["hasOwn", "groupBy"]);
    remove(Map, ["groupBy"]);
    remove(Promise, ["any", "withResolvers", "try"]);
    remove(ArrayBuffer.prototype, ["resize", "transfer", "transferToFixedLength", "resizable", "detached", "maxByteLength"]);
    remove(Set.prototype, ["union", "intersection", "difference", "symmetricDifference", "isSubsetOf", "isSupersetOf", "isDisjointFrom"]);
    remove(globalThis, ["WeakRef", "FinalizationRegistry", "AggregateError", "Iterator"]);
  }
  if (options.intl === "absent") remove(globalThis, ["Intl"]);
  remove(globalThis, ["console", "SharedArrayBuffer", "Atomics"]);

  return {
    arrayOf: (values) => Array.from(values),
    emptyObject: () => ({}),
    dateAt: (instant) => new RealDate(instant),
    errorOf: (name, message) => {
      const error = new Error(message);
      Object.defineProperty(error, "name", { value: name, configurable: true, writable: true });
      return error;
    },
    // Methods are made when they are first asked for: most classes have far more than a script uses.
    prototypeOf: (shortName, methods, call) => {
      const names = new Set(methods);
      const target = { toString() { return shortName; } };
      const make = (name) => {
        if (!names.has(name) || Object.prototype.hasOwnProperty.call(target, name)) return;
        const method = { [name](...args) {
          const outcome = call(this, name, args);
          if ("thrown" in outcome) throw outcome.thrown;
          return outcome.value;
        } }[name];
        Object.defineProperty(target, name, { value: method, enumerable: true, configurable: true });
      };
      return new Proxy(target, {
        get(_, name, receiver) { make(name); return Reflect.get(target, name, receiver); },
        has(_, name) { return names.has(name) || Reflect.has(target, name); },
        ownKeys() { for (const name of names) make(name); return Reflect.ownKeys(target); },
        getOwnPropertyDescriptor(_, name) { make(name); return Reflect.getOwnPropertyDescriptor(target, name); },
        set() { return false; },
      });
    },
    objectOf: (prototype, open) => {
      const made = Object.create(prototype);
      // Fields of a template are its own; a proxy as prototype would catch the assignment.
      if (open) return new Proxy(made, { set(target, name, value) { Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true }); return true; } });
      return Object.freeze(made);
    },
    enumOf: (names) => {
      const members = {};
      for (const name of names) members[name] = Object.freeze({ toString() { return name; } });
      return Object.freeze(members);
    },
    addProperty: (target, name, read) => {
      Object.defineProperty(target, name, { get: () => read(), enumerable: true, configurable: true });
    },
    consoleOf: (write) => {
      const made = {};
      for (const level of ["log", "info", "warn", "error"]) made[level] = (...values) => { write(level, values); };
      made.time = () => {};
      made.timeEnd = () => {};
      return made;
    },
  };
})`;
