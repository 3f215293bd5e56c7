import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { answerOf, generateTabs, isUnreadable, type Answer } from "../../core/index.ts";
import type { PaneChoices } from "../../pane/paneHost.ts";
import { SMALL_SAMPLE, type FakeSheet, type FakeWorkbook } from "./fakeHost.ts";
import { CHROMIUM, paneBrowser, type OpenPane } from "./openPane.ts";

let browser: Awaited<ReturnType<typeof paneBrowser>>;
const opened: OpenPane[] = [];

async function open(workbook: FakeWorkbook): Promise<Page> {
  const pane = await browser.open(workbook);
  opened.push(pane);
  return pane.page;
}

const shows = (page: Page, text: string): Promise<unknown> => page.waitForSelector(`text=${text}`);

const [ledger, prices] = SMALL_SAMPLE as [FakeSheet, FakeSheet];

const saved: PaneChoices = {
  transactions: "sheet:Transactions",
  prices: "sheet:Prices",
  settings: undefined,
  set: { wash: "conservative" },
  headings: {},
  tabs: ["Summary by FIFO"],
};

/** The answer that a host would have kept, as it comes back from JSON. */
function answerOfSample(): Answer {
  const made = generateTabs(
    { transactions: ledger.grid, prices: prices.grid, options: undefined, asOf: undefined },
    [],
    { zones: { offsets: () => undefined, workbookZone: undefined }, progress: () => undefined },
  );
  if (isUnreadable(made)) throw new Error(made.unreadable);
  return JSON.parse(JSON.stringify(answerOf(made))) as Answer;
}

async function generated(sheets: readonly FakeSheet[]): Promise<Page> {
  const page = await open({ sheets });
  await shows(page, "recognised");
  await page.click("[data-key=generate]");
  await shows(page, "What this rests on");
  return page;
}

describe.skipIf(CHROMIUM === undefined)("the states of the pane", () => {
  beforeAll(async () => {
    browser = await paneBrowser();
  });

  afterEach(async () => {
    for (const { page } of opened) await page.context().close();
  });

  afterAll(async () => {
    await browser.close();
    expect(opened.flatMap(({ complaints }) => complaints)).toEqual([]);
  });

  test("who comes back sees the last answer, and generates with the kept choices", async () => {
    const first = await generated(SMALL_SAMPLE);
    const madeBefore = await first.locator(".hero-amount").innerText();
    const last = {
      answer: answerOfSample(),
      tabs: ["Summary by FIFO"],
      madeAt: "2026-11-20 14:05",
    };
    const page = await open({ sheets: SMALL_SAMPLE, saved, last });
    await shows(page, "Made 2026-11-20 14:05.");
    expect(await page.locator(".hero-amount").innerText()).toBe(madeBefore);
    await page.click("[data-key=generate]");
    await shows(page, "applied to every asset");
    const asked = await page.evaluate(
      () => globalThis.host.calls.find(([name]) => name === "generate")?.[1],
    );
    expect(asked).toEqual(saved);
  });

  test("who has kept choices but no answer yet is asked to generate", async () => {
    const page = await open({ sheets: SMALL_SAMPLE, saved });
    await shows(page, "Generate writes the tabs into this workbook.");
    expect(await page.isEnabled("[data-key=generate]")).toBe(true);
  });

  test("an export of a service is named, and asks for no columns", async () => {
    const headings = "portfolio,trade id,product,side,created at,size,size unit,price,fee,total";
    const fill = ["default", "1", "BTC-USD", "BUY", "2026-01-05", 1, "BTC", 9, 1, -10, "USD"];
    const grid = [[...headings.split(","), "price/fee/total unit"], fill];
    const page = await open({ sheets: [{ name: "fills", grid }] });
    await shows(page, "Export recognised: Coinbase Pro fills.");
    await page.click("#tab-columns");
    await shows(page, "fills is read as an export: Coinbase Pro fills, headings in row 1.");
    expect(await page.locator("table").count()).toBe(0);
  });

  test("nothing to harvest is said, with how many holdings were looked at", async () => {
    const high = prices.grid.map((row, index) => (index === 0 ? row : [row[0]!, 1e6, row[2]!]));
    const page = await generated([ledger, { ...prices, grid: high }]);
    await shows(page, "Nothing to harvest");
    await shows(page, "None of your 2 holdings can be sold at a loss by FIFO as of 2026-11-20.");
  });

  test("without prices it says what is missing", async () => {
    const page = await generated([ledger]);
    await shows(page, "2 holdings without a price");
  });

  test("a ledger without a usable row is said to be so", async () => {
    const page = await generated([{ ...ledger, grid: ledger.grid.slice(0, 1) }, prices]);
    await shows(page, "No row of the transactions could be used.");
  });

  test("a failed run shows its sentence and takes the focus to it", async () => {
    const page = await open({ sheets: SMALL_SAMPLE, failing: ["generate"] });
    await shows(page, "recognised");
    await page.click("[data-key=generate]");
    await shows(page, "generate failed on purpose.");
    await page.waitForFunction(() => document.activeElement?.textContent === "Answer");
    expect(await page.locator("fluent-message-bar[role=alert]").count()).toBe(1);
  });

  test.each(["loadChoices", "lastRun"] as const)(
    "if %s fails it is said, and the sheets are found all the same",
    async (name) => {
      const page = await open({ sheets: SMALL_SAMPLE, failing: [name] });
      await shows(page, "recognised");
      await shows(page, `${name} failed on purpose.`);
    },
  );

  test("a workbook that cannot be read can be tried again", async () => {
    const page = await open({ sheets: SMALL_SAMPLE, failing: ["sources"] });
    await shows(page, "The workbook could not be read: sources failed on purpose.");
    await page.click("[data-key=reload]");
    await page.waitForFunction(
      () => globalThis.host.calls.filter(([name]) => name === "sources").length === 2,
    );
  });

  test.each([
    ["template", "insertTemplate"],
    ["sample", "insertSample"],
  ] as const)("if the %s cannot be added it is said, and the pane goes on", async (key, name) => {
    const page = await open({ sheets: [], failing: [name] });
    await page.click(`[data-key=${key}]`);
    await shows(page, `${name} failed on purpose.`);
    expect(await page.isEnabled(`[data-key=${key}]`)).toBe(true);
  });

  test("choices that cannot be kept are said so, and still hold", async () => {
    const page = await open({ sheets: SMALL_SAMPLE, failing: ["saveChoices"] });
    await shows(page, "recognised");
    await page.click("#tab-choices");
    await page.click("[data-key=set-wash-off]");
    await shows(page, "Your choices could not be kept: saveChoices failed on purpose.");
    await page.click("[data-key=generate]");
    await shows(page, "applied to nothing");
  });

  test("kept choices whose sheet is gone fall back to what is found", async () => {
    const page = await open({
      sheets: SMALL_SAMPLE,
      saved: { ...saved, transactions: "sheet:Gone" },
    });
    await page.click("#tab-data");
    await shows(page, "recognised");
    expect(await page.locator("[data-key=transactions] button").innerText()).toBe("Transactions");
  });

  test("what was unfolded stays so while a run goes on", async () => {
    const page = await open({ sheets: SMALL_SAMPLE, endless: true });
    await shows(page, "recognised");
    await page.click("#tab-choices");
    const item = page.locator("fluent-accordion-item", { hasText: "Tabs to write" });
    await item.click({ position: { x: 60, y: 20 } });
    await page.click("[data-key=generate]");
    await shows(page, "Working out");
    expect(await item.getAttribute("expanded")).toBe("");
  });
});
