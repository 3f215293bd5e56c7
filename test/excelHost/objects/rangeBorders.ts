import { Bag } from "../bag.ts";
import { HostCollection, type HostObject } from "../hostObject.ts";
import type { Area } from "../model/area.ts";
import type { Json } from "../wire.ts";
import { CellLook } from "./cellLook.ts";
import type { Place } from "./rangeArguments.ts";

const SIDES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;

const BORDER: Readonly<Record<string, Json>> = {
  style: "None",
  color: "#000000",
  weight: "Thin",
  tintAndShade: 0,
};

/** Excel's RangeBorderCollection. */
export class RangeBorders extends HostCollection {
  readonly typeName = "RangeBorderCollection";
  readonly #place: Place;

  constructor(place: Place) {
    super();
    this.#place = place;
  }

  hostItems(): readonly HostObject[] {
    return SIDES.map((side) => borderOf(this.#place, side));
  }

  get count(): number {
    return this.getCount();
  }
}

class RangeBorder extends CellLook {
  readonly #side: string;

  constructor(place: Place, side: string, prefix: string) {
    super("RangeBorder", place, { prefix, defaults: BORDER });
    this.#side = side;
  }

  override hostKey(): string {
    return this.#side;
  }

  get sideIndex(): string {
    return this.#side;
  }
}

class UnseenBorder extends Bag {
  readonly #side: string;

  constructor(side: string) {
    super("RangeBorder", { ...BORDER, sideIndex: side });
    this.#side = side;
  }

  override hostKey(): string {
    return this.#side;
  }
}

/** An edge belongs to the cells along it. A single row or column has inner lines that nobody sees. */
function borderOf(place: Place, side: (typeof SIDES)[number]): HostObject {
  const { area } = place;
  const edges: Readonly<Record<(typeof SIDES)[number], readonly [Area, string]>> = {
    EdgeTop: [{ ...area, rows: 1 }, "border.top."],
    EdgeBottom: [{ ...area, row: area.row + area.rows - 1, rows: 1 }, "border.bottom."],
    EdgeLeft: [{ ...area, columns: 1 }, "border.left."],
    EdgeRight: [{ ...area, column: area.column + area.columns - 1, columns: 1 }, "border.right."],
    InsideVertical: [{ ...area, columns: Math.max(1, area.columns - 1) }, "border.right."],
    InsideHorizontal: [{ ...area, rows: Math.max(1, area.rows - 1) }, "border.bottom."],
    DiagonalDown: [area, "border.down."],
    DiagonalUp: [area, "border.up."],
  };
  const isNowhere =
    (side === "InsideVertical" && area.columns === 1) ||
    (side === "InsideHorizontal" && area.rows === 1);
  if (isNowhere) return new UnseenBorder(side);
  const [edge, prefix] = edges[side];
  return new RangeBorder({ ...place, area: edge }, side, prefix);
}
