import type { HostObject } from "../hostObject.ts";
import type { Place } from "./rangeArguments.ts";

let make: ((place: Place) => HostObject) | undefined;

/** Says how a range object is made; its parts need it, and it needs its parts. */
export function setRangeMaker(maker: (place: Place) => HostObject): void {
  make = maker;
}

/** The object of a range. */
export function rangeAt(place: Place): HostObject {
  if (make === undefined) throw new Error("objects/range.ts has not been loaded");
  return make(place);
}
