import type { Form8949Row } from "../form8949.ts";
import { csvText } from "./csvText.ts";
import { rowsThatFit, WITHOUT_BASIS, type ExportedFiles } from "./exportedFile.ts";
import { centsText, usDate } from "./formText.ts";

/** Sales that one import of TaxAct takes. */
const MOST_ROWS = 2000;

/** The columns that TaxAct's CSV import names, with those for wash sales and the box. */
const TITLES = [
  "Description",
  "Date Acquired",
  "Date Sold",
  "Sales Proceeds",
  "Cost or Other Basis",
  "Wash Sale",
  "Adjustment Code",
  "Adjustment Amount",
  "Reporting Category",
];

/**
 * CSV files for TaxAct, each of at most 2,000 rows: a wash sale and its adjustment are on one row,
 * and the reporting category is the box.
 *
 * Source: TaxAct support 882 (columns), 882/2019 (2,000 rows). Decision: D-48.
 */
export function taxActCsv(rows: readonly Form8949Row[]): ExportedFiles {
  const { kept, remarks } = rowsThatFit(rows, "taxact.csv", ({ basis }) =>
    basis === undefined ? WITHOUT_BASIS : undefined,
  );
  const files = [];
  for (let from = 0; from < Math.max(1, kept.length); from += MOST_ROWS) {
    const place = from / MOST_ROWS + 1;
    files.push({
      name: place === 1 ? "taxact.csv" : `taxact-${place}.csv`,
      text: csvText([TITLES, ...kept.slice(from, from + MOST_ROWS).map(record)]),
    });
  }
  const isDigital = kept.some(({ box }) => box >= "G");
  return {
    files,
    remarks: [
      ...remarks,
      ...(files.length > 1
        ? [
            `TaxAct takes ${MOST_ROWS} sales: the rest are in ${files.length - 1} more files. Past that many its help asks for totals and an attached statement.`,
          ]
        : []),
      ...(isDigital
        ? [
            "TaxAct's help names the reporting categories A to F: check after the import that rows of boxes G to L stand in their own boxes.",
          ]
        : []),
    ],
  };
}

const record = (row: Form8949Row): readonly string[] => [
  row.description,
  acquiredText(row.acquired),
  usDate(row.sold),
  centsText(row.proceeds),
  row.basis === undefined ? "" : centsText(row.basis),
  row.washSale === undefined ? "" : "W",
  row.washSale === undefined ? "" : "W",
  row.washSale === undefined ? "" : centsText(row.washSale),
  row.box,
];

function acquiredText(acquired: Form8949Row["acquired"]): string {
  if (acquired === undefined) return "";
  return acquired === "INHERITED" ? acquired : usDate(acquired);
}
