import { cellReference } from "../../core/index.ts";
import type { Refusal } from "../refusals.ts";

/** A cell for sentences; rows and columns count from 1. */
export type NamedCell = {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
};

const nameOf = ({ sheet, row, column }: NamedCell): string =>
  `The cell ${cellReference(column - 1, row)} of the sheet "${sheet}"`;

/** An edit of a cell that no sheet has. */
export const noSuchCell = ({ sheet, row, column }: NamedCell): Refusal => ({
  refusal:
    `The sheet "${sheet}" has no cell in row ${row} and column ${column}: ` +
    "a sheet ends with row 1,048,576 and column 16,384.",
});

/** Text beyond what a cell can hold; to cut it would lose what the user typed. */
export const textTooLong = (cell: NamedCell): Refusal => ({
  refusal: `${nameOf(cell)} cannot hold more than 32,767 characters: shorten its text.`,
});

/** A number that is infinite or none at all, which no cell can hold. */
export const notFinite = (cell: NamedCell): Refusal => ({
  refusal: `${nameOf(cell)} cannot hold a number that is not finite: type another value.`,
});

/** A shared formula whose text only this cell holds, and whose other cells cannot take it over. */
export const sharedFormulaStuck = (cell: NamedCell): Refusal => ({
  refusal:
    `${nameOf(cell)} holds a formula that other cells share in a way that only Excel can undo: ` +
    "change it in Excel.",
});

/** A cell of an array formula or of a data table. */
export const partOfArray = (cell: NamedCell): Refusal => ({
  refusal:
    `${nameOf(cell)} belongs to an array formula or a data table, ` +
    "of which no cell can change alone: change it in Excel.",
});

/** A cell that is covered by the first cell of a merged area. */
export const coveredByMerge = (cell: NamedCell, first: string): Refusal => ({
  refusal: `${nameOf(cell)} is merged into ${first}: type into ${first} instead.`,
});

/** A locked cell of a protected sheet. */
export const lockedCell = (cell: NamedCell): Refusal => ({
  refusal:
    `${nameOf(cell)} is locked, and the sheet is protected: ` +
    "switch off Review > Protect Sheet in Excel and save the workbook again.",
});

/** A cell that a pivot table fills. */
export const partOfPivotTable = (cell: NamedCell): Refusal => ({
  refusal:
    `${nameOf(cell)} belongs to a pivot table, which would write over it: ` +
    "type into another cell.",
});

/** The heading of a table's column with a value that is none. */
export const noHeading = (cell: NamedCell, table: string): Refusal => ({
  refusal:
    `${nameOf(cell)} is a heading of the table ${table}: ` +
    "type a text of at most 255 characters that no other column of the table has.",
});

/** The heading of a table's column by which formulas read the column. */
export const headingInUse = (cell: NamedCell, table: string): Refusal => ({
  refusal:
    `${nameOf(cell)} is a heading of the table ${table} that formulas name: ` +
    "change it in Excel, which changes the formulas with it.",
});
