import { existsSync, readFileSync, realpathSync } from "node:fs";
import { basename, dirname, extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import {
  ALL_TABS,
  exportForms,
  generateTabs,
  isUnreadable,
  tabKind,
  USUAL_TABS,
  type ExportedForms,
  type GeneratedTabs,
  type TabKind,
} from "../core/index.ts";
import {
  generatedTabs,
  insertTabs,
  isRefusal,
  readWorkbook,
  type Refusal,
} from "../workbook/index.ts";
import { readCommandLine, USAGE, type ReportRequest } from "./commandLine.ts";
import { bookCells } from "./bookCells.ts";
import { exportFiles } from "./exportFiles.ts";
import { readInput } from "./inputFile.ts";
import { intlZoneOffsets } from "../zones/intlZoneOffsets.ts";
import { summariesText } from "./printSummaries.ts";
import { reportJson } from "./reportJson.ts";
import { shareTeller, step } from "./progress.ts";
import { writeWhole, type FileToWrite } from "./writeWhole.ts";

/** Exit codes: done, and could not be done. */
const DONE = 0;
const REFUSED = 2;

const SAMPLE = fileURLToPath(new URL("../samples/portfolio.xlsx", import.meta.url));

/**
 * The report command: reads the files, makes the tabs, writes the copy, prints the summaries.
 *
 * Returns the exit code. Whatever cannot be done is one sentence on the error stream and code 2,
 * and the input stays as it was.
 */
export function runReport(args: readonly string[]): number {
  const request = readCommandLine(args);
  if ("usage" in request) return refuse(request.usage);
  if (request.help) {
    process.stdout.write(USAGE);
    return DONE;
  }
  const made = makeReport(request);
  if (isRefusal(made)) return refuse(made.refusal);
  const { path, generated, files, forms } = made;
  try {
    writeWhole(files);
  } catch (error) {
    return refuse(
      `${path} could not be written: ${(error as Error).message}. Nothing was changed.`,
    );
  }
  for (const file of files.slice(1)) step(`Wrote ${shortPath(file.path)}`);
  for (const remark of forms?.remarks ?? []) step(remark);
  print(generated, path, request);
  return DONE;
}

/** A report that is ready to be written. */
type MadeReport = {
  /** Where the result goes. */
  readonly path: string;
  readonly generated: GeneratedTabs;
  /** The result, then the files for tax software. */
  readonly files: readonly FileToWrite[];
  readonly forms: ExportedForms | undefined;
};

function makeReport(request: ReportRequest): MadeReport | Refusal {
  const inputs = request.files.length === 0 ? [SAMPLE] : request.files;
  const target = targetOf(inputs, request);
  if (isRefusal(target)) return target;
  const kinds = tabsAskedFor(request.tabs);
  if (isRefusal(kinds)) return kinds;
  step(`Opening ${inputs.map(shortPath).join(", ")}`);
  const input = readInput(inputs, request);
  if (isRefusal(input)) return input;
  if (input.merged !== undefined) step(input.merged.line);
  const cells = bookCells(input, request);
  if (isRefusal(cells)) return cells;
  step(cells.sources);
  const generated = generateTabs(cells.cells, kinds, {
    zones: { offsets: intlZoneOffsets, workbookZone: undefined },
    progress: step,
  });
  if (isUnreadable(generated)) return { refusal: `${cells.sheet}: ${generated.unreadable}` };
  step("Writing the workbook");
  const bytes = insertTabs({
    bytes: input.bytes,
    tabs: generated.tabs,
    sourceSheet: cells.sheet,
    deflate: (stored) => deflateRawSync(stored),
    onProgress: shareTeller("Writing the workbook"),
  });
  if (isRefusal(bytes)) return bytes;
  const forms = formsOf(generated, request);
  const exported = forms === undefined ? [] : exportFiles(forms, target.path, inputs);
  if (isRefusal(exported)) return exported;
  return {
    path: target.path,
    generated,
    files: [{ path: target.path, bytes }, ...exported],
    forms,
  };
}

/** The forms that were asked for; undefined for none. */
function formsOf(
  { books, replayOfYear }: GeneratedTabs,
  { exports }: ReportRequest,
): ExportedForms | undefined {
  if (exports.length === 0) return undefined;
  step("Writing the files for tax software");
  return exportForms({ books, replay: replayOfYear() }, exports);
}

type Target = { readonly path: string };

/** Where the result goes; refused where it would take the place of something of the user's. */
function targetOf(files: readonly string[], { out, inPlace }: ReportRequest): Target | Refusal {
  const [first = SAMPLE] = files;
  if (inPlace) {
    return files.length === 1 && /\.xls[xm]$/i.test(first)
      ? { path: realPath(first) }
      : { refusal: "--in-place needs one workbook, .xlsx or .xlsm, to write into." };
  }
  const path = out ?? join(dirname(first), defaultName(first));
  if (files.some((file) => realPath(file) === realPath(path))) {
    return { refusal: `${path} is the input itself: choose another --out, or say --in-place.` };
  }
  if (out === undefined && existsSync(path) && !isOurs(path)) {
    return {
      refusal: `${path} exists and was not made by this command: move it, or choose another name with --out.`,
    };
  }
  return { path };
}

const defaultName = (file: string): string => {
  const extension = extname(file);
  const kept = extension.toLowerCase() === ".xlsm" ? extension : ".xlsx";
  return `${basename(file, extension)}.tlh${kept}`;
};

function realPath(file: string): string {
  return existsSync(file) ? realpathSync(file) : file;
}

/** True for a workbook with a tab of ours in it. */
function isOurs(path: string): boolean {
  const workbook = readWorkbook(readFileSync(path));
  return !isRefusal(workbook) && generatedTabs(workbook).length > 0;
}

function tabsAskedFor(names: readonly string[]): readonly TabKind[] | Refusal {
  if (names.length === 0) return USUAL_TABS;
  if (names.length === 1 && names[0]?.toLowerCase() === "all") return ALL_TABS;
  const kinds: TabKind[] = [];
  for (const name of names) {
    const kind = tabKind(name);
    if (kind === undefined) {
      const known = ALL_TABS.map((one) => one.name).join(", ");
      return { refusal: `There is no tab "${name}": choose among ${known}.` };
    }
    kinds.push(kind);
  }
  return kinds;
}

function print(generated: GeneratedTabs, path: string, { json }: ReportRequest): void {
  if (json) {
    process.stdout.write(`${reportJson(generated)}\n`);
    step(`The result is in ${shortPath(path)}`);
    return;
  }
  const errors = generated.problems.filter(({ severity }) => severity === "Error").length;
  const warnings = generated.problems.length - errors;
  process.stdout.write(
    [
      summariesText(generated.tabs),
      `Problems in the data: ${errors} errors, ${warnings} warnings. ${generated.problems.length > 0 ? 'List them with --tabs "Problems" or --json.' : ""}`.trim(),
      `The result is in ${shortPath(path)}`,
      "",
    ].join("\n"),
  );
}

const shortPath = (path: string): string => {
  const short = relative(process.cwd(), path);
  return short.startsWith("..") ? path : short;
};

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return REFUSED;
}
