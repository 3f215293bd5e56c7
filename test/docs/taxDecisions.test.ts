import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The entries of docs/TAX_DECISIONS.md by number. */
const decisions = readFileSync(join(root, "docs/TAX_DECISIONS.md"), "utf8")
  .split(/^## /m)
  .slice(1)
  .map((text) => ({ number: text.slice(0, 4), text }));

/** Files of the core and the numbers of the decisions that they name. */
const named = readdirSync(join(root, "core"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => {
    const text = readFileSync(join(root, "core", file), "utf8");
    const cited = text.match(/Decisions?: ([^.]*)\./g)?.join(" ") ?? "";
    return { file: `core/${file.replace(/\\/g, "/")}`, numbers: cited.match(/D-\d\d/g) ?? [] };
  });

test("every decision has a number of its own", () => {
  const numbers = decisions.map(({ number }) => number);
  expect(numbers.length).toBeGreaterThan(20);
  expect(new Set(numbers).size).toBe(numbers.length);
});

test("every decision that the code names is in the document", () => {
  const known = new Set(decisions.map(({ number }) => number));
  const cited = named.flatMap(({ file, numbers }) => numbers.map((number) => ({ file, number })));
  expect(cited.length).toBeGreaterThan(20);
  expect(cited.filter(({ number }) => !known.has(number))).toEqual([]);
});

describe.each(decisions)("$number", ({ number, text }) => {
  test("has a status, and is named by the code", () => {
    expect(text).toMatch(/^Status: \S/m);
    expect(named.filter(({ numbers }) => numbers.includes(number as never))).not.toEqual([]);
  });

  test("names code and cases that exist", () => {
    const [, code = "", cases = ""] = /^Code: (.*)\. Cases: (.*)\.$/m.exec(text) ?? [];
    const files = [...`${code} ${cases}`.matchAll(/`([^`]+)`/g)].map(([, file]) => file!);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    const published = cases.match(/\b[WCL]\d\d(?:-[A-Z]+)?\b/g) ?? [];
    const folders = readdirSync(join(root, "test/cases/published"));
    expect(
      published.filter(
        (name) => !folders.some((folder) => folder.split("-")[0] === name || folder === name),
      ),
    ).toEqual([]);
    expect(files.length + published.length).toBeGreaterThan(1);
  });
});
