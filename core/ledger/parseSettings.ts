import { ZERO_MONEY } from "../money/amounts.ts";
import type { CellGrid, CellValue } from "./cells.ts";
import { CRYPTO_FUNDS } from "./cryptoFunds.ts";
import { nearestName } from "./nearestName.ts";
import type { Problem } from "./problem.ts";
import { logError, logWarning, problemLog, type ProblemLog } from "./problemLog.ts";
import { SETTING_READERS } from "./settingReaders.ts";
import type { Settings } from "./settings.ts";
import { cellText, isEmpty, isFault, wordKey } from "./words.ts";

/** The settings of a run, and what is wrong with those that the user wrote. */
export type ParsedSettings = {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
};

/** What holds where the user says nothing. */
export const DEFAULT_SETTINGS: Settings = {
  scope: "wallet",
  wash: "securities",
  securities: CRYPTO_FUNDS,
  identical: [],
  replaces: [],
  sameLot: "exclude",
  incomeCounts: "yes",
  tacking: "union",
  transferFee: "dispose",
  asOf: undefined,
  taxYear: undefined,
  filingStatus: "single",
  taxableIncome: undefined,
  magi: undefined,
  shortRate: undefined,
  longRate: undefined,
  stateRate: undefined,
  otherShortGain: ZERO_MONEY,
  otherLongGain: ZERO_MONEY,
  carryoverShort: ZERO_MONEY,
  carryoverLong: ZERO_MONEY,
  minLoss: ZERO_MONEY,
  sellCost: { coefficient: 0, decimals: 0 },
  timeZone: undefined,
  methodSince: [],
  planned: [],
  opening: undefined,
  dateSystem: 1900,
  repair: new Set(),
};

/**
 * Reads the settings: text with `;` between them, or a range of names and values.
 *
 * Names and words are read in any case. An unknown name and a bad value are Errors, and the default
 * holds. A blank value is the default; so is the number 0 in a range, because hosts hand over blank
 * cells as 0: the word `zero` is a real zero. `beating` are names and values that beat the options'.
 */
export function parseSettings(
  options: CellValue | CellGrid | undefined,
  beating: CellGrid = [],
): ParsedSettings {
  const log = problemLog("options");
  const values = new Map([
    ...namedValues(log, isGrid(options) ? options : [[options ?? null]]),
    ...namedValues(log, beating),
  ]);
  let settings = DEFAULT_SETTINGS;
  // The other dates are read in the date system that is chosen here.
  const dateSystem = values.get("date_system");
  const names =
    dateSystem === undefined ? values.keys() : new Set(["date_system", ...values.keys()]);
  for (const name of names) {
    const reader = SETTING_READERS.get(name);
    const value = values.get(name);
    if (reader === undefined || value === undefined) continue;
    const read = isFault(value) ? undefined : reader.read(value, settings.dateSystem);
    if (read === undefined) {
      logBadValue(log, name, value, reader.expected);
    } else settings = { ...settings, ...read };
  }
  const problems = log.problems.map((problem) => ({ ...problem, row: undefined }));
  return { settings, problems };
}

/** True for a range of which most rows with a name have the name of a setting. */
export function isSettings(grid: CellGrid): boolean {
  const names = grid
    .map(([first = null]) => first)
    .filter((cell): cell is string => typeof cell === "string" && !isHeading(cell));
  const known = names.filter((name) => NAMES_BY_KEY.has(wordKey(name)));
  return known.length > 0 && known.length * 2 > names.length;
}

const NAMES = [...SETTING_READERS.keys()];
const NAMES_BY_KEY: ReadonlyMap<string, string> = new Map(
  NAMES.map((name) => [wordKey(name), name]),
);
const HEADINGS: ReadonlySet<string> = new Set(["name", "names", "setting", "settings", "option"]);

/** Values by the contract's names; the last of several for one name counts. */
function namedValues(log: ProblemLog, grid: CellGrid): ReadonlyMap<string, CellValue> {
  const values = new Map<string, CellValue>();
  const note = (spelled: string, value: CellValue): void => {
    const name = NAMES_BY_KEY.get(wordKey(spelled));
    if (name === undefined) {
      const nearest = nearestName(spelled.trim().toLowerCase(), NAMES);
      logError(log, { code: "unknown-setting", name: spelled.trim(), nearest });
      return;
    }
    if (isEmpty(value)) return;
    if (values.has(name)) {
      logWarning(log, { code: "repeated-setting", name, used: cellText(value) });
    }
    values.set(name, value);
  };
  for (const row of grid) {
    const [first = null, second = null] = row;
    if (typeof first === "string" && (first.includes("=") || row.length < 2)) {
      for (const setting of first.split(/[;\n]/)) noteText(log, setting, note);
    } else if (!isHeading(first)) noteRow(log, [first, second], note);
  }
  return values;
}

type Note = (name: string, value: CellValue) => void;

function noteText(log: ProblemLog, setting: string, note: Note): void {
  const sign = setting.indexOf("=");
  if (setting.trim() === "") return;
  if (sign < 0 || setting.slice(0, sign).trim() === "")
    logError(log, { code: "setting-without-name", found: setting.trim() });
  else note(setting.slice(0, sign), setting.slice(sign + 1).trim());
}

function noteRow(log: ProblemLog, [name, value]: [CellValue, CellValue], note: Note): void {
  if (!isEmpty(name)) note(cellText(name), value);
  else if (!isEmpty(value)) {
    logError(log, { code: "setting-without-name", found: cellText(value) });
  }
}

const isHeading = (cell: CellValue): boolean => HEADINGS.has(wordKey(cellText(cell)));

const isGrid = (options: CellValue | CellGrid | undefined): options is CellGrid =>
  Array.isArray(options);

function logBadValue(log: ProblemLog, name: string, value: CellValue, expected: string): void {
  logError(log, { code: "bad-setting", name, found: cellText(value), expected });
}
