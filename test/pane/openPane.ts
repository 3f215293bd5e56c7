import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { chromium, type Browser, type Page } from "playwright-core";
import type { FakeWorkbook } from "./fakeHost.ts";

/** The browser, where the machine has one: named by CHROMIUM, else in the usual place. */
export const CHROMIUM = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
].find((path) => path !== undefined && existsSync(path));

const bundle = async (entry: string): Promise<Uint8Array> => {
  const result = await build({
    entryPoints: [new URL(entry, import.meta.url).pathname],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    logLevel: "silent",
  });
  return result.outputFiles[0]!.contents;
};

/** Bytes of the pane's own script, minified and gzipped. */
export const gzippedSize = async (entry: string): Promise<number> =>
  gzipSync(await bundle(entry), { level: 9 }).length;

/** A pane in a page, and everything that the browser complained of. */
export type OpenPane = { readonly page: Page; readonly complaints: string[] };

/** How the page looks. */
export type PageLook = {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: "light" | "dark";
  readonly forcedColors?: "active" | "none";
  readonly scale?: number;
};

/** A browser with the pane's page in it, served from memory under the page's own strict policy. */
export async function paneBrowser(): Promise<{
  readonly open: (workbook: FakeWorkbook, look?: PageLook) => Promise<OpenPane>;
  readonly close: () => Promise<void>;
}> {
  const browser: Browser = await chromium.launch({
    executablePath: CHROMIUM!,
    args: ["--no-sandbox"],
  });
  const script = Buffer.from(await bundle("./page.ts"));
  const files: Record<string, { readonly body: Buffer; readonly contentType: string }> = {
    "/": { body: paneFile("pane.html"), contentType: "text/html" },
    "/pane.css": { body: paneFile("pane.css"), contentType: "text/css" },
    "/pane.js": { body: script, contentType: "text/javascript" },
  };
  return {
    open: async (workbook, look = {}) => {
      const context = await browser.newContext({
        viewport: { width: look.width ?? 300, height: look.height ?? 700 },
        colorScheme: look.scheme ?? "light",
        forcedColors: look.forcedColors ?? "none",
        deviceScaleFactor: look.scale ?? 1,
        // The tests' own scripts are not the page's: its policy stays in force for the page.
        bypassCSP: false,
      });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
      page.on("console", (line) => {
        if (["error", "warning"].includes(line.type())) complaints.push(line.text());
      });
      await page.route("**/*", async (route) => {
        const file = files[new URL(route.request().url()).pathname];
        if (file === undefined) {
          complaints.push(`asked for ${route.request().url()}`);
          await route.abort();
        } else await route.fulfill(file);
      });
      await page.goto("https://pane.test/");
      await page.evaluate((given) => {
        globalThis.paneOf(given);
      }, workbook);
      await page.waitForSelector(".tlh-pane main h2");
      return { page, complaints };
    },
    close: () => browser.close(),
  };
}

const paneFile = (name: string): Buffer =>
  readFileSync(new URL(`../../pane/${name}`, import.meta.url));
