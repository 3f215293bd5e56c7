import { dayText, type Day } from "../calendar/day.ts";
import type { Instant } from "../calendar/timeZone.ts";
import type { Money } from "../money/amounts.ts";
import type { CellValue } from "./cells.ts";
import { cellIn, columnOf } from "./columns.ts";
import type { LedgerSheet } from "./ledgerSheet.ts";
import { logError, logWarning } from "./problemLog.ts";
import { readMoment, readMoney, readText } from "./readCell.ts";
import { readAcquired, type BasicColumns } from "./rowBasics.ts";
import type { Acquisition } from "./transaction.ts";
import { isEmpty } from "./words.ts";

/** What an opening lot states beside its units and basis. */
export type OpeningTerms = {
  readonly at: Instant;
  readonly day: Day;
  readonly holdingPeriodStart: Day;
  readonly lossBasis: Money | undefined;
  /** What the lot rests on, in the user's words; empty where the row does not say. */
  readonly evidence: string;
};

/** What an opening lot has in common with every acquisition. */
type OpeningUnits = Pick<Acquisition, "row" | "asset" | "quantity" | "wallet" | "id" | "basis">;

/** Puts an opening lot together; without evidence where the row does not say what it rests on. */
export function openingLot(units: OpeningUnits, terms: OpeningTerms): Acquisition {
  const { evidence, ...dated } = terms;
  const noted = evidence === "" ? {} : { evidence };
  return { kind: "acquisition", origin: "opening", ...units, ...dated, ...noted };
}

/** The row of an opening lot, as far as every row is read alike. */
export type OpeningRow = {
  readonly at: Instant;
  readonly day: Day;
  readonly cells: readonly CellValue[];
  readonly basis: Money;
};

/**
 * Reads when an opening lot was acquired, since when it is held, and what it rests on.
 *
 * Date is the real acquisition date. With the setting `opening` the date may be that of the position,
 * and the real one in Acquired; without it an Acquired date that differs is a Warning and not used.
 * Holding period start and Loss basis may be added, for replacements and gifts. What it rests on
 * stands in Evidence or Notes; of both, both are kept. Decision: D-60.
 */
export function readOpeningTerms(
  sheet: LedgerSheet,
  own: BasicColumns,
  row: OpeningRow,
): OpeningTerms {
  const { log, columns, settings } = sheet;
  const errors = log.errors;
  const { at, day } = acquiredAt(sheet, own, row);
  if (log.errors === errors && settings.opening !== undefined && day >= settings.opening) {
    const facts = { acquired: dayText(day), opening: dayText(settings.opening) };
    logWarning(log, { code: "opening-lot-late", ...facts });
  }
  const lossColumn = columnOf(columns, "lossBasis", "Loss basis");
  const lossBasis = readMoney(log, cellIn(row.cells, lossColumn), lossColumn);
  return {
    at,
    day,
    holdingPeriodStart: heldFrom(sheet, own, { cells: row.cells, day }) ?? day,
    lossBasis: lossBasis !== undefined && lossBasis < row.basis ? lossBasis : undefined,
    evidence: evidenceIn(sheet, row.cells),
  };
}

function evidenceIn({ log, columns }: LedgerSheet, cells: readonly CellValue[]): string {
  const texts = [
    columnOf(columns, "evidence", "Evidence"),
    columnOf(columns, "notes", "Notes"),
  ].map((column) => readText(log, cellIn(cells, column), column));
  return [...new Set(texts)].filter((text) => text !== "").join("; ");
}

const MILLISECONDS_A_DAY = 86_400_000;

function acquiredAt(
  sheet: LedgerSheet,
  own: BasicColumns,
  { at, day, cells }: OpeningRow,
): { readonly at: Instant; readonly day: Day } {
  const acquired = readAcquired(sheet, own, cells);
  if (acquired === undefined || acquired === day) return { at, day };
  if (sheet.settings.opening === undefined) {
    const facts = { found: dayText(acquired), type: "Opening lot" };
    logWarning(sheet.log, { code: "acquired-not-used", ...facts });
    return { at, day };
  }
  return { at: sheet.zone.momentOf(acquired * MILLISECONDS_A_DAY), day: acquired };
}

function heldFrom(
  sheet: LedgerSheet,
  own: BasicColumns,
  { cells, day }: Pick<OpeningRow, "cells" | "day">,
): Day | undefined {
  const column = columnOf(sheet.columns, "holdingPeriodStart", "Holding period start");
  const cell = cellIn(cells, column);
  if (isEmpty(cell)) return undefined;
  const at = readMoment(sheet.log, { cell, column }, own.readAcquired);
  const start = at === undefined ? undefined : sheet.zone.dayAt(at);
  if (start === undefined || start <= day) return start;
  logError(sheet.log, { code: "held-after-acquired", found: dayText(start) });
  return undefined;
}
