import {
  areaReference,
  COLORS,
  type Area,
  type PaintedCondition,
  type PaintedTab,
  type Tab,
} from "../../core/index.ts";
import { CHART } from "./generatedSheets.ts";
import { rangeOf } from "./lookArea.ts";

/** Pixels of a column for each character of its width, and on both sides together. */
const CHARACTER = 5.6;
const PADDING = 4;

/**
 * What belongs to a sheet and not to its cells: widths and heights, merged lines of text, colours
 * by value, the table with its filter buttons, frozen titles, the chart, how it is printed.
 */
export function finishSheet(sheet: Excel.Worksheet, tab: Tab, painted: PaintedTab): void {
  const { layout, widths, columnCount } = painted;
  widths.forEach((width, column) => {
    const area = { row: 1, column, rows: 1, columns: 1 };
    rangeOf(sheet, area).format.columnWidth = width * CHARACTER + PADDING;
  });
  for (const { area, look } of painted.looks) {
    if (look.height !== undefined) rangeOf(sheet, area).format.rowHeight = look.height;
  }
  for (const area of painted.merges) {
    if (area.columns > 1) rangeOf(sheet, area).merge(false);
  }
  for (const condition of painted.conditions) addCondition(sheet, condition);
  const table = sheet.tables.add(rangeOf(sheet, painted.filter), true);
  table.style = "TableStyleLight1";
  table.showBandedRows = false;
  sheet.freezePanes.freezeAt(
    rangeOf(sheet, { row: 1, column: 0, rows: layout.titlesRow, columns: 1 }),
  );
  sheet.showGridlines = false;
  sheet.tabColor = `#${COLORS.ink}`;
  addChart(sheet, tab, painted);
  const whole: Area = { row: 1, column: 0, rows: layout.rowCount, columns: columnCount };
  const { pageLayout } = sheet;
  pageLayout.orientation = "Landscape";
  pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
  pageLayout.setPrintArea(areaReference(whole));
  pageLayout.setPrintTitleRows(`$${layout.titlesRow}:$${layout.titlesRow}`);
}

function addCondition(sheet: Excel.Worksheet, condition: PaintedCondition): void {
  for (const area of condition.areas) {
    const formats = rangeOf(sheet, area).conditionalFormats;
    const { rule } = condition;
    if (rule.kind === "formula") {
      const { custom } = formats.add("Custom");
      custom.rule.formula = `=${rule.formula}`;
      colour(custom.format, condition);
      continue;
    }
    const { cellValue } = formats.add("CellValue");
    colour(cellValue.format, condition);
    cellValue.rule = {
      formula1: "=0",
      operator: rule.kind === "below zero" ? "LessThan" : "GreaterThan",
    };
  }
}

function colour(
  format: Excel.ConditionalRangeFormat,
  { color, fill }: Pick<PaintedCondition, "color" | "fill">,
): void {
  if (color !== undefined) format.font.color = `#${color}`;
  if (fill !== undefined) format.fill.color = `#${fill}`;
}

/** Pixels of a chart: its width, its title and axis, and each of its bars. */
const CHART_WIDTH = 640;
const CHART_HEAD = 120;
const CHART_BAR = 28;

/** Points of a pixel. */
const POINTS = 0.75;

/** The columns right of which a chart stands. */
const CHART_COLUMN = 3;

function addChart(sheet: Excel.Worksheet, { breakdown }: Tab, { layout }: PaintedTab): void {
  const placed = layout.breakdown;
  if (breakdown?.chart !== "bars" || placed === undefined) return;
  const rows = placed.lastRow - placed.firstRow + 1;
  const source = { row: placed.firstRow, column: 0, rows, columns: 2 };
  const chart = sheet.charts.add("BarClustered", rangeOf(sheet, source), "Columns");
  chart.name = CHART;
  chart.title.text = breakdown.title;
  chart.legend.visible = false;
  chart.axes.categoryAxis.reversePlotOrder = true;
  chart.series.getItemAt(0).format.fill.setSolidColor(`#${COLORS.loss}`);
  chart.setPosition(
    areaReference({ row: placed.titleRow, column: CHART_COLUMN, rows: 1, columns: 1 }),
  );
  chart.width = CHART_WIDTH * POINTS;
  chart.height = (CHART_HEAD + CHART_BAR * rows) * POINTS;
}
