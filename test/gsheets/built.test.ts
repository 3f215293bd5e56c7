import { readdirSync } from "node:fs";
import { createContext, Script } from "node:vm";
import { Linter } from "eslint";
import { beforeAll, describe, expect, test } from "vitest";
import { functionRegistry } from "../../core/functions/registry.ts";
import { createSpreadsheet } from "../gsheetsHost/createSpreadsheet.ts";
import {
  clickMenu,
  createHost,
  installAddon,
  openSpreadsheet,
  runFunction,
} from "../gsheetsHost/host.ts";
import type { Host } from "../gsheetsHost/hostState.ts";
import { callFromPage } from "../gsheetsHost/pageCall.ts";
import type { PushedFile } from "../gsheetsHost/project.ts";
import { everySwitch, type Conditions } from "../gsheetsHost/switches.ts";
import { addonFiles, builtFolder, builtProject } from "./builtProject.ts";

let bound: readonly PushedFile[];
let addon: readonly PushedFile[];
let requests: readonly string[];

beforeAll(async () => {
  ({ files: bound, requests } = await builtProject());
  addon = await addonFiles();
}, 180_000);

const sourceOf = (name: string): string => bound.find((file) => file.name === name)!.source;

const scripts = (): string =>
  bound
    .filter(({ type }) => type === "SERVER_JS")
    .map(({ source }) => source)
    .join("\n");

test("clasp pushes all that is built and nothing else, in one request", async () => {
  expect(bound.map(({ name, type }) => `${name} ${type}`).sort()).toEqual([
    "Code SERVER_JS",
    "appsscript JSON",
    "core SERVER_JS",
    "ledger SERVER_JS",
    "sidebar HTML",
  ]);
  expect(readdirSync(await builtFolder()).sort()).toEqual([
    "Code.js",
    "appsscript.json",
    "core.js",
    "ledger.js",
    "sidebar.html",
  ]);
  expect(requests.filter((line) => line.startsWith("PUT "))).toHaveLength(1);
});

test("the manifest asks for this spreadsheet and its own sidebar, and for nothing else", () => {
  expect(JSON.parse(sourceOf("appsscript"))).toEqual({
    timeZone: "Etc/UTC",
    exceptionLogging: "NONE",
    runtimeVersion: "V8",
    oauthScopes: [
      "https://www.googleapis.com/auth/spreadsheets.currentonly",
      "https://www.googleapis.com/auth/script.container.ui",
    ],
  });
});

describe.each(["core", "ledger", "Code"])("%s.js", (name) => {
  test("parses as ES2019, and uses no global that Apps Script lacks, or that it may lack", () => {
    expect(faultsOf(sourceOf(name))).toEqual([]);
  });

  test("calls nothing that came after ES2020", () => {
    const later =
      /\.(?:findLast|findLastIndex|toSorted|toReversed|toSpliced|replaceAll|groupBy|hasOwn)\(/g;
    expect(sourceOf(name).match(later) ?? []).toEqual([]);
  });
});

test.each([
  ["setTimeout(f, 1)", "'setTimeout' is not defined."],
  ["fetch(u)", "'fetch' is not defined."],
  ["new URL(u)", "'URL' is not defined."],
  ["new TextEncoder()", "'TextEncoder' is not defined."],
  ["crypto.randomUUID()", "'crypto' is not defined."],
  ["performance.now()", "'performance' is not defined."],
  ["process.env", "'process' is not defined."],
  ["window.top", "'window' is not defined."],
  ["Intl.DateTimeFormat()", "'Intl' is not defined."],
  ["UrlFetchApp.fetch(u)", "'UrlFetchApp' is not defined."],
  ["f?.x", "Parsing error: Unexpected token ."],
])("the check of globals and syntax finds %s", (source, fault) => {
  expect(faultsOf(`var f, u; ${source};`)).toEqual([fault]);
});

test("the core takes less than 200 kB: Google reads all of it for every formula", () => {
  expect(sourceOf("core").length).toBeLessThan(200_000);
  const times = Array.from({ length: 5 }, (_, time) => {
    const realm = createContext({});
    const before = performance.now();
    // A comment, so that no reading of the same text is used again.
    new Script(`${scripts()}\n// ${time}`).runInContext(realm);
    return performance.now() - before;
  });
  // Told, and held to nothing: it depends on the machine.
  console.info(
    `core.js: ${sourceOf("core").length} bytes, ledger.js: ${sourceOf("ledger").length}, read and loaded in ${Math.min(...times).toFixed(1)} milliseconds`,
  );
});

test("what stands apart is in its own file alone", () => {
  // A problem's words, an export's heading and a sign of damage.
  for (const text of ["has two prices, in rows", "ordertxid", "both-orders"]) {
    expect([text, sourceOf("core").includes(text)]).toEqual([text, false]);
    expect([text, sourceOf("ledger").includes(text)]).toEqual([text, true]);
  }
});

test("Code.js declares each function once, literally, under its help", () => {
  const code = sourceOf("Code");
  for (const { id } of functionRegistry) {
    expect(code.split(`@customfunction\n */\nfunction ${id}(`)).toHaveLength(2);
  }
  expect(code).toContain("@OnlyCurrentDoc");
  expect(code.match(/^(?!function |\/\*\*| \*|\}| {2}|$).*/gm) ?? []).toEqual([]);
});

