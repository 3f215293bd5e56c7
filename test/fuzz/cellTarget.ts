import { UTC } from "../../core/calendar/timeZone.ts";
import type { CellValue } from "../../core/ledger/cells.ts";
import { dateReader } from "../../core/ledger/parseDate.ts";
import { isNumber, parseNumber, parseRate } from "../../core/ledger/parseNumber.ts";
import { parseSettings } from "../../core/ledger/parseSettings.ts";
import { problemLog } from "../../core/ledger/problemLog.ts";
import { readDollars, readMoment, readMoney, readText } from "../../core/ledger/readCell.ts";
import { moneyOf, scaleDecimal, type DecimalNumber } from "../../core/money/decimalNumber.ts";
import { promise, type FuzzTarget } from "./fuzzTarget.ts";
import { mutatedText, nastyCell } from "./nasty.ts";
import type { Random } from "./random.ts";

/**
 * Cells as numbers, dates, dollars, words and settings. A cell that says a number or a day in one of
 * many ways is read as that very number or moment, or refused, never as another one.
 */
export const cellTarget: FuzzTarget = {
  name: "cells",
  quick: 6000,
  feed: (random) => {
    const kind = random.below(4);
    if (kind === 0) return feedNumber(random);
    if (kind === 1) return feedDate(random);
    const cell = kind === 2 ? nastyCell(random) : mutatedCell(random);
    feedAny(cell);
    return "any cell";
  },
};

const READ_DATE = dateReader({ zone: UTC, dateSystem: 1900, countsFrom1970: false });
const COUNT_DATE = dateReader({ zone: UTC, dateSystem: 1904, countsFrom1970: true });
const COLUMN = { index: 0, text: "Cell" };

/** No reader throws, and each gives a value of its kind or one Error. */
function feedAny(cell: CellValue): void {
  for (const reading of [parseNumber(cell), parseRate(cell)]) {
    if (isNumber(reading)) promise(isSound(reading), "an unsound number", { cell, reading });
  }
  for (const reader of [READ_DATE, COUNT_DATE]) {
    const reading = reader(cell);
    const isSane = typeof reading === "string" || Number.isInteger(reading);
    promise(isSane, "a moment that is none", { cell, reading });
  }
  const log = problemLog("transactions");
  const dollars = readDollars(log, cell, COLUMN);
  const errors = log.errors;
  const money = readMoney(log, cell, COLUMN);
  const same = dollars === undefined ? money === undefined : money === moneyOf(dollars);
  promise(same, "readMoney and readDollars disagree", { cell, dollars, money });
  promise(log.errors === 2 * errors, "one reader complains and the other does not", { cell });
  promise(dollars === undefined || dollars.coefficient >= 0, "negative dollars", { cell });
  promise(dollars === undefined || errors === 0, "dollars from a refused cell", { cell });
  const placed = { cell, column: COLUMN };
  const complaints = log.errors;
  const at = readMoment(log, placed, READ_DATE);
  promise((at === undefined) === log.errors > complaints, "a date lost in silence", { cell });
  readText(log, cell, COLUMN);
  parseSettings(typeof cell === "object" ? "" : String(cell));
  parseSettings([["tax_year", cell]]);
}

const isSound = ({ coefficient, decimals }: DecimalNumber): boolean =>
  Number.isInteger(decimals) &&
  decimals >= 0 &&
  (typeof coefficient === "bigint" || Number.isSafeInteger(coefficient));

/** A number written as people and programs write it is that number or a fault. */
function feedNumber(random: Random): string {
  const whole = String(random.below(10 ** (1 + random.below(9))));
  const fraction = random.percent(60) ? String(random.below(10 ** (1 + random.below(8)))) : "";
  const isNegative = random.percent(20);
  const plain = whole + (fraction === "" ? "" : `.${fraction}`);
  const written = decorated(random, { whole, fraction, isNegative });
  const reading = parseNumber(written);
  if (!isNumber(reading)) {
    promise(typeof reading === "string", "a number taken for a blank", { written });
    return "number refused";
  }
  const scale = 10;
  const expected = BigInt(whole) * 10n ** 10n + BigInt(fraction.padEnd(scale, "0").slice(0, scale));
  const read = BigInt(scaleDecimal(reading, scale));
  promise(read === (isNegative ? -expected : expected), "read as another number", {
    written,
    plain,
    reading,
  });
  return "number read";
}

type Written = { readonly whole: string; readonly fraction: string; readonly isNegative: boolean };

function decorated(random: Random, { whole, fraction, isNegative }: Written): string {
  const separator = random.pick(["", "", ",", " ", "\u00a0", "\u202f"]);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, separator);
  const digits = grouped + (fraction === "" ? "" : `.${fraction}`);
  const coin = random.pick(["", "", "$", "$ ", "USD ", "US$"]);
  const behind = coin === "" ? random.pick(["", "", " USD", "$", " $"]) : "";
  const space = random.pick(["", " ", "\u00a0", "\t"]);
  if (!isNegative) return space + coin + digits + behind + space;
  const minus = random.pick(["-", "-", "\u2212", "\u2013"]);
  return random.pick([
    `${space}${minus}${coin}${digits}${behind}`,
    `${coin}${minus}${digits}${behind}${space}`,
    `(${coin}${digits}${behind})`,
  ]);
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A moment written in one of many ways is that moment or a fault. */
function feedDate(random: Random): string {
  const [year, month, day] = [1970 + random.below(130), 1 + random.below(12), 1 + random.below(28)];
  const [hour, minute, second] = [random.below(24), random.below(60), random.below(60)];
  const two = (part: number): string => String(part).padStart(2, "0");
  const name = MONTHS[month - 1]!;
  const date = random.pick([
    `${year}-${two(month)}-${two(day)}`,
    `${year}/${two(month)}/${two(day)}`,
    `${month}/${day}/${year}`,
    `${two(day)}.${two(month)}.${year}`,
    `${name} ${day}, ${year}`,
    `${day} ${name} ${year}`,
  ]);
  const half = hour < 12 ? "AM" : "PM";
  const time = random.pick([
    "",
    ` ${two(hour)}:${two(minute)}:${two(second)}`,
    ` ${((hour + 11) % 12) + 1}:${two(minute)}:${two(second)} ${half}`,
    `T${two(hour)}:${two(minute)}:${two(second)}Z`,
  ]);
  const expected =
    time === ""
      ? Date.UTC(year, month - 1, day)
      : Date.UTC(year, month - 1, day, hour, minute, second);
  const reading = READ_DATE(date + time);
  if (typeof reading === "string") return "date refused";
  promise(reading === expected, "read as another moment", { written: date + time, reading });
  return "date read";
}

const SEEDS = ["1,234.56", "$12.5", "(3)", "2024-02-29 10:00", "1/5/2024 3:04 PM", "24%", "1e-7"];

const mutatedCell = (random: Random): string => mutatedText(random, random.pick(SEEDS));
