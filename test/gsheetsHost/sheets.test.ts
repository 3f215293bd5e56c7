import { describe, expect, test } from "vitest";
import { createSpreadsheet, type UserCell } from "./createSpreadsheet.ts";
import { createHost, runFunction } from "./host.ts";
import type { Host } from "./hostState.ts";
import { projectOf } from "./sample/files.ts";
import { bookSnapshot, sheetNamed, sheetSnapshot } from "./snapshot.ts";
import type { Switches } from "./switches.ts";

const CELLS: readonly (readonly UserCell[])[] = [
  ["Asset", "Gain"],
  ["BTC", 5],
  ["ETH", -3],
];

function hostOf(body: string, switches: Partial<Switches> = {}): Host {
  const spreadsheet = createSpreadsheet({
    timeZone: "Etc/UTC",
    locale: "en_US",
    sheets: { Data: CELLS, Notes: [["n"]] },
    switches,
  });
  const source = `function work() { var book = SpreadsheetApp.getActive(); var sheet = book.getSheets()[0]; ${body} }`;
  return createHost({ spreadsheet, files: projectOf(source) });
}

function run(body: string, switches: Partial<Switches> = {}): unknown {
  const { value, error } = runFunction(hostOf(body, switches), "work");
  if (error !== undefined) throw new Error(error.message);
  return value;
}

describe("the list of sheets", () => {
  test("a new sheet stands after the active one, is active, and has 1000 rows and 26 columns", () => {
    expect(
      run(
        `var made = book.insertSheet("New"); return [book.getSheets().map(function (s) { return s.getName(); }), book.getActiveSheet().getName(), made.getMaxRows(), made.getMaxColumns(), made.getLastRow()];`,
      ),
    ).toEqual([["Data", "New", "Notes"], "New", 1000, 26, 0]);
  });

  test("names are unique whatever their case", () => {
    expect(() => run(`book.insertSheet("data");`)).toThrow(
      `A sheet with the name "data" already exists. Please enter another name.`,
    );
    expect(() => run(`sheet.setName("NOTES");`)).toThrow("already exists");
    expect(run(`sheet.setName("DATA"); return sheet.getName();`)).toBe("DATA");
  });

  test("the last visible sheet can be neither deleted nor hidden", () => {
    expect(() => run(`sheet.hideSheet(); book.deleteSheet(book.getSheets()[1]);`)).toThrow(
      "You can't remove all the visible sheets in a document.",
    );
    expect(() => run(`sheet.hideSheet(); book.getSheets()[1].hideSheet();`)).toThrow(
      "You can't hide all the sheets",
    );
  });

  test("a deleted sheet takes no more work", () => {
    expect(() => run(`book.deleteSheet(sheet); sheet.getRange(1, 1).getValue();`)).toThrow(
      "not found",
    );
  });

  test("a copy bears the metadata or not by the switch", () => {
    const body = `sheet.addDeveloperMetadata("mark", "1"); var copy = sheet.copyTo(book); return [copy.getName(), copy.getDeveloperMetadata().length, copy.getRange("B2").getValue()];`;
    expect(run(body, { metadataOfCopy: "copied" })).toEqual(["Copy of Data", 1, 5]);
    expect(run(body, { metadataOfCopy: "left" })).toEqual(["Copy of Data", 0, 5]);
  });

  test("a formula is copied to the same place of another sheet, and to no other place", () => {
    const copy = (to: string): unknown =>
      run(
        `sheet.getRange("A1").setFormula("SUM(B2:B3)"); sheet.getRange("A1:B3").copyTo(book.getSheetByName("Notes").getRange("${to}")); return book.getSheetByName("Notes").getRange("A1").getValue();`,
      );
    expect(copy("A1:B3")).toBe(2);
    expect(() => copy("A2:B4")).toThrow("another place");
  });

  test("the active sheet moves", () => {
    expect(
      run(
        `book.setActiveSheet(book.getSheetByName("Notes")); book.moveActiveSheet(1); return book.getSheets()[0].getName();`,
      ),
    ).toBe("Notes");
  });
});

