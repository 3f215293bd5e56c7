import { HostError, type HostObject } from "./hostObject.ts";

/** Ranges that the client has asked to keep, by the name that it then uses. */
export class References {
  readonly #byId = new Map<string, HostObject>();
  readonly #ids = new WeakMap<HostObject, string>();
  #next = 1;

  keep(object: HostObject): void {
    if (this.#ids.has(object)) return;
    const id = `ref${this.#next++}`;
    this.#byId.set(id, object);
    this.#ids.set(object, id);
  }

  idOf(object: HostObject): string | undefined {
    const id = this.#ids.get(object);
    return id !== undefined && this.#byId.has(id) ? id : undefined;
  }

  find(id: string): HostObject {
    const found = this.#byId.get(id);
    if (found === undefined) {
      throw new HostError(
        "InvalidReference",
        "This reference is not valid for the current operation.",
      );
    }
    return found;
  }

  remove(id: string): void {
    this.#byId.delete(id);
  }

  removeAll(): void {
    this.#byId.clear();
  }
}
