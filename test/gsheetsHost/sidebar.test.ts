import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from "vitest";
import { chromiumPath, launchChromium } from "./browser.ts";
import { createSpreadsheet } from "./createSpreadsheet.ts";
import { clickMenu, createHost, openSpreadsheet } from "./host.ts";
import type { Host } from "./hostState.ts";
import { sampleFiles } from "./sample/files.ts";
import { openSidebar } from "./sidebar.ts";

let browser: Browser;
let page: Page;

const skipped = chromiumPath() === undefined ? " (skipped: no Chromium here)" : "";

async function showsAnswer(frame: Frame, text: string): Promise<void> {
  await frame.waitForFunction(
    `document.querySelector("#answer").textContent === ${JSON.stringify(text)}`,
  );
}

function shownPane(html?: string): Host {
  const spreadsheet = createSpreadsheet({
    timeZone: "Pacific/Auckland",
    locale: "en_US",
    sheets: {
      Data: [
        ["a", 1],
        ["b", 2],
      ],
    },
  });
  const files = sampleFiles().map((file) =>
    file.type === "HTML" && html !== undefined ? { ...file, source: html } : file,
  );
  const host = createHost({ spreadsheet, files });
  openSpreadsheet(host);
  clickMenu(host, ["Show pane"]);
  return host;
}

describe.skipIf(skipped !== "")(`the sidebar in a browser${skipped}`, () => {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
  });
  beforeEach(async () => {
    page = await browser.newPage();
  });
  afterEach(async () => {
    await page.close();
  });

  test("a call's result reaches the success handler with the user object", async () => {
    const { frame, calls } = await openSidebar({ host: shownPane(), page });
    await frame.click("#greet");
    await showsAnswer(frame, "greet: Hello Ada 6");
    expect(calls.map(({ name, args }) => [name, args])).toEqual([
      ["pageGreets", ["Ada", [1, 2, 3]]],
    ]);
  });

  test("an exception reaches the failure handler with its message", async () => {
    const { frame } = await openSidebar({ host: shownPane(), page });
    await frame.click("#fail");
    await showsAnswer(frame, "fail: No ledger is selected.");
  });

  test("a click changes the spreadsheet", async () => {
    const host = shownPane();
    const { frame, errors } = await openSidebar({ host, page, latency: 50 });
    await frame.click("#report");
    await showsAnswer(frame, "Made Sheet2");
    expect(host.book.sheets.map(({ name }) => name)).toEqual(["Data", "Sheet2"]);
    expect(errors).toEqual([]);
  });

  test("the page closes itself", async () => {
    const { frame, isClosed } = await openSidebar({ host: shownPane(), page });
    await frame.click("#close");
    await page.waitForFunction(`document.querySelector('iframe') === null`);
    expect(isClosed()).toBe(true);
  });

  test("the frame is 300 pixels wide, of another origin, and reaches no network", async () => {
    const html = `<head></head><script>
      window.seen = (() => { try { return String(parent.document.title); } catch (error) { return error.name; } })();
      fetch("https://example.com/telemetry").catch(() => { window.done = true; });
    </script>`;
    const { frame, blocked } = await openSidebar({ host: shownPane(html), page });
    await frame.waitForFunction("window.done === true");
    // The page runs before the frame is laid out.
    await frame.waitForFunction("innerWidth > 0");
    expect(await frame.evaluate("innerWidth")).toBe(300);
    expect(await frame.evaluate("window.seen")).toBe("SecurityError");
    expect(blocked).toEqual(["https://example.com/telemetry"]);
  });

  test("dates and functions do not pass", async () => {
    const html = `<head></head><script>
      const failed = (error) => { (window.failures ??= []).push(error.message); };
      const run = google.script.run.withFailureHandler(failed).withSuccessHandler(() => failed(new Error("passed")));
      run.pageGreets(new Date(), [1]);
      run.pageGreets("Ada", () => 1);
      run.pageGetsDate();
      window.names = Object.keys(google.script.run).join(" ");
    </script>`;
    const { frame } = await openSidebar({ host: shownPane(html), page });
    await frame.waitForFunction("window.failures && window.failures.length === 3");
    const failures = await frame.evaluate("window.failures.join(' / ')");
    expect(failures).toContain("illegal value in property: Date");
    expect(failures).toContain("illegal value in property: function");
    expect(failures).toContain("not a supported return type: Date");
    expect(await frame.evaluate("window.names")).not.toContain("private_");
  });
});

test("there is no sidebar before the script has shown one", async () => {
  const spreadsheet = createSpreadsheet({
    timeZone: "Etc/UTC",
    locale: "en_US",
    sheets: { Data: [] },
  });
  const host = createHost({ spreadsheet, files: sampleFiles() });
  await expect(openSidebar({ host, page })).rejects.toThrow("The script has shown no sidebar.");
});
