import { EsbuildPlugin } from "esbuild-loader";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import webpack, { type Configuration, type WebpackPluginInstance } from "webpack";
import { bundle, type BundleFolder } from "../../build/bundle.ts";
import { functionRegistry } from "../../core/index.ts";
import { APART, APART_ENTRY, standIn } from "./apart.ts";
import { codeJs, LIBRARY } from "./codeJs.ts";
import { pathOf } from "./pathOf.ts";
import { sidebarPage } from "./sidebarPage.ts";

const { NormalModuleReplacementPlugin } = webpack;

/** Where the files go, and where the menu stands. */
export type GsheetsBuild = {
  readonly output: string;
  /** "add-on" for a published add-on, "bound" for a script bound to a spreadsheet. */
  readonly menu: "add-on" | "bound";
};

/**
 * The build of `dist/gsheets`, exactly the files that clasp pushes: the manifest, the core and what
 * stands apart from it, `Code.js` with the functions that Google finds by name, and the sidebar as
 * one page.
 */
export const gsheetsBuild = (to: GsheetsBuild): readonly Configuration[] => [
  server(to),
  ledger(to),
  sidebar(to),
];

/** clasp pushes whatever stands in the folder: what no build writes any more goes. */
const CLEAN = { keep: /^(?:Code\.js|core\.js|ledger\.js|appsscript\.json|sidebar\.html)$/ };

function server({ output, menu }: GsheetsBuild): Configuration {
  const core = library({
    name: "gsheets-server",
    output,
    entries: { core: pathOf("gsheets/server/library.ts") },
    files: {
      "Code.js": codeJs(functionRegistry, menu),
      "appsscript.json": text("gsheets/appsscript.json"),
    },
    global: LIBRARY,
  });
  return { ...core, plugins: [...(core.plugins ?? []), putApart] };
}

const ledger = ({ output }: GsheetsBuild): Configuration =>
  library({
    name: "gsheets-ledger",
    output,
    entries: { ledger: APART_ENTRY },
    files: {},
    global: APART,
  });

/** Has a stand-in read instead of each file that is in `ledger.js`. */
const putApart = new NormalModuleReplacementPlugin(/\.ts$/, (resource: ResolvedFile) => {
  const path = standIn(join(resource.context, resource.request));
  if (path !== undefined) resource.request = path;
});

type ResolvedFile = { readonly context: string; request: string };

/** A script that leaves its exports in one global, and of which Google needs no other file. */
function library({
  global,
  ...folder
}: Pick<BundleFolder, "name" | "output" | "entries" | "files"> & {
  readonly global: string;
}): Configuration {
  const target = "es2019";
  return {
    ...bundle({ ...folder, target, minify: true }),
    target,
    output: {
      path: folder.output,
      filename: "[name].js",
      clean: CLEAN,
      library: { name: global, type: "var" },
      iife: true,
      chunkFormat: false,
      chunkLoading: false,
      wasmLoading: false,
      workerChunkLoading: false,
    },
    optimization: {
      minimize: true,
      // Code.js is read by people, and its comments are the help in cells.
      minimizer: [new EsbuildPlugin({ target, exclude: /^Code\.js$/ })],
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

const text = (path: string): string => readFileSync(pathOf(path), "utf8");
