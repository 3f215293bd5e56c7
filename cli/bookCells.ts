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
  return { balances: gridNamed(statements.balances), broker: gridNamed(statements.broker) };
}

const statementsLine = ({ statements = {} }: DetectedSheets): string =>
  (["balances", "broker"] as const)
    .flatMap((kind) => {
      const name = statements[kind];
      return name === undefined ? [] : [`, ${STATEMENTS[kind]}: sheet "${name}"`];
    })
    .join("");

const STATEMENTS = { balances: "balances", broker: "brokers' rows" } as const;

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
  { merged }: InputWorkbook,
  request: ReportRequest,
): Refusal | undefined {
  const named = [request.transactions, request.prices, request.settings];
  if (merged !== undefined) named.push(merged.name, ...merged.from);
  const left = found.unused.find(({ name }) => !named.includes(name));
  if (left === undefined || found.transactions === undefined) return undefined;
  if (left.fits === undefined) {
    return {
      refusal: `${left.name}.csv has neither the headings of a ledger nor those of prices or settings in its first rows: leave it out, or correct its header row.`,
    };
  }
  return {
    refusal: `${left.name}.csv and ${found[left.fits] ?? ""}.csv both hold ${left.fits}: give one of them, or put their rows into one file.`,
  };
}
