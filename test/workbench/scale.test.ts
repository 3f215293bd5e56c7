import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ledgerCells, priceCells } from "../../bench/ledgerCells.ts";
import { createWorkbook, isRefusal } from "../../workbook/index.ts";
import { CHROMIUM } from "../pane/openPane.ts";
import { openWorkbench } from "./openWorkbench.ts";

const ROWS = 100_000;

let workbench: Awaited<ReturnType<typeof openWorkbench>>;
let large: Uint8Array;

/** Counts the page's animation frames by the step that the pane shows meanwhile. */
const countFrames = (): void => {
  const seen = globalThis as unknown as { frames: Record<string, number> };
  seen.frames = {};
  const count = (): void => {
    const step = document.querySelector("#beside footer")?.textContent ?? "";
    seen.frames[step] = (seen.frames[step] ?? 0) + 1;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
};

const tabNames = () => workbench.page.locator("[data-u-comp=slide-tab-item]").allInnerTexts();

describe.skipIf(CHROMIUM === undefined)(`a ledger of ${ROWS} rows`, () => {
  beforeAll(async () => {
    const made = createWorkbook({
      sheets: [
        { name: "Transactions", grid: ledgerCells(ROWS) },
        { name: "Prices", grid: priceCells() },
      ],
    });
    if (isRefusal(made)) throw new Error(made.refusal);
    large = made;
    workbench = await openWorkbench();
  }, 300_000);

  afterAll(async () => {
    await workbench.close();
    expect(workbench.complaints).toEqual([]);
  });

  test("is opened with progress; who stops it keeps what was open", async () => {
    const { page, openFile, says } = workbench;
    await openFile("large.xlsx", large);
    await says(/Reading Transactions … \d+ %/);
    await page.click("#stop");
    expect(await says(/was not opened/)).toBe(
      "large.xlsx was not opened. portfolio.xlsx is still open.",
    );
    expect(await tabNames()).toEqual(["Transactions", "Prices", "Settings"]);
    await openFile("large.xlsx", large);
    await says(/large\.xlsx is open/);
    expect(await tabNames()).toEqual(["Transactions", "Prices"]);
  });

  test("has a report that can be stopped while it is made, and then nothing is changed", async () => {
    const { page } = workbench;
    await page.click("[data-key=generate]");
    await page.click("[data-key=cancel]");
    await page.waitForSelector("[data-key=generate]");
    expect(await tabNames()).toEqual(["Transactions", "Prices"]);
  });

  test("is reported step by step while the page goes on drawing", async () => {
    const { page, shown, generate } = workbench;
    await page.evaluate(countFrames);
    await generate();
    const frames = await page.evaluate(
      () => (globalThis as unknown as { frames: Record<string, number> }).frames,
    );
    const drawn = Object.entries(frames).filter(([, count]) => count > 1);
    expect(drawn.length, JSON.stringify(frames)).toBeGreaterThanOrEqual(3);
    expect((await shown("Summary by FIFO", 3, 1))[0]?.[0]).toMatch(/FIFO/);
    expect((await tabNames()).length).toBe(6);
  }, 300_000);
});
