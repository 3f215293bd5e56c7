import type { StyleBook } from "../sheet/styleBook.ts";
import type { TabLayout } from "../../core/index.ts";

/** What a tab's sheet needs to know of the workbook that it goes into. */
export type TabPlace = {
  readonly layout: TabLayout;
  readonly styles: StyleBook;
  readonly dateSystem: 1900 | 1904;
  readonly source: TabSource | undefined;
  /** Relationship id of the drawing with the chart. */
  readonly drawing: string | undefined;
  readonly codeName: string | undefined;
  readonly selected: boolean;
  /** Told of the rows written since the last time. */
  readonly onRows: ((rows: number) => void) | undefined;
};

/** The sheet to which the column of source rows refers, and the rows above the ledger's first. */
export type TabSource = { readonly sheet: string; readonly rowsAbove: number };
