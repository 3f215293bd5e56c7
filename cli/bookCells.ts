import {
  detectSheets,
  type CellGrid,
  type DetectedSheets,
  type ReportCells,
  type SheetRole,
  type StatementGrids,
} from "../core/index.ts";
import { isRefusal, type Refusal } from "../workbook/index.ts";
import type { ReportRequest } from "./commandLine.ts";
import type { InputWorkbook } from "./inputFile.ts";

/** The cells of a report, and where they were found. */
export type FoundCells = {
  readonly cells: ReportCells;
  /** The sheet with the transactions. */
  readonly sheet: string;
  /** One line that says which sheet is read as what. */
  readonly sources: string;
};

/** The ranges to read: the sheets named by the user, else those found by their headings. */
export function bookCells(input: InputWorkbook, request: ReportRequest): FoundCells | Refusal {
  const found = detectSheets(input.sheets);
  const left = input.isOfCsvFiles ? leftOutFile(found, input, request) : undefined;
  if (left !== undefined) return left;
  const names = sheetNames(input, found, request);
  const grids: Partial<Record<SheetRole, CellGrid>> = {};
  for (const role of ROLES) {
    const grid = gridOf(input, names, role);
    if (isRefusal(grid)) return grid;
    if (grid !== undefined) grids[role] = grid;
  }
  const { transactions, prices, settings } = grids;
  if (transactions === undefined) return { refusal: NO_TRANSACTIONS };
  const dates: CellGrid = input.dateSystem === 1904 ? [["date_system", "1904"]] : [];
  const set = [...dates, ...request.set];
  return {
    sheet: names.transactions ?? "",
    sources: sourcesLine(names) + statementsLine(found),
    cells: {
      transactions,
      prices,
      options: settings,
      set,
      asOf: request.asOf,
      found: input.merged?.problems ?? [],
      statements: statementGrids(input, found),
    },
  };
}

/** What others stated: sheets of balances and of brokers' forms. */
function statementGrids(
  { sheets }: InputWorkbook,
  { statements = {} }: DetectedSheets,
): StatementGrids {
  const gridNamed = (wanted: string | undefined): CellGrid | undefined =>
    sheets.find(({ name }) => name === wanted)?.grid;
  const brokers = (statements.brokers ?? []).flatMap((name) => {
    const grid = gridNamed(name);
    return grid === undefined ? [] : [{ name, grid }];
  });
  return { balances: gridNamed(statements.balances), brokers };
}

function statementsLine({ statements = {} }: DetectedSheets): string {
  const { balances, brokers = [] } = statements;
  const forms = brokers.map((name) => `"${name}"`).join(", ");
  return (
    (balances === undefined ? "" : `, balances: sheet "${balances}"`) +
    (forms === "" ? "" : `, brokers' rows: ${brokers.length === 1 ? "sheet" : "sheets"} ${forms}`)
  );
}

const ROLES = ["transactions", "prices", "settings"] as const;

const NO_TRANSACTIONS =
  "No sheet has the headings of a ledger (Date, Type, Asset, Quantity and Price or Total, or a service's export): name the sheet with --transactions.";

/** The sheets that the user names, else the merged one, else those found by their headings. */
const sheetNames = (
  { merged }: InputWorkbook,
  found: DetectedSheets,
  request: ReportRequest,
): Names => ({
  transactions: request.transactions ?? merged?.name ?? found.transactions,
  prices: request.prices ?? found.prices,
  settings: request.settings ?? found.settings,
});

type Names = Readonly<Record<SheetRole, string | undefined>>;

function gridOf(
  input: InputWorkbook,
  names: Names,
  role: SheetRole,
): CellGrid | Refusal | undefined {
  const name = names[role];
  if (name === undefined) return undefined;
  const sheet = input.sheets.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (sheet !== undefined) return sheet.grid;
  const present = input.sheets.map((one) => `"${one.name}"`).join(", ");
  return { refusal: `There is no sheet "${name}" for the ${role}: the file has ${present}.` };
}

const sourcesLine = (names: Names): string =>
  ROLES.map((role) => {
    const name = names[role];
    return `${role}: ${name === undefined ? "none" : `sheet "${name}"`}`;
  }).join(", ");

/** A file that the user named is read, or refused; it is never left out in silence. */
function leftOutFile(
  found: DetectedSheets,
  input: InputWorkbook,
  request: ReportRequest,
): Refusal | undefined {
  const { merged } = input;
  const named = [request.transactions, request.prices, request.settings];
  if (merged !== undefined) named.push(merged.name, ...merged.from);
  const left = found.unused.find(({ name }) => !named.includes(name));
  if (left === undefined) return undefined;
  const { name, fits } = left;
  const file = fileOf(input, name);
  if (fits === undefined) {
    return {
      refusal: `${file} ${seenIn(input, name)}: those are the headings of no ledger (Date, Type, Asset, Quantity, and Price or Total), of no service's export, and not those of prices, settings, balances or a Form 1099. Leave the file out, or correct its header row.`,
    };
  }
  const other = fileOf(
    input,
    (fits === "balances" ? found.statements?.balances : found[fits]) ?? "",
  );
  return {
    refusal: `${file} and ${other} both hold ${fits}: give one of them, or put their rows into one file.`,
  };
}

/** What a sheet's file is called. */
const fileOf = ({ sheets }: InputWorkbook, name: string): string =>
  sheets.find((sheet) => sheet.name === name)?.file ?? name;

/** What stands in the first row of a file that is not blank, shortened. */
function seenIn({ sheets }: InputWorkbook, name: string): string {
  const grid = sheets.find((sheet) => sheet.name === name)?.grid ?? [];
  const rows = grid.map((row) => row.map(textOf).filter(Boolean));
  const first = rows.find((row) => row.length > 0);
  if (first === undefined) return "is empty";
  const shown = first.slice(0, MOST_SHOWN).map((text) => `"${text.slice(0, LONGEST_SHOWN)}"`);
  return `begins with ${shown.join(", ")}${first.length > MOST_SHOWN ? " …" : ""}`;
}

const textOf = (cell: CellGrid[number][number]): string =>
  typeof cell === "string" ? cell.trim() : "";

const MOST_SHOWN = 6;
const LONGEST_SHOWN = 40;
