import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM } from "../pane/openPane.ts";
import { differingParts, packageParts } from "../support/packageParts.ts";
import { NASTY_VARIANTS, nastyWorkbook } from "../workbook/nasty/nastyWorkbook.ts";
import { packageFaults } from "../workbook/nasty/packageFaults.ts";
import { workbenchBrowser, type Look, type Workbench } from "./openWorkbench.ts";
import { cellsOf, read } from "./readSaved.ts";

let browser: Awaited<ReturnType<typeof workbenchBrowser>>;
const opened: Workbench[] = [];

async function open(look?: Look): Promise<Workbench> {
  const workbench = await browser.open(look);
  opened.push(workbench);
  return workbench;
}

const CSV = [
  "Date,Type,Asset,Quantity,Total,Wallet",
  "2024-01-05,Buy,1INCH,100,500,007",
  "2024-02-05,Buy,TRUE,3,300,Cold",
].join("\n");

describe.skipIf(CHROMIUM === undefined)("files in the workbench", () => {
  beforeAll(async () => {
    browser = await workbenchBrowser();
  }, 180_000);

  afterEach(async () => {
    for (const { page } of opened) await page.context().close();
  });

  afterAll(async () => {
    await browser.close();
    expect(opened.flatMap(({ complaints }) => complaints)).toEqual([]);
  });

  test("a nasty workbook is saved with tabs and one cell changed, every other part as it was", async () => {
    const { page, says, openFile, type, generate, save } = await open();
    const before = nastyWorkbook(NASTY_VARIANTS[1]!);
    await openFile("nasty.xlsm", before);
    await says(/nasty\.xlsm is open/);
    // Hidden sheets stay hidden, and a sheet of charts has no cells to show.
    expect(await page.locator("[data-u-comp=slide-tab-item]").allInnerTexts()).toEqual([
      "Dashboard",
      "Transactions",
      "Prices",
      "Pivot",
      "Summary by FIFO",
    ]);
    await type("Prices", "B2", "54321.5");
    await generate();
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

  test("days of a workbook that counts from 1904 are shown, reported and saved as what they are", async () => {
    const { says, openFile, shown, type, generate, save, page } = await open();
    const before = nastyWorkbook(NASTY_VARIANTS[2]!);
    await openFile("mac.xlsx", before);
    await says(/mac\.xlsx is open/);
    // 2024-01-10 counted from 1900.
    expect((await shown("Transactions", 2, 1))[1]).toEqual([45_301]);
    await type("Transactions", "A2", "2024-01-11");
    await generate();
    expect((await shown("FIFO Ordering of Sells", 30, 5)).flat()).toContain(45_302);
    const { bytes } = await save();
    expect(await page.innerText("#status")).toContain("1 changed cell and");
    expect(cellsOf(read(bytes), "Transactions")[1]?.[0]).toBe(45_302 - 1462);
  });

  test("a day typed into an empty cell is saved as a day in words", async () => {
    const { type, save } = await open();
    await type("Prices", "H3", "2026-11-19");
    expect(cellsOf(read((await save()).bytes), "Prices")[2]?.[7]).toBe("2026-11-19");
  });

  test("a CSV file is read with its text as text, and saved as a new workbook", async () => {
    const { says, openFile, shown, type, save } = await open();
    await openFile("coins.csv", new TextEncoder().encode(CSV));
    await says(/coins\.csv is open/);
    expect((await shown("coins", 3, 6)).slice(1)).toEqual([
      ["2024-01-05", "Buy", "1INCH", 100, 500, "007"],
      ["2024-02-05", "Buy", "TRUE", 3, 300, "Cold"],
    ]);
    // Its text stays text in a formula too.
    await type("coins", "H1", '=TLH_LOTS(A1:F3,"FIFO")');
    await expect
      .poll(async () => (await shown("coins", 3, 9)).map((row) => row.slice(7)))
      .toEqual([
        ["Asset", "Wallet"],
        ["1INCH", "007"],
        ["TRUE", "Cold"],
      ]);
    await type("coins", "E2", "600");
    const { name, bytes } = await save();
    expect(name).toBe("coins.tlh.xlsx");
    expect(cellsOf(read(bytes), "coins").slice(1)).toEqual([
      ["2024-01-05", "Buy", "1INCH", 100, 600, "007"],
      ["2024-02-05", "Buy", "TRUE", 3, 300, "Cold"],
    ]);
    await says(/A new workbook with 1 sheet and no tabs\. The formula that you typed \(coins!H1\)/);
  });

  test("a file that is refused says why, and the one that was open stays", async () => {
    const { says, openFile, shown } = await open();
    await openFile("letter.xlsx", new TextEncoder().encode("Dear tax office"));
    expect(await says(/was not opened/)).toMatch(
      /^letter\.xlsx was not opened: .+\. portfolio\.xlsx is still open\.$/,
    );
    expect((await shown("Transactions", 1, 2))[0]).toEqual(["Date", "Type"]);
  });

  test("a new workbook takes the pane's template; what is typed into it is reported and saved", async () => {
    const { page, type, generate, save, shown } = await open();
    await page.click("#new");
    await page.click("[data-key=template]");
    await page.waitForSelector("text=15 columns recognised");
    const row = (await shown("Transactions", 10, 1)).findIndex(([cell]) => cell === "Date") + 2;
    for (const [column, text] of [
      ["A", "2025-01-05"],
      ["B", "Buy"],
      ["C", "BTC"],
      ["D", "2"],
      ["F", "100000"],
    ] as const) {
      await type("Transactions", `${column}${row}`, text);
    }
    const prices = (await shown("Prices", 10, 1)).findIndex(([cell]) => cell === "Asset") + 2;
    await type("Prices", `A${prices}`, "BTC");
    await type("Prices", `B${prices}`, "40000");
    await type("Prices", `C${prices}`, "2026-11-20");
    await page.hover("#beside");
    await generate();
    expect(await page.innerText("#beside")).toContain("$20,000.00");
    const { name, bytes } = await save();
    expect(name).toBe("New workbook.tlh.xlsx");
    const saved = read(bytes);
    expect(cellsOf(saved, "Transactions")[row - 1]?.slice(0, 6)).toEqual([
      45_662,
      "Buy",
      "BTC",
      2,
      null,
      100_000,
    ]);
    expect(saved.sheets.map((sheet) => sheet.name)).toContain("Summary by FIFO");
  });
});
