import { DAYS_FROM_1900_TO_1904, dayOf, dayOfSerial, type Day } from "../calendar/day.ts";
import { fixedOffset, UTC, type Instant, type TimeZone } from "../calendar/timeZone.ts";
import type { CellValue } from "./cells.ts";
import { calendarDate, timeOfDay } from "./dateText.ts";

/**
 * Why a cell is no date: not understood, a day that no calendar has, a year before 1900 or after
 * 2200, a count of seconds under a heading that does not say so, a zone without a known offset, or
 * an error value.
 */
export type DateFault =
  "not-a-date" | "no-such-day" | "out-of-range" | "unix-time" | "unknown-zone" | "cell-fault";

/** A moment read from a cell, or why it cannot be read. */
export type DateReading = Instant | DateFault;

/** How the cells of one column are to be read. */
export type DateColumn = {
  /** The zone of a date that names none: the column's own (`(UTC)`), else the taxpayer's. */
  readonly zone: TimeZone;
  readonly dateSystem: 1900 | 1904;
  /** True when the heading says that numbers count seconds or milliseconds since 1970. */
  readonly countsFrom1970: boolean;
};

/** Reads the date cells of one column. */
export type DateReader = (cell: CellValue | undefined) => DateReading;

const DAY = 86_400_000;
const FIRST = (dayOf(1900, 1, 1) as Day) * DAY;
const LAST = (dayOf(2201, 1, 1) as Day) * DAY;

/**
 * A reader for the dates of one column.
 *
 * Understood are serial numbers of a workbook (the fraction is the time of day), ISO dates, US dates
 * (`1/5/2024 3:04 PM`, two-digit years up to 69 are of this century), dates with a month's name, and
 * `dd.mm.yyyy`. With slashes the month comes first, unless the first number is above 12. A date
 * without a time is the start of that day. A blank cell is not a date; callers look for it first.
 */
export function dateReader(column: DateColumn): DateReader {
  const { zone } = column;
  const offset = column.dateSystem === 1904 ? DAYS_FROM_1900_TO_1904 : 0;
  // Rows of one day are many; a zone has to look its clocks up.
  const midnights = new Map<number, Instant>();
  const momentOf = (local: number): DateReading => {
    if (local < FIRST || local >= LAST) return "out-of-range";
    if (zone === UTC) return local as Instant;
    if (local % DAY !== 0) return zone.momentOf(local);
    let at = midnights.get(local);
    if (at === undefined) {
      at = zone.momentOf(local);
      midnights.set(local, at);
    }
    return at;
  };
  const ofNumber = (value: number): DateReading => {
    if (column.countsFrom1970) return ofCount(value);
    // 2038 in seconds is below, and the year 4600 in days is above.
    if (value >= 1e8) return "unix-time";
    const serial = value + offset;
    if (!(serial >= 1)) return "out-of-range";
    const whole = Math.floor(serial);
    return momentOf(dayOfSerial(whole) * DAY + Math.round((serial - whole) * DAY));
  };
  return (cell) => {
    if (typeof cell === "number") return ofNumber(cell);
    if (typeof cell === "string") return momentOfText(cell, momentOf, column);
    return typeof cell === "object" && cell !== null ? "cell-fault" : "not-a-date";
  };
}

function ofCount(value: number): DateReading {
  const at = Math.round(Math.abs(value) < 1e11 ? value * 1000 : value);
  return at >= FIRST && at < LAST ? (at as Instant) : "out-of-range";
}

type MomentOf = (local: number) => DateReading;

function momentOfText(cell: string, momentOf: MomentOf, column: DateColumn): DateReading {
  const quick = isoDate(cell);
  if (quick !== undefined) return momentOf(quick);
  const text = cell.trim();
  if (/^\d+(?:\.\d+)?$/.test(text)) return ofDigits(text, momentOf, column);
  const date = calendarDate(text);
  if (typeof date === "string") return date;
  const time = timeOfDay(date.rest);
  if (time === undefined) return "not-a-date";
  const local = date.day * DAY + time.milliseconds;
  if (time.zone === "") return momentOf(local);
  const minutes = fixedOffset(time.zone);
  if (minutes === undefined) return "unknown-zone";
  const at = local - minutes * 60_000;
  return at >= FIRST && at < LAST ? (at as Instant) : "out-of-range";
}

/** Digits alone are a count when the heading says so; a serial number is never text. */
function ofDigits(text: string, momentOf: MomentOf, column: DateColumn): DateReading {
  if (column.countsFrom1970) return ofCount(Number(text));
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (compact !== null) {
    const day = dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
    return day === undefined ? "no-such-day" : momentOf(day * DAY);
  }
  return text.length >= 9 ? "unix-time" : "not-a-date";
}

/**
 * The quick way for `2024-01-05`, `2024-01-05 10:00` and `2024-01-05T10:00:00`, which most rows of
 * most ledgers are: local milliseconds, or undefined for all else.
 */
function isoDate(text: string): number | undefined {
  const { length } = text;
  if (length !== 10 && length !== 19 && length !== 16) return undefined;
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;
  const day = dayOf(
    twoDigits(text, 0) * 100 + twoDigits(text, 2),
    twoDigits(text, 5),
    twoDigits(text, 8),
  );
  // No digit where one should be makes the day NaN.
  if (day === undefined || Number.isNaN(day)) return undefined;
  if (length === 10) return day * DAY;
  const time = isoTime(text, length === 19 ? twoDigits(text, 17) : 0);
  return time < 0 ? undefined : day * DAY + time;
}

/** Milliseconds of `hh:mm` from the twelfth character on, or -1. */
function isoTime(text: string, second: number): number {
  const separator = text.charCodeAt(10);
  if ((separator !== 32 && separator !== 84) || text.charCodeAt(13) !== 58) return -1;
  if (text.length === 19 && text.charCodeAt(16) !== 58) return -1;
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  if (!(hour < 24 && minute < 60 && second < 60)) return -1;
  return ((hour * 60 + minute) * 60 + second) * 1000;
}

/** The number of two digits, or NaN. */
function twoDigits(text: string, from: number): number {
  const tens = text.charCodeAt(from) - 48;
  const ones = text.charCodeAt(from + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}
