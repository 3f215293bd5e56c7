import { readFileSync } from "node:fs";
import { gsheetsBuild } from "../../gsheets/build/gsheetsBuild.ts";
import { claspPush, type ClaspPush } from "../gsheetsHost/claspPush.ts";
import type { PushedFile } from "../gsheetsHost/project.ts";
import { builtOnce, madeOnce } from "../support/builtOnce.ts";

/** The folder with the script to bind to a spreadsheet. */
export const builtFolder = (): Promise<string> =>
  builtOnce("gsheets", (output) => gsheetsBuild({ output, menu: "bound" }));

/** The project as the real clasp pushes it, from a build of the sources as they are. */
export async function builtProject(): Promise<ClaspPush> {
  const folder = await builtFolder();
  const pushed = await madeOnce("gsheets.pushed", async () =>
    JSON.stringify(await claspPush(folder)),
  );
  return JSON.parse(pushed) as ClaspPush;
}

/** The files of a published add-on: its server is built with that flag, its sidebar is the same. */
export async function addonFiles(): Promise<readonly PushedFile[]> {
  const { files } = await builtProject();
  const folder = await builtOnce("gsheets-add-on", (output) =>
    gsheetsBuild({ output, menu: "add-on" }).filter(({ name }) => name !== "gsheets-sidebar"),
  );
  return files.map((file) =>
    file.type === "SERVER_JS"
      ? { ...file, source: readFileSync(`${folder}/${file.name}.js`, "utf8") }
      : file,
  );
}
