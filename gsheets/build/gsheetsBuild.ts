import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { EsbuildPlugin } from "esbuild-loader";
import type { Configuration, WebpackPluginInstance } from "webpack";
import { bundle } from "../../build/bundle.ts";
import { functionRegistry } from "../../core/index.ts";
import { codeJs, LIBRARY } from "./codeJs.ts";
import { sidebarPage } from "./sidebarPage.ts";

/** Where the files go, and where the menu stands. */
export type GsheetsBuild = {
  readonly output: string;
  /** "add-on" for a published add-on, "bound" for a script bound to a spreadsheet. */
  readonly menu: "add-on" | "bound";
};

/**
 * The build of `dist/gsheets`, exactly the files that clasp pushes: the manifest, the library,
 * `Code.js` with the functions that Google finds by name, and the sidebar as one page.
 */
export const gsheetsBuild = (to: GsheetsBuild): readonly Configuration[] => [
  server(to),
  sidebar(to),
];

/** clasp pushes whatever stands in the folder: what no build writes any more goes. */
const CLEAN = { keep: /^(?:Code\.js|core\.js|appsscript\.json|sidebar\.html)$/ };

function server({ output, menu }: GsheetsBuild): Configuration {
  const shared = bundle({
    name: "gsheets-server",
    output,
    target: "es2019",
    minify: true,
    entries: { core: pathOf("gsheets/server/library.ts") },
    files: {
      "Code.js": codeJs(functionRegistry, menu),
      "appsscript.json": text("gsheets/appsscript.json"),
    },
  });
  return {
    ...shared,
    target: "es2019",
    output: {
      path: output,
      filename: "[name].js",
      clean: CLEAN,
      library: { name: LIBRARY, type: "var" },
      iife: true,
      chunkFormat: false,
      chunkLoading: false,
      wasmLoading: false,
      workerChunkLoading: false,
    },
    optimization: {
      minimize: true,
      // Code.js is read by people, and its comments are the help in cells.
      minimizer: [new EsbuildPlugin({ target: "es2019", exclude: /^Code\.js$/ })],
    },
  };
}

function sidebar({ output }: GsheetsBuild): Configuration {
  const shared = bundle({
    name: "gsheets-sidebar",
    output,
    target: "es2020",
    minify: true,
    entries: { sidebar: pathOf("gsheets/sidebar/sidebar.ts") },
    files: {},
  });
  return {
    ...shared,
    output: { path: output, filename: "[name].js", clean: CLEAN },
    plugins: [...(shared.plugins ?? []), inlineScript("sidebar.js", "sidebar.html")],
  };
}

/** Puts the finished script into the page, which then stands alone. */
function inlineScript(script: string, page: string): WebpackPluginInstance {
  return {
    apply: ({ hooks, webpack }) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE;
      hooks.thisCompilation.tap("inline script", (compilation) => {
        compilation.hooks.processAssets.tap({ name: "inline script", stage }, () => {
          const source = compilation.getAsset(script)?.source.source().toString() ?? "";
          const html = sidebarPage(text("pane/pane.css"), source);
          compilation.emitAsset(page, new webpack.sources.RawSource(html));
          compilation.deleteAsset(script);
        });
      });
    },
  };
}

const pathOf = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const text = (path: string): string => readFileSync(pathOf(path), "utf8");
