import { taxYearOf } from "../harvest/taxYear.ts";
import type { Books } from "../harvest/books.ts";
import { moneyNumber } from "../money/amounts.ts";
import type { Replay } from "../replay/replayLedger.ts";
import { digitalAssetQuestion } from "./digitalAssetQuestion.ts";
import { form8949, sumOfBoxes, totalsByBox, type BoxTotals } from "./form8949.ts";
import { boxMeaning } from "./form8949Box.ts";
import { FORM_8949_COLUMNS, form8949Table } from "./form8949Table.ts";
import type { Breakdown, Tab, TabSection, TotalCell } from "./tab.ts";
import type { Column } from "./table.ts";
import {
  basicsLine,
  LAW_CHECKED,
  methodLine,
  methodWords,
  NOT_TAX_ADVICE,
  washLine,
} from "./tabHeading.ts";

/** The tab "Form 8949" of the tax year, from its disposals by the methods on record, else FIFO. */
export function form8949Tab(books: Books, { disposals }: Replay): Tab {
  const taxYear = taxYearOf(books);
  const rows = form8949(disposals, taxYear);
  const boxes = totalsByBox(rows);
  return {
    key: "form-8949",
    name: "Form 8949",
    heading: heading(books, taxYear, boxes),
    table: form8949Table(rows),
    totals: totals(boxes),
    breakdown: byBox(boxes),
    sections: boxes.length === 0 ? [] : [boxLines(boxes)],
    emphasis: { column: columnOf("(f) Code"), value: "W" },
  };
}

/** What the forms of a year that are not final yet may change. */
export const FORMS_LINE = `Boxes and lines are those of the 2025 forms (checked ${LAW_CHECKED}): compare them with the final forms of the year before filing.`;

/** What the figures assume of a disposal without a lot; nothing where every unit has one. */
export function missingBasisLine(boxes: readonly BoxTotals[]): readonly string[] {
  const rows = boxes.reduce((sum, box) => sum + box.rowsWithoutBasis, 0);
  if (rows === 0) return [];
  const some = rows === 1 ? "1 row has no lot" : `${rows} rows have no lot`;
  return [
    `Basis is missing: ${some} in this ledger. Proceeds are in column (d); (b), (e) and (h) are blank and in no total. The rows stand in Part I until the purchase is entered.`,
  ];
}

/** The methods that past disposals follow, for a heading's line. */
export const pastMethodWords = ({ settings }: Books): string =>
  settings.methodSince.length > 0 ? "methods on record" : methodWords("FIFO");

function heading(books: Books, taxYear: number, boxes: readonly BoxTotals[]): readonly string[] {
  return [
    `Form 8949 for ${taxYear}`,
    basicsLine(books, pastMethodWords(books)),
    methodLine({ books, method: "FIFO" }),
    washLine(books.settings.wash),
    ...conservativeLine(books),
    "One row for each piece of a lot disposed of in the year; (h) is (d) less (e) plus (g). Code W is a wash sale, and (g) the loss that it disallows. Cells and totals are not rounded; cents are for display.",
    "Boxes A to F are for securities, which are the assets of the setting securities; every other asset is a digital asset and has G to L from 2025. The ledger's 1099 column chooses among them.",
    `Compare each row with the Forms 1099-B and 1099-DA received: what a broker reported otherwise (codes B, E, T) is not in a ledger. ${FORMS_LINE}`,
    digitalAssetQuestion(books, taxYear),
    ...missingBasisLine(boxes),
    NOT_TAX_ADVICE,
  ];
}

/** Figures of a law that is not in force are no figures to file. */
const conservativeLine = ({ settings }: Books): readonly string[] =>
  settings.wash === "conservative"
    ? [
        "Do not file code W on coins held directly: under current law such a loss belongs to the year of the sale. Set wash to securities for the figures to file.",
      ]
    : [];

const BLANK: TotalCell = { kind: "blank" };

function totals(boxes: readonly BoxTotals[]): readonly TotalCell[] {
  return FORM_8949_COLUMNS.map(({ title }): TotalCell => {
    const amount = SUMMED.find((one) => one.title === title)?.amount;
    if (title === "Box") return { kind: "text", text: "Total" };
    if (amount === undefined) return BLANK;
    return { kind: "sum", value: moneyNumber(sumOfBoxes(boxes, amount)) };
  });
}

const SUMMED = [
  { title: "(d) Proceeds", amount: "proceeds" },
  { title: "(e) Cost basis", amount: "basis" },
  { title: "(g) Adjustment", amount: "adjustment" },
  { title: "(h) Gain or loss", amount: "gain" },
] as const;

const columnOf = (title: (typeof FORM_8949_COLUMNS)[number]["title"]): number =>
  FORM_8949_COLUMNS.findIndex((column) => column.title === title);

const byBox = (boxes: readonly BoxTotals[]): Breakdown => ({
  title: "Totals by box",
  keyColumn: columnOf("Box"),
  valueColumns: SUMMED.map(({ title }) => columnOf(title)),
  lines: boxes.map((box) => ({
    key: box.box,
    values: SUMMED.map(({ amount }) => moneyNumber(box[amount])),
  })),
  chart: "none",
});

const LINE_COLUMNS = [
  { title: "Box", format: "text", width: 7 },
  { title: "What a broker reported", format: "text", width: 40 },
  { title: "Part", format: "text", width: 12 },
  { title: "Schedule D line", format: "text", width: 12 },
  { title: "Rows", format: "integer", width: 10 },
  { title: "Rows without basis", format: "integer", width: 10 },
] as const satisfies readonly Column[];

/** One page of the form bears one checked box. */
const boxLines = (boxes: readonly BoxTotals[]): TabSection => ({
  title: "Where the totals of each box go",
  remark: "Each page of the form bears one checked box; its totals go to this line of Schedule D.",
  table: {
    columns: LINE_COLUMNS,
    rows: boxes.map(({ box, rows, rowsWithoutBasis }) => {
      const { term, words, scheduleDLine } = boxMeaning(box);
      return [
        box,
        words,
        term === "Short" ? "I (short)" : "II (long)",
        scheduleDLine,
        rows,
        rowsWithoutBasis,
      ];
    }),
  },
});
