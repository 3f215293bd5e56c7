import { gsheetsBuild } from "../../gsheets/build/gsheetsBuild.ts";
import { claspPush, type ClaspPush } from "../gsheetsHost/claspPush.ts";
import { builtOnce, madeOnce } from "../support/builtOnce.ts";

/** The folder with the built add-on; `menu` as in the build. */
export const builtFolder = (menu: "add-on" | "bound" = "bound"): Promise<string> =>
  builtOnce(`gsheets-${menu}`, (output) => gsheetsBuild({ output, menu }));

/** The project as the real clasp pushes it, from a build of the sources as they are. */
export async function builtProject(menu: "add-on" | "bound" = "bound"): Promise<ClaspPush> {
  const folder = await builtFolder(menu);
  const pushed = await madeOnce(`gsheets-${menu}.pushed`, async () =>
    JSON.stringify(await claspPush(folder)),
  );
  return JSON.parse(pushed) as ClaspPush;
}
