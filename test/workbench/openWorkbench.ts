import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { chromium, type Browser, type Page } from "playwright-core";
import type { CellValue } from "../../core/index.ts";
import { serveFolder } from "../../workbench/build/serve.ts";
import { workbenchBuild } from "../../workbench/build/workbenchBuild.ts";
import { CHROMIUM } from "../pane/openPane.ts";
import { builtOnce } from "../support/builtOnce.ts";

/** How the page looks. */
export type Look = {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: "light" | "dark";
};

/** The workbench in a browser, and everything that the browser complained of. */
export type Workbench = {
  readonly page: Page;
  readonly complaints: string[];
  /** Milliseconds until the sample was shown. */
  readonly started: number;
  /** Waits until the line below says something; returns what. */
  readonly says: (words: RegExp) => Promise<string>;
  readonly openFile: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Presses Save and gives the file; the line below then says what it holds. */
  readonly save: () => Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  readonly shown: (sheet: string, rows: number, columns: number) => Promise<CellValue[][]>;
  /** Goes to a sheet and a cell by its name and types into it. */
  readonly type: (sheet: string, cell: string, text: string) => Promise<void>;
  readonly generate: () => Promise<void>;
};

/** A server of this machine and a browser, for one file of tests. */
export async function workbenchBrowser() {
  const server = serveFolder(await builtOnce("workbench", workbenchBuild));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({ executablePath: CHROMIUM!, args: ["--no-sandbox"] });
  return {
    open: (look: Look = {}) => openWorkbench(browser, address, look),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

async function openWorkbench(browser: Browser, address: string, look: Look): Promise<Workbench> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1400, height: look.height ?? 860 },
    colorScheme: look.scheme ?? "light",
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (line) => {
    if (line.type() === "error") complaints.push(line.text());
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!/^(?:blob|data):/.test(url) && !url.startsWith(address))
      complaints.push(`asked for ${url}`);
  });
  const begun = performance.now();
  await page.goto(address);
  const says = async (words: RegExp): Promise<string> => {
    const line = page.locator("#status", { hasText: words });
    await line.waitFor({ timeout: 60_000 });
    return line.innerText();
  };
  await says(/portfolio\.xlsx is open/);
  const started = performance.now() - begun;
  return {
    page,
    complaints,
    started,
    says,
    openFile: (name, bytes) =>
      page.setInputFiles("#chooser", {
        name,
        mimeType: "application/octet-stream",
        buffer: Buffer.from(bytes),
      }),
    save: async () => {
      const [download] = await Promise.all([
        page.waitForEvent("download", { timeout: 60_000 }),
        page.click("#save"),
      ]);
      const bytes = readFileSync(await download.path());
      await says(/ is saved\./);
      return { name: download.suggestedFilename(), bytes };
    },
    shown: (sheet, rows, columns) =>
      page.evaluate(
        (given) => {
          type Shown = (sheet: string, rows: number, columns: number) => CellValue[][];
          const { workbench } = globalThis as unknown as { workbench: { shown: Shown } };
          return workbench.shown(given.sheet, given.rows, given.columns);
        },
        { sheet, rows, columns },
      ),
    type: async (sheet, cell, text) => {
      await goTo(page, sheet, cell);
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    },
    generate: async () => {
      await page.click("[data-key=generate]");
      await page.waitForSelector("text=What this rests on", { timeout: 60_000 });
    },
  };
}

/** By the box of names left of the formula, as a user goes to a far cell. */
async function goTo(page: Page, sheet: string, cell: string): Promise<void> {
  await page.locator("[data-u-comp=slide-tab-item]", { hasText: sheet }).first().click();
  const box = page.locator("[data-u-comp=defined-name] input").first();
  await box.fill(cell);
  await box.press("Enter");
  // The grid takes the keys a moment later.
  await page.waitForFunction(() => document.activeElement?.id.endsWith("_DOCS_NORMAL") === true);
  await page.waitForTimeout(300);
}