describe("rows and columns", () => {
  test("a range past the sheet's end is refused until rows are inserted", () => {
    expect(() => run(`sheet.getRange(1001, 1);`)).toThrow(
      "The coordinates of the range are outside the dimensions of the sheet.",
    );
    expect(
      run(
        `sheet.insertRowsAfter(sheet.getMaxRows(), 10); sheet.getRange(1010, 1).setValue(1); return sheet.getLastRow();`,
      ),
    ).toBe(1010);
  });

  test("inserted and deleted lines move cells, merges, filters, names, widths and metadata", () => {
    const body = `sheet.getRange("A2:B2").merge(); sheet.getRange("A1:B3").createFilter(); book.setNamedRange("gains", sheet.getRange("B2:B3"));
      sheet.setColumnWidth(2, 150); sheet.getRange("3:3").addDeveloperMetadata("row");
      sheet.insertRowsBefore(2, 2); sheet.insertColumnBefore(1); sheet.deleteRow(3);
      return [sheet.getRange("B3").getValue(), sheet.getRange("C4").getValue(), sheet.getRange("B3").getMergedRanges()[0].getA1Notation(), sheet.getFilter().getRange().getA1Notation(),
        book.getRangeByName("gains").getA1Notation(), sheet.getColumnWidth(3), sheet.getColumnWidth(2), sheet.createDeveloperMetadataFinder().withKey("row").find()[0].getLocation().getRow().getA1Notation()];`;
    expect(run(body)).toEqual(["BTC", -3, "B3:C3", "B1:C4", "C3:C4", 150, 100, "A4:AA4"]);
  });

  test("a spreadsheet holds ten million cells", () => {
    expect(() => run(`sheet.insertRowsAfter(1, 400000);`)).toThrow(
      "above the limit of 10000000 cells",
    );
  });

  test("frozen rows, hidden columns and row heights are kept", () => {
    expect(
      run(
        `sheet.setFrozenRows(2); sheet.hideColumns(2); sheet.setRowHeight(1, 40); return [sheet.getFrozenRows(), sheet.isColumnHiddenByUser(2), sheet.getRowHeight(1), sheet.getRowHeight(2)];`,
      ),
    ).toEqual([2, true, 40, 21]);
    expect(() => run(`sheet.setFrozenRows(1000);`)).toThrow("You can't freeze all visible rows");
  });
});

