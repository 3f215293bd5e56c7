import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { CellGrid } from "../../core/ledger/cells.ts";
import type { TextTable } from "./tableText.ts";

/** One folder of test/cases/published: see the README there. */
export type PublishedCase = {
  readonly name: string;
  readonly ledger: CellGrid;
  readonly method: string;
  readonly options: string;
  readonly gains: TextTable | undefined;
  readonly lots: TextTable | undefined;
  /** Rows to be refused. */
  readonly problems: TextTable | undefined;
};

const ROOT = fileURLToPath(new URL("../cases/published/", import.meta.url));

/** Every published case, by name. */
export function publishedCases(): readonly PublishedCase[] {
  return readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readCase(name));
}

/** A file of published answers that is no ledger. */
export const readAnswers = (name: string): string => readFileSync(ROOT + name, "utf8");

function readCase(name: string): PublishedCase {
  const folder = `${ROOT}${name}/`;
  const choices = /^method: (\w+)\noptions: (.*)\n$/.exec(
    readFileSync(`${folder}options.txt`, "utf8"),
  );
  if (choices === null)
    throw new Error(`${name}/options.txt is not two lines, method and options.`);
  const read = (file: string): TextTable | undefined =>
    existsSync(folder + file) ? readCsv(folder + file) : undefined;
  const ledger = readCsv(`${folder}ledger.csv`);
  return {
    name,
    ledger: [ledger.titles, ...ledger.rows],
    method: choices[1]!,
    options: choices[2]!,
    gains: read("expected/gains.csv"),
    lots: read("expected/lots.csv"),
    problems: read("expected/problems.csv"),
  };
}

/** These files have no quotes, so a comma always ends a cell. */
function readCsv(path: string): TextTable {
  const text = readFileSync(path, "utf8");
  if (text.includes('"')) throw new Error(`${path} has quotes.`);
  const [titles, ...rows] = text
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  return { titles: titles!, rows };
}
