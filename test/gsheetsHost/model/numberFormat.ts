import { DAYS, MONTHS } from "./calendarNames.ts";
import type { LocaleRules } from "./locale.ts";
import { wallTime } from "./serialTime.ts";

/** True for a number format under which a cell's value is a date, a time or a duration. */
export function isMomentFormat(format: string): boolean {
  const bare = withoutLiterals(format);
  return (
    /\[[hms]+\]/i.test(bare) ||
    /[ymdhs]/i.test(bare.replace(/\[[^\]]*\]/g, "").replace(/general/i, ""))
  );
}

/** A number as a cell of a number format shows it. Sections for positive, negative and zero are obeyed, colours and padding dropped. */
export function shownNumber(value: number, format: string, rules: LocaleRules): string {
  if (format === "" || /^general$/i.test(format) || format === "@")
    return plainNumber(value, rules);
  if (isMomentFormat(format)) return shownMoment(value, format);
  const sections = splitSections(format);
  const [positive = "", negative, zero] = sections;
  if (value < 0 && negative !== undefined) return shownPattern(-value, negative, rules);
  if (value === 0 && zero !== undefined) return shownPattern(0, zero, rules);
  return value < 0
    ? `-${shownPattern(-value, positive, rules)}`
    : shownPattern(value, positive, rules);
}

/** A number in an unformatted cell: at most fifteen significant digits. */
export function plainNumber(value: number, rules: LocaleRules): string {
  const text = String(Number(value.toPrecision(15)));
  return text.replace("e+", "E+").replace("e-", "E-").replace(".", rules.decimal);
}

function withoutLiterals(format: string): string {
  return format
    .replace(/"[^"]*"/g, "")
    .replace(/\\./g, "")
    .replace(/_./g, "")
    .replace(/\*./g, "");
}

function splitSections(format: string): string[] {
  return (format.match(/(?:"[^"]*"|\\.|[^;])+|(?<=;)(?=;|$)/g) ?? [format]).map((section) =>
    section
      .replace(/\[(?:color\d+|[a-z]+|[<>=]+[\d.]+)\]/gi, "")
      .replace(/_./g, " ")
      .replace(/\*./g, ""),
  );
}

function shownPattern(value: number, pattern: string, rules: LocaleRules): string {
  const digits = /[#0?][#0?,]*(?:\.[#0?]*)?(?:[eE][+-]0+)?/.exec(pattern);
  const literal = (text: string): string => text.replace(/"([^"]*)"|\\(.)/g, "$1$2");
  if (digits === null) return literal(pattern);
  const scaled = pattern.includes("%") ? value * 100 : value;
  const shown = shownDigits(scaled, digits[0], rules);
  const before = literal(pattern.slice(0, digits.index));
  const after = literal(pattern.slice(digits.index + digits[0].length));
  return before + shown + after;
}

function shownDigits(value: number, pattern: string, rules: LocaleRules): string {
  const exponent = /[eE][+-](0+)/.exec(pattern);
  const [whole = "", fraction = ""] = pattern.replace(/[eE].*$/, "").split(".");
  const least = (fraction.match(/0/g) ?? []).length;
  if (exponent !== null)
    return shownPower(value, { least, width: (exponent[1] ?? "0").length }, rules);
  const [units = "", decimals = ""] = value.toFixed(Math.min(fraction.length, 20)).split(".");
  const kept = decimals.slice(0, least) + decimals.slice(least).replace(/0+$/, "");
  // A pattern with a decimal point shows the point even where no decimals are left.
  return shownUnits(units, whole, rules) + (pattern.includes(".") ? rules.decimal + kept : "");
}

function shownUnits(units: string, whole: string, rules: LocaleRules): string {
  const least = (whole.match(/0/g) ?? []).length;
  const padded = (units === "0" && least === 0 ? "" : units).padStart(least, "0");
  return whole.includes(",") ? padded.replace(/\B(?=(\d{3})+$)/g, rules.group) : padded;
}

function shownPower(
  value: number,
  { least, width }: { readonly least: number; readonly width: number },
  rules: LocaleRules,
): string {
  const [mantissa = "", power = "0"] = value.toExponential(least).split("e");
  const size = power.replace(/[+-]/, "").padStart(width, "0");
  return `${mantissa.replace(".", rules.decimal)}E${power.startsWith("-") ? "-" : "+"}${size}`;
}

const MOMENT_PARTS = /"([^"]*)"|\\(.)|am\/pm|a\/p|y+|m+|d+|h+|s+|\.0+/gi;

/** Months become minutes after hours or before seconds, as in every spreadsheet. */
function shownMoment(serial: number, format: string): string {
  const at = wallTime(serial);
  const half = /am\/pm|a\/p/i.test(format);
  let before = "";
  return format.replace(
    MOMENT_PARTS,
    (part, quoted: string | undefined, single: string | undefined, place: number) => {
      if (quoted !== undefined || single !== undefined) return quoted ?? single ?? "";
      const letter = part.charAt(0).toLowerCase();
      const minutes =
        letter === "m" && (before === "h" || /^[^a-z]*s/i.test(format.slice(place + part.length)));
      before = letter;
      return SHOWN_PARTS[minutes ? "minutes" : letter]?.(at, { length: part.length, half }) ?? part;
    },
  );
}

const padded = (value: number, length: number): string =>
  String(value).padStart(length > 1 ? 2 : 1, "0");

const named = (names: readonly string[], place: number, length: number): string =>
  (names[place] ?? "").slice(0, length > 3 ? undefined : 3);

type PartLook = { readonly length: number; readonly half: boolean };

const SHOWN_PARTS: Readonly<
  Record<string, (at: ReturnType<typeof wallTime>, look: PartLook) => string>
> = {
  a: ({ hours }) => (hours < 12 ? "AM" : "PM"),
  y: ({ year }, { length }) => (length > 2 ? String(year).padStart(4, "0") : padded(year % 100, 2)),
  m: ({ month }, { length }) =>
    length > 2 ? named(MONTHS, month - 1, length) : padded(month, length),
  d: ({ day, weekday }, { length }) =>
    length > 2 ? named(DAYS, weekday, length) : padded(day, length),
  h: ({ hours }, { length, half }) => padded(half ? ((hours + 11) % 12) + 1 : hours, length),
  minutes: ({ minutes }, { length }) => padded(minutes, length),
  s: ({ seconds }, { length }) => padded(seconds, length),
  ".": ({ milliseconds }, { length }) =>
    `.${String(milliseconds)
      .padStart(3, "0")
      .slice(0, length - 1)}`,
};
