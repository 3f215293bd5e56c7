import type { ExportRow } from "./exportRow.ts";
import type { RowOutcome } from "./importedRow.ts";

/** The export of one service, which becomes rows of two sides. */
export type ImportFormat = {
  readonly name: string;
  /** Word keys of headings that a header row of this format has, all of them, in any order. */
  readonly needs: string;
  /** Word keys of headings that only some variants have, and that mean something of the service's own. */
  readonly own?: string;
  /** The zone of dates that name none: the service's own, else the taxpayer's. */
  readonly zone: "UTC" | "taxpayer";
  /** One outcome for each row, or for several that are joined; in the order of the rows. */
  readonly read: (rows: readonly ExportRow[]) => readonly RowOutcome[];
};

/** For formats whose rows stand by themselves. */
export const eachRow =
  (outcomeOf: (row: ExportRow) => RowOutcome) =>
  (rows: readonly ExportRow[]): readonly RowOutcome[] =>
    rows.map(outcomeOf);
