/**
 * The front door of the core: all that hosts may use.
 */
export type { CellFault, CellGrid, CellValue } from "./ledger/cells.ts";
export { dayOfText, dayText, serialOfDay, type Day } from "./calendar/day.ts";
export { DAYS_FROM_1900_TO_1904 } from "./calendar/day.ts";
export { timeZone, type Instant, type ZoneOffsets } from "./calendar/timeZone.ts";
export type { BookCells, HostZones } from "./harvest/openBooks.ts";
export type { Column, ColumnFormat, Table, TableCell } from "./report/table.ts";
export {
  breakdownColumns,
  type Breakdown,
  type Tab,
  type TabSection,
  type TotalCell,
} from "./report/tab.ts";
export {
  EXCEL_LIMITS,
  tabLayout,
  textRows,
  type Area,
  type PlacedTable,
  type SheetLimits,
  type TabLayout,
} from "./report/tabLayout.ts";
export { paintTab, type PaintedCell, type PaintedTab } from "./report/paintTab.ts";
export { tabConditions, type PaintedCondition } from "./report/tabConditions.ts";
export type { AreaLook, Line, LookedArea } from "./report/tabAreas.ts";
export { dayValue } from "./report/dayValue.ts";
export { keySumFormula, placedRange, sumFormula } from "./report/tabFormulas.ts";
export { areaReference, cellReference, columnLetters } from "./report/cellReference.ts";
export { freeSheetName, quotedSheet } from "./report/sheetName.ts";
export { linesOf, tabWidths, textColumns } from "./report/columnWidths.ts";
export {
  COLORS,
  hasCellFormats,
  numberFormatOf,
  numberFormatsOf,
  type NumberFormats,
} from "./report/looks.ts";
export { answerOf, type Answer, type AnsweredProblem, type MethodTotals } from "./report/answer.ts";
export type { SaleToMake } from "./report/salesToMake.ts";
export { problemsTable } from "./report/problemsTable.ts";
export type { Problem } from "./ledger/problem.ts";
export { problemText } from "./ledger/problemText.ts";
export { isUnreadable, type Unreadable } from "./ledger/unreadable.ts";
export {
  generateTabs,
  type GeneratedTabs,
  type Progress,
  type ReportCells,
} from "./commands/generateTabs.ts";
export {
  EXPORT_KINDS,
  exportForms,
  type ExportedForms,
  type ExportKind,
} from "./commands/exportForms.ts";
export { ALL_TAB_NAMES, USUAL_TAB_NAMES } from "./commands/tabNames.ts";
export {
  ALL_TABS,
  tabKind,
  USUAL_TABS,
  type StatementGrids,
  type TabKind,
} from "./commands/tabKinds.ts";
export {
  detectSheets,
  type DetectedSheets,
  type SheetRole,
  type SheetSample,
} from "./commands/detectSheets.ts";
export type { BrokerSheet } from "./brokerForms/readBrokerRows.ts";
export { fileSheetName } from "./commands/fileSheetName.ts";
export { chosenBook, type BookChoices, type ChosenGrids } from "./commands/chosenBook.ts";
export {
  hasTransactions,
  mergeTransactions,
  type TransactionFile,
} from "./commands/mergeTransactions.ts";
export type { MergedLedger } from "./ledger/merge/mergeFiles.ts";
export { template, type TemplateSheet, type ValidationList } from "./commands/template.ts";
export type { ChosenHeadings } from "./ledger/chosenHeadings.ts";
export {
  recognizedColumns,
  type RecognizedColumn,
  type RecognizedColumns,
} from "./ledger/recognizedColumns.ts";
export { settingFault, settingTexts } from "./ledger/settingTexts.ts";
export { functionRegistry } from "./functions/registry.ts";
export { dateSystemOfCall } from "./functions/arguments.ts";
export { resultRows, type GivenResult, type ResultCell } from "./functions/resultRows.ts";
export type {
  Argument,
  FunctionResult,
  FunctionSpec,
  Parameter,
} from "./functions/functionSpec.ts";
