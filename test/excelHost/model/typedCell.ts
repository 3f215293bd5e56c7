import { invalidArgument } from "../hostObject.ts";
import type { Cell } from "./cells.ts";

/** What becomes of an input, and the number format that it brings to a cell without one. */
export type TypedCell = { readonly cell: Cell | undefined; readonly format?: string };

/** The most characters that a cell and a formula hold. */
const MOST_TEXT = 32_767;
const MOST_FORMULA = 8_192;

/**
 * Reads an input as Excel reads what is typed into a cell of a number format, in the notation of
 * the United States. Text that looks like a number, a date, a truth value or a formula becomes one,
 * unless the format is text or an apostrophe stands before it.
 */
export function typedCell(input: string | number | boolean, numberFormat: string): TypedCell {
  if (typeof input !== "string") {
    return { cell: numberFormat === "@" ? String(input) : input };
  }
  if (input === "") return { cell: undefined };
  if (input.length > MOST_TEXT) throw invalidArgument(`A cell holds ${MOST_TEXT} characters.`);
  if (numberFormat === "@") return { cell: input };
  if (input.startsWith("'")) return { cell: input.slice(1) };
  return typedText(input);
}

/** A date as its serial number, in the system of 1900; undefined for no such day. */
export function serialOf(year: number, month: number, day: number): number | undefined {
  const time = Date.UTC(year, month - 1, day);
  const made = new Date(time);
  if (made.getUTCMonth() !== month - 1 || made.getUTCDate() !== day) return undefined;
  const serial = Math.round(time / 86_400_000) + 25_569;
  return serial < 61 ? (serial < 1 ? undefined : serial - 1) : serial;
}

function typedText(text: string): TypedCell {
  const formula = typedFormula(text);
  if (formula !== undefined) return { cell: { formula } };
  const trimmed = text.trim();
  if (/^(?:true|false)$/i.test(trimmed)) return { cell: /^true$/i.test(trimmed) };
  if (ERRORS.has(trimmed.toUpperCase())) return { cell: { error: trimmed.toUpperCase() } };
  return typedNumber(trimmed) ?? typedMoment(trimmed) ?? { cell: text };
}

const ERRORS = new Set([
  ..."#N/A #NAME? #VALUE! #REF! #NUM! #DIV/0! #NULL! #SPILL! #CALC!".split(" "),
]);

/** `+A1`, `-A1` and `@A1` are formulas too, as in the old spreadsheets. */
function typedFormula(text: string): string | undefined {
  if (!/^[=+\-@]/.test(text) || text.length === 1) return undefined;
  if (!text.startsWith("=") && typedNumber(text.trim()) !== undefined) return undefined;
  if (/^[+\-@]\s*$/.test(text)) return undefined;
  const formula = text.startsWith("=") ? text : `=${text.replace(/^@/, "")}`;
  if (formula.length > MOST_FORMULA || !isBalanced(formula)) {
    throw invalidArgument(`${text.slice(0, 60)} is no formula.`);
  }
  return formula;
}

function isBalanced(formula: string): boolean {
  const bare = formula.replace(/"(?:[^"]|"")*"/g, "0").replace(/'(?:[^']|'')*'/g, "s");
  let depth = 0;
  for (const letter of bare) {
    if (letter === "(") depth++;
    if (letter === ")") depth--;
    if (depth < 0) return false;
  }
  return depth === 0 && !bare.includes('"') && !/[-+*/^&=<>,(]\s*$/.test(bare);
}

