import { areaReference, COLORS, type PaintedCondition } from "../../core/index.ts";
import type { SheetFinish } from "../paneRequests.ts";
import { rangeOf } from "./lookAreas.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Pixels of a column for each character of its width, and on both sides together. */
const CHARACTER = 7.5;
const PADDING = 6;

/** Pixels of a point. */
const PIXELS = 4 / 3;

/**
 * What belongs to a sheet and not to its cells: widths and heights, merged lines of text, colours
 * by value, filter, frozen titles, the chart. It takes the place of what an earlier run has left.
 */
export function finishSheet(sheet: Sheet, finish: SheetFinish): void {
  finish.widths.forEach((width, column) => {
    sheet.setColumnWidth(column + 1, Math.round(width * CHARACTER + PADDING));
  });
  for (const { row, points } of finish.heights) {
    sheet.setRowHeight(row, Math.round(points * PIXELS));
  }
  for (const area of finish.merges) {
    if (area.columns > 1) rangeOf(sheet, area).merge();
  }
  sheet.setConditionalFormatRules(
    finish.conditions.map((condition) => conditionalRule(sheet, condition)),
  );
  rangeOf(sheet, finish.filter).createFilter();
  sheet.setFrozenRows(finish.frozenRows);
  sheet.setTabColor(`#${COLORS.ink}`);
  sheet.setHiddenGridlines(true);
  putChart(sheet, finish.chart);
}

function conditionalRule(
  sheet: Sheet,
  { areas, rule, color, fill }: PaintedCondition,
): GoogleAppsScript.Spreadsheet.ConditionalFormatRule {
  const builder = SpreadsheetApp.newConditionalFormatRule().setRanges(
    areas.map((area) => sheet.getRange(areaReference(area))),
  );
  if (color !== undefined) builder.setFontColor(`#${color}`);
  if (fill !== undefined) builder.setBackground(`#${fill}`);
  if (rule.kind === "formula") builder.whenFormulaSatisfied(`=${rule.formula}`);
  if (rule.kind === "below zero") builder.whenNumberLessThan(0);
  if (rule.kind === "above zero") builder.whenNumberGreaterThan(0);
  return builder.build();
}

/** Pixels of a chart: its width, its title and axis, and each of its bars. */
const CHART_WIDTH = 640;
const CHART_HEAD = 120;
const CHART_BAR = 28;

/** The column, counted from 1, at which a chart begins. */
const CHART_COLUMN = 4;

/** Charts of the user's stay; ours is known by its title. */
function putChart(sheet: Sheet, chart: SheetFinish["chart"]): void {
  for (const old of sheet.getCharts()) {
    if (old.getOptions().get("title") === (chart?.title ?? OUR_CHART)) sheet.removeChart(old);
  }
  if (chart === undefined) return;
  const built = sheet
    .newChart()
    .setChartType(Charts.ChartType.BAR)
    .addRange(rangeOf(sheet, chart.area))
    .setPosition(chart.row, CHART_COLUMN, 0, 0)
    .setOption("title", chart.title)
    .setOption("legend", { position: "none" })
    .setOption("colors", [`#${COLORS.loss}`])
    .setOption("width", CHART_WIDTH)
    .setOption("height", CHART_HEAD + CHART_BAR * chart.area.rows)
    .build();
  sheet.insertChart(built);
}

/** The title of the only chart that a tab has. */
const OUR_CHART = "Harvestable loss by asset";
