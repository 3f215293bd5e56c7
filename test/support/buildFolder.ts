import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  // An interface, so that it merges with vitest's own.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  export interface ProvidedContext {
    buildFolder: string;
  }
}

/** A folder for what tests build, gone when the run is over. */
export function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "tlh-build-"));
  provide("buildFolder", folder);
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
