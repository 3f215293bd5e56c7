import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CellGrid, CellValue } from "../../core/index.ts";
import { createWorkbook, isRefusal } from "../../workbook/index.ts";
import { CHROMIUM } from "../pane/openPane.ts";
import { differingParts, packageParts } from "../support/packageParts.ts";
import { NASTY_VARIANTS, nastyWorkbook } from "../workbook/nasty/nastyWorkbook.ts";
import { packageFaults } from "../workbook/nasty/packageFaults.ts";
import { commandTable, difference } from "./commandTable.ts";
import { openWorkbench, PATIENCE, SAMPLE } from "./openWorkbench.ts";
import { cellsOf, read } from "./readSaved.ts";

let workbench: Awaited<ReturnType<typeof openWorkbench>>;

const TABS = [
  "Summary by FIFO",
  "Summary by LIFO",
  "FIFO Ordering of Sells",
  "LIFO Ordering of Sells",
];

/** A workbook with the cells that `Transactions!A:M` and `Prices!A:B` are. */
function cropped(bytes: Uint8Array): Uint8Array {
  const book = read(bytes);
  const columns = (sheet: string, count: number): CellGrid =>
    cellsOf(book, sheet).map((row) => row.slice(0, count));
  const made = createWorkbook({
    sheets: [
      { name: "Transactions", grid: columns("Transactions", 13) },
      { name: "Prices", grid: columns("Prices", 2) },
    ],
  });
  if (isRefusal(made)) throw new Error(made.refusal);
  return made;
}

/** The table that spilled from H1 of the prices; its totals are the command's own. */
async function expectSpilled(expected: CellGrid): Promise<void> {
  const spilled = async () => {
    const shown = await workbench.shown("Prices", expected.length + 1, 7 + expected[0]!.length);
    return shown.map((row) => row.slice(7));
  };
  const differs = async () => difference(expected, await spilled());
  await expect.poll(differs, PATIENCE).toBe(undefined);
  expect(difference((await spilled()).slice(expected.length), [])).toBe(undefined);
}

const withoutTotals = (table: CellValue[][]): CellValue[][] => table.slice(0, -1);

const tabNames = () => workbench.page.locator("[data-u-comp=slide-tab-item]").allInnerTexts();

