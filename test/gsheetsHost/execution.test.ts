import { expect, test } from "vitest";
import { createSpreadsheet } from "./createSpreadsheet.ts";
import { clickMenu, createHost, installAddon, openSpreadsheet, runFunction } from "./host.ts";
import type { Host } from "./hostState.ts";
import { projectOf, sampleFiles } from "./sample/files.ts";
import type { Switches } from "./switches.ts";

const FULL_SCOPE = "https://www.googleapis.com/auth/spreadsheets";

function hostOf(
  source: string,
  options: { switches?: Partial<Switches>; scopes?: readonly string[]; published?: boolean } = {},
): Host {
  const spreadsheet = createSpreadsheet({
    timeZone: "America/New_York",
    locale: "en_US",
    sheets: {
      Data: [
        ["Date", "Quantity"],
        [{ day: "2024-02-10" }, 5],
      ],
      Other: [],
    },
    switches: options.switches ?? {},
  });
  return createHost({
    spreadsheet,
    files: projectOf(source, options.scopes),
    published: options.published ?? true,
  });
}

/** What a function body returns, run with all rights. */
function returned(body: string, options: Parameters<typeof hostOf>[1] = {}): unknown {
  const { value, error } = runFunction(hostOf(`function work() { ${body} }`, options), "work");
  if (error !== undefined) throw new Error(`${error.name}: ${error.message}`);
  return value;
}

test.each([
  "setTimeout",
  "setInterval",
  "fetch",
  "URL",
  "URLSearchParams",
  "TextEncoder",
  "TextDecoder",
  "structuredClone",
  "performance",
  "process",
  "Buffer",
  "require",
  "crypto",
  "window",
  "navigator",
  "atob",
  "Blob",
  "queueMicrotask",
])("a script has no %s", (name) => {
  expect(returned(`return typeof ${name};`)).toBe("undefined");
});

test.each([
  "BigInt",
  "Map",
  "Proxy",
  "Symbol",
  "JSON",
  "SpreadsheetApp",
  "Utilities",
  "console",
  "Logger",
])("a script has %s", (name) => {
  expect(returned(`return typeof ${name};`)).not.toBe("undefined");
});

test("built-ins younger than ES2020, and Intl, exist under one value of the switch alone", () => {
  const body = `return [typeof [].at, typeof "".replaceAll, typeof Object.hasOwn, typeof Intl].join(" ");`;
  expect(returned(body)).toBe("undefined undefined undefined undefined");
  const newest = { builtIns: "newest", intl: "present" } as const;
  expect(returned(body, { switches: newest })).toBe("function function function object");
});

test("every execution has a fresh realm", () => {
  const host = hostOf("var count = 0; function work() { count += 1; return count; }");
  expect([runFunction(host, "work").value, runFunction(host, "work").value]).toEqual([1, 1]);
});

test("arrays, dates and errors belong to the realm", () => {
  const body = `var values = SpreadsheetApp.getActive().getSheets()[0].getDataRange().getValues();
    var caught; try { SpreadsheetApp.getActive().getSheets()[0].getRange(0, 1); } catch (error) { caught = error; }
    return [values instanceof Array, values[1][0] instanceof Date, values[1][0].constructor === Date, caught instanceof Error, caught.name];`;
  expect(returned(body)).toEqual([true, true, true, true, "Exception"]);
});

test("a date cell is the instant of its wall time in the spreadsheet's zone, and local getters follow the script's zone", () => {
  const body = `var day = SpreadsheetApp.getActive().getRange("Data!A2").getValue();
    return [day.toISOString(), day.getHours(), new Date(2024, 0, 1).toISOString()];`;
  expect(returned(body)).toEqual(["2024-02-10T05:00:00.000Z", 5, "2024-01-01T00:00:00.000Z"]);
});

test("an undocumented method is not there", () => {
  expect(() => returned(`SpreadsheetApp.getActive().recalculateEverything();`)).toThrow(
    "recalculateEverything is not a function",
  );
});

test("a documented method that is not written fails the run, even where the script catches it", () => {
  const body = `try { SpreadsheetApp.getActive().getSheets()[0].getPivotTables(); } catch (error) { return "caught"; }`;
  expect(() => returned(body)).toThrow(
    "Spreadsheet.Sheet.getPivotTables is published but not emulated.",
  );
});

test("a call that does not match the typings fails the run", () => {
  const body = `try { SpreadsheetApp.getActive().getSheetByName(5); } catch (error) { return "caught"; }`;
  expect(() => returned(body)).toThrow(
    "The parameters (number) don't match the method signature for Spreadsheet.Spreadsheet.getSheetByName.",
  );
  expect(() =>
    returned(`SpreadsheetApp.getActive().getRange("Data!A1").setHorizontalAlignment("centre");`),
  ).toThrow("don't match");
  expect(() =>
    returned(`SpreadsheetApp.getActive().getRange("Data!A1").clear({ formatsOnly: true });`),
  ).toThrow("don't match");
});

test("a call that needs another scope than the manifest's fails the run", () => {
  expect(() => returned(`try { SpreadsheetApp.openById("x"); } catch (error) {}`)).toThrow(
    `Required permissions: ${FULL_SCOPE}`,
  );
  expect(() => returned(`UrlFetchApp.fetch("https://example.com");`)).toThrow(
    "script.external_request",
  );
  expect(() => returned(`DriveApp.getRootFolder();`)).toThrow("Required permissions");
  expect(() => returned(`return SpreadsheetApp.getActive().getName();`, { scopes: [] })).toThrow(
    "spreadsheets.currentonly",
  );
});

