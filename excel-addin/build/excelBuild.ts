import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Configuration } from "webpack";
import { bundle } from "../../build/bundle.ts";
import { functionsJson } from "../functionsJson.ts";
import { manifestFor, type ManifestPlace } from "./manifestFor.ts";

/** Where the add-in will be served from, and the folder to write it to. */
export type ExcelBuild = ManifestPlace & { readonly output: string };

/** The build of `dist/excel`: all that is served, and the manifest that leads Excel to it. */
export function excelBuild({ output, ...place }: ExcelBuild): Configuration {
  return bundle({
    name: "excel",
    output,
    target: "es2020",
    minify: true,
    entries: {
      functions: pathOf("excel-addin/functions.ts"),
      taskpane: pathOf("excel-addin/taskpane.ts"),
      worker: pathOf("excel-addin/worker.ts"),
    },
    files: {
      "manifest.xml": manifestFor(text("manifest.xml"), place),
      "functions.json": `${JSON.stringify(functionsJson(), undefined, 1)}\n`,
      "taskpane.html": text("excel-addin/taskpane.html"),
      "pane.css": text("pane/pane.css"),
      "sample.json": text("samples/portfolio.json"),
      ...icons(),
    },
  });
}

function icons(): Record<string, Uint8Array> {
  const names = readdirSync(pathOf("excel-addin/assets")).filter((name) => name.endsWith(".png"));
  return Object.fromEntries(
    names.map((name) => [`icons/${name}`, readFileSync(pathOf(`excel-addin/assets/${name}`))]),
  );
}

const pathOf = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const text = (path: string): string => readFileSync(pathOf(path), "utf8");
