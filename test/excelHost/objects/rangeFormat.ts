import { invalidArgument, type HostObject } from "../hostObject.ts";
import { displayText } from "../model/displayText.ts";
import type { Json } from "../wire.ts";
import { CellLook } from "./cellLook.ts";
import { USUAL_HEIGHT, USUAL_WIDTH } from "./points.ts";
import type { Place } from "./rangeArguments.ts";
import { RangeBorders } from "./rangeBorders.ts";

/** Properties of cells that are remembered, by the object that has them, with Excel's defaults. */
const FORMAT: Readonly<Record<string, Json>> = {
  horizontalAlignment: "General",
  verticalAlignment: "Bottom",
  wrapText: false,
  indentLevel: 0,
  shrinkToFit: false,
  textOrientation: 0,
  readingOrder: "Context",
};
const FONT: Readonly<Record<string, Json>> = {
  bold: false,
  italic: false,
  underline: "None",
  strikethrough: false,
  color: "#000000",
  name: "Calibri",
  size: 11,
};
const FILL: Readonly<Record<string, Json>> = { color: "", pattern: "None", tintAndShade: 0 };
const PROTECTION: Readonly<Record<string, Json>> = { locked: true, formulaHidden: false };

/** Excel's RangeFormat. */
export class RangeFormat extends CellLook {
  constructor(place: Place) {
    super("RangeFormat", place, { prefix: "", defaults: FORMAT });
  }

  get fill(): HostObject {
    return new RangeFill(this.place);
  }

  get font(): HostObject {
    return new CellLook("RangeFont", this.place, { prefix: "font.", defaults: FONT });
  }

  get protection(): HostObject {
    return new CellLook("FormatProtection", this.place, {
      prefix: "protection.",
      defaults: PROTECTION,
    });
  }

  get borders(): HostObject {
    return new RangeBorders(this.place);
  }

  /** In points. */
  get columnWidth(): Json {
    const { sheet, area } = this.place;
    return uniformSize(sheet.columnWidths, {
      first: area.column,
      count: area.columns,
      usual: USUAL_WIDTH,
    });
  }

  set columnWidth(points: Json) {
    const { sheet, area } = this.place;
    sheet.refuseProtected(area);
    setSizes(sheet.columnWidths, { first: area.column, count: area.columns }, points);
  }

  get rowHeight(): Json {
    const { sheet, area } = this.place;
    return uniformSize(sheet.rowHeights, {
      first: area.row,
      count: area.rows,
      usual: USUAL_HEIGHT,
    });
  }

  set rowHeight(points: Json) {
    const { sheet, area } = this.place;
    if (Number(points) > 409) throw invalidArgument("A row is at most 409 points high.");
    sheet.refuseProtected(area);
    setSizes(sheet.rowHeights, { first: area.row, count: area.rows }, points);
  }

  /** As wide as the longest text needs, at about 5.25 points a character. */
  autofitColumns(): void {
    const { workbook, sheet, area } = this.place;
    const used = sheet.cells.used(area);
    if (used === undefined) return;
    for (let column = used.column; column < used.column + used.columns; column++) {
      let longest = 0;
      for (let row = used.row; row < used.row + used.rows; row++) {
        const shown = displayText(
          workbook.valueAt(sheet, row, column),
          sheet.numberFormatAt(row, column),
        );
        longest = Math.max(longest, shown.length);
      }
      if (longest > 0) sheet.columnWidths.set(column, 5.25 * longest + 8);
    }
  }

  autofitRows(): void {
    const { sheet, area } = this.place;
    for (const row of [...sheet.rowHeights.keys()]) {
      if (row >= area.row && row < area.row + area.rows) sheet.rowHeights.delete(row);
    }
  }
}

class RangeFill extends CellLook {
  constructor(place: Place) {
    super("RangeFill", place, { prefix: "fill.", defaults: FILL });
  }

  clear(): void {
    this.place.sheet.refuseProtected(this.place.area);
    this.place.sheet.formats.clear(this.place.area, "fill.");
  }
}

function uniformSize(
  sizes: ReadonlyMap<number, number>,
  {
    first,
    count,
    usual,
  }: { readonly first: number; readonly count: number; readonly usual: number },
): number | null {
  const size = sizes.get(first) ?? usual;
  for (const [index, other] of sizes) {
    if (index >= first && index < first + count && other !== size) return null;
  }
  if (size === usual) return size;
  for (let index = first; index < first + count; index++) if (!sizes.has(index)) return null;
  return size;
}

function setSizes(
  sizes: Map<number, number>,
  { first, count }: { readonly first: number; readonly count: number },
  points: Json,
): void {
  if (typeof points !== "number" || points < 0) throw invalidArgument("A size is in points.");
  for (let index = first; index < first + count; index++) sizes.set(index, points);
}
