import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import type { Route } from "playwright-core";

import { officeJsFolder } from "../nodeClient.ts";
import { ADDIN_ORIGIN, HOST_ORIGIN, hostPage } from "./hostPage.ts";

/** Where the page of the add-in is, and its files where no server has them. */
export type AddinFiles = {
  readonly url: string;
  /** A folder of built files, shown at `https://localhost:3000/`. */
  readonly folder: string | undefined;
  /** Files by path, such as `/pane.html`. */
  readonly files: ReadonlyMap<string, string>;
};

const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/";

/**
 * Answers a request of the pages: the host's page, the add-in's files, Microsoft's scripts from the
 * installed package. Nothing else but servers on this machine is let through; what would leave it
 * is reported and ends.
 */
export async function answerRequest(
  route: Route,
  addin: AddinFiles,
  report: (url: string) => void,
): Promise<void> {
  const url = route.request().url();
  const { origin, hostname, pathname, protocol } = new URL(url);
  if (url === `${HOST_ORIGIN}/`) {
    await route.fulfill({ body: hostPage(addin.url), contentType: "text/html" });
  } else if (url.startsWith(OFFICE_JS)) {
    await answerFile(route, join(officeJsFolder(), inside(url.slice(OFFICE_JS.length))));
  } else if (origin === ADDIN_ORIGIN && addin.files.has(pathname)) {
    await route.fulfill({ body: addin.files.get(pathname) ?? "", contentType: typeOf(pathname) });
  } else if (origin === ADDIN_ORIGIN && addin.folder !== undefined) {
    await answerFile(route, join(addin.folder, inside(pathname)));
  } else if (hostname === "localhost" || protocol === "data:" || protocol === "blob:") {
    await route.continue();
  } else {
    report(url);
    await route.abort();
  }
}

/** A path that cannot climb out of its folder. */
const inside = (path: string): string =>
  normalize(`/${decodeURIComponent(path.split("?")[0] ?? "")}`);

async function answerFile(route: Route, path: string): Promise<void> {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (isFile) await route.fulfill({ body: await readFile(path), contentType: typeOf(path) });
  else await route.fulfill({ status: 404, body: `${path} is not there` });
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
};

const typeOf = (path: string): string => TYPES[extname(path)] ?? "application/octet-stream";
