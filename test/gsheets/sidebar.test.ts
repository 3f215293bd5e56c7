import type { Browser, Frame } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, launchChromium } from "../gsheetsHost/browser.ts";
import { createSpreadsheet, type UserCell } from "../gsheetsHost/createSpreadsheet.ts";
import { clickMenu, createHost, openSpreadsheet } from "../gsheetsHost/host.ts";
import type { Host } from "../gsheetsHost/hostState.ts";
import type { Book } from "../gsheetsHost/model/book.ts";
import { cellValue } from "../gsheetsHost/model/formulaValue.ts";
import { callFromPage } from "../gsheetsHost/pageCall.ts";
import type { PushedFile } from "../gsheetsHost/project.ts";
import { openSidebar, type Sidebar } from "../gsheetsHost/sidebar.ts";
import { sheetNamed, sheetSnapshot } from "../gsheetsHost/snapshot.ts";
import { everySwitch } from "../gsheetsHost/switches.ts";
import { builtProject } from "./builtProject.ts";
import { CHOICES, sampleSheets, USER_SHEETS } from "./paneOnHost.ts";
import { axeFindings } from "../support/axeFindings.ts";

const TABS = [
  "Summary by FIFO",
  "Summary by LIFO",
  "FIFO Ordering of Sells",
  "LIFO Ordering of Sells",
];

const key = (name: string): string => `[data-key="${name}"]`;

/** Where screenshots go, for a person to look at; none are made without it. */
const SCREENSHOTS = process.env["SCREENSHOTS"];

const namesOf = (book: Book): readonly string[] => book.sheets.map(({ name }) => name);

/** What the progress bar says and how far it is, until a step at which the run is cancelled. */
const stepsUntil = (frame: Frame, last: string): Promise<[string, number][]> =>
  frame.evaluate(
    (last) =>
      new Promise<[string, number][]>((resolve) => {
        const steps: [string, number][] = [];
        const observer = new MutationObserver(() => {
          const step = document.querySelector(".step")?.textContent ?? "";
          const share = Number(
            document.querySelector("fluent-progress-bar")?.getAttribute("value"),
          );
          if (step === "" || step === "Starting…" || step === steps.at(-1)?.[0]) return;
          steps.push([step, share]);
          if (!step.startsWith(last)) return;
          observer.disconnect();
          document.querySelector<HTMLElement>("[data-key=cancel]")?.click();
          resolve(steps);
        });
        observer.observe(document.body, {
          ...{ subtree: true, childList: true, characterData: true, attributes: true },
        });
      }),
    last,
  );

