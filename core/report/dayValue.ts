import { DAYS_FROM_1900_TO_1904, dayText, serialOfDay, type Day } from "../calendar/day.ts";

/**
 * What a date cell holds for a day: its serial number in the workbook's own date system, or the
 * day as text where that system has none that is right (1900 has a 29 February that never was).
 */
export function dayValue(day: number, dateSystem: 1900 | 1904): number | string {
  const since1900 = serialOfDay(day as Day);
  const serial = dateSystem === 1904 ? since1900 - DAYS_FROM_1900_TO_1904 : since1900;
  return serial < (dateSystem === 1904 ? 0 : 61) ? dayText(day as Day) : serial;
}
