import { addDays, dayOf, daysInMonth, partsOf, type Day } from "../calendar/day.ts";

/** From one time to the next: so many days, or a calendar month. */
export type DayStep = number | "month";

/**
 * The days on which something recurs, after one day and up to another, counted in steps from a day
 * on which it happened. By the month it keeps that day of the month, or takes the month's last one
 * where there is no such day.
 *
 * Decision: D-37.
 */
export function plannedDays(
  step: DayStep,
  from: Day,
  span: { readonly after: Day; readonly last: Day },
): readonly Day[] {
  return step === "month" ? monthlyDays(from, span) : steppedDays(step, from, span);
}

type Span = { readonly after: Day; readonly last: Day };

function steppedDays(step: number, from: Day, { after, last }: Span): readonly Day[] {
  const days: Day[] = [];
  // The first step beyond `after`, whichever side of it `from` is on.
  let day = addDays(from, (Math.floor((after - from) / step) + 1) * step);
  for (; day <= last; day = addDays(day, step)) days.push(day);
  return days;
}

function monthlyDays(from: Day, { after, last }: Span): readonly Day[] {
  const { dayOfMonth } = partsOf(from);
  const days: Day[] = [];
  let { year, month } = partsOf(after);
  for (;;) {
    const day = dayOf(year, month, Math.min(dayOfMonth, daysInMonth(year, month))) as Day;
    if (day > last) return days;
    if (day > after) days.push(day);
    if (month === 12) year += 1;
    month = (month % 12) + 1;
  }
}
