import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { inject } from "vitest";
import webpack, { type Configuration } from "webpack";
import type {} from "./buildFolder.ts";

/**
 * The folder that a build writes. The first test file of a run that asks for it builds it, and the
 * others, each in a process of its own, wait for it.
 */
export async function builtOnce(
  name: string,
  build: (output: string) => Configuration,
): Promise<string> {
  const folder = join(inject("buildFolder"), name);
  const result = `${folder}.result`;
  if (isFirst(`${folder}.lock`)) {
    writeFileSync(`${result}.new`, await faultsOf(build(folder)));
    renameSync(`${result}.new`, result);
  }
  while (!existsSync(result)) await setTimeout(50);
  const faults = readFileSync(result, "utf8");
  if (faults !== "") throw new Error(faults);
  return folder;
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
function faultsOf(configuration: Configuration): Promise<string> {
  return new Promise((resolve) => {
    webpack(configuration, (error, stats) => {
      if (error !== null) resolve(error.message);
      else resolve(stats?.hasErrors() === true ? stats.toString("errors-only") : "");
    });
  });
}
