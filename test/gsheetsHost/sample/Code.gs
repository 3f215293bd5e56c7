/**
 * @OnlyCurrentDoc
 */

/**
 * Doubles every number of a range.
 *
 * @param {Array<Array<any>>} values A range of numbers.
 * @param {number} times (Optional) How often to double.
 * @return {Array<Array<any>>} The doubled numbers.
 * @customfunction
 */
function DOUBLED(values, times) {
  var often = times === undefined || times === null || times === "" ? 1 : times;
  return SAMPLE.doubled(values, often);
}

/**
 * The day after a day.
 *
 * @param {Date} day A date.
 * @customfunction
 */
function NEXT_DAY(day) {
  var zone = SpreadsheetApp.getActive().getSpreadsheetTimeZone();
  var text = SAMPLE.nextDay(Utilities.formatDate(day, zone, "yyyy-MM-dd"));
  return Utilities.parseDate(text, zone, "yyyy-MM-dd");
}

/**
 * What the script gets, as text.
 *
 * @param {any} one Anything.
 * @param {any} other Anything.
 * @customfunction
 */
function RECEIVED(one, other) {
  return SAMPLE.describe(one) + " | " + SAMPLE.describe(other) + " | " + arguments.length;
}

/** @customfunction */
function WRITES() {
  SpreadsheetApp.getActiveSheet().getRange(1, 1).setValue(1);
}

function onOpen() {
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem("Make report", "makeReport")
    .addItem("Show pane", "showPane")
    .addToUi();
}

function onInstall(event) {
  onOpen(event);
}

function showPane() {
  var page = HtmlService.createTemplateFromFile("pane").evaluate().setTitle("Sample pane");
  SpreadsheetApp.getUi().showSidebar(page);
}

/** Writes a new tab and puts it in the place of the old one only when it is whole. */
function makeReport() {
  var book = SpreadsheetApp.getActive();
  var source = book.getSheets()[0];
  var values = source.getDataRange().getValues();
  var stale = SAMPLE.marked(book);
  var tab = book.insertSheet();
  try {
    tab.getRange(1, 1, values.length, 1).setNumberFormat("@");
    var texts = values.map(function (row) {
      return [SpreadsheetApp.newRichTextValue().setText(String(row[0])).build()];
    });
    tab.getRange(1, 1, texts.length, 1).setRichTextValues(texts);
    tab.getRange(values.length + 1, 2).setFormula("=SUM(B1:B" + values.length + ")");
    tab.addDeveloperMetadata(
      "sample-report",
      "1",
      SpreadsheetApp.DeveloperMetadataVisibility.PROJECT,
    );
  } catch (error) {
    book.deleteSheet(tab);
    throw error;
  }
  stale.forEach(function (sheet) {
    book.deleteSheet(sheet);
  });
  book.toast("Report made", "Sample");
  return tab.getName();
}

function pageGreets(name, numbers) {
  return {
    greeting: "Hello " + name,
    sum: numbers.reduce(function (sum, next) {
      return sum + next;
    }, 0),
  };
}

function pageFails() {
  throw new Error("No ledger is selected.");
}

function pageGetsDate() {
  return { day: new Date() };
}

function pageGetsNothing() {}

function private_() {}
