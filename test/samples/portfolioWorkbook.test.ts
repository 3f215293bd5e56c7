import { expect, test } from "vitest";
import type { CellGrid } from "../../core/ledger/cells.ts";
import { sampleFiles } from "../../samples/sampleFiles.ts";
import { portfolioSheets } from "../../samples/portfolio/portfolioSheets.ts";
import { isRefusal, readWorkbook } from "../../workbook/index.ts";
import { hostCells } from "./cells.ts";

const workbook = opened(sampleFiles().find(({ name }) => name === "portfolio.xlsx")!.bytes);

test("the workbook has the three sheets", () => {
  expect(workbook.sheets.map(({ name }) => name)).toEqual(["Transactions", "Prices", "Settings"]);
});

test.each(portfolioSheets())("every cell of $name is read as it was meant", (sheet) => {
  const meant = hostCells(sheet);
  const read = grid(sheet.name);
  expect(read).toHaveLength(meant.length);
  meant.forEach((cells, row) => {
    expect(cells.map((_, column) => read[row]![column] ?? null)).toEqual(cells);
  });
});

test("text that begins like a formula is read as text", () => {
  const texts = grid("Transactions")
    .flat()
    .filter((cell) => typeof cell === "string");
  expect(texts.filter((text) => text === "=old phone")).toHaveLength(2);
  expect(texts).toContain("=1+1 is a text here, and stays one.");
});

function grid(name: string): CellGrid {
  const cells = workbook.readSheet(name);
  if (isRefusal(cells)) throw new Error(cells.refusal);
  return cells.grid;
}

function opened(bytes: Uint8Array) {
  const result = readWorkbook(bytes);
  if (isRefusal(result)) throw new Error(result.refusal);
  return result;
}
