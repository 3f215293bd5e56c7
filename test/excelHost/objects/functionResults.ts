import { HostObject, textOf, type HostArgument } from "../hostObject.ts";
import type { Json } from "../wire.ts";

/** What a worksheet function of the add-in gave: a value, or the error that the cell shows. */
export type FunctionResult =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly error: string; readonly message: string };

/** The numbers under which the runtime sends errors; 9 and 10 say that nothing has the name. */
const ERRORS: Readonly<Record<number, string>> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
  9: "#NAME?",
  10: "#NAME?",
};

/** The service to which the add-in's runtime sends the results of worksheet functions. */
export class FunctionResults extends HostObject {
  readonly typeName = "CustomFunctions";
  readonly #waiting = new Map<number, (result: FunctionResult) => void>();
  /** Resolves once the add-in's runtime says that it takes calls. */
  readonly ready: Promise<void>;
  #next = 1;
  #tellReady: () => void = () => undefined;

  constructor() {
    super();
    this.ready = new Promise((resolve) => {
      this.#tellReady = resolve;
    });
  }

  /** A number for a new call, and its result once it is there. */
  expect(): { readonly id: number; readonly result: Promise<FunctionResult> } {
    const id = this.#next++;
    const result = new Promise<FunctionResult>((resolve) => {
      this.#waiting.set(id, resolve);
    });
    return { id, result };
  }

  _SetOsfControlContainerReadyForCustomFunctions(): void {
    this.#tellReady();
  }

  /** Calls from conditional formats and the like, which no test makes. */
  _GetEnabledFeatures(): Json {
    return [];
  }

  /** Entries of `[id, true, value]` or `[id, false, message, number of the error]`. */
  setInvocationArrayResults(results: HostArgument): void {
    for (const [id, isDone, value = null, error = null] of results as Json[][]) {
      const resolve = this.#waiting.get(Number(id));
      this.#waiting.delete(Number(id));
      resolve?.(
        isDone === true
          ? { ok: true, value }
          : { ok: false, error: ERRORS[Number(error)] ?? "#VALUE!", message: textOf(value ?? "") },
      );
    }
  }
}

/** The service that is told when the add-in takes ribbon commands. */
export class AddinInternalService extends HostObject {
  readonly typeName = "AddinInternalService";

  notifyActionHandlerReady(): void {
    // Commands are sent as events, for which the add-in registers.
  }
}
