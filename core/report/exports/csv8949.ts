import type { Money } from "../../money/amounts.ts";
import { sumOfBoxes, totalsByBox, type BoxTotals, type Form8949Row } from "../form8949.ts";
import { FORM_8949_COLUMNS } from "../form8949Table.ts";
import { csvText } from "./csvText.ts";
import type { ExportedFiles } from "./exportedFile.ts";
import { centsText, usDate } from "./formText.ts";

/** The name of the file that holds every row. */
const CSV_8949_NAME = "form-8949.csv";

/** The first record of that file. */
const CSV_8949_TITLES: readonly string[] = FORM_8949_COLUMNS.map(({ title }) => title);

/**
 * Form 8949 as it is printed: the rows of each box with its totals under them, then those of all
 * boxes. Each row is rounded to the cent; totals are rounded sums of the unrounded rows.
 *
 * Source: Instructions for Form 8949 (2025) pp. 3-5. Decision: D-48.
 */
export function csv8949(rows: readonly Form8949Row[]): ExportedFiles {
  const records: (readonly string[])[] = [CSV_8949_TITLES];
  const boxes = totalsByBox(rows);
  let at = 0;
  for (const box of boxes) {
    // Rows stand by box, so that those of one box follow one another.
    for (const row of rows.slice(at, at + box.rows)) records.push(record(row));
    at += box.rows;
    records.push(totalRecord(`Total ${box.box}`, [box]));
  }
  if (boxes.length > 1) records.push(totalRecord("Total", boxes));
  return {
    files: [{ name: CSV_8949_NAME, text: csvText(records) }],
    remarks: boxes.some(({ rowsWithoutBasis }) => rowsWithoutBasis > 0)
      ? [`Rows of ${CSV_8949_NAME} without a basis have blank columns (b), (e) and (h).`]
      : [],
  };
}

const record = (row: Form8949Row): readonly string[] => [
  row.box,
  row.description,
  row.acquired === "INHERITED" ? row.acquired : dayOrBlank(row.acquired),
  usDate(row.sold),
  centsText(row.proceeds),
  centsOrBlank(row.basis),
  row.washSale === undefined ? "" : "W",
  centsOrBlank(row.washSale),
  centsOrBlank(row.gain),
];

const totalRecord = (title: string, boxes: readonly BoxTotals[]): readonly string[] => [
  ...[title, "", "", ""],
  centsText(sumOfBoxes(boxes, "proceeds")),
  centsText(sumOfBoxes(boxes, "basis")),
  "",
  centsText(sumOfBoxes(boxes, "adjustment")),
  centsText(sumOfBoxes(boxes, "gain")),
];

const dayOrBlank = (day: Exclude<Form8949Row["acquired"], "INHERITED">): string =>
  day === undefined ? "" : usDate(day);

const centsOrBlank = (amount: Money | undefined): string =>
  amount === undefined ? "" : centsText(amount);
