import type { Book, Sheet } from "../model/book.ts";
import type { Execution } from "../realm/execution.ts";
import { implement, ServiceException, ServiceObject } from "../service.ts";
import { bookObject, rangeObject, sheetObject, type RangeState } from "./objects.ts";
import { select, selectionOf } from "./rangePlace.ts";
import { newRichText, newTextStyle } from "./richText.ts";

const bookOf = ({ host }: Execution): ServiceObject => bookObject(host.book);
const activeSheet = ({ host }: Execution): Sheet => host.book.activeSheet;

implement<Execution>("Spreadsheet.SpreadsheetApp", {
  getActive: bookOf,
  getActiveSpreadsheet: bookOf,
  getActiveSheet: (execution) => sheetObject(activeSheet(execution)),
  getActiveRange: (execution) => selectionOf(activeSheet(execution)),
  getCurrentCell: (execution) => {
    const sheet = activeSheet(execution);
    return rangeObject(sheet, { ...sheet.selection, rows: 1, columns: 1 });
  },
  getSelection: ({ host }) => new ServiceObject("Spreadsheet.Selection", host.book),
  setActiveSheet: (_, sheet: Sheet) => {
    select({ sheet, area: sheet.selection });
    return sheetObject(sheet);
  },
  setActiveRange: (_, range: RangeState) => {
    select(range);
    return rangeObject(range.sheet, range.area);
  },
  flush: () => undefined,
  getUi: (execution) => {
    if (execution.authMode === "CUSTOM_FUNCTION")
      throw new ServiceException("Cannot call SpreadsheetApp.getUi() from this context.");
    return new ServiceObject("Base.Ui", execution);
  },
  newRichTextValue: newRichText,
  newTextStyle,
  newConditionalFormatRule: () =>
    new ServiceObject("Spreadsheet.ConditionalFormatRuleBuilder", { ranges: [], style: {} }),
  newDataValidation: () =>
    new ServiceObject("Spreadsheet.DataValidationBuilder", { allowInvalid: true }),
  newFilterCriteria: () => new ServiceObject("Spreadsheet.FilterCriteriaBuilder", {}),
});

implement<Book>("Spreadsheet.Selection", {
  getActiveSheet: (book) => sheetObject(book.activeSheet),
  getActiveRange: (book) => selectionOf(book.activeSheet),
  getCurrentCell: ({ activeSheet: sheet }) =>
    rangeObject(sheet, { ...sheet.selection, rows: 1, columns: 1 }),
});
