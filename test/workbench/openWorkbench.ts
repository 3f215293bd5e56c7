import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { chromium, type Browser, type Page } from "playwright-core";
import type { CellValue } from "../../core/index.ts";
import { serveFolder } from "../../workbench/build/serve.ts";
import { workbenchBuild } from "../../workbench/build/workbenchBuild.ts";
import { CHROMIUM } from "../pane/openPane.ts";
import { builtOnce } from "../support/builtOnce.ts";

/** The sample workbook, as the page shows it at its start. */
export const SAMPLE = new Uint8Array(
  readFileSync(new URL("../../samples/portfolio.xlsx", import.meta.url)),
);

/** How long formulas may take on a busy machine. */
export const PATIENCE = { timeout: 20_000 };

/** The workbench in a browser, and everything that the browser complained of. */
export type Workbench = {
  readonly page: Page;
  readonly complaints: string[];
  /** Milliseconds until the sample was shown. */
  readonly started: number;
  /** Waits until the line below says something; returns what. */
  readonly says: (words: RegExp) => Promise<string>;
  readonly openFile: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Opens the sample anew, under another name each time, and waits until it is shown. */
  readonly openSample: () => Promise<void>;
  /** Presses Save and gives the file; the line below then says what it holds. */
  readonly save: () => Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  readonly shown: (sheet: string, rows: number, columns: number) => Promise<CellValue[][]>;
  /** Goes to a cell by the box of names left of the formula, as a user goes to a far one. */
  readonly goTo: (sheet: string, cell: string) => Promise<void>;
  /** Goes to a cell and types into it and, after a tab, into those beside it. */
  readonly type: (sheet: string, cell: string, text: string) => Promise<void>;
  readonly generate: () => Promise<void>;
};

/** The workbench in a browser, for one file of tests, and how to end both. */
export async function openWorkbench(): Promise<
  Workbench & { readonly close: () => Promise<void> }
> {
  const server = serveFolder(await builtOnce("workbench", workbenchBuild));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({ executablePath: CHROMIUM!, args: ["--no-sandbox"] });
  const workbench = await workbenchAt(browser, address);
  return {
    ...workbench,
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

async function workbenchAt(browser: Browser, address: string): Promise<Workbench> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 860 } });
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
  const openFile: Workbench["openFile"] = (name, bytes) =>
    page.setInputFiles("#chooser", {
      name,
      mimeType: "application/octet-stream",
      buffer: Buffer.from(bytes),
    });
  let samples = 0;
  return {
    page,
    complaints,
    started,
    says,
    openFile,
    openSample: async () => {
      samples += 1;
      await openFile(`sample${samples}.xlsx`, SAMPLE);
      await says(new RegExp(`^sample${samples}\\.xlsx is open`));
    },
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
    goTo: (sheet, cell) => goTo(page, sheet, cell),
    type: async (sheet, cell, text) => {
      await goTo(page, sheet, cell);
      for (const [place, part] of text.split("\t").entries()) {
        if (place > 0) await page.keyboard.press("Tab");
        await page.keyboard.type(part);
      }
      await page.keyboard.press("Enter");
    },
    generate: async () => {
      // Until the pane knows the sheets it draws its button anew.
      await page.waitForSelector("#beside >> text=/recognised|Cancelled/");
      await page.click("[data-key=generate]");
      await page.waitForSelector("text=What this rests on", { timeout: 60_000 });
    },
  };
}

async function goTo(page: Page, sheet: string, cell: string): Promise<void> {
  await page.locator("[data-u-comp=slide-tab-item]", { hasText: sheet }).first().click();
  const box = page.locator("[data-u-comp=defined-name] input").first();
  await box.fill(cell);
  await box.press("Enter");
  // The grid takes the keys a moment later, on a busy machine once it is idle.
  await page.waitForFunction(() => document.activeElement?.id.endsWith("_DOCS_NORMAL") === true);
  await page.evaluate(async () => {
    const idle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5000 }));
    await idle();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await idle();
  });
}
