import { writeCsv } from "../workbook/csv.ts";
import { pricesCsv } from "./prices.ts";
import { koinlyUniversal } from "./universal/koinlyUniversal.ts";
import { zenledgerUniversal } from "./universal/zenledgerUniversal.ts";

/** A file of this folder as the generator makes it. */
export type SampleFile = { readonly name: string; readonly bytes: Uint8Array };

/** Every generated file. Nothing but this code decides their bytes. */
export const sampleFiles = (): readonly SampleFile[] => [
  csvFile("koinly-universal.csv", koinlyUniversal()),
  csvFile("zenledger-universal.csv", zenledgerUniversal()),
  csvFile("prices.csv", pricesCsv()),
];

function csvFile(name: string, rows: readonly (readonly string[])[]): SampleFile {
  return { name, bytes: new TextEncoder().encode(writeCsv(rows)) };
}
