import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM } from "../pane/openPane.ts";
import { NASTY_VARIANTS, nastyWorkbook } from "../workbook/nasty/nastyWorkbook.ts";
import { openWorkbench, PATIENCE } from "./openWorkbench.ts";
import { cellsOf, read } from "./readSaved.ts";

let workbench: Awaited<ReturnType<typeof openWorkbench>>;

const CSV = [
  "Date,Type,Asset,Quantity,Total,Wallet",
  "2024-01-05,Buy,1INCH,100,500,007",
  "2024-02-05,Buy,TRUE,3,300,Cold",
].join("\n");

describe.skipIf(CHROMIUM === undefined)("files in the workbench", { timeout: 180_000 }, () => {
  beforeAll(async () => {
    workbench = await openWorkbench();
  }, 180_000);

  afterAll(async () => {
    await workbench.close();
    expect(workbench.complaints).toEqual([]);
  });

  test("days of a workbook that counts from 1904 are shown, reported and saved as what they are", async () => {
    const { says, openFile, shown, type, generate, save, page } = workbench;
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
    const { openSample, type, save } = workbench;
    await openSample();
    await type("Prices", "H3", "2026-11-19");
    expect(cellsOf(read((await save()).bytes), "Prices")[2]?.[7]).toBe("2026-11-19");
  });

  test("a CSV file is read with its text as text, and saved as a new workbook", async () => {
    const { says, openFile, shown, type, save } = workbench;
    await openFile("coins.csv", new TextEncoder().encode(CSV));
    await says(/coins\.csv is open/);
    expect((await shown("coins", 3, 6)).slice(1)).toEqual([
      ["2024-01-05", "Buy", "1INCH", 100, 500, "007"],
      ["2024-02-05", "Buy", "TRUE", 3, 300, "Cold"],
    ]);
    // Its text stays text in a formula too.
    await type("coins", "H1", '=TLH_LOTS(A1:F3,"FIFO")');
    await expect
      .poll(async () => (await shown("coins", 3, 9)).map((row) => row.slice(7)), PATIENCE)
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
    const { says, openSample, openFile, shown, page } = workbench;
    await openSample();
    const name = await page.innerText("#file");
    await openFile("letter.xlsx", new TextEncoder().encode("Dear tax office"));
    const said = await says(/was not opened/);
    expect(said).toMatch(/^letter\.xlsx was not opened: .+\. sample\d+\.xlsx is still open\.$/);
    expect(await page.innerText("#file")).toBe(name);
    expect((await shown("Transactions", 1, 2))[0]).toEqual(["Date", "Type"]);
  });

  test("a new workbook takes the pane's template; what is typed into it is reported and saved", async () => {
    const { page, type, generate, save, shown } = workbench;
    await page.click("#new");
    await page.click("[data-key=template]");
    await page.waitForSelector("text=15 columns recognised");
    const row = (await shown("Transactions", 10, 1)).findIndex(([cell]) => cell === "Date") + 2;
    await type("Transactions", `A${row}`, "2025-01-05\tBuy\tBTC\t2\t\t100000");
    const prices = (await shown("Prices", 10, 1)).findIndex(([cell]) => cell === "Asset") + 2;
    await type("Prices", `A${prices}`, "BTC\t40000\t2026-11-20");
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

  test("several CSV files that the pane opens become one sheet, with the wallet and the zone that were typed", async () => {
    const { page, shown, save } = workbench;
    await page.click("#new");
    await page.waitForSelector("[data-key=csv]");
    const headings = "Date,Type,Asset,Quantity,Total";
    const csv = (name: string, line: string) => ({
      name,
      mimeType: "text/csv",
      buffer: Buffer.from(`${headings}\n${line}\n`),
    });
    await page.setInputFiles("#beside input[type=file]", [
      csv("river.csv", "2026-01-05 10:00,Buy,BTC,2,100"),
      csv("cold.csv", "2026-02-06 10:30,Buy,BTC,1,100"),
    ]);
    await page.click("[data-key=file-wallet-0]");
    await page.keyboard.type("River");
    await page.keyboard.press("Tab");
    await page.keyboard.type("America/New_York");
    await page.click("[data-key=merge-files]");
    await page.waitForSelector("text=2 files became one ledger of 2 rows");
    const [titles = [], ...rows] = await shown("Merged transactions", 3, 24);
    const wallet = titles.indexOf("Wallet");
    expect(rows.map((row) => [row[0], row[wallet]])).toEqual([
      ["2026-01-05T15:00:00Z", "River"],
      ["2026-02-06T10:30:00Z", "cold"],
    ]);
    expect(cellsOf(read((await save()).bytes), "Merged transactions")[1]?.[wallet]).toBe("River");
  });

  test("saying what is left out: looks, sheets that were added, what was typed into a tab", async () => {
    const { page, openSample, goTo, type, generate, save } = workbench;
    await openSample();
    await generate();
    await type("Summary by FIFO", "B40", "my note");
    await goTo("Prices", "A1");
    await page.keyboard.press("Control+b");
    await save();
    expect(await page.innerText("#status")).toMatch(
      /Your file with no changed cell and 4 tabs\. What you changed in the tabs themselves is not saved\. Looks that you changed here \(.+\) are not saved\.$/,
    );
  });
});
