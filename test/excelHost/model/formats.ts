import type { Json } from "../wire.ts";
import { ColumnRuns } from "./columnRuns.ts";
import type { Area } from "./area.ts";

/** Every property of cells that is no content, by name, such as `font.bold` or `numberFormat`. */
export class Formats {
  readonly #byName = new Map<string, ColumnRuns<Json>>();
  /** Equal objects are one, so that runs of them join. */
  readonly #objects = new Map<string, Json>();

  set(name: string, area: Area, value: Json | undefined): void {
    let runs = this.#byName.get(name);
    if (runs === undefined) {
      if (value === undefined) return;
      runs = new ColumnRuns<Json>();
      this.#byName.set(name, runs);
    }
    runs.set(area, this.#one(value));
  }

  at(name: string, row: number, column: number): Json | undefined {
    return this.#byName.get(name)?.at(row, column);
  }

  /** The values in an area, each different one once; undefined among them for "not set". */
  valuesIn(name: string, area: Area): ReadonlySet<Json | undefined> {
    return this.#byName.get(name)?.valuesIn(area) ?? new Set([undefined]);
  }

  /** The one value of an area; null where cells differ, as Excel answers. */
  uniform(name: string, area: Area, otherwise: Json): Json {
    const values = new Set([...this.valuesIn(name, area)].map((one) => one ?? otherwise));
    return values.size === 1 ? ([...values][0] ?? null) : null;
  }

  /** Takes away all properties of an area, or those whose name begins so. */
  clear(area: Area, prefix = ""): void {
    for (const [name, runs] of this.#byName) {
      if (name.startsWith(prefix)) runs.set(area, undefined);
    }
  }

  lastSet(): { readonly row: number; readonly column: number } {
    const all = [...this.#byName.values()].map((runs) => runs.lastSet());
    return {
      row: Math.max(-1, ...all.map(({ row }) => row)),
      column: Math.max(-1, ...all.map(({ column }) => column)),
    };
  }

  names(): readonly string[] {
    return [...this.#byName.keys()].sort((one, other) => (one < other ? -1 : 1));
  }

  areas(name: string): Iterable<{ readonly area: Area; readonly value: Json }> {
    return this.#byName.get(name)?.areas() ?? [];
  }

  copy(): Formats {
    const copied = new Formats();
    for (const [name, runs] of this.#byName) copied.#byName.set(name, runs.copy());
    return copied;
  }

  #one(value: Json | undefined): Json | undefined {
    if (typeof value !== "object" || value === null) return value;
    const key = JSON.stringify(value);
    const known = this.#objects.get(key) ?? value;
    this.#objects.set(key, known);
    return known;
  }
}