const open = (
  files: readonly PushedFile[],
  { place, switches }: Conditions,
  published: boolean,
): Host =>
  createHost({
    spreadsheet: createSpreadsheet({ ...place, switches, sheets: { Data: [["a"]] } }),
    files,
    published,
  });

describe.each(everySwitch())("under $title", (conditions) => {
  test("opening a spreadsheet adds the menu with no right but that, and asks no other service", () => {
    for (const [files, published, caption] of [
      [addon, true, ""],
      [bound, false, "Tax-loss harvesting"],
    ] as const) {
      const host = open(files, conditions, published);
      const { error, trace } = openSpreadsheet(host);
      expect(error).toBeUndefined();
      expect(host.menus).toMatchObject([
        {
          addon: published,
          items: [
            { caption: "Open pane", functionName: "tlhOpenPane" },
            { caption: "Generate tabs", functionName: "tlhGenerateTabs" },
          ],
        },
      ]);
      if (!published) expect(host.menus[0]!.caption).toBe(caption);
      expect(
        trace.filter((call) => !/\.(?:getUi|create\w*Menu|addItem|addToUi)$/.test(call)),
      ).toEqual([]);
    }
  });
});

test("installing adds the menu at once", () => {
  const host = open(addon, everySwitch()[0]!, true);
  expect(installAddon(host).error).toBeUndefined();
  expect(host.menus).toHaveLength(1);
});

test("the menu opens the pane; Generate tabs also lets it begin, once", () => {
  const host = open(bound, everySwitch()[0]!, false);
  openSpreadsheet(host);
  const starts = () => callFromPage(host, "tlhPane", [{ ask: "load" }]);
  expect(clickMenu(host, ["Open pane"]).error).toBeUndefined();
  expect(host.sidebar?.title).toBe("Tax-loss harvesting");
  expect(starts()).toMatchObject({ value: { value: { startsAtOnce: false } } });
  expect(clickMenu(host, ["Generate tabs"]).error).toBeUndefined();
  expect(starts()).toMatchObject({ value: { value: { startsAtOnce: true } } });
  expect(starts()).toMatchObject({ value: { value: { startsAtOnce: false } } });
});

test("a runtime without large whole numbers is told of in a sentence", () => {
  const without = bound.map((file) =>
    file.type === "SERVER_JS"
      ? { ...file, source: `delete globalThis.BigInt;\n${file.source}` }
      : file,
  );
  const host = open(without, everySwitch()[0]!, false);
  expect(runFunction(host, "onOpen").error?.message).toBe(
    "Tax-loss harvesting needs BigInt, which this Apps Script runtime has not.",
  );
});

test("loading does nothing: with no service at all the files load", () => {
  const realm = {};
  const context = (source: string): unknown => new Script(source).runInNewContext(realm);
  expect(() => context(scripts())).not.toThrow();
});

test("the sidebar is one page that asks for no file and has no handler in its elements", () => {
  const page = sourceOf("sidebar");
  const [head = ""] = page.split("<script>");
  expect(head).toContain('<base target="_top" />');
  expect(page.match(/<script\b[^>]*>/g)).toEqual(["<script>"]);
  expect(page.match(/<\/script>/g)).toHaveLength(1);
  expect(head).not.toMatch(/<link|<img|@import|url\(|\son\w+=/);
  expect(page).not.toMatch(/<\?/);
});

/** The services that the add-on may ask, and what is there beside the language of 2019. */
const GLOBALS = [
  ...["Charts", "HtmlService", "LockService", "PropertiesService", "SpreadsheetApp", "Utilities"],
  ...["TLH", "TLH_LEDGER", "BigInt", "globalThis", "console"],
];

/** What is newer than ES2019 in a script, and the names in it that nothing declares. */
const faultsOf = (source: string): readonly string[] =>
  new Linter()
    .verify(source, {
      languageOptions: {
        ecmaVersion: 2019,
        sourceType: "script",
        globals: {
          ...Object.fromEntries(GLOBALS.map((name) => [name, "readonly"] as const)),
          Intl: "off",
        },
      },
      linterOptions: { reportUnusedDisableDirectives: "off" },
      rules: { "no-undef": "error" },
    })
    .map(({ message }) => message);
