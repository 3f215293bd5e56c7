import { expect, test } from "vitest";
import { nodeClient } from "../../excelHost/nodeClient.ts";
import { toXlsx } from "../../excelHost/toXlsx.ts";
import { describeWithLibreOffice, recalculated } from "../../support/libreOffice.ts";
import { CHOICES, paneOnHost, quietRun, sampleWorkbook } from "../paneOnHost.ts";

describeWithLibreOffice("the workbook that Excel's host holds after a run", () => {
  test("opens, with a chart on each Summary, and every sum comes out as its cells say", async () => {
    const workbook = sampleWorkbook();
    const outcome = await paneOnHost(nodeClient(workbook)).generate(CHOICES, quietRun());
    expect(outcome.kind).toBe("done");
    const [opened] = await recalculated([{ bytes: toXlsx(workbook), extension: "xlsx" }]);
    const charts = opened!.sheets.filter((sheet) => sheet.charts > 0).map(({ name }) => name);
    expect(charts).toEqual(["Summary by FIFO", "Summary by LIFO"]);
    const sums = opened!.cells.filter(({ formula }) => formula.includes("SUM"));
    expect(sums.length).toBeGreaterThan(20);
    for (const { cell, before, after } of sums) {
      expect([cell, Math.abs(Number(after) - Number(before)) < 0.000001]).toEqual([cell, true]);
    }
    const links = opened!.cells.filter(({ formula }) => formula.includes("HYPERLINK"));
    expect(links.length).toBeGreaterThan(100);
    expect(links.every(({ after }) => Number(after) > 1)).toBe(true);
  });
});
