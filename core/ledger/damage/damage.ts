import type { TimeZone } from "../../calendar/timeZone.ts";
import type { CellGrid, CellValue } from "../cells.ts";
import type { ColumnHeading, Columns } from "../columns.ts";

/**
 * What spreadsheet programs do to exports: days and months swapped, seconds dropped, ids rounded,
 * decimal commas misread, digits cut after the 15th, local time under a heading that says UTC,
 * amounts and ids turned into dates. The words of the setting `repair`.
 */
export const DAMAGE_KINDS = [
  "dates",
  "seconds",
  "ids",
  "numbers",
  "digits",
  "zones",
  "cells",
] as const;

/** One of those. */
export type DamageKind = (typeof DAMAGE_KINDS)[number];

/** A cell as it is to be read: its new value, and both in words. */
export type MendedCell = {
  readonly cell: CellValue;
  readonly found: string;
  readonly read: string;
};

/** The cells of a column that some spreadsheet program damaged, or seems to have damaged. */
export type DamageFinding = {
  readonly kind: DamageKind;
  /** Counted from 0. */
  readonly index: number;
  /** The user's own heading. */
  readonly column: string;
  /** Certain where nothing else explains the cells. */
  readonly confidence: "certain" | "possible";
  /** Every damaged row, in order, counted from 1. */
  readonly rows: readonly number[];
  readonly evidence: DamageEvidence;
  /** How one of those cells is to be read; undefined where what was lost is nowhere in the sheet. */
  readonly mend: ((cell: CellValue) => MendedCell | undefined) | undefined;
};

/** By what the damage shows. Cells as text. */
export type DamageEvidence =
  /** Dates read month first, though `proof` can only have its day first. */
  | { readonly sign: "day-first"; readonly proof: string; readonly proofRow: number }
  /** Dates of both orders; nobody can tell which the others have. */
  | { readonly sign: "both-orders"; readonly proof: string; readonly other: string }
  /** What the program could read became a date with day and month swapped; the rest stayed text. */
  | { readonly sign: "half-converted"; readonly proof: string; readonly proofRow: number }
  /** No time has seconds, but another cell of its row has. */
  | { readonly sign: "seconds-elsewhere"; readonly proof: string; readonly proofRow: number }
  /** No time has seconds, and rows of one asset share a minute. */
  | { readonly sign: "minutes-shared"; readonly times: number }
  | { readonly sign: "scientific-id"; readonly example: string }
  | { readonly sign: "rounded-id"; readonly example: string }
  | { readonly sign: "decimal-comma"; readonly proof: string; readonly isMixed: boolean }
  | { readonly sign: "fifteen-digits"; readonly example: string; readonly longer: string }
  | { readonly sign: "other-zone"; readonly heading: string; readonly proof: string }
  | { readonly sign: "skipped-hour"; readonly zone: string; readonly proof: string }
  | { readonly sign: "became-date"; readonly example: string };

/** A sheet with its recognised columns, and what the reading of its dates depends on. */
export type DamageScope = {
  readonly grid: CellGrid;
  /** Rows before the first one below the headings. */
  readonly first: number;
  readonly columns: Columns;
  readonly dateSystem: 1900 | 1904;
  /** The taxpayer's. */
  readonly zone: TimeZone;
  /** True for a service's export whose own zone is known, whatever its heading says. */
  readonly isExport: boolean;
};

/** Looks for one kind of damage in one column. */
export type DamageSearch = (scope: DamageScope, column: ColumnHeading) => DamageFinding | undefined;
