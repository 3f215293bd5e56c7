import { EsbuildPlugin } from "esbuild-loader";
import type { Configuration, WebpackPluginInstance } from "webpack";

/** One folder of `dist/`: bundles of TypeScript, and other files beside them. */
export type BundleFolder = {
  readonly name: string;
  /** The folder to write; what is in it goes. */
  readonly output: string;
  /** Source files by the name of their bundle. */
  readonly entries: Readonly<Record<string, string>>;
  /** Contents of other files by their path in the folder. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** The JavaScript that the host runs. */
  readonly target: "es2019" | "es2020";
  readonly minify: boolean;
};

/** What every host's build shares. The same sources give the same bytes. */
export function bundle({ target, minify, ...folder }: BundleFolder): Configuration {
  return {
    name: folder.name,
    mode: "production",
    devtool: false,
    target: ["web", target],
    entry: { ...folder.entries },
    output: { path: folder.output, filename: "[name].js", clean: true },
    resolve: { extensions: [".ts", ".js"] },
    module: {
      rules: [
        { test: /\.ts$/, loader: "esbuild-loader", options: { target } },
        // Files of the core do nothing when they are loaded: what is not used is left out.
        { test: /[\\/](?:core|workbook)[\\/].*\.ts$/, sideEffects: false },
      ],
    },
    optimization: {
      minimize: minify,
      minimizer: [new EsbuildPlugin({ target, legalComments: "eof" })],
    },
    performance: { hints: false },
    plugins: [emitFiles(folder.files)],
  };
}

/** Writes files beside the bundles. */
function emitFiles(files: BundleFolder["files"]): WebpackPluginInstance {
  return {
    apply: ({ hooks, webpack }) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      hooks.thisCompilation.tap("emit files", (compilation) => {
        compilation.hooks.processAssets.tap({ name: "emit files", stage }, () => {
          for (const [name, content] of Object.entries(files)) {
            const bytes = typeof content === "string" ? content : Buffer.from(content);
            compilation.emitAsset(name, new webpack.sources.RawSource(bytes));
          }
        });
      });
    },
  };
}
