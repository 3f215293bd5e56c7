import { isError, type Scalar } from "./cells.ts";

/** A cell's text as a number format shows it, in the notation of the United States. */
export function displayText(value: Scalar | undefined, format: string): string {
  if (value === undefined) return "";
  if (isError(value)) return value.error;
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value).toUpperCase();
  const { section, shown } = sectionOf(value, format);
  if (/^general$/i.test(section) || section === "@") return generalText(shown);
  const bare = section.replace(/\[[^\]]*\]/g, "");
  return /[ymdhs]/i.test(bare.replace(/"[^"]*"/g, ""))
    ? momentText(shown, bare)
    : numberText(shown, bare);
}

function sectionOf(
  value: number,
  format: string,
): { readonly section: string; readonly shown: number } {
  const sections = format.split(";");
  const [positive = "General", negative, zero] = sections;
  if (value < 0 && negative !== undefined) return { section: negative, shown: -value };
  if (value === 0 && zero !== undefined) return { section: zero, shown: 0 };
  return { section: positive, shown: value };
}

/** At most eleven characters of a number, as General shows it in a wide cell. */
function generalText(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e11 || size < 1e-9)) {
    return value
      .toExponential(5)
      .replace(/\.?0+e/, "e")
      .replace("e", "E")
      .replace(/E([-+])(\d)$/, "E$10$2");
  }
  return String(Number(value.toPrecision(10)));
}

function numberText(value: number, section: string): string {
  const found = /[#0?][#0?,]*(?:\.[#0?]*)?(?:E[+-]0+)?/i.exec(section);
  if (found === null) return literal(section);
  const pattern = found[0];
  const percent = section.includes("%") ? 100 : 1;
  const digits = digitsText(Math.abs(value) * percent, pattern);
  const sign = value < 0 && /[1-9]/.test(digits) ? "-" : "";
  const before = literal(section.slice(0, found.index));
  return sign + before + digits + literal(section.slice(found.index + pattern.length));
}

function digitsText(size: number, pattern: string): string {
  const exponent = /E[+-](0+)/i.exec(pattern);
  const [whole = "", fraction = ""] = pattern.replace(/E[+-]0+/i, "").split(".");
  if (exponent !== null) {
    const [mantissa = "", power = ""] = size.toExponential(fraction.length).split("e");
    return `${mantissa}E${power.charAt(0)}${power.slice(1).padStart(String(exponent[1]).length, "0")}`;
  }
  const [integer = "", decimals = ""] = size.toFixed(Math.min(fraction.length, 20)).split(".");
  const shown = wholeText(integer, whole);
  return pattern.includes(".") ? `${shown}.${fractionText(decimals, fraction)}` : shown;
}

const zeros = (pattern: string): number => pattern.replace(/[^0]/g, "").length;

function wholeText(digits: string, pattern: string): string {
  const least = zeros(pattern);
  const padded = digits === "0" && least === 0 ? "" : digits.padStart(least, "0");
  return pattern.includes(",") ? padded.replace(/\B(?=(\d{3})+$)/g, ",") : padded;
}

function fractionText(digits: string, pattern: string): string {
  let shown = digits;
  while (shown.length > zeros(pattern) && shown.endsWith("0")) shown = shown.slice(0, -1);
  return shown;
}

/** What stands around the digits: quoted text, escaped letters, and room left free. */
const literal = (text: string): string =>
  text
    .replace(/"([^"]*)"/g, "$1")
    .replace(/\\(.)/g, "$1")
    .replace(/_./g, " ")
    .replace(/\*./g, "");

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

function momentText(value: number, section: string): string {
  const day = Math.floor(value);
  const time = new Date(Math.round((value - (day < 60 ? 25_568 : 25_569)) * 86_400_000));
  const isTwelve = /am\/pm/i.test(section);
  let isAfterHour = false;
  return section.replace(/"[^"]*"|\\.|am\/pm|y+|m+|d+|h+|s+|_./gi, (token) => {
    const letter = token.charAt(0).toLowerCase();
    const isMinute = letter === "m" && isAfterHour;
    if ("ymdhs".includes(letter)) isAfterHour = letter === "h";
    if (token.startsWith('"') || token.startsWith("\\") || token.startsWith("_")) {
      return literal(token);
    }
    if (letter === "a") return time.getUTCHours() < 12 ? "AM" : "PM";
    return momentPart(isMinute ? "n" : letter, token.length, { time, isTwelve });
  });
}

function momentPart(
  letter: string,
  length: number,
  { time, isTwelve }: { readonly time: Date; readonly isTwelve: boolean },
): string {
  const padded = (number: number): string => String(number).padStart(length > 1 ? 2 : 1, "0");
  const month = MONTHS[time.getUTCMonth()] ?? "";
  switch (letter) {
    case "y":
      return length > 2 ? String(time.getUTCFullYear()) : String(time.getUTCFullYear()).slice(2);
    case "m":
      return length > 3 ? month : length === 3 ? month.slice(0, 3) : padded(time.getUTCMonth() + 1);
    case "d":
      return padded(time.getUTCDate());
    case "h":
      return padded(isTwelve ? time.getUTCHours() % 12 || 12 : time.getUTCHours());
    case "n":
      return padded(time.getUTCMinutes());
    default:
      return padded(time.getUTCSeconds());
  }
}