describe.skipIf(CHROMIUM === undefined)("the workbench", { timeout: 180_000 }, () => {
  beforeAll(async () => {
    workbench = await openWorkbench();
  }, 180_000);

  afterAll(async () => {
    await workbench.close();
    // No error, and no request that leaves this machine.
    expect(workbench.complaints).toEqual([]);
  });

  test("on the sample: a table spills as the command's, follows a price, is reported and saved", async () => {
    const { page, shown, type, generate, save } = workbench;
    const [all, columns] = await Promise.all(
      [SAMPLE, cropped(SAMPLE)].map((bytes) => commandTable(bytes, "Summary by FIFO")),
    );
    await type("Prices", "H1", "=TLH_FIFO(Transactions!A:M, Prices!A:B)");
    await expectSpilled(withoutTotals(columns!));
    await type("Prices", "H1", "=TLH_FIFO(Transactions!A:O,Prices!A:C,,Settings!A:B)");
    await expectSpilled(withoutTotals(all!));

    const row = cellsOf(read(SAMPLE), "Prices").findIndex(([asset]) => asset === "BTC");
    const price = all![0]!.indexOf("Price");
    await type("Prices", `B${row + 1}`, "12345");
    const spilledPrice = async () =>
      (await shown("Prices", 40, 7 + price + 1)).find((cells) => cells[7] === "BTC")?.[7 + price];
    await expect.poll(spilledPrice, PATIENCE).toBe(12_345);

    await generate();
    expect(await tabNames()).toEqual(["Transactions", "Prices", "Settings", ...TABS]);
    const summary = await shown("Summary by FIFO", 40, price + 1);
    expect(summary.find(([asset]) => asset === "BTC")?.[price]).toBe(12_345);

    const { name, bytes } = await save();
    expect(name).toBe("portfolio.tlh.xlsx");
    const saved = read(bytes);
    expect(cellsOf(saved, "Prices")[row]?.[1]).toBe(12_345);
    expect(cellsOf(saved, "Transactions")).toEqual(cellsOf(read(SAMPLE), "Transactions"));
    expect(saved.sheets.map((sheet) => sheet.name)).toEqual([
      "Transactions",
      "Prices",
      "Settings",
      ...TABS,
    ]);
    expect(await page.innerText("#status")).toBe(
      "portfolio.tlh.xlsx is saved. Your file with 1 changed cell and 4 tabs. " +
        "The formula that you typed (Prices!H1) is not saved.",
    );

    await type("Prices", `B${row + 1}`, "23456");
    await expect.poll(spilledPrice, PATIENCE).toBe(23_456);
    await save();
    expect(await page.innerText("#status")).toContain("The tabs are from before your last changes");
  });

  test("on a nasty workbook: the same, and every other part stays as it was", async () => {
    const { page, says, openFile, type, generate, save } = workbench;
    const before = nastyWorkbook(NASTY_VARIANTS[1]!);
    const expected = await commandTable(cropped(before), "Summary by FIFO");
    await openFile("nasty.xlsm", before);
    await says(/nasty\.xlsm is open/);
    // Hidden sheets stay hidden, and a sheet of charts has no cells to show.
    const own = ["Dashboard", "Transactions", "Prices", "Pivot", "Summary by FIFO"];
    expect(await tabNames()).toEqual(own);
    await type("Prices", "H1", "=TLH_FIFO(Transactions!A:M, Prices!A:B)");
    await expectSpilled(withoutTotals(expected));

    await type("Prices", "B2", "54321.5");
    await generate();
    // A sheet of the user's has the name of a tab, and keeps it.
    expect(await tabNames()).toEqual([...own, "Summary by FIFO (2)", ...TABS.slice(1)]);

    const { name, bytes } = await save();
    expect(name).toBe("nasty.tlh.xlsm");
    expect(await page.innerText("#status")).toContain("Your file with 1 changed cell and 4 tabs.");
    expect(packageFaults(bytes)).toEqual([]);
    const { gone, changed } = differingParts(packageParts(before), packageParts(bytes));
    expect(gone).toEqual([]);
    const prices = read(bytes).sheets.find((sheet) => sheet.name === "Prices")!.partName;
    expect(changed).toEqual(
      [
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/workbook.xml",
        prices,
      ].sort(),
    );
    expect(cellsOf(read(bytes), "Prices")[1]?.[1]).toBe(54_321.5);
    expect(cellsOf(read(bytes), "Transactions")).toEqual(cellsOf(read(before), "Transactions"));
  });

  test("a call that makes no sense gives an error and says why in a sentence, and others go on", async () => {
    const { openSample, type, shown, says } = workbench;
    await openSample();
    const spilled = async (columns: number) =>
      (await shown("Settings", 1, 5 + columns))[0]?.slice(5);
    await type("Settings", "F1", "=TLH_FIFO(Prices!A1:B3,Prices!A1:B3)");
    await says(/^TLH_FIFO: .+/);
    await expect.poll(() => spilled(1), PATIENCE).toMatchObject([{ text: "#VALUE!" }]);
    const formula = "=IFERROR(TLH_FIFO(Prices!A1:B3,Prices!A1:B3),WASH_WINDOW(45000))";
    await type("Settings", "F1", formula);
    await expect.poll(() => spilled(2), PATIENCE).toEqual([44_970, 45_030]);
    await type("Settings", "F1", "=TLH_TERM(45000,45400)");
    await expect.poll(() => spilled(1), PATIENCE).toEqual(["Long"]);
  });
});