describe("formats", () => {
  test("formats are set on ranges and read by cell", () => {
    const body = `sheet.getRange("A1:B1").setBackground("#1F3864").setFontColor("#fff").setFontWeight("bold").setHorizontalAlignment("center").setWrap(true)
        .setBorder(true, null, true, null, null, null, "#000000", SpreadsheetApp.BorderStyle.SOLID);
      sheet.getRange("A2:B3").setNumberFormats([["@", "0.00"], ["@", "#,##0"]]);
      var first = sheet.getRange("A1");
      return [first.getBackground(), first.getFontColor(), first.getFontWeight(), first.getHorizontalAlignment(), first.getWrap(), first.getWrapStrategy() === SpreadsheetApp.WrapStrategy.WRAP,
        sheet.getRange("A2:B3").getNumberFormats(), sheet.getRange("C1").getNumberFormat(), sheet.getRange("B2").getDisplayValue()];`;
    expect(run(body)).toEqual([
      "#1f3864",
      "#ffffff",
      "bold",
      "center",
      true,
      true,
      [
        ["@", "0.00"],
        ["@", "#,##0"],
      ],
      "0.###############",
      "5.00",
    ]);
    const host = hostOf(body);
    runFunction(host, "work");
    expect(sheetNamed(host.book, "Data").rows[0]?.[0]?.format.borders).toEqual({
      top: "#000000 SOLID",
      bottom: "#000000 SOLID",
    });
    expect(() => run(`sheet.getRange("A1").setBackground("dark");`)).toThrow("Invalid color");
  });

  test("a list of ranges passes a call on to each", () => {
    const body = `sheet.getRangeList(["A1", "B2:B3"]).setFontWeight("bold").setNumberFormat("0.0"); return sheet.getRange("A1:B3").getFontWeights();`;
    expect(run(body)).toEqual([
      ["bold", "normal"],
      ["normal", "bold"],
      ["normal", "bold"],
    ]);
  });

  test("clear takes contents, formats or both, and leaves notes", () => {
    const body = `var cell = sheet.getRange("B2").setBackground("red").setNote("why"); cell.clearContent(); var after = [cell.getValue(), cell.getBackground(), cell.getNote()]; cell.clear(); return after.concat([cell.getBackground(), cell.getNote()]);`;
    expect(run(body)).toEqual(["", "red", "why", "#ffffff", "why"]);
  });

  test("conditional formats, filters, banding, validation and protection are kept on their sheet", () => {
    const body = `var rule = SpreadsheetApp.newConditionalFormatRule().whenNumberLessThan(0).setFontColor("#C0281C").setRanges([sheet.getRange("B2:B3")]).build();
      sheet.setConditionalFormatRules([rule]); sheet.getRange("A1:B3").createFilter(); sheet.getRange("A1:B3").applyRowBanding(SpreadsheetApp.BandingTheme.GREY, true, false);
      sheet.getRange("A2").setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(["BTC", "ETH"]).build());
      sheet.protect().setWarningOnly(true).setDescription("Made by the add-on");
      var condition = sheet.getConditionalFormatRules()[0].getBooleanCondition();
      return [String(condition.getCriteriaType()), condition.getCriteriaValues(), sheet.getFilter().getRange().getA1Notation(), sheet.getBandings().length,
        sheet.getRange("A2").getDataValidation().getCriteriaValues(), sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0].isWarningOnly()];`;
    expect(run(body)).toEqual(["NUMBER_LESS_THAN", [0], "A1:B3", 1, [["BTC", "ETH"]], true]);
    expect(() =>
      run(`sheet.getRange("A1").createFilter(); sheet.getRange("B1").createFilter();`),
    ).toThrow("already has a filter");
    const foreign = `sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenCellEmpty().setRanges([book.getSheets()[1].getRange("A1")]).build()]);`;
    expect(() => run(foreign)).toThrow("cannot reference a different sheet");
  });

  test("a chart is what its builder was asked for", () => {
    const host =
      hostOf(`var chart = sheet.newChart().asBarChart().setTitle("Losses").addRange(sheet.getRange("A1:B3")).setNumHeaders(1).setPosition(5, 1, 0, 0).setOption("height", 300).build();
      sheet.insertChart(chart); return sheet.getCharts()[0].getRanges()[0].getA1Notation();`);
    expect(runFunction(host, "work").value).toBe("A1:B3");
    expect(sheetNamed(host.book, "Data").charts).toMatchObject([
      {
        type: "BAR",
        position: [5, 1, 0, 0],
        options: { Title: ["Losses"], NumHeaders: [1], "option height": 300 },
      },
    ]);
  });
});

describe("marks", () => {
  test("metadata is found by key, value and place, and goes with its sheet", () => {
    const body = `sheet.addDeveloperMetadata("tab", "summary", SpreadsheetApp.DeveloperMetadataVisibility.PROJECT); book.addDeveloperMetadata("version", "1");
      var found = book.createDeveloperMetadataFinder().withKey("tab").withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.SHEET).find();
      var before = [found.length, found[0].getValue(), found[0].getLocation().getSheet().getName(), book.createDeveloperMetadataFinder().withValue("other").find().length];
      book.deleteSheet(sheet); return before.concat([book.createDeveloperMetadataFinder().find().length]);`;
    expect(run(body)).toEqual([1, "summary", "Data", 0, 1]);
  });

  test("metadata on part of a row is refused", () => {
    expect(() => run(`sheet.getRange("A1:B1").addDeveloperMetadata("x");`)).toThrow(
      "Adding developer metadata to arbitrary ranges is not currently supported.",
    );
  });
});

