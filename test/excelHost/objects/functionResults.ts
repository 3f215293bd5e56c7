import { HostObject, type HostArgument } from "../hostObject.ts";
import type { Json } from "../wire.ts";

/** What a worksheet function of the add-in gave. */
export type FunctionResult =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly error: Json; readonly message: Json };

/** The service to which the add-in's runtime sends the results of worksheet functions. */
export class FunctionResults extends HostObject {
  readonly typeName = "CustomFunctions";
  readonly #waiting = new Map<number, (result: FunctionResult) => void>();
  #next = 1;

  /** A number for a new call, and its result once it is there. */
  expect(): { readonly id: number; readonly result: Promise<FunctionResult> } {
    const id = this.#next++;
    const result = new Promise<FunctionResult>((resolve) => {
      this.#waiting.set(id, resolve);
    });
    return { id, result };
  }

  /** Entries of `[id, ok, value]` or `[id, false, code, message]`. */
  setInvocationArrayResults(results: HostArgument): void {
    for (const [id, ok, value = null, message = null] of results as Json[][]) {
      const resolve = this.#waiting.get(Number(id));
      this.#waiting.delete(Number(id));
      resolve?.(ok === true ? { ok, value } : { ok: false, error: value, message });
    }
  }
}
