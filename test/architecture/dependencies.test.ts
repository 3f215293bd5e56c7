import {
  cruise,
  type ICruiseOptions,
  type ICruiseResult,
  type IFlattenedRuleSet,
} from "dependency-cruiser";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const rules = createRequire(import.meta.url)("../../.dependency-cruiser.cjs") as {
  readonly layers: readonly string[];
  readonly forbidden: unknown;
  readonly options: ICruiseOptions;
};

async function violations(forbidden: unknown): Promise<{ found: string[]; modules: number }> {
  const { output } = await cruise(
    ["core", "workbook", "cli", "pane", "zones", "excel-addin", "gsheets", "workbench"],
    {
      ...rules.options,
      baseDir: root,
      validate: true,
      ruleSet: { forbidden } as IFlattenedRuleSet,
    },
  );
  const { summary } = output as ICruiseResult;
  return {
    found: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
    modules: summary.totalCruised,
  };
}

test("every import follows the architecture", async () => {
  const { found, modules } = await violations(rules.forbidden);
  expect(found).toEqual([]);
  // A cruise that reads no file finds no fault either.
  expect(modules).toBeGreaterThan(100);
});

test("the check can fail: reversed layers are reported", async () => {
  const { found } = await violations([
    {
      name: "reversed",
      severity: "error",
      from: { path: "^core/replay/" },
      to: { path: "^core/lots/" },
    },
  ]);
  expect(found.length).toBeGreaterThan(3);
});

test("the list of layers is the list of the core's folders", () => {
  const folders = readdirSync(`${root}core`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(new Set(rules.layers)).toEqual(new Set(folders));
});