describe("stores", () => {
  test("properties and caches outlive an execution, a cache not under every switch", () => {
    const body = `var all = PropertiesService.getDocumentProperties(); var cache = CacheService.getUserCache(); var seen = [all.getProperty("k"), cache.get("k")];
      all.setProperty("k", "v"); cache.put("k", "v"); return seen;`;
    const twice = (cache: Switches["cache"]): unknown => {
      const host = hostOf(body, { cache });
      runFunction(host, "work");
      return runFunction(host, "work").value;
    };
    expect([twice("kept"), twice("vanishes")]).toEqual([
      ["v", "v"],
      ["v", null],
    ]);
  });

  test("values too large are refused", () => {
    expect(() =>
      run(`PropertiesService.getUserProperties().setProperty("k", "x".repeat(9217));`),
    ).toThrow("Argument too large: value");
    expect(() => run(`CacheService.getUserCache().put("k", "x".repeat(102401));`)).toThrow(
      "Argument too large: value",
    );
  });

  test("a document lock is one execution's at a time and is let go at its end", () => {
    const host = hostOf(`var lock = LockService.getDocumentLock(); return lock.tryLock(1000);`);
    expect([runFunction(host, "work").value, host.locks.size]).toEqual([true, 0]);
    host.locks.add("document");
    expect(runFunction(host, "work").value).toBe(false);
  });
});

test("a snapshot shows a changed cell, format, size or mark of a sheet", () => {
  for (const change of [
    `sheet.getRange("A1").setValue("x");`,
    `sheet.getRange("A1").setFontSize(12);`,
    `sheet.insertRowAfter(3);`,
    `sheet.addDeveloperMetadata("k");`,
    `sheet.setTabColor("red");`,
  ]) {
    const host = hostOf(change);
    const before = sheetSnapshot(sheetNamed(host.book, "Data"));
    runFunction(host, "work");
    expect(sheetSnapshot(sheetNamed(host.book, "Data"))).not.toEqual(before);
  }
});

test("a snapshot of the spreadsheet shows its sheets' order, its zone and its own marks", () => {
  const changes = [
    `book.moveActiveSheet(2);`,
    `book.setSpreadsheetTimeZone("Asia/Tokyo");`,
    `book.addDeveloperMetadata("k");`,
    `book.toast("x");`,
  ];
  const changed = changes.map((change) => {
    const host = hostOf(change);
    const before = JSON.stringify(bookSnapshot(host.book));
    runFunction(host, "work");
    return JSON.stringify(bookSnapshot(host.book)) !== before;
  });
  expect(changed).toEqual([true, true, true, false]);
});

test("toasts, alerts and answers are the user's side", () => {
  const host = hostOf(
    `book.toast("Done", "Title"); var ui = SpreadsheetApp.getUi(); ui.alert("Note"); return ui.alert("Sure?", ui.ButtonSet.YES_NO) === ui.Button.YES;`,
  );
  host.answers.push({ button: "YES", text: "" });
  const { value } = runFunction(host, "work");
  expect([value, host.book.toasts, host.alerts]).toEqual([
    true,
    [{ message: "Done", title: "Title" }],
    ["Note", "Sure?"],
  ]);
});

test("a question that the test has no answer for is a fault", () => {
  expect(() =>
    run(`var ui = SpreadsheetApp.getUi(); ui.alert("Sure?", ui.ButtonSet.YES_NO);`),
  ).toThrow("the test has no answer ready");
});
