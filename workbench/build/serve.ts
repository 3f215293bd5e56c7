import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import webpack from "webpack";
import { workbenchBuild } from "./workbenchBuild.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PAGE = join(ROOT, "dist/workbench");

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Serves the files of a folder to this machine alone; anything else is not found. */
export function serveFolder(folder: string): Server {
  return createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? "/").replace(/[?#].*$/, ""));
    const file = join(folder, normalize(path === "/" ? "/index.html" : path));
    if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end("Not found");
      return;
    }
    response.writeHead(200, {
      "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
      "Cache-Control": "no-cache",
      "X-Content-Type-Options": "nosniff",
    });
    response.end(readFileSync(file));
  });
}

/** Builds the page where its sources are newer than it is. */
export async function buildPage(output: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const compiler = webpack(workbenchBuild(output));
    compiler.run((error, stats) => {
      if (error !== null) reject(error);
      else if (stats?.hasErrors() === true) {
        reject(new Error(stats.toString({ all: false, errors: true })));
      } else
        compiler.close(() => {
          resolve();
        });
    });
  });
}

/** The newest change of any source, in milliseconds. */
function newestSource(folder: string): number {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestSource(path) : statSync(path).mtimeMs);
  }
  return newest;
}

const SOURCES = ["core", "pane", "workbook", "workbench", "zones", "samples", "build"];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const page = join(PAGE, "index.html");
  const newest = Math.max(...SOURCES.map((folder) => newestSource(join(ROOT, folder))));
  if (!existsSync(page) || statSync(page).mtimeMs < newest) {
    console.log("Building the page; this takes half a minute the first time.");
    await buildPage(PAGE);
  }
  const port = Number(process.env["PORT"] ?? 8080);
  serveFolder(PAGE).listen(port, "127.0.0.1", () => {
    console.log(`The workbench is at http://localhost:${port}/ (Ctrl+C ends it).`);
  });
}
