import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where Chromium is on this machine; undefined where there is none. */
export function chromiumPath(): string | undefined {
  return process.env["CHROMIUM"] ?? PLACES.find((path) => existsSync(path));
}

/** A headless Chromium. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined)
    throw new Error("No Chromium was found; set CHROMIUM to its path.");
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}
