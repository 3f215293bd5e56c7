import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { PushedFile } from "../project.ts";

/** The folder of the sample project. */
export const SAMPLE_FOLDER = fileURLToPath(new URL(".", import.meta.url));

/** The sample project as clasp pushes it. */
export function sampleFiles(): readonly PushedFile[] {
  const source = (name: string): string => readFileSync(`${SAMPLE_FOLDER}${name}`, "utf8");
  return [
    { name: "appsscript", type: "JSON", source: source("appsscript.json") },
    { name: "Code", type: "SERVER_JS", source: source("Code.gs") },
    { name: "core", type: "SERVER_JS", source: source("core.gs") },
    { name: "pane", type: "HTML", source: source("pane.html") },
  ];
}

/** A project of one script, with the manifest of the sample and other scopes where given. */
export function projectOf(source: string, scopes?: readonly string[]): readonly PushedFile[] {
  const [manifest] = sampleFiles();
  const text = manifest?.source ?? "{}";
  const changed = {
    ...(JSON.parse(text) as object),
    ...(scopes === undefined ? {} : { oauthScopes: scopes }),
  };
  return [
    { name: "appsscript", type: "JSON", source: JSON.stringify(changed) },
    { name: "Code", type: "SERVER_JS", source },
  ];
}
