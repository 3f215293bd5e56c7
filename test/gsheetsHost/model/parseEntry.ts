import type { Entry } from "./cell.ts";
import type { LocaleRules } from "./locale.ts";
import { serialOfDay } from "./serialTime.ts";

/** What text becomes when it is typed into a cell. `numberFormat` is what Sheets gives an unformatted cell with it. */
export type Typed = {
  readonly entry: Entry;
  readonly formula?: string;
  readonly numberFormat?: string;
};

/** Error values that a cell can show. */
export const ERROR_TEXTS = [
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#ERROR!",
];

/**
 * Text as if typed in: a number, date, time, percentage, amount of money, boolean or error where it
 * looks like one, else text. A leading apostrophe makes text of anything. Formulas are the caller's.
 */
export function parseEntry(text: string, rules: LocaleRules, thisYear: number): Typed {
  if (text === "") return { entry: null };
  if (text.startsWith("'")) return { entry: text.slice(1) };
  const bare = text.trim();
  const upper = bare.toUpperCase();
  if (upper === "TRUE" || upper === rules.true) return { entry: true };
  if (upper === "FALSE" || upper === rules.false) return { entry: false };
  if (ERROR_TEXTS.includes(upper)) return { entry: { error: upper } };
  if (!/\d/.test(bare)) return { entry: text };
  return parseNumber(bare, rules) ?? parseMoment(bare, rules, thisYear) ?? { entry: text };
}

function parseNumber(text: string, rules: LocaleRules): Typed | undefined {
  const bracketed = /^\((.*)\)$/.exec(text)?.[1];
  const inner = bracketed ?? text;
  const plain = inner.replace("%", "").replace(rules.currency, "").trim();
  const digits = readDigits(plain, rules);
  if (digits === undefined) return undefined;
  const value = bracketed === undefined ? digits.value : -digits.value;
  if (inner.endsWith("%")) return { entry: value / 100, numberFormat: `0${digits.places}%` };
  if (inner.includes("%")) return undefined;
  const money = inner.includes(rules.currency) ? "$" : "";
  if (money !== "" || digits.grouped) {
    return { entry: value, numberFormat: `${money}#,##0${digits.places}` };
  }
  return digits.scientific ? { entry: value, numberFormat: "0.00E+00" } : { entry: value };
}

type Digits = {
  readonly value: number;
  readonly places: string;
  readonly grouped: boolean;
  readonly scientific: boolean;
};

function readDigits(text: string, rules: LocaleRules): Digits | undefined {
  const pattern = patterns.get(rules) ?? numberPattern(rules);
  patterns.set(rules, pattern);
  const [, sign = "", units = "", fraction = "", exponent] = pattern.exec(text) ?? [];
  if (units === "" && fraction === "") return undefined;
  const size = Number(`${units.replaceAll(rules.group, "")}.${fraction}e${exponent ?? "0"}`);
  if (!Number.isFinite(size)) return undefined;
  return {
    value: sign === "-" ? -size : size,
    places: fraction === "" ? "" : ".00",
    grouped: units.includes(rules.group),
    scientific: exponent !== undefined,
  };
}

const patterns = new Map<LocaleRules, RegExp>();

function numberPattern(rules: LocaleRules): RegExp {
  const group = escaped(rules.group);
  const whole = `\\d+|\\d{1,3}(?:${group}\\d{3})+`;
  return new RegExp(`^([+-]?)(${whole})?(?:${escaped(rules.decimal)}(\\d*))?(?:[eE]([+-]?\\d+))?$`);
}

function parseMoment(text: string, rules: LocaleRules, thisYear: number): Typed | undefined {
  const [, datePart = "", timePart] =
    /^(.*?)(?:(?:^|[ T])(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp][Mm])?))?$/.exec(text) ?? [];
  const seconds = timePart === undefined ? 0 : secondsOf(timePart);
  if (seconds === undefined) return undefined;
  if (datePart === "") {
    return timePart === undefined
      ? undefined
      : { entry: seconds / 86_400, numberFormat: "H:mm:ss" };
  }
  const day = parseDay(datePart, rules, thisYear);
  if (day === undefined) return undefined;
  return {
    entry: day + seconds / 86_400,
    numberFormat: timePart === undefined ? rules.dateFormat : rules.dateTimeFormat,
  };
}

function secondsOf(text: string): number | undefined {
  const found = /^(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?(?: ?([AaPp])[Mm])?$/.exec(text);
  if (found === null) return undefined;
  const [, hours = "", minutes = "", seconds = "0", half = ""] = found;
  const hour =
    half === "" ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) >= 60) return undefined;
  return hour * 3600 + Number(minutes) * 60 + Number(seconds);
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function parseDay(text: string, rules: LocaleRules, thisYear: number): number | undefined {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (iso !== null) return serialOfDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const named = /^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})$/.exec(text);
  if (named !== null) {
    const month = MONTHS.indexOf((named[1] ?? "").slice(0, 3).toLowerCase());
    return month < 0 ? undefined : serialOfDay(Number(named[3]), month + 1, Number(named[2]));
  }
  const separator = `[${escaped(rules.dateSeparators)}]`;
  const short = new RegExp(
    `^(\\d{1,2})${separator}(\\d{1,2})(?:${separator}(\\d{4}|\\d{2})?)?$`,
  ).exec(text);
  if (short === null) return undefined;
  const [, one = "", other = "", year] = short;
  const full = year === undefined ? thisYear : Number(year) + (year.length === 2 ? 2000 : 0);
  return rules.dateOrder === "mdy"
    ? serialOfDay(full, Number(one), Number(other))
    : serialOfDay(full, Number(other), Number(one));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}
