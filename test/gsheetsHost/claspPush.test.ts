import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { claspPush, type ClaspPush } from "./claspPush.ts";
import { createSpreadsheet } from "./createSpreadsheet.ts";
import { createHost, openSpreadsheet } from "./host.ts";
import { SAMPLE_FOLDER, sampleFiles } from "./sample/files.ts";

let folder = "";
let pushed: ClaspPush;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sample-project-"));
  for (const name of ["appsscript.json", "Code.gs", "core.gs", "pane.html"])
    await cp(join(SAMPLE_FOLDER, name), join(folder, name));
  await writeFile(join(folder, "notes.txt"), "Not pushed.");
  pushed = await claspPush(folder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test("clasp push asks for the project's content once and puts it once", () => {
  expect(pushed.requests.map((line) => line.replace(/projects\/[^/]+/, "projects/ID"))).toEqual([
    "GET /v1/projects/ID/content",
    "PUT /v1/projects/ID/content",
  ]);
});

test("the pushed body holds every script, page and the manifest, with their exact text", () => {
  const byName = (files: ClaspPush["files"]): unknown =>
    Object.fromEntries(files.map((file) => [file.name, { ...file }]));
  expect(byName(pushed.files)).toEqual(byName(sampleFiles()));
  expect(Object.keys(JSON.parse(pushed.body) as object)).toContain("files");
});

test("what was pushed runs in the host", () => {
  const spreadsheet = createSpreadsheet({
    timeZone: "Etc/UTC",
    locale: "en_US",
    sheets: { Data: [] },
  });
  const host = createHost({ spreadsheet, files: pushed.files });
  expect(openSpreadsheet(host).error).toBeUndefined();
  expect(host.menus).toHaveLength(1);
});

test("a folder that clasp cannot push is an error with clasp's words", async () => {
  await expect(claspPush(join(folder, "missing"))).rejects.toThrow("missing");
});
