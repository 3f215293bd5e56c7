import { HostObject, invalidArgument, type HostArgument } from "../hostObject.ts";
import type { Json } from "../wire.ts";
import type { Place } from "./rangeArguments.ts";

const KINDS = ["list", "wholeNumber", "decimal", "date", "time", "textLength", "custom"];

/** Excel's DataValidation of a range. Rules are remembered; they do not test what is written. */
export class DataValidation extends HostObject {
  readonly typeName = "DataValidation";
  readonly #place: Place;

  constructor(place: Place) {
    super();
    this.#place = place;
  }

  get rule(): Json {
    return this.#read("rule", {});
  }

  set rule(rule: HostArgument) {
    const kinds = Object.keys((rule ?? {}) as object);
    if (kinds.length !== 1 || !KINDS.includes(kinds[0] ?? "")) {
      throw invalidArgument("A rule has one kind of test.");
    }
    const { list } = rule as { readonly list?: { readonly source?: unknown } };
    if (
      typeof list?.source === "string" &&
      !list.source.startsWith("=") &&
      list.source.length > 255
    ) {
      throw invalidArgument("A list as text has at most 255 characters.");
    }
    this.#write("rule", rule as Json);
  }

  get type(): Json {
    const rule = this.rule;
    if (rule === null) return "Inconsistent";
    const [kind] = Object.keys(rule as object);
    return kind === undefined ? "None" : kind.charAt(0).toUpperCase() + kind.slice(1);
  }

  get errorAlert(): Json {
    return this.#read("errorAlert", { message: "", showAlert: true, style: "Stop", title: "" });
  }

  set errorAlert(alert: HostArgument) {
    this.#write("errorAlert", alert as Json);
  }

  get prompt(): Json {
    return this.#read("prompt", { message: "", showPrompt: true, title: "" });
  }

  set prompt(prompt: HostArgument) {
    this.#write("prompt", prompt as Json);
  }

  get ignoreBlanks(): Json {
    return this.#read("ignoreBlanks", true);
  }

  set ignoreBlanks(value: HostArgument) {
    this.#write("ignoreBlanks", value as Json);
  }

  clear(): void {
    this.#place.sheet.refuseProtected(this.#place.area);
    this.#place.sheet.formats.clear(this.#place.area, "validation.");
  }

  #read(name: string, otherwise: Json): Json {
    return this.#place.sheet.formats.uniform(`validation.${name}`, this.#place.area, otherwise);
  }

  #write(name: string, value: Json): void {
    this.#place.sheet.refuseProtected(this.#place.area);
    this.#place.sheet.formats.set(`validation.${name}`, this.#place.area, value);
  }
}
