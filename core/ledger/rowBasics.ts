import type { Day } from "../calendar/day.ts";
import { timeZone, noZoneOffsets, type Instant } from "../calendar/timeZone.ts";
import { accountOf, brokerReportOf } from "./accounts.ts";
import type { CellValue } from "./cells.ts";
import { cellIn, columnOf, type ColumnHeading, type SheetColumn } from "./columns.ts";
import type { LedgerSheet } from "./ledgerSheet.ts";
import { dateReader, type DateReader } from "./parseDate.ts";
import { logError, logWarning } from "./problemLog.ts";
import { readMoment, readText } from "./readCell.ts";
import type { BrokerReport, Transaction } from "./transaction.ts";
import type { Account } from "./wallet.ts";
import { isEmpty } from "./words.ts";

/** The cells that rows of every shape have. */
export type BasicColumns = {
  readonly date: SheetColumn;
  readonly readDate: DateReader;
  readonly acquired: SheetColumn;
  readonly readAcquired: DateReader;
  readonly account: SheetColumn;
  readonly id: SheetColumn;
  readonly lot: SheetColumn;
  readonly brokerReport: SheetColumn;
};

/** Finds those columns, with readers for their dates. */
export function basicColumns(sheet: LedgerSheet): BasicColumns {
  const { columns } = sheet;
  return {
    date: columnOf(columns, "date", "Date"),
    readDate: readerFor(sheet, columns.date),
    acquired: columnOf(columns, "acquired", "Acquired"),
    readAcquired: readerFor(sheet, columns.acquired),
    account: columnOf(columns, "account", "Account"),
    id: columnOf(columns, "id", "Id"),
    lot: columnOf(columns, "lot", "Lot"),
    brokerReport: columnOf(columns, "brokerReport", "1099"),
  };
}

/** The moment of the row; an Error when blank or damaged. */
export function readDate(
  sheet: LedgerSheet,
  basics: BasicColumns,
  cells: readonly CellValue[],
): Instant | undefined {
  const cell = cellIn(cells, basics.date);
  if (isEmpty(cell)) {
    const expected = "the date, such as 2026-03-31";
    logError(sheet.log, { code: "missing-cell", column: basics.date.text, expected });
    return undefined;
  }
  return readMoment(sheet.log, { cell, column: basics.date }, basics.readDate);
}

/** The day in the Acquired column; undefined when blank, or damaged, which is an Error. */
export function readAcquired(
  sheet: LedgerSheet,
  basics: BasicColumns,
  cells: readonly CellValue[],
): Day | undefined {
  const cell = cellIn(cells, basics.acquired);
  if (isEmpty(cell)) return undefined;
  const at = readMoment(sheet.log, { cell, column: basics.acquired }, basics.readAcquired);
  return at === undefined ? undefined : sheet.zone.dayAt(at);
}

/** The kind of account; Taxable when blank, and an Error when unknown. */
export function readAccount(
  sheet: LedgerSheet,
  basics: BasicColumns,
  cells: readonly CellValue[],
): Account {
  const text = readText(sheet.log, cellIn(cells, basics.account), basics.account);
  const account = accountOf(text);
  if (account === undefined) logError(sheet.log, { code: "unknown-account", found: text });
  return account ?? "Taxable";
}

/** What the broker reported of a disposal; none when blank, or unknown, which is a Warning. */
export function readBrokerReport(
  sheet: LedgerSheet,
  basics: BasicColumns,
  cells: readonly CellValue[],
): BrokerReport {
  const text = readText(sheet.log, cellIn(cells, basics.brokerReport), basics.brokerReport);
  const report = brokerReportOf(text);
  if (report === undefined) logWarning(sheet.log, { code: "unknown-1099", found: text });
  return report ?? "none";
}

/** Adds a transaction that relieves lots, with the text of the row's Lot cell. */
export function addLeaving(sheet: LedgerSheet, transaction: Transaction, lotText: string): void {
  if (lotText !== "") {
    sheet.lotChoices.push({ index: sheet.transactions.length, text: lotText });
  }
  sheet.transactions.push(transaction);
}

/** A date without a zone is in the zone that the heading names, else in the taxpayer's. */
function readerFor(sheet: LedgerSheet, heading: ColumnHeading | undefined): DateReader {
  const named = heading?.zone === undefined ? undefined : timeZone(heading.zone, noZoneOffsets);
  return dateReader({
    zone: named ?? sheet.zone,
    dateSystem: sheet.settings.dateSystem,
    countsFrom1970: heading?.countsFrom1970 ?? false,
  });
}
