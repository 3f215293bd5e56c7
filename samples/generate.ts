import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sampleFiles } from "./sampleFiles.ts";

/** Writes every sample beside this file. */
for (const { name, bytes } of sampleFiles()) {
  writeFileSync(fileURLToPath(new URL(name, import.meta.url)), bytes);
}