function typedNumber(text: string): TypedCell | undefined {
  const found =
    /^([-+]|\()?\s*(\$)?\s*([-+])?(\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d+(?:\.\d*)?|\.\d+)(e[-+]?\d+)?\s*(%)?(\))?$/i.exec(
      text,
    );
  if (found === null) return undefined;
  const [, before, dollar, inner, digits = "", exponent = "", percent, after] = found;
  if ((before === "(") !== (after === ")") || (before !== undefined && inner !== undefined)) {
    return undefined;
  }
  const size = Number(digits.replaceAll(",", "") + exponent) / (percent === undefined ? 1 : 100);
  const cell = [before, inner].some((sign) => sign === "(" || sign === "-") ? -size : size;
  const format = formatOf({
    digits,
    exponent,
    isPercent: percent !== undefined,
    isMoney: dollar !== undefined,
  });
  return format === undefined ? { cell } : { cell, format };
}

function formatOf(typed: {
  readonly digits: string;
  readonly exponent: string;
  readonly isPercent: boolean;
  readonly isMoney: boolean;
}): string | undefined {
  const cents = typed.digits.includes(".") ? ".00" : "";
  if (typed.isPercent) return `0${cents}%`;
  if (typed.isMoney) return `$#,##0${cents}_);[Red]($#,##0${cents})`;
  if (typed.exponent !== "") return "0.00E+00";
  return typed.digits.includes(",") ? `#,##0${cents}` : undefined;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

function typedMoment(text: string): TypedCell | undefined {
  const parts =
    /^(.*?)(?:(?:^|[ T])(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?(?:\s*([ap]m))?)?$/i.exec(text);
  const [, dayText = "", hours, minutes, seconds, half] = parts ?? [];
  const time = hours === undefined ? undefined : timeOf({ hours, minutes, seconds, half });
  if (hours !== undefined && time === undefined) return undefined;
  if (dayText.trim() === "") {
    return time === undefined ? undefined : { cell: time, format: "h:mm" };
  }
  const day = typedDay(dayText.trim());
  if (day === undefined) return undefined;
  return time === undefined
    ? { cell: day.serial, format: day.format }
    : { cell: day.serial + time, format: "m/d/yyyy h:mm" };
}

function timeOf(parts: {
  readonly hours: string;
  readonly minutes: string | undefined;
  readonly seconds: string | undefined;
  readonly half: string | undefined;
}): number | undefined {
  const { hours, minutes = "0", seconds = "0", half } = parts;
  const isAfternoon = half?.toLowerCase() === "pm";
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (isAfternoon ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) >= 60) return undefined;
  return (hour * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}

type TypedDay = { readonly serial: number; readonly format: string };

function typedDay(text: string): TypedDay | undefined {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (iso !== null) return dayOf([iso[1], iso[2], iso[3]], "m/d/yyyy");
  const us = /^(\d{1,2})[-/](\d{1,2})[-/](\d{2}|\d{4})$/.exec(text);
  if (us !== null) return dayOf([us[3], us[1], us[2]], "m/d/yyyy");
  const short = /^(\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (short !== null) return dayOf([THIS_YEAR, short[1], short[2]], "d-mmm");
  const named = /^(\d{1,2})[- ]([a-z]{3})[a-z]*(?:[- ,]+(\d{2}|\d{4}))?$/i.exec(text);
  if (named !== null) return dayOf([named[3] ?? THIS_YEAR, monthOf(named[2]), named[1]], "d-mmm");
  const english = /^([a-z]{3})[a-z]*\.? (\d{1,2})(?:,? (\d{4}))?$/i.exec(text);
  if (english === null) return undefined;
  return dayOf([english[3] ?? THIS_YEAR, monthOf(english[1]), english[2]], "d-mmm");
}

/** A day without a year is one of the current year; tests must not depend on when they run. */
const THIS_YEAR = "2026";

const monthOf = (name = ""): string => String(MONTHS.indexOf(name.toLowerCase()) + 1);

function dayOf(
  [year = "", month = "", day = ""]: readonly (string | undefined)[],
  format: string,
): TypedDay | undefined {
  const number = Number(year);
  const full = year.length > 2 ? number : number + (number < 30 ? 2000 : 1900);
  const serial = serialOf(full, Number(month), Number(day));
  return serial === undefined ? undefined : { serial, format };
}
