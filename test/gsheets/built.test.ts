import { readdirSync } from "node:fs";
import { Script } from "node:vm";
import { parse, type Node } from "acorn";
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
import { builtFolder, builtProject } from "./builtProject.ts";

let bound: readonly PushedFile[];
let addon: readonly PushedFile[];
let requests: readonly string[];

beforeAll(async () => {
  ({ files: bound, requests } = await builtProject());
  ({ files: addon } = await builtProject("add-on"));
}, 180_000);

const sourceOf = (name: string): string => bound.find((file) => file.name === name)!.source;

test("clasp pushes all that is built and nothing else, in one request", async () => {
  expect(bound.map(({ name, type }) => `${name} ${type}`).sort()).toEqual([
    "Code SERVER_JS",
    "appsscript JSON",
    "core SERVER_JS",
    "sidebar HTML",
  ]);
  expect(readdirSync(await builtFolder()).sort()).toEqual([
    "Code.js",
    "appsscript.json",
    "core.js",
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

describe.each(["core", "Code"])("%s.js", (name) => {
  test("parses as ES2019", () => {
    expect(() => parse(sourceOf(name), { ecmaVersion: 2019 })).not.toThrow();
  });

  test("uses no global that Apps Script lacks, or that it may lack", () => {
    const known = new Set([...LANGUAGE, ...SERVICES, "TLH"]);
    expect(freeNames(sourceOf(name)).filter((one) => !known.has(one))).toEqual([]);
  });

  test("calls nothing that came after ES2020", () => {
    const later =
      /\.(?:findLast|findLastIndex|toSorted|toReversed|toSpliced|replaceAll|groupBy|hasOwn)\(/g;
    expect(sourceOf(name).match(later) ?? []).toEqual([]);
  });
});

test("the core takes less than 200 kB", () => {
  expect(sourceOf("core").length).toBeLessThan(200_000);
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
  expect(() => context(`${sourceOf("core")}\n${sourceOf("Code")}`)).not.toThrow();
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

/** What the language has had since ES2020, but for Intl, which may be missing. */
const LANGUAGE = [
  ...[
    "Array",
    "BigInt",
    "Boolean",
    "Date",
    "Error",
    "Function",
    "Infinity",
    "Int32Array",
    "JSON",
    "Map",
    "Math",
  ],
  ...["NaN", "Number", "Object", "Promise", "RangeError", "RegExp", "Set", "String", "Symbol"],
  ...[
    "TypeError",
    "WeakMap",
    "WeakSet",
    "globalThis",
    "isFinite",
    "isNaN",
    "parseFloat",
    "parseInt",
  ],
  ...["undefined", "arguments", "encodeURIComponent", "decodeURIComponent", "console"],
];

const SERVICES = [
  ...["Charts", "HtmlService", "LockService", "PropertiesService", "SpreadsheetApp", "Utilities"],
];

type Scope = { readonly names: Set<string>; readonly parent: Scope | undefined };
type Tree = Node & Record<string, unknown>;

/** True for the name of a member or of a property, which is no variable. */
function isKey(node: Tree, part: Tree): boolean {
  if (node["computed"] === true || node["shorthand"] === true) return false;
  if (node.type === "MemberExpression") return part === node["property"];
  return /^(?:Property|MethodDefinition)$/.test(node.type) && part === node["key"];
}

/** The names of a script that nothing in it declares. */
function freeNames(source: string): readonly string[] {
  const free = new Set<string>();
  const isTree = (value: unknown): value is Tree =>
    typeof value === "object" && value !== null && "type" in value;
  const partsOf = (node: Tree): Tree[] =>
    Object.values(node).flatMap((value) =>
      Array.isArray(value) ? value.filter(isTree) : isTree(value) ? [value] : [],
    );
  const bind = (pattern: unknown, scope: Scope): void => {
    if (!isTree(pattern)) return;
    if (pattern.type === "Identifier") scope.names.add(pattern["name"] as string);
    else if (pattern.type === "Property") bind(pattern["value"], scope);
    else if (pattern.type === "AssignmentPattern") bind(pattern["left"], scope);
    else if (pattern.type === "RestElement") bind(pattern["argument"], scope);
    else
      partsOf(pattern).forEach((part) => {
        bind(part, scope);
      });
  };
  const isFunction = ({ type }: Tree): boolean => type.includes("Function");
  /** Declarations of a scope, functions within it left out. Blocks count as part of it. */
  const declare = (node: Tree, scope: Scope): void => {
    if (node.type === "VariableDeclarator") bind(node["id"], scope);
    if (node.type === "FunctionDeclaration" || node.type === "ClassDeclaration")
      bind(node["id"], scope);
    if (node.type === "CatchClause") bind(node["param"], scope);
    for (const part of partsOf(node))
      if (!isFunction(part) || part.type === "FunctionDeclaration") {
        if (part.type === "FunctionDeclaration") bind(part["id"], scope);
        else declare(part, scope);
      }
  };
  const visit = (node: Tree, outer: Scope): void => {
    let scope = outer;
    if (isFunction(node)) {
      scope = { names: new Set(), parent: outer };
      for (const param of node["params"] as Tree[]) bind(param, scope);
      if (node.type === "FunctionExpression") bind(node["id"], scope);
      declare(node["body"] as Tree, scope);
    }
    if (node.type === "Identifier") {
      for (let at: Scope | undefined = scope; ; at = at.parent) {
        if (at === undefined) free.add(node["name"] as string);
        if (at === undefined || at.names.has(node["name"] as string)) break;
      }
    }
    for (const part of partsOf(node)) {
      if (!isKey(node, part)) visit(part, scope);
    }
  };
  const program = parse(source, { ecmaVersion: 2020 }) as unknown as Tree;
  const top: Scope = { names: new Set(), parent: undefined };
  declare(program, top);
  visit(program, top);
  return [...free].sort();
}
