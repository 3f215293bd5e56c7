import { dayOf, type Day } from "../calendar/day.ts";

/** The day at the beginning of a date text, and what follows it: a time, a zone, or nothing. */
export type DatedText = { readonly day: Day; readonly rest: string };

/** A time of day in milliseconds, with the zone as written; empty where none is. */
export type TimeOfDay = { readonly milliseconds: number; readonly zone: string };

const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(.*)$/s;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(.*)$/s;
const MONTH_FIRST = /^([a-z]{3,9})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?[\s,-]+(.*)$/is;
const DAY_FIRST =
  /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?[\s,-]+(\d{4}|\d{2})(?!\d)(.*)$/is;
const TIME =
  /^(?:T|,|\s|\bat\b)*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?\s*(.*)$/is;

/**
 * Reads the day at the beginning of a text: year first, month first (US), by the month's name, or
 * day first where it cannot be otherwise: with points between, or with a first number above 12.
 */
export function calendarDate(text: string): DatedText | "not-a-date" | "no-such-day" {
  const dated = text.replace(WEEKDAY, "");
  return yearFirst(dated) ?? yearLast(dated) ?? monthNamed(dated) ?? "not-a-date";
}

/** Reads what follows the day; undefined when it is no time. Nothing is the start of the day. */
export function timeOfDay(rest: string): TimeOfDay | undefined {
  if (/^[\s,]*$/.test(rest)) return { milliseconds: 0, zone: "" };
  const match = TIME.exec(rest);
  if (match === null) return undefined;
  const hour = hourOf(Number(match[1]), match[5]);
  const minute = Number(match[2]);
  const second = Number(match[3] ?? 0);
  if (hour === undefined || minute > 59 || second > 59) return undefined;
  const fraction = Math.round(Number(`0.${match[4] ?? "0"}`) * 1000);
  return {
    milliseconds: ((hour * 60 + minute) * 60 + second) * 1000 + fraction,
    zone: zoneOf((match[6] ?? "").trim()),
  };
}

type Dated = DatedText | "no-such-day" | undefined;

function yearFirst(text: string): Dated {
  const match = YEAR_FIRST.exec(text);
  if (match === null) return undefined;
  return dated(
    { year: Number(match[1]), month: Number(match[3]), dayOfMonth: Number(match[4]) },
    match[5],
  );
}

function yearLast(text: string): Dated {
  const match = YEAR_LAST.exec(text);
  if (match === null) return undefined;
  const first = Number(match[1]);
  const second = Number(match[3]);
  const isDayFirst = match[2] === "." || first > 12;
  return dated(
    {
      year: yearOf(match[4] ?? ""),
      month: isDayFirst ? second : first,
      dayOfMonth: isDayFirst ? first : second,
    },
    match[5],
  );
}

function monthNamed(text: string): Dated {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) {
    const month = monthOf(dayFirst[2] ?? "");
    if (month === undefined) return undefined;
    return dated(
      { year: yearOf(dayFirst[3] ?? ""), month, dayOfMonth: Number(dayFirst[1]) },
      dayFirst[4],
    );
  }
  const monthFirst = MONTH_FIRST.exec(text);
  const month = monthOf(monthFirst?.[1] ?? "");
  if (monthFirst === null || month === undefined) return undefined;
  const year = /^(\d{4})(?!\d)(.*)$/s.exec(monthFirst[3] ?? "");
  if (year === null) return undefined;
  return dated({ year: Number(year[1]), month, dayOfMonth: Number(monthFirst[2]) }, year[2]);
}

type Parts = { readonly year: number; readonly month: number; readonly dayOfMonth: number };

function dated({ year, month, dayOfMonth }: Parts, rest = ""): Dated {
  const day = dayOf(year, month, dayOfMonth);
  return day === undefined ? "no-such-day" : { day, rest };
}

/** Programs write the zone's name in parentheses, alone or behind its offset. */
function zoneOf(text: string): string {
  const alone = /^\(([^)]*)\)$/.exec(text);
  return alone === null ? text.replace(/\s*\([^)]*\)$/, "") : (alone[1] ?? "");
}

/** Two-digit years up to 69 are of this century, as spreadsheets' own import has it. */
function yearOf(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const MONTH_NAMES =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;

function monthOf(name: string): number | undefined {
  const lower = name.toLowerCase();
  return MONTH_NAMES.test(lower) ? MONTHS.indexOf(lower.slice(0, 3)) + 1 : undefined;
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour < 24 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0);
}
