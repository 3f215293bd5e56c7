import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { FakeWorkbook } from "./fakeHost.ts";
import { CHROMIUM, paneBrowser, type OpenPane } from "./openPane.ts";

const HEADINGS = "Date,Sent Amount,Sent Currency,Received Amount,Received Currency,TxHash";

const csv = (name: string, ...lines: readonly string[]) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(lines.join("\n")),
});

const HOT = csv(
  "hot.csv",
  HEADINGS,
  "2026-01-05 10:00,100,USD,2,BTC,a",
  "2026-01-06 10:00,1,BTC,,,c",
);
const COLD = csv("cold.csv", HEADINGS, "2026-01-06 10:30,,,1,BTC,b");
const PRICES = csv("prices.csv", "Asset,Price", "BTC,100");

let browser: Awaited<ReturnType<typeof paneBrowser>>;
const opened: OpenPane[] = [];

/** A pane whose workbook is asked to open files. */
async function openFiles(
  files: readonly ReturnType<typeof csv>[],
  workbook: Partial<FakeWorkbook> = {},
): Promise<Page> {
  const pane = await browser.open({ sheets: [], ...workbook });
  opened.push(pane);
  await pane.page.waitForSelector("[data-key=csv]");
  await pane.page.setInputFiles("input[type=file]", files);
  return pane.page;
}

async function untilAsked(page: Page): Promise<void> {
  await page.waitForSelector("h2:text('Files to merge')");
}

const key = (name: string): string => `[data-key="${name}"]`;

const field = (page: Page, name: string) => page.locator(`${key(name)} input`);

const textOf = (page: Page): Promise<string> => page.locator("main").innerText();

/** The sheets that were added, with their rows. */
const added = (page: Page): Promise<unknown[][]> =>
  page.evaluate(() =>
    globalThis.host.calls.filter(([name]) => name === "addSheet").map(([, ...given]) => given),
  );

/** A column of the merged ledger that the workbook now has. */
const mergedColumn = (page: Page, heading: string): Promise<unknown[]> =>
  page.evaluate(async (wanted) => {
    const sources = await globalThis.host.sources();
    const rows = sources.find(({ name }) => name === "Merged transactions")?.sample ?? [];
    const index = rows[0]?.indexOf(wanted) ?? -1;
    return rows.slice(1).map((row) => row[index]);
  }, heading);

const focusedText = (page: Page, text: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.activeElement?.textContent === wanted, text);

