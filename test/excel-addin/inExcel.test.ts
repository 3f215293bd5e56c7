import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  CHROMIUM,
  openAddin,
  startBrowser,
  type OpenAddin,
} from "../excelHost/browser/openAddin.ts";
import { workbookOf } from "../excelHost/workbookOf.ts";
import { builtExcel } from "./builtExcel.ts";

/** What Excel says of a call of a function that lets errors and data types in. */
const FLAGS = 4 + 8;

/** A cell as Excel sends one that is more than a plain value. */
const boxed = (cell: object) => ({ value: JSON.stringify(cell) });

const date = (basicValue: number) => ({
  ...{ type: "FormattedNumber", basicValue, numberFormat: "yyyy-mm-dd" },
});

const LEDGER = [
  ["Date", "Type", "Asset", "Quantity", "Total", "Wallet"],
  [boxed({ type: "FormattedNumber", basicValue: 45301 }), "Buy", "BTC", 1, 40000, "Kraken"],
  [46082, "Sell", "BTC", 0.5, 30000, 0],
  [46083, "Sell", "BTC", boxed({ type: "Error", basicType: "Error", basicValue: "#N/A" }), 1, 0],
];

describe.skipIf(CHROMIUM === undefined)("the built add-in in Excel's frame", () => {
  let folder = "";
  let browser: Browser;
  let addin: OpenAddin;
  beforeAll(async () => {
    folder = await builtExcel();
    browser = await startBrowser();
    addin = await openAddin({
      workbook: workbookOf({ sheets: { Sheet1: [] } }),
      page: "/taskpane.html",
      folder,
      browser,
    });
  });
  afterAll(async () => {
    await addin.close();
    await browser.close();
  });

  test("calls functions through Microsoft's runtime: rows, days with their format", async () => {
    const values = [LEDGER, "FIFO", null, null];
    const result = await addin.callFunction("TLH_GAINS", values, { flags: FLAGS });
    if (!result.ok) throw new Error(result.message);
    const [titles, row, ...more] = result.value as unknown[][];
    expect(titles?.slice(4, 9)).toEqual([
      ...["Acquired", "Sold", "Proceeds", "Cost basis", "Gain or loss"],
    ]);
    expect(row?.slice(0, 3)).toEqual(["BTC", "", "Taxable"]);
    expect(more).toEqual([]);
  });

  test("reads error cells as problems of their row", async () => {
    const result = await addin.callFunction("TLH_PROBLEMS", [LEDGER, null, null], { flags: FLAGS });
    expect(JSON.stringify(result)).toContain('The Quantity cell holds the error \\"#N/A\\".');
  });

  test("gives one value, one row, and dates as Excel's data types", async () => {
    expect(await addin.callFunction("TLH_TERM", [45301, 46082])).toEqual({
      ok: true,
      value: "Long",
    });
    expect(await addin.callFunction("TLH_LONG_TERM_DATE", [45301])).toEqual({
      ok: true,
      value: date(45668),
    });
    expect(await addin.callFunction("WASH_WINDOW", [46346])).toEqual({
      ok: true,
      value: [[date(46316), date(46376)]],
    });
  });

  test("shows a sentence with an error", async () => {
    expect(await addin.callFunction("TLH_LOTS", [LEDGER, "BEST", null, null])).toEqual({
      ok: false,
      error: "#VALUE!",
      message: '"BEST" is no method: write one of FIFO, LIFO, HIFO, LOFO, SPECIFIC.',
    });
  });

  test("says what to type where Excel hands over no cells of whole columns", async () => {
    const given = { parameterAddresses: ["Sheet1!A1:F4", "", "", "Settings!A:B"] };
    const values = [LEDGER, "FIFO", null, null];
    const result = await addin.callFunction("TLH_LOTS", values, { ...given, flags: FLAGS });
    expect(result).toEqual({
      ok: false,
      error: "#N/A",
      message: expect.stringMatching(/no cells for options\..*Transactions!A1:N500/),
    });
  });

  test("keeps to its content security policy, and asks nobody but this machine", async () => {
    await addin.frame.locator("#pane > *").first().waitFor();
    expect(addin.outsideRequests).toEqual([]);
    expect(addin.complaints()).toEqual([]);
  });
});

test("the page holds no script and no style of its own, and trusts Microsoft's scripts alone", async () => {
  const page = readFileSync(`${await builtExcel()}/taskpane.html`, "utf8");
  expect(page).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son\w+=|unsafe-|\*/);
  const hosts = page.match(/https:\/\/[a-z.]+/g);
  expect(new Set(hosts)).toEqual(new Set(["https://appsforoffice.microsoft.com"]));
});
