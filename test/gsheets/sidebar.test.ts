import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, launchChromium } from "../gsheetsHost/browser.ts";
import { createSpreadsheet, type UserCell } from "../gsheetsHost/createSpreadsheet.ts";
import { clickMenu, createHost, openSpreadsheet } from "../gsheetsHost/host.ts";
import type { Host } from "../gsheetsHost/hostState.ts";
import { cellValue } from "../gsheetsHost/model/formulaValue.ts";
import type { PushedFile } from "../gsheetsHost/project.ts";
import { openSidebar, type Sidebar } from "../gsheetsHost/sidebar.ts";
import { sheetNamed, sheetSnapshot } from "../gsheetsHost/snapshot.ts";
import { everySwitch } from "../gsheetsHost/switches.ts";
import { builtProject } from "./builtProject.ts";
import { sampleSheets, USER_SHEETS } from "./paneOnHost.ts";

const TABS = [
  "Summary by FIFO",
  "Summary by LIFO",
  "FIFO Ordering of Sells",
  "LIFO Ordering of Sells",
];

const key = (name: string): string => `[data-key="${name}"]`;

/** Where screenshots go, for a person to look at; none are made without it. */
const SCREENSHOTS = process.env["SCREENSHOTS"];

describe.skipIf(chromiumPath() === undefined)("the sidebar in a browser", () => {
  let files: readonly PushedFile[];
  let browser: Browser;
  beforeAll(async () => {
    ({ files } = await builtProject());
    browser = await launchChromium();
  }, 180_000);
  afterAll(async () => {
    await browser.close();
  });

  /** The spreadsheet with its sidebar open; `look` takes a picture, `done` checks that all went well. */
  async function open(sheets: Record<string, UserCell[][]>, item = "Open pane", number = 0) {
    const { place, switches } = everySwitch()[number]!;
    const book = createSpreadsheet({ ...place, switches, sheets });
    const host: Host = createHost({ spreadsheet: book, files, published: false });
    openSpreadsheet(host);
    clickMenu(host, [item]);
    const page = await browser.newPage({ viewport: { width: 640, height: 760 } });
    const sidebar: Sidebar = await openSidebar({ host, page });
    return {
      book,
      host,
      ...sidebar,
      look: async (name: string): Promise<void> => {
        if (SCREENSHOTS !== undefined)
          await page.screenshot({ path: `${SCREENSHOTS}/${name}.png` });
      },
      done: async (): Promise<void> => {
        expect(sidebar.errors).toEqual([]);
        expect(sidebar.blocked).toEqual([]);
        await page.close();
      },
    };
  }

  test("from the user's sheets to the answer: tabs are written, and a problem leads to its row", async () => {
    const sheets = sampleSheets();
    sheets["Transactions"]!.push(["2026-03-02", "Dance", "ETH", 1, 1]);
    const badRow = sheets["Transactions"]!.length;
    const { book, frame, look, done } = await open(sheets);
    const before = USER_SHEETS.map((name) => sheetSnapshot(sheetNamed(book, name)));
    await frame.waitForSelector("text=recognised");
    await look("1-data");
    await frame.click(key("next"));
    await frame.waitForSelector("h2:text('Columns')");
    await look("2-columns");
    await frame.click(key("next"));
    await frame.waitForSelector("h2:text('Choices')");
    await look("3-choices");
    await frame.click(key("generate"));
    await frame.waitForSelector(".headline", { timeout: 30_000 });
    await look("4-answer");
    expect(book.sheets.map(({ name }) => name)).toEqual([...USER_SHEETS, ...TABS]);
    expect(USER_SHEETS.map((name) => sheetSnapshot(sheetNamed(book, name)))).toEqual(before);
    const summary = sheetNamed(book, "Summary by FIFO");
    const titles = summary.rows.findIndex((row) => row[0]?.entry === "Asset");
    const totals = summary.rows.findIndex((row) => row[0]?.entry === "Total");
    const kept = summary.rows[titles]!.findIndex((cell) => cell?.entry === "Loss kept now");
    const text = await frame.locator("main").innerText();
    expect(text).toContain(
      Number(cellValue(summary, totals + 1, kept + 1)).toLocaleString("en-US", {
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
      }),
    );
    expect(book.toasts.at(-1)?.message).toContain("Summary by FIFO");
    await frame.click(key("show-1"));
    await expect.poll(() => book.activeSheet.name).toBe("Summary by LIFO");
    await frame
      .locator(".problems button, .problems fluent-button")
      .filter({ hasText: `${badRow}` })
      .first()
      .click();
    await expect.poll(() => book.activeSheet.name).toBe("Transactions");
    expect(book.activeSheet.selection.row).toBe(badRow);
    await look("5-problem");
    await done();
  }, 120_000);

  test("from an empty spreadsheet: the sample is inserted and gives an answer", async () => {
    const { book, frame, look, done } = await open({ Sheet1: [] }, "Open pane", 1);
    await frame.waitForSelector(key("sample"));
    await look("6-empty");
    await frame.click(key("sample"));
    await frame.waitForSelector("text=recognised");
    expect(book.sheets.map(({ name }) => name)).toEqual(["Sheet1", ...USER_SHEETS]);
    await frame.click("#tab-choices");
    await frame.click(key("generate"));
    await frame.waitForSelector(".headline", { timeout: 30_000 });
    expect(book.sheets.map(({ name }) => name)).toEqual(["Sheet1", ...USER_SHEETS, ...TABS]);
    await done();
  }, 120_000);

  test("the template is added, and a CSV file's cells stay as they are in the file", async () => {
    const { book, frame, look, done } = await open({ Sheet1: [] }, "Open pane", 2);
    await frame.waitForSelector(key("template"));
    await frame.click(key("template"));
    await frame.waitForSelector("text=15 columns recognised");
    await look("7-template");
    const list = sheetNamed(book, "Transactions")
      .rows.flat()
      .filter((cell) => cell?.validation !== undefined);
    expect(list.length).toBeGreaterThan(900);
    const lines = [
      "Date,Type,Asset,Quantity,Total,Notes",
      '2026-01-05,Buy,BTC,00.10,"1,000","=HYPERLINK(1)"',
      "1/2/26,Buy,0x12,1e5,-5,'quoted",
    ];
    await frame.setInputFiles("input[type=file]", {
      name: "trades.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(`${lines.join("\n")}\n`),
    });
    await frame.waitForSelector("text=6 columns recognised");
    const csv = sheetNamed(book, "trades");
    expect(csv.hidden).toBe(false);
    expect(csv.rows.map((row) => row.map((cell) => cell?.formula ?? cell?.entry))).toEqual([
      ["Date", "Type", "Asset", "Quantity", "Total", "Notes"],
      ["2026-01-05", "Buy", "BTC", "00.10", "1,000", "=HYPERLINK(1)"],
      ["1/2/26", "Buy", "0x12", "1e5", "-5", "'quoted"],
    ]);
    expect(csv.rows.flat().some((cell) => cell?.formula !== undefined)).toBe(false);
    await done();
  }, 120_000);

  test("the menu's Generate tabs opens the sidebar and begins at once, with the choices that were kept", async () => {
    const { book, host, frame, done } = await open(sampleSheets());
    await frame.waitForSelector("text=recognised");
    await frame.click(key("generate"));
    await frame.waitForSelector(".headline", { timeout: 30_000 });
    await done();
    for (const tab of TABS) {
      book.sheets.splice(
        book.sheets.findIndex(({ name }) => name === tab),
        1,
      );
    }
    clickMenu(host, ["Generate tabs"]);
    const page = await browser.newPage();
    const sidebar = await openSidebar({ host, page });
    await sidebar.frame.waitForSelector(".headline", { timeout: 30_000 });
    expect(book.sheets.map(({ name }) => name)).toEqual([...USER_SHEETS, ...TABS]);
    expect(sidebar.errors).toEqual([]);
    await page.close();
  }, 120_000);
});
