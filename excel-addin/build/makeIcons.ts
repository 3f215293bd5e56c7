import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

/**
 * Draws the icons of the ribbon from the SVG files in `assets`, in the sizes that Office asks for:
 * `tsx excel-addin/build/makeIcons.ts [path of a Chromium]`. The PNG files are kept with the
 * sources, so that a build needs no browser.
 */
const SIZES = [16, 32, 64, 80];

const folder = fileURLToPath(new URL("../assets/", import.meta.url));
const executablePath = process.argv[2] ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const page = await browser.newPage();
for (const file of readdirSync(folder).filter((name) => name.endsWith(".svg"))) {
  const svg = readFileSync(folder + file, "utf8");
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${svg}`);
    const png = await page.screenshot({ omitBackground: true });
    writeFileSync(`${folder}${file.replace(".svg", "")}-${size}.png`, png);
  }
}
await browser.close();
