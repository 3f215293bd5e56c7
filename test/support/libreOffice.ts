import { spawn, spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { describe } from "vitest";

/** A workbook file in memory. */
export type WorkbookFile = { readonly bytes: Uint8Array; readonly extension: string };

/** A value as LibreOffice holds it; TRUE is 1. */
export type OfficeValue = number | string | { readonly error: number };

/** A formula cell before and after all formulas were computed anew. */
export type RecalculatedCell = {
  readonly sheet: string;
  /** Such as `C5`. */
  readonly cell: string;
  readonly formula: string;
  readonly before: OfficeValue;
  readonly after: OfficeValue;
};

export type Recalculated = {
  readonly sheets: readonly {
    readonly name: string;
    readonly isVisible: boolean;
    readonly charts: number;
  }[];
  readonly cells: readonly RecalculatedCell[];
};

/** How long LibreOffice may take for a test, or for what is done before tests. */
export const OFFICE_MILLISECONDS = 120_000;
const RECALCULATE = fileURLToPath(new URL("recalculate.py", import.meta.url));

/**
 * Tests that need LibreOffice and its Python. They are skipped, by a title that says why, where it
 * is not installed; with the environment variable CI set they then fail.
 */
export function describeWithLibreOffice(title: string, tests: () => void): void {
  const isMissing = installed() === undefined;
  const isExpected = (process.env["CI"] ?? "") !== "";
  describe.skipIf(isMissing && !isExpected)(
    isMissing ? `${title} (needs LibreOffice with Python's uno, which is not installed)` : title,
    { timeout: OFFICE_MILLISECONDS },
    tests,
  );
}

/** The workbook in another format, such as `pdf` or `csv`; an error when LibreOffice cannot open it. */
export const convertTo = (file: WorkbookFile, format: string): Promise<Uint8Array> =>
  withFolder(async (folder) => {
    const input = join(folder, `workbook.${file.extension}`);
    await writeFile(input, file.bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const target = ["--convert-to", format, "--outdir", join(folder, "converted"), input];
    const said = await run(office().soffice, [profile, "--headless", ...target]);
    const output = join(folder, "converted", `workbook.${format.split(":")[0]!}`);
    if (!existsSync(output)) throw new Error(`LibreOffice made no ${format}: ${said}`);
    return new Uint8Array(await readFile(output));
  });

/** Opens each workbook, computes all its formulas anew, and says what came out. */
export const recalculated = (files: readonly WorkbookFile[]): Promise<readonly Recalculated[]> =>
  withFolder(async (folder) => {
    const names = files.map(({ extension }, index) =>
      join(folder, `workbook${index}.${extension}`),
    );
    await Promise.all(files.map(({ bytes }, index) => writeFile(names[index]!, bytes)));
    const { soffice, python } = office();
    const profile = join(folder, "profile");
    return JSON.parse(
      await run(python, [RECALCULATE, soffice, profile, ...names]),
    ) as Recalculated[];
  });

type Office = { readonly soffice: string; readonly python: string };

function office(): Office {
  const found = installed();
  if (found === undefined) throw new Error("LibreOffice with Python's uno is not installed");
  return found;
}

function installed(): Office | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const soffice = [
    ...folders.map((folder) => join(folder, "soffice")),
    "/usr/lib/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  ].find((path) => existsSync(path));
  if (soffice === undefined) return undefined;
  const pythons = [join(dirname(realpathSync(soffice)), "python"), "/usr/bin/python3", "python3"];
  const python = pythons.find((path) => spawnSync(path, ["-c", "import uno"]).status === 0);
  return python === undefined ? undefined : { soffice, python };
}

async function withFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "workbook-"));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What the program printed; it and all that it started are ended when the time is up. */
function run(program: string, parameters: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { detached: true });
    const printed: Buffer[] = [];
    const complaints: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => printed.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => complaints.push(chunk));
    const timer = setTimeout(() => {
      endGroup(child.pid);
    }, OFFICE_MILLISECONDS - 5_000);
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      endGroup(child.pid);
      const output = Buffer.concat(printed).toString();
      const complaint = Buffer.concat(complaints).toString();
      if (code === 0) resolve(output);
      else reject(new Error(`${program} ended with ${code ?? "a signal"}: ${output}${complaint}`));
    });
  });
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    // Usually nothing of the group is left to end.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
