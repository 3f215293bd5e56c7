import {
  DAYS_FROM_1900_TO_1904,
  dayOf,
  dayOfSerial,
  dayText,
  partsOf,
  serialOfDay,
  type Day,
} from "../../calendar/day.ts";
import type { CellValue } from "../cells.ts";
import { cellText } from "../words.ts";
import type { DamageFinding, DamageScope, DamageSearch, MendedCell } from "./damage.ts";

/**
 * Finds days and months that were swapped in a part of a column of dates.
 *
 * A cell such as `25/03/2024` can only have its day first. Where one stands in a column, and none
 * that can only have its month first, `03/04/2024` is 3 April. A program that expects the other order
 * turns what it can read into dates of its own, with day and month swapped, and leaves the rest as
 * text: then every text cell has a number above 12, and no date has a day above 12.
 */
export const datesDamage: DamageSearch = (scope, column) => {
  if (column.countsFrom1970) return undefined;
  const seen = datesIn(scope, column.index);
  const place = { kind: "dates", index: column.index, column: column.text } as const;
  const { dayFirst, monthFirst, either } = seen;
  if (dayFirst.count > 0 && monthFirst.count > 0) {
    if (either.length === 0) return undefined;
    return {
      ...place,
      confidence: "possible",
      rows: either,
      evidence: { sign: "both-orders", proof: dayFirst.text, other: monthFirst.text },
      mend: undefined,
    };
  }
  if (dayFirst.count + monthFirst.count === 0) return undefined;
  if (either.length === 0) return halfConverted(scope, seen, place);
  if (monthFirst.count > 0) return undefined;
  return {
    ...place,
    confidence: dayFirst.count > 1 ? "certain" : "possible",
    rows: either,
    evidence: { sign: "day-first", proof: dayFirst.text, proofRow: dayFirst.row },
    mend: dayFirstCell,
  };
};

const SLASHED = /^\s*(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(.*)$/s;
const ISO = /^(\d{4})-(\d\d)-(\d\d)(?!\d)(.*)$/s;

/** Fewer dates than this with days up to 12 are chance: 12 of 31 days are. */
const LEAST_CONVERTED = 3;
const CERTAIN_CONVERTED = 6;

type Proof = { count: number; text: string; row: number };

type SeenDates = {
  /** Texts that can only have the day first. */
  readonly dayFirst: Proof;
  readonly monthFirst: Proof;
  /** Rows of texts that may have either order, and mean another day in the other. */
  readonly either: number[];
  /** Texts such as `05/05/2024`, the same in both orders. */
  alike: number;
  /** Rows of the program's own dates. */
  readonly converted: number[];
  /** True while none of those has a day above 12. */
  isLow: boolean;
};

function datesIn({ grid, first, dateSystem }: DamageScope, index: number): SeenDates {
  const seen: SeenDates = {
    dayFirst: { count: 0, text: "", row: 0 },
    monthFirst: { count: 0, text: "", row: 0 },
    either: [],
    alike: 0,
    converted: [],
    isLow: true,
  };
  const offset = offsetOf(dateSystem);
  for (let at = first; at < grid.length; at++) {
    const cell = grid[at]?.[index];
    if (typeof cell === "number") noteSerial(seen, cell + offset, at + 1);
    else if (typeof cell === "string" && cell !== "") noteText(seen, cell, at + 1);
  }
  return seen;
}

function noteSerial(seen: SeenDates, serial: number, row: number): void {
  if (!seen.isLow || !isSerial(serial)) return;
  noteConverted(seen, partsOf(dayOfSerial(serial)).dayOfMonth, row);
}

function noteConverted(seen: SeenDates, dayOfMonth: number, row: number): void {
  if (dayOfMonth > 12) seen.isLow = false;
  else if (seen.isLow) seen.converted.push(row);
}

function noteText(seen: SeenDates, text: string, row: number): void {
  // Years come first in most cells of most ledgers.
  if (text.charCodeAt(4) === 45 && text.charCodeAt(7) === 45) {
    if (seen.isLow) noteConverted(seen, Number(text.slice(8, 10)), row);
    return;
  }
  const match = SLASHED.exec(text);
  if (match !== null) noteSlashed(seen, match, row);
}

function noteSlashed(seen: SeenDates, match: RegExpExecArray, row: number): void {
  const [text] = match;
  const a = Number(match[1]);
  const b = Number(match[3]);
  if (a > 12 && b <= 12) noteProof(seen.dayFirst, text, row);
  else if (b > 12 && a <= 12) noteProof(seen.monthFirst, text, row);
  else if (a === b) seen.alike += 1;
  else if (a < 13) seen.either.push(row);
}

function noteProof(proof: Proof, text: string, row: number): void {
  if (proof.count === 0) {
    proof.text = text.trim();
    proof.row = row;
  }
  proof.count += 1;
}

function halfConverted(
  { dateSystem }: DamageScope,
  seen: SeenDates,
  place: Pick<DamageFinding, "kind" | "index" | "column">,
): DamageFinding | undefined {
  const { converted, isLow, alike, dayFirst, monthFirst } = seen;
  // The program would have turned 05/05/2024 into a date as well.
  if (!isLow || alike > 0 || converted.length < LEAST_CONVERTED) return undefined;
  const proof = dayFirst.count > 0 ? dayFirst : monthFirst;
  return {
    ...place,
    confidence: converted.length >= CERTAIN_CONVERTED ? "certain" : "possible",
    rows: converted,
    evidence: { sign: "half-converted", proof: proof.text, proofRow: proof.row },
    mend: (cell) => swappedBack(cell, offsetOf(dateSystem)),
  };
}

function dayFirstCell(cell: CellValue): MendedCell | undefined {
  const match = typeof cell === "string" ? SLASHED.exec(cell) : null;
  if (match === null) return undefined;
  const written = match[4] ?? "";
  const year = written.length === 4 ? Number(written) : centuryOf(Number(written));
  const day = dayOf(year, Number(match[3]), Number(match[1]));
  if (day === undefined) return undefined;
  const read = `${dayText(day)}${match[5] ?? ""}`.trimEnd();
  return { cell: read, found: cellText(cell), read };
}

function swappedBack(cell: CellValue, offset: number): MendedCell | undefined {
  if (typeof cell === "number" && isSerial(cell + offset)) {
    const was = dayOfSerial(cell + offset);
    const day = swapped(was);
    if (day === undefined) return undefined;
    const fraction = cell - Math.floor(cell);
    const serial = serialOfDay(day) - offset + fraction;
    return { cell: serial, found: dayText(was), read: dayText(day) };
  }
  const match = typeof cell === "string" ? ISO.exec(cell) : null;
  const was =
    match === null ? undefined : dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  const day = was === undefined ? undefined : swapped(was);
  if (day === undefined) return undefined;
  const read = `${dayText(day)}${match?.[4] ?? ""}`;
  return { cell: read, found: cellText(cell), read: read.trim() };
}

function swapped(was: Day): Day | undefined {
  const { year, month, dayOfMonth } = partsOf(was);
  return month === dayOfMonth ? undefined : dayOf(year, dayOfMonth, month);
}

/** Two-digit years as in every other date of the ledger. */
const centuryOf = (year: number): number => (year < 70 ? 2000 + year : 1900 + year);

const offsetOf = (dateSystem: DamageScope["dateSystem"]): number =>
  dateSystem === 1904 ? DAYS_FROM_1900_TO_1904 : 0;

const isSerial = (serial: number): boolean => serial >= 61 && serial < 1e6;
