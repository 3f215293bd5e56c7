import { HostCollection, HostObject, type HostArgument, textOf } from "../hostObject.ts";
import type { Json } from "../wire.ts";

/** Values by key that an add-in keeps: settings, properties of a sheet or of the workbook. */
export type KeyedStore = {
  readonly typeName: string;
  readonly entries: () => readonly (readonly [key: string, value: Json])[];
  readonly set: (key: string, value: Json) => void;
  readonly remove: (key: string) => void;
};

/** Excel's collections of values by key. */
export class KeyedCollection extends HostCollection<KeyedValue> {
  readonly typeName: string;
  readonly #store: KeyedStore;

  constructor(store: KeyedStore) {
    super();
    this.typeName = `${store.typeName}Collection`;
    this.#store = store;
  }

  hostItems(): readonly KeyedValue[] {
    return this.#store.entries().map(([key]) => new KeyedValue(this.#store, key));
  }

  add(key: HostArgument, value: HostArgument): KeyedValue {
    this.#store.set(textOf(key), (value ?? null) as Json);
    return new KeyedValue(this.#store, textOf(key));
  }

  set(key: HostArgument, value: HostArgument): KeyedValue {
    return this.add(key, value);
  }

  deleteAll(): void {
    for (const [key] of this.#store.entries()) this.#store.remove(key);
  }
}

class KeyedValue extends HostObject {
  readonly typeName: string;
  readonly #store: KeyedStore;
  readonly #key: string;

  constructor(store: KeyedStore, key: string) {
    super();
    this.typeName = store.typeName;
    this.#store = store;
    this.#key = key;
  }

  override hostKey(): string {
    return this.#key;
  }

  get key(): string {
    return this.#key;
  }

  get value(): Json {
    return this.#store.entries().find(([key]) => key === this.#key)?.[1] ?? null;
  }

  set value(value: HostArgument) {
    this.#store.set(this.#key, (value ?? null) as Json);
  }

  delete(): void {
    this.#store.remove(this.#key);
  }
}
