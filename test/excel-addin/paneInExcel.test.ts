import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM, openAddin, startBrowser } from "../excelHost/browser/openAddin.ts";
import { snapshot, valuesOf, workbookOf } from "../excelHost/workbookOf.ts";
import { builtExcel } from "./builtExcel.ts";
import { sampleWorkbook } from "./paneOnHost.ts";
import { axeFindings } from "../support/axeFindings.ts";

const USER = ["Transactions", "Prices", "Settings"];
const TABS = [
  "Summary by FIFO",
  "Summary by LIFO",
  "FIFO Ordering of Sells",
  "LIFO Ordering of Sells",
];

describe.skipIf(CHROMIUM === undefined)("the pane in Excel's frame", () => {
  let folder = "";
  let browser: Browser;
  beforeAll(async () => {
    folder = await builtExcel();
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });
  const open = (workbook = sampleWorkbook()) =>
    openAddin({ workbook, page: "/taskpane.html", folder, browser });

  test("Generate writes the tabs, the answer stands in the pane, a problem leads to its cell", async () => {
    const workbook = sampleWorkbook();
    const before = snapshot(workbook, USER);
    const addin = await open(workbook);
    const { frame } = addin;
    await frame.locator("[data-key=generate]").click();
    await frame.locator("main h2", { hasText: "Answer" }).waitFor();
    await frame.getByText("Loss you can use now").waitFor({ timeout: 60_000 });
    expect(workbook.sheets.map(({ name }) => name)).toEqual([...USER, ...TABS]);
    expect(snapshot(workbook, USER)).toEqual(before);
    const totals = valuesOf(workbook, "Summary by FIFO").find(([first]) =>
      String(first).startsWith("Total"),
    );
    const text = await frame.locator("main").innerText();
    const kept = Number(totals?.[17]);
    expect(kept).toBeGreaterThan(0);
    expect(text).toContain(
      kept.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    );
    expect(await axeFindings(addin.frame)).toEqual([]);
    await frame
      .locator("main button, main fluent-button")
      .filter({ hasText: /row \d+/i })
      .first()
      .click();
    await expect.poll(() => workbook.active?.name).toBe("Transactions");
    expect(workbook.selection.row).toBeGreaterThan(0);
    expect(addin.outsideRequests).toEqual([]);
    expect(addin.complaints()).toEqual([]);
    await addin.close();
  }, 120_000);

  test("the ribbon's Generate does the same, and its sample fills an empty workbook", async () => {
    const workbook = workbookOf({ sheets: { Sheet1: [] } });
    const addin = await open(workbook);
    await addin.runCommand("insertSample");
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1", ...USER]);
    await addin.frame.locator("[data-key=generate]").waitFor();
    await addin.runCommand("generateTabs");
    await addin.frame.getByText("Loss you can use now").waitFor({ timeout: 60_000 });
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1", ...USER, ...TABS]);
    expect(addin.complaints()).toEqual([]);
    await addin.close();
  }, 120_000);

  test("several CSV files become one sheet, once the user has said what they are", async () => {
    const workbook = workbookOf({ sheets: { Sheet1: [] } });
    const addin = await open(workbook);
    const csv = (name: string, line: string) => ({
      name,
      mimeType: "text/csv",
      buffer: Buffer.from(`Date,Type,Asset,Quantity,Total\n${line}\n`),
    });
    await addin.frame.locator("[data-key=csv]").waitFor();
    await addin.frame
      .locator("input[type=file]")
      .setInputFiles([
        csv("river.csv", "2026-01-05 10:00,Buy,BTC,2,100"),
        csv("cold.csv", "2026-02-06 10:30,Buy,BTC,1,100"),
      ]);
    await addin.frame.locator("[data-key=file-wallet-0] input").fill("River");
    await addin.frame.locator("[data-key=file-zone-1] input").fill("America/New_York");
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
    await addin.frame.locator("[data-key=merge-files]").click();
    await addin.frame.locator("main").getByText("2 files became one ledger of 2 rows").waitFor();
    const [titles = [], ...rows] = valuesOf(workbook, "Merged transactions");
    const wallet = titles.indexOf("Wallet");
    expect(rows.map((row) => [row[0], row[wallet]])).toEqual([
      ["2026-01-05T10:00:00Z", "River"],
      ["2026-02-06T15:30:00Z", "cold"],
    ]);
    expect(addin.complaints()).toEqual([]);
    await addin.close();
  }, 120_000);

  test("choices are kept in the workbook, and the last answer with them", async () => {
    const workbook = sampleWorkbook();
    const first = await open(workbook);
    await first.frame.locator("[data-key=generate]").click();
    await first.frame.getByText("Loss you can use now").waitFor({ timeout: 60_000 });
    await first.close();
    expect([...workbook.settings.keys()]).toEqual(
      expect.arrayContaining(["tlh.choices", "tlh.lastRun"]),
    );
    const second = await open(workbook);
    await second.frame.getByText("Loss you can use now").waitFor();
    await second.close();
  }, 120_000);
});
