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
