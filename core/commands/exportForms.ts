import { dayText } from "../calendar/day.ts";
import { taxYearOf } from "../harvest/taxYear.ts";
import type { Books } from "../harvest/books.ts";
import type { Replay } from "../replay/replayLedger.ts";
import { csv8949 } from "../report/exports/csv8949.ts";
import type { ExportedFile, ExportedFiles } from "../report/exports/exportedFile.ts";
import { gainLossCsv } from "../report/exports/gainLossCsv.ts";
import { taxActCsv } from "../report/exports/taxActCsv.ts";
import { txf } from "../report/exports/txf.ts";
import { form8949, type Form8949Row } from "../report/form8949.ts";
import { FORMS_LINE } from "../report/form8949Tab.ts";

/** A kind of file for tax software, by the word that a user asks for. */
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** Every kind of file, in the order in which they are written. */
export const EXPORT_KINDS = ["8949", "taxact", "gainloss", "txf"] as const;

/** Files for tax software, and sentences on what they leave out and what to check. */
export type ExportedForms = {
  readonly files: readonly ExportedFile[];
  readonly remarks: readonly string[];
};

/**
 * Form 8949 of the tax year as files that tax software reads. What a format cannot hold is left out
 * of its file and named in a sentence; form-8949.csv holds every row.
 *
 * `replay` is that of the tax year, to its end. Decision: D-48.
 */
export function exportForms(
  { books, replay }: { readonly books: Books; readonly replay: Replay },
  kinds: readonly ExportKind[],
): ExportedForms {
  const taxYear = taxYearOf(books);
  const rows = form8949(replay.disposals, taxYear);
  const made = EXPORT_KINDS.filter((kind) => kinds.includes(kind)).map((kind) =>
    MAKERS[kind](rows, books),
  );
  return {
    files: made.flatMap(({ files }) => files),
    remarks: [
      `Form 8949 of ${taxYear}, from a ledger as of ${dayText(books.asOf)}: ${rows.length === 1 ? "1 row" : `${rows.length} rows`}.`,
      "Each row is rounded to the cent, totals are rounded once: they may differ from the sum of the rows by cents.",
      FORMS_LINE,
      ...(books.settings.wash === "conservative"
        ? [
            "These figures apply the wash-sale rule to coins, which current law does not: do not file them.",
          ]
        : []),
      ...made.flatMap(({ remarks }) => remarks),
    ],
  };
}

const MAKERS: Readonly<
  Record<ExportKind, (rows: readonly Form8949Row[], books: Books) => ExportedFiles>
> = {
  "8949": csv8949,
  taxact: taxActCsv,
  gainloss: gainLossCsv,
  txf: (rows, { asOf }) => txf(rows, asOf),
};
