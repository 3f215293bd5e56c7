/**
 * Settles, in a new spreadsheet, what Google does not document. docs/GOOGLE_SHEETS.md says how to
 * run it and what each answer changes.
 *
 * @OnlyCurrentDoc
 */

/** First: writes a sheet "Probe" and returns what Google did with it, as JSON. */
function probe() {
  var book = SpreadsheetApp.getActiveSpreadsheet();
  var sheet = book.insertSheet("Probe");
  sheet.getRange("B1:B2").setValues([[1], [2]]);
  var written = function (place, format, text) {
    var range = sheet.getRange(place);
    range.setNumberFormat(format);
    range.setValue(text);
    SpreadsheetApp.flush();
    return range;
  };
  var isFormula = function (range) {
    return range.getFormula() === "" ? "text" : "formula";
  };
  var answers = {
    plainTextFormula: isFormula(written("A1", "@", "=B1")),
    plainTextApostrophe: written("A2", "@", "'quoted").getValue() === "quoted" ? "dropped" : "kept",
    leadingSign: isFormula(written("A3", "General", "+B1")),
    semicolon:
      written("A4", "General", "=SUM(B1:B1;B2:B2)").getValue() === 3
        ? "parts arguments"
        : "refused",
    formulaLocale: formulaLocale(book, sheet),
    metadataOfCopy: metadataOfCopy(book, sheet),
    intl: typeof Intl === "undefined" ? "absent" : "present",
    bigInt: typeof BigInt === "undefined" ? "absent" : "present",
    builtIns: Array.prototype.findLast === undefined ? "ES2020" : "newest",
  };
  sheet.getRange("D1").setFormula("=NA()");
  sheet.getRange("C1").setFormula("=PROBE_OMITTED(B1,,B2)");
  sheet.getRange("C2").setFormula("=PROBE_ERROR(D1)");
  return told(answers);
}

/** Second, when the cells C1 and C2 no longer say "Loading…": what formulas handed over. */
function probeFormulas() {
  var sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName("Probe");
  var error = sheet.getRange("C2").getDisplayValue();
  return told({
    omittedArgument: sheet.getRange("C1").getDisplayValue(),
    errorArgument: error.charAt(0) === "#" ? "not called" : error,
  });
}

/** What a function in a cell gets for an argument left out. */
function PROBE_OMITTED(before, omitted, after) {
  if (omitted === "") return "empty text";
  return String(omitted);
}

/** What a function in a cell gets for a cell with an error. */
function PROBE_ERROR(cell) {
  return typeof cell === "string" && cell.charAt(0) === "#" ? "text" : typeof cell;
}

function formulaLocale(book, sheet) {
  if (/^en/.test(book.getSpreadsheetLocale())) return "set the locale to Germany to see";
  var range = sheet.getRange("A5");
  range.setFormula("=SUM(B1:B1,B2:B2)");
  SpreadsheetApp.flush();
  return range.getDisplayValue() === "#ERROR!" ? "spreadsheet" : "english";
}

function metadataOfCopy(book, sheet) {
  sheet.addDeveloperMetadata("probe", "1", SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
  var copy = sheet.copyTo(book);
  var found = copy.getDeveloperMetadata().length;
  book.deleteSheet(copy);
  return found === 0 ? "left" : "copied";
}

function told(answers) {
  var text = JSON.stringify(answers, null, 2);
  console.log(text);
  return text;
}
