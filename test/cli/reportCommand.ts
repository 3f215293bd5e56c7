import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { builtOnce } from "../support/builtOnce.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The command as one file: it starts in a tenth of the time that its sources take. */
const folder = await builtOnce("cli", (output) => ({
  mode: "none",
  target: "node20",
  entry: { report: join(root, "cli/report.ts") },
  output: { path: output, filename: "[name].cjs" },
  resolve: { extensions: [".ts", ".js"] },
  module: { rules: [{ test: /\.ts$/, loader: "esbuild-loader", options: { target: "node20" } }] },
}));
const node = [process.execPath, join(folder, "report.cjs")] as const;

/** What a run of the command left. */
export type Run = { readonly code: number | null; readonly out: string; readonly error: string };

/** Runs the report command to its end, from the project's folder. */
export function report(...args: readonly string[]): Run {
  const [command, ...options] = node;
  const { status, stdout, stderr } = spawnSync(command, [...options, ...args], {
    cwd: root,
    encoding: "utf8",
  });
  return { code: status, out: stdout, error: stderr };
}

/** Runs it in a shell that lets no file grow beyond so many blocks of 1,024 bytes. */
export function reportOnFullDisk(blocks: number, ...args: readonly string[]): Run {
  const words = [...node, ...args].map((word) => `'${word.replace(/'/g, "'\\''")}'`).join(" ");
  const { status, stdout, stderr } = spawnSync(
    "bash",
    ["-c", `trap '' XFSZ; ulimit -f ${blocks}; ${words}`],
    { cwd: root, encoding: "utf8" },
  );
  return { code: status, out: stdout, error: stderr };
}

/** Starts it and kills it after so many milliseconds. */
export async function reportKilledAfter(
  milliseconds: number,
  ...args: readonly string[]
): Promise<void> {
  const [command, ...options] = node;
  const child = spawn(command, [...options, ...args], { cwd: root, stdio: "ignore" });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  setTimeout(() => child.kill("SIGKILL"), milliseconds);
  await ended;
}

/** A folder of its own for one test, gone afterwards. */
export async function inFolder(test: (folder: string) => unknown): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  try {
    await test(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
