import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  dayOfText,
  generateTabs,
  isUnreadable,
  serialOfDay,
  USUAL_TABS,
  type CellValue,
} from "../../core/index.ts";
import { reportJson } from "../../cli/reportJson.ts";
import type { OpenWorkbook } from "../../workbook/index.ts";
import { intlZoneOffsets } from "../../zones/intlZoneOffsets.ts";
import { CHROMIUM } from "../pane/openPane.ts";
import { workbenchBrowser, type Look, type Workbench } from "./openWorkbench.ts";
import { cellsOf, read } from "./readSaved.ts";

const SAMPLE = new Uint8Array(
  readFileSync(new URL("../../samples/portfolio.xlsx", import.meta.url)),
);

const ZONES = { offsets: intlZoneOffsets, workbookZone: undefined };

let browser: Awaited<ReturnType<typeof workbenchBrowser>>;
const opened: Workbench[] = [];

async function open(look?: Look): Promise<Workbench> {
  const workbench = await browser.open(look);
  opened.push(workbench);
  return workbench;
}

/** The table of the command's --json, with its dates as the grid has them. */
function commandTable(book: OpenWorkbook, tab: string): CellValue[][] {
  const made = generateTabs(
    {
      transactions: cellsOf(book, "Transactions"),
      prices: cellsOf(book, "Prices"),
      options: cellsOf(book, "Settings"),
      asOf: undefined,
    },
    USUAL_TABS,
    { zones: ZONES, progress: () => undefined },
  );
  if (isUnreadable(made)) throw new Error(made.unreadable);
  const { tabs } = JSON.parse(reportJson(made)) as { tabs: Record<string, CellValue[][]> };
  return tabs[tab]!.map((row) =>
    row.map((cell) => {
      const day = typeof cell === "string" ? dayOfText(cell) : undefined;
      return day === undefined ? cell : serialOfDay(day);
    }),
  );
}

/** The first cell in which two tables differ. */
function difference(one: CellValue[][], other: CellValue[][]): string | undefined {
  for (const [row, cells] of one.entries()) {
    for (const [column, cell] of cells.entries()) {
      const opposite = other[row]?.[column] ?? null;
      if (cell !== opposite) {
        return `row ${row}, column ${column}: ${JSON.stringify(cell)} is not ${JSON.stringify(opposite)}`;
      }
    }
  }
  return undefined;
}

const FORMULA = "=TLH_FIFO(Transactions!A:O,Prices!A:C,,Settings!A:B)";

describe.skipIf(CHROMIUM === undefined)("the workbench", () => {
  beforeAll(async () => {
    browser = await workbenchBrowser();
  }, 180_000);

  afterEach(async () => {
    for (const { page } of opened) await page.context().close();
  });

  afterAll(async () => {
    await browser.close();
    // No error, and no request that leaves this machine.
    expect(opened.flatMap(({ complaints }) => complaints)).toEqual([]);
  });

  test("a formula over whole columns spills the command's table, cell by cell, and follows a price", async () => {
    const workbench = await open();
    const { page, shown, type } = workbench;
    await type("Settings", "F1", FORMULA);
    const expected = commandTable(read(SAMPLE), "Summary by FIFO").slice(0, -1);
    const spilled = async () => {
      const cells = await shown("Settings", expected.length, 6 + expected[0]!.length);
      return cells.map((row) => row.slice(5));
    };
    await expect
      .poll(async () => difference(expected, await spilled()), { timeout: 20_000 })
      .toBe(undefined);

    const [, ...prices] = cellsOf(read(SAMPLE), "Prices");
    const row = prices.findIndex(([asset]) => asset === "BTC");
    await type("Prices", `B${row + 2}`, "12345");
    const priceOf = async () =>
      (await spilled()).find(([asset]) => asset === "BTC")?.[expected[0]!.indexOf("Price")];
    await expect.poll(priceOf, { timeout: 20_000 }).toBe(12_345);

    await workbench.generate();
    const summary = await shown("Summary by FIFO", 40, 8);
    expect(summary.find(([asset]) => asset === "BTC")?.[5]).toBe(12_345);

    const { name, bytes } = await workbench.save();
    expect(name).toBe("portfolio.tlh.xlsx");
    const saved = read(bytes);
    expect(cellsOf(saved, "Prices")[row + 1]?.[1]).toBe(12_345);
    expect(cellsOf(saved, "Transactions")).toEqual(cellsOf(read(SAMPLE), "Transactions"));
    expect(saved.sheets.map((sheet) => sheet.name)).toEqual([
      "Transactions",
      "Prices",
      "Settings",
      "Summary by FIFO",
      "Summary by LIFO",
      "FIFO Ordering of Sells",
      "LIFO Ordering of Sells",
    ]);
    const said = await page.innerText("#status");
    expect(said).toContain("Your file with 1 changed cell and 4 tabs.");
    expect(said).toContain("The formula that you typed (Settings!F1) is not saved.");

    await type("Prices", `B${row + 2}`, "23456");
    await workbench.save();
    expect(await page.innerText("#status")).toContain("The tabs are from before your last changes");
  });

  test("a call that makes no sense gives an error and says why in a sentence, and others go on", async () => {
    const { type, shown, says } = await open();
    await type("Settings", "F1", "=TLH_TERM(45000,45400)");
    await expect.poll(async () => (await shown("Settings", 1, 6))[0]?.[5]).toBe("Long");
    await type("Settings", "F1", "=TLH_FIFO(Prices!A1:B3,Prices!A1:B3)");
    await says(/^TLH_FIFO: .+/);
    await expect
      .poll(async () => (await shown("Settings", 1, 6))[0]?.[5])
      .toMatchObject({ text: "#VALUE!" });
    await type(
      "Settings",
      "F1",
      "=IFERROR(TLH_FIFO(Prices!A1:B3,Prices!A1:B3),WASH_WINDOW(45000))",
    );
    await expect
      .poll(async () => (await shown("Settings", 1, 7))[0]?.slice(5))
      .toEqual([44970, 45030]);
  });
});
