import { excelBuild } from "../../excel-addin/build/excelBuild.ts";
import { builtOnce } from "../support/builtOnce.ts";

/** Where the add-in of the tests is served from. */
export const TEST_URL = "https://example.com/tlh";

/** The folder with the built add-in. */
export const builtExcel = (): Promise<string> =>
  builtOnce("excel", (output) => excelBuild({ output, url: TEST_URL, namespace: undefined }));
