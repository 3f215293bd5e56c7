declare const day: unique symbol;

/**
 * A calendar day in the taxpayer's time zone, counted from 1970-01-01. `<` is "earlier", and a
 * difference is a number of days.
 */
export type Day = number & { readonly [day]: true };

/** A year, a month from 1 to 12 and a day of the month from 1. */
export type DayParts = {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
};

/** Serial number of 1970-01-01 in workbooks that count from 1900. */
const SERIAL_OF_EPOCH = 25569;

/** Days by which a workbook that counts from 1904 is behind one that counts from 1900. */
export const DAYS_FROM_1900_TO_1904 = 1462;

/**
 * The day with these parts; undefined when there is none, such as 31 June.
 *
 * Arithmetic of the proleptic Gregorian calendar on whole numbers (H. Hinnant's day count).
 */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) {
    return undefined;
  }
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + dayOfMonth - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146097 + dayOfEra - 719468) as Day;
}

/** Year, month and day of the month. */
export function partsOf(value: Day): DayParts {
  const shifted = value + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** Days of a month, leap years included. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day so many days later, or earlier when negative. */
export const addDays = (value: Day, days: number): Day => (value + days) as Day;

/** `2026-11-20`. */
export function dayText(value: Day): string {
  const { year, month, dayOfMonth } = partsOf(value);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

/** Reads `2026-11-20`; undefined when it is anything else or no day of the calendar. */
export function dayOfText(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match === null ? undefined : dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The day's serial number in a workbook that counts from 1900. */
export const serialOfDay = (value: Day): number => value + SERIAL_OF_EPOCH;

/**
 * The day of a serial number in a workbook that counts from 1900; a fraction is the time of day.
 *
 * Serials below 61 lie before March 1900, where such workbooks count a 29 February that never was.
 */
export const dayOfSerial = (serial: number): Day =>
  (Math.floor(serial) - SERIAL_OF_EPOCH + (serial < 60 ? 1 : 0)) as Day;

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function pad(value: number, width: number): string {
  return value.toString().padStart(width, "0");
}