/** The numbers of a tab's columns, by asset and wallet. */
function numbersOf(book: Book, tab: string, columns: readonly string[]): Map<string, number[]> {
  const sheet = sheetNamed(book, tab);
  const titles = sheet.rows.findIndex((row) => row[0]?.entry === "Asset");
  const column = (title: string): number =>
    sheet.rows[titles]!.findIndex((cell) => cell?.entry === title) + 1;
  const rows = sheet.rows.map((_, row) => row + 1).filter((row) => row > titles + 1);
  const holding = (row: number): string => {
    const [asset, wallet, account] = ["Asset", "Wallet", "Account"].map((title) =>
      textOf(cellValue(sheet, row, column(title))),
    );
    return `${asset}\n${wallet}${account === "Taxable" ? "" : `, ${account}`}`;
  };
  return new Map(
    rows.map((row) => [
      holding(row),
      columns.map((title) => Number(cellValue(sheet, row, column(title)))),
    ]),
  );
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

const numberIn = (text: string): number => Number(text.replace(/[$,]/g, ""));

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

  function openHost(sheets: Record<string, UserCell[][]>, number = 0): Host {
    const { place, switches } = everySwitch()[number]!;
    const spreadsheet = createSpreadsheet({ ...place, switches, sheets });
    const host = createHost({ spreadsheet, files, published: false });
    openSpreadsheet(host);
    return host;
  }

  /** Clicks a menu item, and has the sidebar it shows; `done` checks that all went well. */
  async function open(host: Host, item = "Open pane") {
    clickMenu(host, [item]);
    const page = await browser.newPage({
      viewport: { width: 640, height: 760 },
      // Colours change by transition: axe is to see where they end.
      reducedMotion: "reduce",
    });
    const sidebar: Sidebar = await openSidebar({ host, page });
    return {
      ...sidebar,
      book: host.book,
      look: async (name: string): Promise<void> => {
        if (SCREENSHOTS === undefined) return;
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
    const { book, frame, look, done } = await open(openHost(sheets));
    const before = USER_SHEETS.map((name) => sheetSnapshot(sheetNamed(book, name)));
    await frame.waitForSelector("text=recognised");
    await look("1-data");
    expect(await axeFindings(frame)).toEqual([]);
    await frame.click(key("next"));
    await frame.waitForSelector("h2:text('Columns')");
    await look("2-columns");
    await frame.click(key("next"));
    await frame.waitForSelector("h2:text('Choices')");
    await look("3-choices");
    expect(await axeFindings(frame)).toEqual([]);
    await frame.click(key("generate"));
    await frame.waitForSelector(".headline", { timeout: 30_000 });
    await look("4-answer");
    expect(await axeFindings(frame)).toEqual([]);
    expect(namesOf(book)).toEqual([...USER_SHEETS, ...TABS]);
    expect(USER_SHEETS.map((name) => sheetSnapshot(sheetNamed(book, name)))).toEqual(before);
    const written = numbersOf(book, "Summary by FIFO", ["Quantity to sell", "Loss kept now"]);
    const shown = await frame.locator("table").first().locator("tbody tr").all();
    expect(shown.length).toBeGreaterThan(3);
    for (const row of shown) {
      const [holding = "", quantity = "", ...rest] = (await row.innerText()).split("\t");
      const kept = rest.find((text) => text.startsWith("$")) ?? "";
      const [toSell = 0, loss = 0] = written.get(holding.trim()) ?? [];
      expect([holding, numberIn(quantity)]).toEqual([holding, Number(toSell.toFixed(8))]);
      expect([holding, numberIn(kept)]).toEqual([holding, Number(loss.toFixed(2))]);
    }
    expect(book.toasts.at(-1)?.message).toContain("Summary by FIFO");
    await frame.click(key("show-1"));
    await expect.poll(() => book.activeSheet.name).toBe("Summary by LIFO");
    await frame.click(`[aria-label="Show Transactions, row ${badRow}"]`);
    await expect.poll(() => book.activeSheet.name).toBe("Transactions");
    expect(book.activeSheet.selection.row).toBe(badRow);
    await look("5-problem");
    await done();
  }, 120_000);

  test("from an empty spreadsheet: the sample is inserted, a run says how far it is and can be stopped", async () => {
    const { book, calls, frame, look, done } = await open(openHost({ Sheet1: [] }, 1));
    await frame.waitForSelector(key("sample"));
    await look("6-empty");
    await frame.click(key("sample"));
    await frame.waitForSelector("text=recognised");
    expect(namesOf(book)).toEqual(["Sheet1", ...USER_SHEETS]);
    const before = book.sheets.map((sheet) => sheetSnapshot(sheet));
    await frame.click("#tab-choices");
    const steps = stepsUntil(frame, "Writing Summary by LIFO");
    await frame.click(key("generate"));
    const [reading, ...later] = await steps;
    expect(reading).toMatchObject(["Reading the transactions…", expect.closeTo(0, 1)]);
    expect(later.map(([step]) => step)).toEqual([
      "Reading the prices…",
      "Reading the settings…",
      "Working out the report…",
      "Writing Summary by FIFO…",
      "Writing Summary by LIFO…",
    ]);
    expect(later.at(-1)?.[1]).toBeGreaterThan(0.5);
    await frame.waitForSelector("text=Cancelled. The workbook is as it was.");
    expect(calls.at(-1)?.args).toMatchObject([{ ask: "cancel" }]);
    expect(book.sheets.map((sheet) => sheetSnapshot(sheet))).toEqual(before);
    await frame.click(key("generate"));
    await frame.waitForSelector(".headline", { timeout: 30_000 });
    expect(namesOf(book)).toEqual(["Sheet1", ...USER_SHEETS, ...TABS]);
    await done();
  }, 120_000);

  test("the template is added, and a CSV file's cells stay as they are in the file", async () => {
    const { book, frame, look, done } = await open(openHost({ Sheet1: [] }, 2));
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

  test("several CSV files wait for the user's word, and become one ledger in the spreadsheet", async () => {
    const { book, frame, look, done } = await open(openHost({ Sheet1: [] }, 2));
    await frame.waitForSelector(key("csv"));
    const headings = "Date,Sent Amount,Sent Currency,Received Amount,Received Currency";
    const csv = (name: string, line: string) => ({
      name,
      mimeType: "text/csv",
      buffer: Buffer.from(`${headings}\n${line}\n`),
    });
    await frame.setInputFiles("input[type=file]", [
      csv("river.csv", "2026-01-05 10:00,100,USD,2,BTC"),
      csv("cold.csv", "2026-02-06 10:30,100,USD,1,BTC"),
    ]);
    await frame.waitForSelector("h2:text('Files to merge')");
    // Blank zones are the spreadsheet's own.
    expect(await frame.locator("main").innerText()).toContain(`else in ${book.timeZone}.`);
    await frame.locator(`${key("file-wallet-0")} input`).fill("River");
    await frame.locator(`${key("file-zone-0")} input`).fill("+02:00");
    await look("8-files");
    expect(namesOf(book)).toEqual(["Sheet1"]);
    await frame.click(key("merge-files"));
    await frame.waitForSelector("text=2 files became one ledger of 2 rows");
    const { rows } = sheetNamed(book, "Merged transactions");
    const wallet = rows[0]!.findIndex((cell) => cell?.entry === "Wallet");
    expect(rows[1]!.map((cell) => cell?.entry)[0]).toBe("2026-01-05T08:00:00Z");
    expect(rows.slice(1).map((row) => row[wallet]?.entry)).toEqual(["River", "cold"]);
    await done();
  }, 120_000);

  test("the menu's Generate tabs begins at once: first with what it finds, then with the choices that were kept", async () => {
    const host = openHost(sampleSheets());
    const first = await open(host, "Generate tabs");
    await first.frame.waitForSelector(".headline", { timeout: 30_000 });
    expect(namesOf(first.book)).toEqual([...USER_SHEETS, ...TABS]);
    await first.done();
    const choices = { ...CHOICES, tabs: ["Summary by HIFO"] };
    callFromPage(host, "tlhPane", [{ ask: "save", choices }]);
    const second = await open(host, "Generate tabs");
    await second.frame.waitForSelector(".headline", { timeout: 30_000 });
    expect(namesOf(second.book)).toEqual([...USER_SHEETS, ...TABS, "Summary by HIFO"]);
    await second.done();
  }, 120_000);

  test("Generate tabs where no ledger is says so", async () => {
    const { book, frame, done } = await open(
      openHost({ Sheet1: [["Rent", 900]] }),
      "Generate tabs",
    );
    await frame.waitForSelector("text=Choose the sheet with the transactions first.");
    expect(namesOf(book)).toEqual(["Sheet1"]);
    await done();
  }, 120_000);
});
