import { fileURLToPath } from "node:url";
import { tsImport } from "tsx/esm/api";

const { excelBuild } = await tsImport("./excel-addin/build/excelBuild.ts", import.meta.url);
const { gsheetsBuild } = await tsImport("./gsheets/build/gsheetsBuild.ts", import.meta.url);
const { workbenchBuild } = await tsImport("./workbench/build/workbenchBuild.ts", import.meta.url);

/**
 * `webpack [--env url=https://example.com/tlh] [--env namespace=TLH]`, or the same in ADDIN_URL and
 * ADDIN_NAMESPACE: where Excel's add-in will be served from, and what stands before its functions.
 * `--env menu=add-on`, or GSHEETS_MENU, for a published add-on in Google Sheets.
 */
export default (env) => [
  excelBuild({
    url: env.url ?? process.env.ADDIN_URL,
    namespace: env.namespace ?? process.env.ADDIN_NAMESPACE,
    output: fileURLToPath(new URL("dist/excel", import.meta.url)),
  }),
  ...gsheetsBuild({
    menu: (env.menu ?? process.env.GSHEETS_MENU) === "add-on" ? "add-on" : "bound",
    output: fileURLToPath(new URL("dist/gsheets", import.meta.url)),
  }),
  workbenchBuild(fileURLToPath(new URL("dist/workbench", import.meta.url))),
];
