import { createWorkbook, isRefusal, writeCsv } from "../workbook/index.ts";
import { portfolioSheets } from "./portfolio/portfolioSheets.ts";
import type { SampleSheet } from "./sheetCell.ts";
import { sheetsJson } from "./sheetsJson.ts";
import { pricesCsv } from "./prices.ts";
import { koinlyUniversal } from "./universal/koinlyUniversal.ts";
import { zenledgerUniversal } from "./universal/zenledgerUniversal.ts";

/** A file of this folder as the generator makes it. */
export type SampleFile = { readonly name: string; readonly bytes: Uint8Array };

/** Every generated file. Nothing but this code decides their bytes. */
export const sampleFiles = (): readonly SampleFile[] => [
  { name: "portfolio.xlsx", bytes: workbookOf(portfolioSheets()) },
  { name: "portfolio.json", bytes: new TextEncoder().encode(sheetsJson(portfolioSheets())) },
  csvFile("koinly-universal.csv", koinlyUniversal()),
  csvFile("zenledger-universal.csv", zenledgerUniversal()),
  csvFile("prices.csv", pricesCsv()),
];

function workbookOf(sheets: readonly SampleSheet[]): Uint8Array {
  const bytes = createWorkbook({
    sheets: sheets.map(({ titlesRow, ...sheet }) =>
      titlesRow === undefined ? sheet : { ...sheet, titlesRow },
    ),
  });
  if (isRefusal(bytes)) throw new Error(bytes.refusal);
  return bytes;
}

function csvFile(name: string, rows: readonly (readonly string[])[]): SampleFile {
  return { name, bytes: new TextEncoder().encode(writeCsv(rows)) };
}
