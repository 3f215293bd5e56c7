import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import {
  describeWithLibreOffice,
  OFFICE_MILLISECONDS,
  recalculated,
  type Recalculated,
} from "../support/libreOffice.ts";
import { cachedFormulas } from "../workbook/nasty/cachedFormulas.ts";
import { disagreements } from "../workbook/nasty/disagreements.ts";
import { inFolder, report } from "./reportCommand.ts";

describeWithLibreOffice("LibreOffice and the report of the sample, every tab", () => {
  let file: Uint8Array;
  let opened: Recalculated;
  beforeAll(async () => {
    await inFolder((folder) => {
      const out = join(folder, "out.xlsx");
      expect(report("--tabs", "all", "--out", out).code).toBe(0);
      file = readFileSync(out);
    });
    [opened] = (await recalculated([{ bytes: file, extension: "xlsx" }])) as [Recalculated];
  }, OFFICE_MILLISECONDS);

  test("every formula recalculates to the value that the file holds", () => {
    // Nine sums and the bars of the chart, on each of the three summaries.
    expect(cachedFormulas(file).length).toBeGreaterThan(3 * 9);
    expect(disagreements(file, opened)).toEqual([]);
  });

  test("each summary has its chart, and every tab is shown", () => {
    const charts = Object.fromEntries(opened.sheets.map(({ name, charts }) => [name, charts]));
    expect(charts).toMatchObject({
      Transactions: 0,
      "Summary by FIFO": 1,
      "Summary by LIFO": 1,
      "Summary by HIFO": 1,
      "FIFO Ordering of Sells": 0,
      Problems: 0,
    });
    expect(opened.sheets.every(({ isVisible }) => isVisible)).toBe(true);
  });
});
