import { DAYS, MONTHS } from "./calendarNames.ts";
import { Fault } from "../service.ts";
import { wallTime } from "./serialTime.ts";

type WallTime = ReturnType<typeof wallTime>;

/**
 * A serial number by a pattern of Java's SimpleDateFormat, which Utilities.formatDate takes. Letters
 * that are not written here are refused: a pattern in the notation of cells, such as `YYYY-MM-DD`,
 * means week years and days of the year.
 */
export function formatMoment(serial: number, pattern: string): string {
  const at = wallTime(serial);
  return pattern.replace(TOKENS, (token, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted === "" ? "'" : quoted;
    const write = LETTERS[token.charAt(0)];
    if (write === undefined)
      throw new Fault(`The letter ${token.charAt(0)} in the pattern ${pattern} is not emulated.`);
    return write(at, token.length);
  });
}

const TOKENS = /'([^']*)'|([A-Za-z])\2*/g;

const padded = (value: number, length: number): string => String(value).padStart(length, "0");

const LETTERS: Readonly<Record<string, (at: WallTime, length: number) => string>> = {
  y: ({ year }, length) => (length === 2 ? padded(year % 100, 2) : padded(year, length)),
  M: ({ month }, length) =>
    length < 3 ? padded(month, length) : (MONTHS[month - 1] ?? "").slice(0, length > 3 ? 9 : 3),
  d: ({ day }, length) => padded(day, length),
  E: ({ weekday }, length) => (DAYS[weekday] ?? "").slice(0, length > 3 ? 9 : 3),
  H: ({ hours }, length) => padded(hours, length),
  h: ({ hours }, length) => padded(((hours + 11) % 12) + 1, length),
  m: ({ minutes }, length) => padded(minutes, length),
  s: ({ seconds }, length) => padded(seconds, length),
  S: ({ milliseconds }, length) => padded(milliseconds, length),
  a: ({ hours }) => (hours < 12 ? "AM" : "PM"),
};

/** A day and the seconds since midnight by a pattern of digits; undefined where the text does not fit. */
export function parseMoment(
  text: string,
  pattern: string,
): { year: number; month: number; day: number; seconds: number } | undefined {
  const letters: string[] = [];
  const source = pattern.replace(
    /'([^']*)'|([A-Za-z])\2*|[^A-Za-z']+/g,
    (token, quoted: string | undefined, letter: string | undefined) => {
      if (letter === undefined) return (quoted ?? token).replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
      if (!/[yMdHmsS]/.test(letter))
        throw new Fault(`The letter ${letter} in the pattern ${pattern} is not emulated.`);
      letters.push(letter);
      return "(\\d+)";
    },
  );
  const found = new RegExp(`^${source}$`).exec(text);
  if (found === null) return undefined;
  const parts = Object.fromEntries(
    letters.map((letter, place) => [letter, Number(found[place + 1])]),
  );
  const seconds =
    (parts["H"] ?? 0) * 3600 +
    (parts["m"] ?? 0) * 60 +
    (parts["s"] ?? 0) +
    (parts["S"] ?? 0) / 1000;
  return { year: parts["y"] ?? 1970, month: parts["M"] ?? 1, day: parts["d"] ?? 1, seconds };
}
