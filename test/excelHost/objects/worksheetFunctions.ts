import { FixedObject } from "../bag.ts";
import { HostObject, invalidArgument, type HostArgument } from "../hostObject.ts";
import type { Workbook } from "../model/workbook.ts";

/** Days from 1899-12-30 and from 1904-01-01, with which serial dates begin, to 1970-01-01. */
const EPOCH = { 1900: 25569, 1904: 24107 } as const;

/** Excel's own functions, as far as they are written. */
export class Functions extends HostObject {
  readonly typeName = "Functions";
  readonly #workbook: Workbook;

  constructor(workbook: Workbook) {
    super();
    this.#workbook = workbook;
  }

  /** The serial number of a day, in the workbook's own date system. */
  date(year: HostArgument, month: HostArgument, day: HostArgument): FunctionResult {
    if (typeof year !== "number" || typeof month !== "number" || typeof day !== "number") {
      throw invalidArgument("Numbers are expected.");
    }
    const days = Date.UTC(year, month - 1, day) / 86_400_000;
    return new FunctionResult(days + EPOCH[this.#workbook.dateSystem]);
  }
}

class FunctionResult extends FixedObject {
  readonly typeName = "FunctionResult";

  constructor(value: number) {
    super({ value, error: "" });
  }
}
