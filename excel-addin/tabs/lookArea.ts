import { type Area, type AreaLook, type Line } from "../../core/index.ts";

/** The range of an area of a sheet. */
export const rangeOf = (sheet: Excel.Worksheet, { row, column, rows, columns }: Area) =>
  sheet.getRangeByIndexes(row - 1, column, rows, columns);

/** Gives an area its look: one call for the whole area, never cell by cell. */
export function lookArea(sheet: Excel.Worksheet, area: Area, look: AreaLook): void {
  const range = rangeOf(sheet, area);
  const { format } = range;
  if (look.numberFormat !== undefined) {
    // One text for all cells of the range; the typings know only a rectangle of texts.
    range.numberFormat = look.numberFormat as unknown as string[][];
  }
  if (look.horizontal !== undefined) format.horizontalAlignment = HORIZONTAL[look.horizontal];
  if (look.vertical !== undefined) format.verticalAlignment = VERTICAL[look.vertical];
  if (look.wrap === true) format.wrapText = true;
  if (look.fill !== undefined) format.fill.color = `#${look.fill}`;
  lookFont(format.font, look);
  if (look.top !== undefined) drawLine(range, "EdgeTop", look.top);
  if (look.bottom !== undefined) {
    drawLine(range, "EdgeBottom", look.bottom);
    if (area.rows > 1) drawLine(range, "InsideHorizontal", look.bottom);
  }
}

function lookFont(font: Excel.RangeFont, look: AreaLook): void {
  if (look.bold === true) font.bold = true;
  if (look.italic === true) font.italic = true;
  if (look.underline === true) font.underline = "Single";
  if (look.size !== undefined) font.size = look.size;
  if (look.color !== undefined) font.color = `#${look.color}`;
}

function drawLine(
  range: Excel.Range,
  side: "EdgeTop" | "EdgeBottom" | "InsideHorizontal",
  { weight, color }: Line,
): void {
  const border = range.format.borders.getItem(side);
  border.style = "Continuous";
  border.weight = weight === "thin" ? "Thin" : "Medium";
  border.color = `#${color}`;
}

const HORIZONTAL = { left: "Left", center: "Center", right: "Right" } as const;
const VERTICAL = { top: "Top", center: "Center" } as const;
