import { readFileSync } from "node:fs";
import { basename, extname } from "node:path";
import {
  createWorkbook,
  generatedTabs,
  isRefusal,
  parseCsv,
  readWorkbook,
  refuseInserting,
  type Refusal,
} from "../workbook/index.ts";
import { fileSheetName, type SheetSample } from "../core/index.ts";
import type { ReportRequest } from "./commandLine.ts";
import { mergedSheet, type CsvSheet, type MergedSheet } from "./mergedSheet.ts";
import { shareTeller } from "./progress.ts";

/** A workbook to add tabs to, with the cells of its sheets. */
export type InputWorkbook = {
  /** The user's own bytes; for CSV files, a new workbook that holds them. */
  readonly bytes: Uint8Array;
  readonly dateSystem: 1900 | 1904;
  /** True where each sheet is a file that the user named. */
  readonly isOfCsvFiles: boolean;
  /** Sheets that may hold data: not those that the product made. */
  readonly sheets: readonly (SheetSample & {
    /** The file that it is, where it is one. */
    readonly file?: string | undefined;
  })[];
  /** The ledger that several files were merged into. */
  readonly merged: MergedSheet | undefined;
};

/**
 * Reads the files of a report: one workbook, or CSV files, which become the sheets of a new one.
 *
 * Refuses what cannot be read, and a workbook to which tabs cannot be added.
 */
export function readInput(
  files: readonly string[],
  request: ReportRequest,
): InputWorkbook | Refusal {
  const isCsv = (file: string): boolean => [".csv", ".tsv", ".txt"].includes(extensionOf(file));
  if (files.every(isCsv)) return ofCsvFiles(files, request);
  if (request.zones.length + request.wallets.length > 0) return { refusal: ONLY_CSV };
  const [file, ...others] = files;
  if (file === undefined || others.length > 0) return { refusal: ONE_WORKBOOK };
  return ofWorkbook(file);
}

const ONLY_CSV =
  "--zone and --wallet are for CSV files; in a workbook the column Wallet and the setting time_zone say so.";

const ONE_WORKBOOK =
  "A report is made from one workbook, or from CSV files alone: name one .xlsx or .xlsm, or only .csv files.";

function ofWorkbook(file: string): InputWorkbook | Refusal {
  const bytes = readBytes(file);
  if (isRefusal(bytes)) return bytes;
  const workbook = readWorkbook(bytes);
  if (isRefusal(workbook)) return workbook;
  const locked = refuseInserting(workbook);
  if (locked !== undefined) return locked;
  const ours = new Set(generatedTabs(workbook).map(({ name }) => name));
  const sheets: SheetSample[] = [];
  for (const { name, kind } of workbook.sheets) {
    if (ours.has(name) || kind !== "worksheet") continue;
    const cells = workbook.readSheet(name, shareTeller(`Reading ${name}`));
    if (isRefusal(cells)) return cells;
    sheets.push({ name, grid: cells.grid });
  }
  const { dateSystem } = workbook;
  return {
    bytes,
    dateSystem,
    isOfCsvFiles: false,
    sheets,
    merged: undefined,
  };
}

function ofCsvFiles(files: readonly string[], request: ReportRequest): InputWorkbook | Refusal {
  const read: CsvSheet[] = [];
  for (const file of files) {
    const bytes = readBytes(file);
    if (isRefusal(bytes)) return bytes;
    const grid = parseCsv(bytes);
    const isAlone = files.every((other) => other === file || basename(other) !== basename(file));
    // Files of several folders may bear one name.
    const name = isAlone ? basename(file, extname(file)) : file.replace(/\.[^.]*$/, "");
    const shown = isAlone ? basename(file) : file;
    read.push({ file: shown, name: fileSheetName(name, grid), grid });
  }
  const merged = mergedSheet(read, request);
  if (isRefusal(merged)) return merged;
  const sheets = merged === undefined ? read : [merged, ...read];
  const bytes = createWorkbook({ sheets: sheets.map(({ name, grid }) => ({ name, grid })) });
  if (isRefusal(bytes)) return bytes;
  return { bytes, dateSystem: 1900, isOfCsvFiles: true, sheets, merged };
}

function readBytes(file: string): Uint8Array | Refusal {
  try {
    return readFileSync(file);
  } catch (error) {
    return { refusal: `${file} cannot be read: ${(error as Error).message}.` };
  }
}

const extensionOf = (file: string): string => extname(file).toLowerCase();
