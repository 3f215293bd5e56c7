import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { inject } from "vitest";
import webpack, { type Configuration } from "webpack";
import type {} from "./buildFolder.ts";

/** The folder that a build writes; it is built once in a run of tests. */
export async function builtOnce(
  name: string,
  build: (output: string) => Configuration | readonly Configuration[],
): Promise<string> {
  const folder = join(inject("buildFolder"), name);
  const faults = await madeOnce(`${name}.result`, () => faultsOf(build(folder)));
  if (faults !== "") throw new Error(faults);
  return folder;
}

/**
 * A text that takes long to make. The first test file of a run that asks for it makes it, and the
 * others, each in a process of its own, wait for it.
 */
export async function madeOnce(name: string, make: () => Promise<string>): Promise<string> {
  const file = join(inject("buildFolder"), name);
  if (isFirst(`${file}.lock`)) {
    const made = await make().then(
      (text) => ({ text }),
      (error: unknown) => ({ failure: String(error) }),
    );
    writeFileSync(`${file}.new`, JSON.stringify(made));
    renameSync(`${file}.new`, file);
  }
  while (!existsSync(file)) await setTimeout(50);
  const made = JSON.parse(readFileSync(file, "utf8")) as { text: string } | { failure: string };
  if ("failure" in made) throw new Error(made.failure);
  return made.text;
}

function isFirst(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    // Only one of several processes can make the folder.
    return false;
  }
}

/** What went wrong with a build, in words; empty when nothing did. */
function faultsOf(configuration: Configuration | readonly Configuration[]): Promise<string> {
  return new Promise((resolve) => {
    webpack([configuration].flat(), (error, stats) => {
      if (error !== null) resolve(error.message);
      else resolve(stats?.hasErrors() === true ? stats.toString({ preset: "errors-only" }) : "");
    });
  });
}
