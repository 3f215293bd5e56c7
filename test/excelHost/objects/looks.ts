import { Bag } from "../bag.ts";

/** A font that only remembers what was set. */
export const fontBag = (): Bag =>
  new Bag("Font", {
    bold: false,
    italic: false,
    underline: "None",
    strikethrough: false,
    color: "#000000",
    name: "Calibri",
    size: 10,
  });

/** A fill that only remembers what was set. */
export const fillBag = (): Bag => new Bag("Fill", { color: "" });

/** A line that only remembers what was set. */
export const lineBag = (typeName: string): Bag =>
  new Bag(typeName, {
    color: "#000000",
    lineStyle: "Continuous",
    style: "Continuous",
    weight: 0.75,
  });
