import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { SMALL_SAMPLE, type FakeSheet, type FakeWorkbook } from "./fakeHost.ts";
import { CHROMIUM, gzippedSize, paneBrowser, type OpenPane, type PageLook } from "./openPane.ts";
import { axeFindings } from "../support/axeFindings.ts";

const HOSTILE = [
  "<img src=x onerror=alert(1)>",
  '=HYPERLINK("https://x.test","a")',
  "javascript:alert(1)",
  "</script><script>alert(1)</script>",
  "x".repeat(10_000),
  "\u202Eevil\u0000",
];

const hostileSheets: readonly FakeSheet[] = [
  {
    name: "<b>Ledger</b>",
    grid: [
      ["Date", "Type", "Asset", "Quantity", "Total", "Wallet", ...HOSTILE],
      ...HOSTILE.map((text, index) => ["2025-02-01", "Buy", `A${index} ${text}`, 1, 100, text]),
      ...HOSTILE.map((text) => ["2025-02-01", text, "A", 1, 100, "W"]),
    ],
  },
  {
    name: "Prices",
    grid: [
      ["Asset", "Price", "As of"],
      ...HOSTILE.map((text, index) => [`A${index} ${text}`, 60 - index, "2026-11-20"]),
    ],
  },
];

let browser: Awaited<ReturnType<typeof paneBrowser>>;
const opened: OpenPane[] = [];

async function open(workbook: FakeWorkbook, look?: PageLook): Promise<Page> {
  const pane = await browser.open(workbook, look);
  opened.push(pane);
  return pane.page;
}

/** How far the page could be scrolled sideways, and elements that stick out of it. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const main = document.querySelector("main");
    return Math.max(
      document.documentElement.scrollWidth - document.documentElement.clientWidth,
      (main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0),
    );
  });

/** Opens every page of the pane in turn, with all that can be unfolded unfolded. */
async function eachPage(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await page.waitForSelector("text=recognised");
  await look("data");
  await page.click("[data-key=next]");
  await page.waitForSelector("table");
  await look("columns");
  await page.click("[data-key=next]");
  for (const heading of ["Lots and methods", "Taxes and costs", "Tabs to write"]) {
    await page.click(`fluent-accordion-item:has-text("${heading}")`, {
      position: { x: 60, y: 20 },
    });
  }
  await page.click("summary");
  await look("choices");
  await page.click("[data-key=generate]");
  await page.waitForSelector("text=What this rests on");
  await look("answer");
}

