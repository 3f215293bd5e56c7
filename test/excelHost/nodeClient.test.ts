import { describe, expect, it } from "vitest";

import { nodeClient, type ClientFlavour } from "./nodeClient.ts";
import { valuesOf, workbookOf } from "./workbookOf.ts";

const FLAVOURS: readonly ClientFlavour[] = ["web", "windows", "mac"];

describe.each(FLAVOURS)("Microsoft's client for %s", (flavour) => {
  it("reads a used range and writes a new sheet with formulas, formats, a table and a chart", async () => {
    const workbook = workbookOf({
      sheets: {
        Transactions: [
          ["Asset", "Total"],
          ["BTC", 100],
          ["ETH", 50.5],
        ],
      },
    });
    const client = nodeClient(workbook, { flavour });
    await client.run(async (context) => {
      const source = context.workbook.worksheets.getItem("Transactions").getUsedRange(true);
      source.load("values,address");
      await context.sync();
      expect(source.address).toBe("Transactions!A1:B3");
      const sheet = context.workbook.worksheets.add("Summary by FIFO");
      const range = sheet.getRangeByIndexes(0, 0, 3, 2);
      range.values = source.values;
      range.format.font.bold = true;
      range.numberFormat = [
        ["@", "@"],
        ["General", "#,##0.00"],
        ["General", "#,##0.00"],
      ];
      sheet.getRange("B4").formulas = [["=SUM(B2:B3)"]];
      sheet.freezePanes.freezeRows(1);
      sheet.showGridlines = false;
      sheet.customProperties.add("tlh", "summary");
      const table = sheet.tables.add("A1:B3", true);
      table.name = "SummaryTable";
      const chart = sheet.charts.add("BarClustered", sheet.getRange("A1:B3"), "Columns");
      chart.title.text = "Loss";
      chart.setPosition("D2", "J18");
      sheet.activate();
      const total = sheet.getRange("B4").load("values,text");
      chart.series.load("items/name");
      table.columns.load("items/name");
      await context.sync();
      expect(total.values).toEqual([[150.5]]);
      expect(chart.series.items.map(({ name }) => name)).toEqual(["Total"]);
      expect(table.columns.items.map(({ name }) => name)).toEqual(["Asset", "Total"]);
    });
    expect(valuesOf(workbook, "Summary by FIFO")).toEqual([
      ["Asset", "Total"],
      ["BTC", 100],
      ["ETH", 50.5],
      ["", 150.5],
    ]);
    expect(workbook.active?.name).toBe("Summary by FIFO");
    expect(workbook.sheet("Summary by FIFO").showGridlines).toBe(false);
    expect(client.requests.length).toBeLessThanOrEqual(3);
  });
});
