import { readFile } from "node:fs/promises";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";

/** Answers with the files of a folder, and with nothing that lies outside of it. */
export const fileServer =
  (folder: string): RequestListener =>
  (request, response) => {
    void answer(folder, request, response);
  };

async function answer(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { Allow: "GET, HEAD" }).end();
    return;
  }
  const path = pathOf(request.url ?? "/");
  const bytes = path === undefined ? undefined : await contentOf(join(folder, path));
  if (path === undefined || bytes === undefined) {
    response.writeHead(404, { "Content-Type": "text/plain" }).end("There is no such file.\n");
    return;
  }
  response.writeHead(200, {
    "Content-Type": TYPES[extname(path)] ?? "application/octet-stream",
    "Content-Length": bytes.length,
    // Excel on the web reads functions.json from a page of its own.
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

/** The path in the folder; a normalized absolute path cannot climb out. */
function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ""));
    return normalize(`/${path.replaceAll("\\", "/")}`);
  } catch {
    // A percent sign that stands for nothing.
    return undefined;
  }
}

async function contentOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch {
    // Not there, or a folder.
    return undefined;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".png": "image/png",
};
