import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Configuration } from "webpack";
import { bundle } from "../../build/bundle.ts";

/** The build of `dist/workbench`: a page that runs without any other server. */
export const workbenchBuild = (output: string): Configuration =>
  bundle({
    name: "workbench",
    output,
    target: "es2020",
    minify: true,
    entries: {
      workbench: pathOf("workbench/workbench.ts"),
      worker: pathOf("workbench/worker.ts"),
    },
    files: {
      "index.html": text("workbench/index.html"),
      "workbench.css": text("workbench/workbench.css"),
      "pane.css": text("pane/pane.css"),
      "univer.css": readFileSync(
        createRequire(import.meta.url).resolve("@univerjs/preset-sheets-core/lib/index.css"),
      ),
      "portfolio.xlsx": readFileSync(pathOf("samples/portfolio.xlsx")),
      "sample.json": text("samples/portfolio.json"),
      "icon.png": readFileSync(pathOf("excel-addin/assets/add-in-32.png")),
    },
  });

const pathOf = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const text = (path: string): string => readFileSync(pathOf(path), "utf8");