test("a published add-on opens without rights: a menu and no more", () => {
  expect(
    openSpreadsheet(
      hostOf(
        `function onOpen(event) { SpreadsheetApp.getUi().createAddonMenu().addItem("Go", "go").addToUi(); }`,
      ),
    ).error,
  ).toBeUndefined();
  for (const call of [
    "PropertiesService.getUserProperties()",
    "SpreadsheetApp.getActive()",
    "CacheService.getUserCache()",
  ]) {
    const { error } = openSpreadsheet(hostOf(`function onOpen() { ${call}; }`));
    expect(error?.message).toContain("You do not have permission to call");
  }
  const bound = hostOf(`function onOpen() { return SpreadsheetApp.getActive().getName(); }`, {
    published: false,
  });
  expect(openSpreadsheet(bound).value).toBe("Spreadsheet");
});

test("onOpen learns its auth mode, and onInstall has all rights", () => {
  const host = hostOf(`function onOpen(event) { return event.authMode === ScriptApp.AuthMode.NONE; }
    function onInstall(event) { return String(event.authMode) + SpreadsheetApp.getActive().getName(); }`);
  expect(openSpreadsheet(host).value).toBe(true);
  expect(installAddon(host).value).toBe("FULLSpreadsheet");
});

test("a menu item runs its function", () => {
  const spreadsheet = createSpreadsheet({
    timeZone: "Asia/Kolkata",
    locale: "de_DE",
    sheets: {
      Data: [
        ["a", 1],
        ["b", 2],
      ],
    },
  });
  const host = createHost({ spreadsheet, files: sampleFiles() });
  openSpreadsheet(host);
  expect(host.menus).toHaveLength(1);
  const { value, error } = clickMenu(host, ["Make report"]);
  expect(error).toBeUndefined();
  expect(spreadsheet.sheets.map(({ name }) => name)).toEqual(["Data", value]);
  expect(() => clickMenu(host, ["Make tea"])).toThrow("No menu has the item Make tea.");
});

test("the clock stands still but for service calls and sleep", () => {
  const body = `var start = Date.now(); Utilities.sleep(1500); SpreadsheetApp.getActive(); return [Date.now() - start, new Date().getTime() - start];`;
  expect(returned(body)).toEqual([1540, 1540]);
});

test("an execution ends after six minutes, whatever it catches", () => {
  const host = hostOf(
    `function work() { for (;;) { try { Utilities.sleep(60000); } catch (error) { return "survived"; } } }`,
  );
  const { value, error } = runFunction(host, "work");
  expect(value).toBeUndefined();
  expect(error?.message).toBe("Exceeded maximum execution time");
});

test("looks at the clock take as long as the run's options say", () => {
  const host = hostOf(
    `function work() { var start = Date.now(); var looks = 0; while (Date.now() - start < 240000) looks += 1; return looks; }`,
  );
  expect(runFunction(host, "work", { clock: { look: 1000 } }).value).toBe(239);
});

test.each([
  ["class Lot { #basis = 1; }", "private class members"],
  ["class Lot { static count = 1; }", "static class fields"],
])("%s is refused", (source, what) => {
  expect(() => hostOf(source)).toThrow(`Apps Script does not support ${what}`);
});

test("the order of the files can be reversed", () => {
  const run = (fileOrder: Switches["fileOrder"]): unknown => {
    const spreadsheet = createSpreadsheet({
      timeZone: "UTC",
      locale: "en_US",
      sheets: { A: [] },
      switches: { fileOrder },
    });
    const files = [
      ...projectOf(
        `var order = (typeof order === "string" ? order : "") + "1"; function work() { return order; }`,
      ),
    ];
    files.push({
      name: "second",
      type: "SERVER_JS",
      source: `var order = (typeof order === "string" ? order : "") + "2";`,
    });
    return runFunction(createHost({ spreadsheet, files }), "work").value;
  };
  expect([run("pushed"), run("reversed")]).toEqual(["12", "21"]);
});

test("what a script logs is kept", () => {
  const host = hostOf(`function work() { console.log("a", 1); Logger.log("%s of %s", 1, 2); }`);
  expect(runFunction(host, "work").log).toEqual(["log: a 1", "1 of 2"]);
});

test("a template prints its fields, escaped but where it says otherwise, and may call the script's functions", () => {
  const body = `var page = HtmlService.createTemplate("<p><?= name ?></p><? for (var i = 0; i < 2; i += 1) { ?><i><?!= mark(i) ?></i><? } ?>");
    page.name = "<b>"; return page.evaluate().getContent();`;
  const host = hostOf(
    `function mark(place) { return "<" + place + ">"; } function work() { ${body} }`,
  );
  expect(runFunction(host, "work").value).toBe("<p>&lt;b&gt;</p><i><0></i><i><1></i>");
});

test("a service's methods can be listed, and nothing can be set on its objects", () => {
  const body = `"use strict"; var sheet = SpreadsheetApp.getActiveSheet(); var refused = false; try { sheet.getName = 1; } catch (error) { refused = true; }
    var names = []; for (var name in sheet) names.push(name);
    return [names.indexOf("getRange") >= 0, "getRange" in sheet, "getRanges" in sheet, refused, typeof sheet.getName];`;
  expect(returned(body)).toEqual([true, true, false, true, "function"]);
});
