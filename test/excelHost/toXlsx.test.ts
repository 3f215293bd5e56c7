import { expect, it } from "vitest";

import { parseCsv } from "../../workbook/csv.ts";
import { convertTo, describeWithLibreOffice, recalculated } from "../support/libreOffice.ts";
import { nodeClient } from "./nodeClient.ts";
import { toXlsx } from "./toXlsx.ts";
import { workbookOf } from "./workbookOf.ts";
import type { Workbook } from "./model/workbook.ts";

/** Comma-separated text, with cells as they are shown. */
const AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true";

/** A sheet with everything that a file can hold. */
async function painted(): Promise<Workbook> {
  const workbook = workbookOf({ sheets: { Notes: [["a note"], ["another"]] } });
  await nodeClient(workbook).run(async (context) => {
    const sheet = context.workbook.worksheets.add("Tom's tab");
    sheet.getRange("A1:B3").values = [
      ["Asset", "Loss"],
      ["BTC", -1200.5],
      ["ETH", -800],
    ];
    sheet.getRange("B2:B4").numberFormat = [["#,##0.00"], ["#,##0.00"], ["#,##0.00"]];
    sheet.getRange("B4").formulas = [["=SUM(B2:B3)"]];
    sheet.getRange("C4").formulas = [['=SUMPRODUCT(--($A$2:$A$3="eth"),$B$2:$B$3)']];
    const title = sheet.getRange("A1:B1").format;
    title.font.bold = true;
    title.fill.color = "#1F3864";
    title.borders.getItem("EdgeBottom").style = "Continuous";
    title.columnWidth = 90;
    const rule = sheet.getRange("B2:B3").conditionalFormats.add("CellValue").cellValue;
    rule.format.font.color = "#C0281C";
    rule.rule = { formula1: "=0", operator: "LessThan" };
    sheet.getRange("A6").hyperlink = { documentReference: "Notes!A2", textToDisplay: "the note" };
    sheet.getRange("A8:B8").merge(false);
    sheet.getRange("A7").values = [["'=1 & 2 < 3"]];
    sheet.position = 0;
    sheet.freezePanes.freezeRows(1);
    sheet.tables.add("A1:B3", true).name = "Losses";
    const chart = sheet.charts.add("BarClustered", sheet.getRange("A1:B3"), "Columns");
    chart.setPosition("D2", "J18");
    await context.sync();
  });
  return workbook;
}

describeWithLibreOffice("A workbook written as a file", () => {
  it("opens in LibreOffice with the same values, and formulas give the same there", async () => {
    const workbook = await painted();
    const [opened] = await recalculated([{ bytes: toXlsx(workbook), extension: "xlsx" }]);
    expect(opened?.sheets).toEqual([
      { name: "Tom's tab", isVisible: true, charts: 1 },
      { name: "Notes", isVisible: true, charts: 0 },
    ]);
    expect(opened?.cells.map(({ cell, before, after }) => [cell, before, after])).toEqual([
      ["B4", -2000.5, -2000.5],
      ["C4", -800, -800],
    ]);
  });

  it("shows the same texts, and text that looks like a formula stays text", async () => {
    const file = { bytes: toXlsx(await painted()), extension: "xlsx" };
    const csv = await convertTo(file, AS_SHOWN);
    expect(parseCsv(csv)).toEqual([
      ["Asset", "Loss", ""],
      ["BTC", "-1,200.50", ""],
      ["ETH", "-800.00", ""],
      ["", "-2,000.50", "-800"],
      ["", "", ""],
      ["the note", "", ""],
      ["=1 & 2 < 3", "", ""],
    ]);
  });
});
