import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ledgerCells, priceCells } from "../../bench/ledgerCells.ts";
import { createWorkbook, isRefusal } from "../../workbook/index.ts";
import { CHROMIUM } from "../pane/openPane.ts";
import { workbenchBrowser, type Workbench } from "./openWorkbench.ts";

const ROWS = 100_000;

let browser: Awaited<ReturnType<typeof workbenchBrowser>>;
let workbench: Workbench;

/** Watches how long the page's event loop stands still; only gaps of one step count. */
const watchTurns = (): void => {
  const seen = globalThis as unknown as { gaps: { step: string; gap: number }[] };
  seen.gaps = [];
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    const step = document.querySelector("#beside footer")?.textContent ?? "";
    seen.gaps.push({ step, gap: now - last });
    last = now;
  }, 20);
};

describe.skipIf(CHROMIUM === undefined)(`a ledger of ${ROWS} rows`, () => {
  beforeAll(async () => {
    browser = await workbenchBrowser();
    workbench = await browser.open();
    const made = createWorkbook({
      sheets: [
        { name: "Transactions", grid: ledgerCells(ROWS) },
        { name: "Prices", grid: priceCells() },
      ],
    });
    if (isRefusal(made)) throw new Error(made.refusal);
    await workbench.openFile("large.xlsx", made);
    await workbench.says(/Reading Transactions … \d+ %/);
    await workbench.says(/large\.xlsx is open/);
  }, 300_000);

  afterAll(async () => {
    await browser.close();
    expect(workbench.complaints).toEqual([]);
  });

  test("a report is stopped while it is made, and nothing is changed", async () => {
    const { page } = workbench;
    await page.click("[data-key=generate]");
    await page.click("[data-key=cancel]");
    await page.waitForSelector("[data-key=generate]");
    const tabs = await page.locator("[data-u-comp=slide-tab-item]").allInnerTexts();
    expect(tabs).toEqual(["Transactions", "Prices"]);
  });

  test("a report is made while the page answers", async () => {
    const { page, shown } = workbench;
    await page.evaluate(watchTurns);
    await page.click("[data-key=generate]");
    await page.waitForSelector("text=What this rests on", { timeout: 200_000 });
    const gaps = await page.evaluate(
      () => (globalThis as unknown as { gaps: { step: string; gap: number }[] }).gaps,
    );
    // The grid's own showing of tens of thousands of rows is one step of its own.
    const ours = gaps.filter(({ step }) => !step.includes("Showing"));
    expect(ours.length).toBeGreaterThan(20);
    console.log(JSON.stringify([...gaps].sort((a, b) => b.gap - a.gap).slice(0, 8)));
    expect(Math.max(...ours.map(({ gap }) => gap))).toBeLessThan(5000);
    expect((await shown("Summary by FIFO", 3, 1))[0]?.[0]).toMatch(/FIFO/);
  }, 300_000);
});