describe.skipIf(CHROMIUM === undefined)("how the pane looks", () => {
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

  test.each([
    ["light", { scheme: "light" }],
    ["dark", { scheme: "dark" }],
    ["forced colours", { forcedColors: "active" }],
  ] as const)("axe finds nothing serious in %s", async (_, look) => {
    const page = await open({ sheets: [...SMALL_SAMPLE] }, look);
    const found: string[] = [];
    await eachPage(page, async (name) => {
      // Colours change by transition: axe is to see where they end.
      await page.waitForTimeout(400);
      found.push(...(await axeFindings(page)).map((finding) => `${name}: ${finding}`));
    });
    expect(found).toEqual([]);
  });

  test.each([
    ["light", { scheme: "light" }],
    ["dark", { scheme: "dark" }],
    ["forced colours", { forcedColors: "active" }],
  ] as const)("files to merge, with a wrong zone, look well in %s", async (_, look) => {
    const page = await open({ sheets: [] }, look);
    const ledger = "Date,Type,Asset,Quantity,Total\n2026-01-05,Buy,BTC,1,100\n";
    await page.setInputFiles(
      "input[type=file]",
      ["x".repeat(200), "<b>b", "c"].map((name) => ({
        name: `${name}.csv`,
        mimeType: "text/csv",
        buffer: Buffer.from(ledger),
      })),
    );
    await page.locator("[data-key=file-zone-2] input").fill("Nowhere");
    await page.click("[data-key=merge-files]");
    await page.waitForSelector(".wrong");
    await page.waitForTimeout(400);
    expect(await axeFindings(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    // The field with the wrong zone takes the focus, with what is said of it in sight.
    const [note, footer] = await Promise.all(
      [".wrong", "footer"].map((one) => page.locator(one).boundingBox()),
    );
    expect(note!.y + note!.height).toBeLessThanOrEqual(footer!.y);
    expect(await page.locator("main b").count()).toBe(0);
  });

  test("the check can fail: a button without a name is found", async () => {
    const page = await open({ sheets: [] });
    await page.evaluate(() => {
      document.querySelector("main")?.append(document.createElement("button"));
    });
    expect((await axeFindings(page)).join()).toContain("button-name");
  });

  test.each([
    ["300 px", { width: 300 }],
    ["twice the zoom in 600 px", { width: 300, height: 350, scale: 2 }],
    ["600 px", { width: 600 }],
  ])("nothing sticks out at %s; wide tables scroll by themselves", async (_, look) => {
    const page = await open({ sheets: hostileSheets }, look);
    const widths: [string, number][] = [];
    await eachPage(page, async (name) => {
      widths.push([name, await overflow(page)]);
    });
    expect(widths).toEqual([
      ["data", 0],
      ["columns", 0],
      ["choices", 0],
      ["answer", 0],
    ]);
    const scroller = page.locator("[role=region]", { hasText: "Asset and wallet" });
    expect(await scroller.getAttribute("tabindex")).toBe("0");
    expect(await scroller.getAttribute("aria-label")).toBe("What to sell first");
  });

  test("text of the ledger is shown as text, whatever it is", async () => {
    const page = await open({ sheets: hostileSheets });
    const made: string[] = [];
    const seen: string[] = [];
    await eachPage(page, async () => {
      seen.push(await page.locator("main").evaluate((main) => main.textContent));
      made.push(
        ...(await page
          .locator("main")
          .evaluate((main) =>
            [...main.querySelectorAll("img, script, iframe, a, b, form")].map(
              ({ tagName }) => tagName,
            ),
          )),
      );
    });
    expect(made).toEqual([]);
    for (const text of HOSTILE.slice(0, 4)) expect(seen.at(-1)).toContain(text);
    expect(seen[1]).toContain(HOSTILE[0]);
    expect(seen.at(-1)).toContain("x".repeat(100));
  });

  test("the page's policy is in force: a script written into it is refused and told of", async () => {
    const { page, complaints } = await browser.open({ sheets: [] });
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'ran'";
      document.body.append(script);
      document.body.setAttribute("style", "color: red");
    });
    expect(await page.title()).toBe("Tax-loss harvesting");
    expect(complaints.join()).toContain("Content Security Policy");
    await page.context().close();
  });

  test("it wears the host's theme, and changes with it", async () => {
    const dark = { isDark: true, background: "#1f1f1f" };
    const page = await open({ sheets: [], theme: dark });
    const ground = (): Promise<string> =>
      page.locator(".tlh-pane").evaluate((pane) => getComputedStyle(pane).backgroundColor);
    expect(await ground()).toBe("rgb(31, 31, 31)");
    await page.evaluate(() => {
      globalThis.host.wear({ isDark: false, background: "#f5f5f5" });
    });
    expect(await ground()).toBe("rgb(245, 245, 245)");
    // Grey on grey could not be read: the pane keeps its own ground.
    await page.evaluate(() => {
      globalThis.host.wear({ isDark: false, background: "#808080" });
    });
    expect(await ground()).toBe("rgb(250, 250, 250)");
  });
});

test("the pane's own script is less than 150 KB, gzipped", async () => {
  const size = await gzippedSize("../../pane/index.ts");
  expect(size).toBeGreaterThan(20_000);
  expect(size).toBeLessThan(150_000);
});
