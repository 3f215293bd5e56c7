import type { Settings } from "../ledger/settings.ts";
import { moneyNumber, negate, type Money } from "../money/amounts.ts";
import { sumOfBoxes } from "./form8949.ts";
import { boxMeaning, type BoxMeaning } from "./form8949Box.ts";
import type { ScheduleDYear } from "./scheduleDYear.ts";
import type { Column, Table, TableCell } from "./table.ts";

const SCHEDULE_D_COLUMNS = [
  { title: "Line", format: "text", width: 10 },
  { title: "Part", format: "text", width: 16 },
  { title: "What it is", format: "text", width: 62 },
  { title: "(d) Proceeds", format: "money", width: 15 },
  { title: "(e) Cost basis", format: "money", width: 15 },
  { title: "(g) Adjustment", format: "money", width: 14 },
  { title: "(h) Gain or loss", format: "signedMoney", width: 15 },
] as const satisfies readonly Column[];

/** Schedule D of a tax year, line by line. Unrounded dollars; a loss is negative. */
export function scheduleDTable(year: ScheduleDYear, settings: Settings, taxYear: number): Table {
  const { scheduleD, carriedIn } = year;
  return {
    columns: SCHEDULE_D_COLUMNS,
    rows: [
      ...LINES.slice(0, 3).map((line) => boxLine(year, line)),
      single("other", SHORT, "Short-term gain from elsewhere, from the settings", {
        amount: settings.otherShortGain,
      }),
      single("6", SHORT, "Short-term loss carried in, from the settings", {
        amount: negate(carriedIn.short),
      }),
      single("7", SHORT, "Net short-term gain or loss", { amount: scheduleD.line7 }),
      ...LINES.slice(3).map((line) => boxLine(year, line)),
      single("other", LONG, "Long-term gain from elsewhere, from the settings", {
        amount: settings.otherLongGain,
      }),
      single("14", LONG, "Long-term loss carried in, from the settings", {
        amount: negate(carriedIn.long),
      }),
      single("15", LONG, "Net long-term gain or loss", { amount: scheduleD.line15 }),
      single("16", BOTH, "Lines 7 and 15 together", { amount: scheduleD.line16 }),
      single("21", BOTH, "Loss that reduces other income this year", {
        amount: negate(scheduleD.line21),
      }),
      single(capitalGainLine(taxYear) ?? "", FORM_1040, "Capital gain or loss", {
        amount: scheduleD.capitalGain,
      }),
    ],
  };
}

/**
 * The line of Form 1040 that takes the capital gain or loss; undefined for a year whose form is not
 * known here.
 *
 * Source: Form 1040 (2024) and (2025).
 */
export const capitalGainLine = (taxYear: number): string | undefined =>
  CAPITAL_GAIN_LINES.get(taxYear);

const CAPITAL_GAIN_LINES: ReadonlyMap<number, string> = new Map([
  [2024, "7"],
  [2025, "7a"],
]);

/** The part of the row that leaves Schedule D. */
export const FORM_1040 = "Form 1040";

const SHORT = "I, short-term";
const LONG = "II, long-term";
const BOTH = "III";

const LINES = [
  { line: "1b", letters: "A or G" },
  { line: "2", letters: "B or H" },
  { line: "3", letters: "C or I" },
  { line: "8b", letters: "D or J" },
  { line: "9", letters: "E or K" },
  { line: "10", letters: "F or L" },
] as const satisfies readonly {
  readonly line: BoxMeaning["scheduleDLine"];
  readonly letters: string;
}[];

/** A line that takes the totals of two boxes. */
function boxLine({ boxes }: ScheduleDYear, of: (typeof LINES)[number]): readonly TableCell[] {
  const own = boxes.filter(({ box }) => boxMeaning(box).scheduleDLine === of.line);
  const isShort = LINES.indexOf(of) < 3;
  return [
    of.line,
    isShort ? SHORT : LONG,
    `Totals of Form 8949 with box ${of.letters} checked`,
    moneyNumber(sumOfBoxes(own, "proceeds")),
    moneyNumber(sumOfBoxes(own, "basis")),
    moneyNumber(sumOfBoxes(own, "adjustment")),
    moneyNumber(sumOfBoxes(own, "gain")),
  ];
}

/** A line with one amount. */
const single = (
  line: string,
  part: string,
  words: string,
  { amount }: { readonly amount: Money },
): readonly TableCell[] => [
  line === "" ? null : line,
  part,
  words,
  null,
  null,
  null,
  moneyNumber(amount),
];