describe.skipIf(CHROMIUM === undefined)("files that are to become one ledger", () => {
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

  test("they are listed before anything is added, and merged when the user says so", async () => {
    const page = await openFiles([COLD, PRICES, HOT]);
    await untilAsked(page);
    await focusedText(page, "Files to merge");
    const groups = page.getByRole("group");
    expect(await groups.count()).toBe(2);
    const hot = page.getByRole("group", { name: "hot.csv" });
    expect(await hot.innerText()).toContain("Ledger, two sides a row · 2 rows");
    const wallet = hot.getByRole("textbox", { name: "Wallet" });
    expect(await wallet.getAttribute("placeholder")).toBe("hot");
    expect(await hot.getByRole("textbox", { name: "Time zone of its dates" }).count()).toBe(1);
    expect(await textOf(page)).toContain("Added as they are: prices.csv.");
    expect(await textOf(page)).toContain("else in UTC.");
    expect(await added(page)).toEqual([]);
    await page.click(key("merge-files"));
    await page.waitForSelector("text=2 files became one ledger of 3 rows");
    expect(await textOf(page)).toContain("Transfers matched between them: 1.");
    expect((await added(page)).map(([name]) => name)).toEqual(["Merged transactions", "prices"]);
    expect(await page.locator(`${key("transactions")} button`).innerText()).toBe(
      "Merged transactions",
    );
    expect(await page.locator(`${key("prices")} button`).innerText()).toBe("prices");
    await focusedText(page, "Your data");
  });

  test("the wallet and the zone that were typed are those of the file's rows", async () => {
    const page = await openFiles([HOT, COLD], {
      sheets: [
        {
          name: "Settings",
          grid: [
            ["time_zone", "America/New_York"],
            ["wash", "off"],
          ],
        },
      ],
    });
    await untilAsked(page);
    expect(await textOf(page)).toContain("else in America/New_York.");
    await field(page, "file-wallet-0").fill("River");
    await field(page, "file-zone-1").fill("-06:00");
    // What was typed stays while the user looks at another page.
    await page.click("#tab-choices");
    await page.waitForSelector("h2:text('Choices')");
    expect(await page.isVisible(key("generate"))).toBe(true);
    await page.click("#tab-data");
    await untilAsked(page);
    expect(await field(page, "file-wallet-0").inputValue()).toBe("River");
    await page.click(key("merge-files"));
    await page.waitForSelector("text=2 files became one ledger of 3 rows");
    expect(await mergedColumn(page, "Date (UTC)")).toEqual([
      "2026-01-05T15:00:00Z",
      "2026-01-06T15:00:00Z",
      "2026-01-06T16:30:00Z",
    ]);
    expect(await mergedColumn(page, "Wallet")).toEqual(["River", "River", "cold"]);
    expect(await mergedColumn(page, "From wallet")).toEqual([null, "River", null]);
  });

  test("an unknown zone is answered at its field, and nothing is merged until it is put right", async () => {
    const page = await openFiles([HOT, COLD]);
    await untilAsked(page);
    await field(page, "file-zone-1").fill("Mars/Olympus");
    await page.click(key("merge-files"));
    const cold = page.getByRole("group", { name: "cold.csv" });
    expect(await cold.getByRole("alert").innerText()).toBe(
      "This is no known time zone: write one such as America/New_York, or an offset such as -05:00.",
    );
    expect(await page.locator(".wrong").count()).toBe(1);
    await page.waitForFunction(
      () => document.activeElement?.getAttribute("data-key") === "file-zone-1",
    );
    expect(await field(page, "file-zone-1").getAttribute("aria-invalid")).toBe("true");
    expect(await added(page)).toEqual([]);
    await field(page, "file-zone-1").fill(" Europe/Paris ");
    await page.click(key("merge-files"));
    await page.waitForSelector("text=2 files became one ledger of 3 rows");
    expect(await mergedColumn(page, "Date (UTC)")).toContain("2026-01-06T09:30:00Z");
  });

  test("Cancel leaves the workbook as it is, by keyboard alone", async () => {
    const page = await openFiles([HOT, COLD]);
    await untilAsked(page);
    await focusedText(page, "Files to merge");
    const way: string[] = [];
    while (way.at(-1) !== "leave-files" && way.length < 20) {
      await page.keyboard.press("Tab");
      way.push(
        await page.evaluate(
          () => document.activeElement?.closest("[data-key]")?.getAttribute("data-key") ?? "",
        ),
      );
    }
    expect(way.filter((name) => name !== "")).toEqual([
      "file-wallet-0",
      "file-zone-0",
      "file-wallet-1",
      "file-zone-1",
      "merge-files",
      "leave-files",
    ]);
    await page.keyboard.press("Enter");
    await page.waitForSelector("h2:text('Your data')");
    await page.waitForFunction(() => document.activeElement?.getAttribute("data-key") === "csv");
    expect(await page.locator("[role=status][aria-live]").innerText()).toBe(
      "Cancelled. The workbook is as it was.",
    );
    expect(await added(page)).toEqual([]);
  });

  test("one ledger with its prices is opened at once, each file as a sheet", async () => {
    const page = await openFiles([HOT, PRICES]);
    await page.waitForSelector("text=recognised");
    expect(await added(page)).toEqual([
      ["hot", 3],
      ["prices", 2],
    ]);
  });

  test("where nothing could be written it is said, and what was typed is still there", async () => {
    const page = await openFiles([HOT, COLD], { failing: ["addSheet"] });
    await untilAsked(page);
    await field(page, "file-wallet-1").fill("Safe");
    await page.click(key("merge-files"));
    await page.waitForSelector("text=addSheet failed on purpose.");
    expect(await field(page, "file-wallet-1").inputValue()).toBe("Safe");
    expect(await page.isEnabled(key("merge-files"))).toBe(true);
    await focusedText(page, "Files to merge");
  });

  test("the name of a file is text, whatever it is", async () => {
    const name = "<img src=x onerror=alert(1)>.csv";
    const page = await openFiles([{ ...HOT, name }, COLD]);
    await untilAsked(page);
    expect(await page.locator(".file strong").first().innerText()).toBe(name);
    expect(await page.locator("main img").count()).toBe(0);
  });
});
