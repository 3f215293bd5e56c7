import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { CHROMIUM, paneBrowser, type OpenPane } from "./openPane.ts";
import { SMALL_SAMPLE, type FakeSheet, type FakeWorkbook } from "./fakeHost.ts";

let browser: Awaited<ReturnType<typeof paneBrowser>>;
const opened: OpenPane[] = [];

async function open(workbook: FakeWorkbook, look = {}): Promise<Page> {
  const pane = await browser.open(workbook, look);
  opened.push(pane);
  return pane.page;
}

const callsOf = (page: Page, name: string): Promise<unknown[]> =>
  page.evaluate(
    (wanted) => globalThis.host.calls.filter(([one]) => one === wanted).map(([, given]) => given),
    name,
  );

const key = (name: string): string => `[data-key="${name}"]`;

/** Opens a dropdown and picks the value with a text, by mouse. */
async function pick(page: Page, name: string, text: string): Promise<void> {
  await page.click(key(name));
  await page
    .locator(`${key(name)} fluent-option`, { hasText: text })
    .first()
    .click();
}

const textOf = (page: Page): Promise<string> => page.locator("main").innerText();

describe.skipIf(CHROMIUM === undefined)("the pane", () => {
  beforeAll(async () => {
    browser = await paneBrowser();
  });

  afterEach(async () => {
    for (const { page } of opened) await page.context().close();
  });

  afterAll(async () => {
    await browser.close();
    // Each page kept to its policy, asked for nothing else and met no error.
    expect(opened.flatMap(({ complaints }) => complaints)).toEqual([]);
  });

  describe("by mouse", () => {
    test("from an empty workbook through the sample to the answer", async () => {
      const page = await open({ sheets: [] });
      expect(await textOf(page)).toContain("This workbook is empty");
      await page.click(key("sample"));
      await page.waitForSelector("text=6 columns recognised");
      await page.click(key("next"));
      expect(await textOf(page)).toContain("All that is needed was found");
      await page.click(key("next"));
      await page.click("text=Every asset");
      await page.click(key("set-wash-conservative"));
      await page.click(key("generate"));
      await page.waitForSelector(".headline");
      const text = await textOf(page);
      expect(text).toContain("Loss you can use now");
      // 100,000 less 70,000, and 40,000 less 25,000.
      expect(text).toContain("$45,000.00");
      expect(text).toContain("applied to every asset");
      const rows = await page.locator("section table tbody tr").allInnerTexts();
      expect(rows[0]).toMatch(/BTC\s+Kraken\s+1\s+\$30,000\.00\s+2026-11-20\s+2026-12-21/);
      expect(rows[1]).toMatch(/ETH\s+Ledger\s+10\s+\$15,000\.00/);
      await page.click(key("show-0"));
      expect(await callsOf(page, "showTab")).toEqual(["Summary by FIFO"]);
      await page.click(key("sales-csv"));
      expect(await callsOf(page, "saveFile")).toEqual(["what-to-sell.csv"]);
    });

    test("the template is picked when it is added, and a CSV file when it is opened", async () => {
      const page = await open({ sheets: [] });
      await page.click(key("template"));
      await page.waitForSelector("text=15 columns recognised");
      await page.setInputFiles("input[type=file]", {
        name: "trades.csv",
        mimeType: "text/csv",
        buffer: Buffer.from("Date,Type,Asset,Quantity,Total\n2026-01-05,Buy,BTC,1,100\n"),
      });
      await page.waitForSelector("text=5 columns recognised");
      expect(await page.locator(`${key("transactions")} button`).innerText()).toBe("trades");
      expect(await page.locator(`${key("prices")} button`).innerText()).toBe("Prices");
    });

    test("a heading that was not known can be chosen", async () => {
      const [ledger, prices] = SMALL_SAMPLE as [FakeSheet, FakeSheet];
      const renamed = ["When", ...ledger.grid[0]!.slice(1)];
      const sheets = [
        { name: "My trades", grid: [renamed, ...ledger.grid.slice(1)] },
        { ...prices, kind: "table" as const },
      ];
      const page = await open({ sheets });
      await page.waitForSelector("text=No sheet has the headings of a ledger");
      await pick(page, "transactions", "My trades");
      await page.waitForSelector("text=Not found: Date");
      await page.click(key("next"));
      await pick(page, "column-Date", "When");
      await page.waitForSelector("text=All that is needed was found");
      const saved = (await callsOf(page, "saveChoices")).at(-1);
      expect(saved).toMatchObject({
        transactions: "sheet:My trades",
        prices: "table:Prices",
        headings: { Date: "When" },
      });
      await page.click(key("generate"));
      await page.waitForSelector(".headline");
      expect(await textOf(page)).toContain("$45,000.00");
    });

    test("a problem's row is selected in its sheet", async () => {
      const [ledger, prices] = SMALL_SAMPLE as [FakeSheet, FakeSheet];
      const bad = { ...ledger, grid: [...ledger.grid, ["2026-03-02", "Dance", "ETH", 1, 1, "X"]] };
      const page = await open({ sheets: [bad, prices] });
      await page.waitForSelector("text=recognised");
      await page.click(key("generate"));
      await page.waitForSelector(".problems");
      expect(await page.locator(".problems").innerText()).toContain("Dance");
      await page.click(key("problem-0"));
      expect(await callsOf(page, "selectRow")).toEqual([{ source: "sheet:Transactions", row: 4 }]);
    });

    test("choices beat the settings sheet, say so, and are kept; a bad value is answered", async () => {
      const settings = {
        name: "Settings",
        grid: [
          ["as_of", "2026-11-20"],
          ["taxable_income", 150_000],
          ["wash", "off"],
        ],
      };
      const page = await open({ sheets: [...SMALL_SAMPLE, settings] });
      await page.waitForSelector("text=recognised");
      await page.click("#tab-choices");
      const income = page.locator(`${key("set-taxable_income")} input`);
      expect(await income.inputValue()).toBe("150000");
      await income.fill("lots");
      await income.press("Tab");
      expect(await textOf(page)).toContain("Write dollars such as 150000 or -2500.");
      await income.fill("90000");
      await income.press("Tab");
      expect(await textOf(page)).toContain("goes before the settings sheet, which says 150000");
      expect((await callsOf(page, "saveChoices")).at(-1)).toMatchObject({
        set: { taxable_income: "90000" },
      });
      await income.fill("150000");
      await income.press("Tab");
      expect((await callsOf(page, "saveChoices")).at(-1)).toMatchObject({ set: {} });
      await page.click(key("generate"));
      await page.waitForSelector(".headline");
      const text = await textOf(page);
      expect(text).toContain("Tax saved by selling now");
      expect(text).toContain("applied to nothing");
    });

    test("a long list of problems is cut, with the count of all", async () => {
      const rows = Array.from({ length: 250 }, () => ["2026-03-02", "Dance", "ETH", 1, 1, "X"]);
      const [ledger, prices] = SMALL_SAMPLE as [FakeSheet, FakeSheet];
      const page = await open({ sheets: [{ ...ledger, grid: [...ledger.grid, ...rows] }, prices] });
      await page.waitForSelector("text=recognised");
      await page.click(key("generate"));
      await page.waitForSelector(".problems");
      expect(await textOf(page)).toContain("250 errors and 0 warnings");
      expect(await textOf(page)).toContain("The first 200 are listed");
      expect(await page.locator(".problems > li").count()).toBe(10);
      await page.click(key("more-problems"));
      expect(await page.locator(".problems > li").count()).toBe(200);
    });
  });

  describe("by keyboard", () => {
    const focused = (page: Page): Promise<string | null> =>
      page.evaluate(
        () => document.activeElement?.closest("[data-key]")?.getAttribute("data-key") ?? null,
      );

    async function tabTo(page: Page, name: string): Promise<void> {
      for (let press = 0; press < 60; press++) {
        if ((await focused(page)) === name) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`No way by Tab to ${name}; the focus is on ${String(await focused(page))}.`);
    }

    test("from an empty workbook to the answer, whose heading takes the focus", async () => {
      const page = await open({ sheets: [] });
      await tabTo(page, "sample");
      await page.keyboard.press("Enter");
      await page.waitForSelector("text=6 columns recognised");
      await tabTo(page, "next");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement?.textContent === "Columns");
      await tabTo(page, "column-Fee");
      await page.keyboard.press("Space");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Escape");
      await tabTo(page, "next");
      expect(await page.locator("fluent-listbox:popover-open").count()).toBe(0);
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement?.textContent === "Choices");
      await tabTo(page, "set-filing_status");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await tabTo(page, "set-wash-securities");
      await page.keyboard.press("ArrowDown");
      await tabTo(page, "generate");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".headline");
      await page.waitForFunction(() => document.activeElement?.textContent === "Answer");
      expect((await callsOf(page, "generate")).at(-1)).toMatchObject({
        set: { filing_status: "mfj", wash: "conservative" },
        headings: {},
      });
      expect(await page.locator("[role=status][aria-live]").innerText()).toContain("Done.");
    });

    test("the pages are tabs that the arrows open", async () => {
      const page = await open({ sheets: SMALL_SAMPLE });
      await page.waitForSelector("text=recognised");
      await page.focus("#tab-data");
      await page.keyboard.press("ArrowRight");
      await page.waitForSelector("h2:text('Columns')");
      expect(await page.getAttribute("#tab-columns", "aria-selected")).toBe("true");
      expect(await page.getAttribute("main", "aria-labelledby")).toBe("tab-columns");
    });

    test("Escape cancels; the progress is said, and then that nothing was changed", async () => {
      const page = await open({ sheets: SMALL_SAMPLE, endless: true });
      await page.waitForSelector("text=recognised");
      await page.click(key("generate"));
      await page.waitForSelector("text=Working out Summary by FIFO");
      expect(await page.locator("[role=status][aria-live]").innerText()).toBe(
        "Working out Summary by FIFO",
      );
      expect(await page.getAttribute("fluent-progress-bar", "value")).toBe("0.25");
      await page.waitForFunction(
        () => document.activeElement?.getAttribute("data-key") === "cancel",
      );
      await page.keyboard.press("Escape");
      await page.waitForSelector("text=Cancelled. The workbook is as it was.");
    });
  });
});
