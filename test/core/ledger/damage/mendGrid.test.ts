import { describe, expect, test } from "vitest";
import type { CellGrid } from "../../../../core/ledger/cells.ts";
import { mendGrid } from "../../../../core/ledger/damage/mendGrid.ts";
import { problemText } from "../../../../core/ledger/problemText.ts";
import { codesOf, linesOf, readLedger } from "../../../support/readLedger.ts";
import { scopeOf } from "./scopeOf.ts";

const LEDGER: CellGrid = [
  ["Date", "Type", "Asset", "Quantity", "Total", "Id"],
  ["25/03/2024", "Buy", "BTC", 2, 100, "A"],
  ["03/04/2024", "Buy", "BTC", 1, "1,234", "1.55E+13"],
  ["05/04/2024", "Sell", "BTC", 1, "1.500,25", "B"],
  ["26/04/2024", "Sell", "BTC", 1, "0,75", "C"],
];

describe("without consent", () => {
  const ledger = readLedger(LEDGER);
  test("each damaged column is a Warning in its first damaged row, and every row is read as before", () => {
    expect(codesOf(ledger).filter((code) => code.includes("damaged"))).toEqual([
      "3 Warning column-damaged",
      "3 Warning column-damaged",
      "3 Warning column-damaged",
    ]);
    expect(linesOf(ledger)[1]).toBe("3: 2024-03-04 purchase 1 BTC for 1234 in ");
  });
  test("the sentence says what shows the damage and what can be done", () => {
    const [text] = ledger.problems
      .filter(({ facts }) => facts.code === "column-damaged" && facts.kind === "dates")
      .map(problemText);
    expect(text).toEqual({
      problem:
        'The column Date was damaged by a spreadsheet program in rows 3 and 4: they were read month first, but "25/03/2024" in row 2 has its day first, and no date of the column its month.',
      whatToDo:
        "Set repair=dates to read these dates with day and month the other way round; your cells stay as they are. If the cells are right, leave the setting out.",
    });
  });
});

describe("with consent", () => {
  test("every kind allowed is mended, and each mended cell is noted with what was there", () => {
    const ledger = readLedger(LEDGER, "repair=all");
    expect(linesOf(ledger)).toEqual([
      "2: 2024-03-25 purchase 2 BTC for 100 in ",
      "3: 2024-04-03 purchase 1 BTC for 1.234 in ",
      "4: 2024-04-05 Sell 1 BTC for 1500.25 from ",
      "5: 2024-04-26 Sell 1 BTC for 0.75 from ",
    ]);
    expect(ledger.transactions.map(({ id }) => id)).toEqual(["A", "", "B", "C"]);
    expect(codesOf(ledger).filter((code) => code.includes("mended"))).toEqual([
      "3 Warning cell-mended",
      "3 Warning cell-mended",
      "3 Warning cell-mended",
      "4 Warning cell-mended",
      "4 Warning cell-mended",
      "5 Warning cell-mended",
    ]);
    expect(problemText(ledger.problems.find(({ facts }) => facts.code === "cell-mended")!)).toEqual(
      {
        problem:
          'The Date cell holds "03/04/2024" and was read as "2024-04-03", because of repair=dates.',
        whatToDo: "Check it; take dates out of the setting repair if the cell was right.",
      },
    );
  });
  test("to one kind leaves the others as they are", () => {
    const ledger = readLedger(LEDGER, "repair=ids");
    expect(ledger.transactions[1]?.id).toBe("");
    expect(linesOf(ledger)[1]).toBe("3: 2024-03-04 purchase 1 BTC for 1234 in ");
    expect(codesOf(ledger).filter((code) => /damaged|mended/.test(code))).toEqual([
      "3 Warning column-damaged",
      "3 Warning cell-mended",
      "3 Warning column-damaged",
    ]);
  });
  test("never changes the cells that were passed", () => {
    const frozen = LEDGER.map((cells) => Object.freeze([...cells]));
    const { grid } = mendGrid(scopeOf(Object.freeze(frozen)), "all");
    expect(frozen).toEqual(LEDGER);
    expect(grid[2]).toEqual(["2024-04-03", "Buy", "BTC", 1, "1.234", null]);
    expect(grid[1]).toBe(frozen[1]);
  });
  test("damage that cannot be mended is still a Warning", () => {
    const rows = ["2-Jan", "3-Jan"].map((cell) => ["2024-01-05", "Buy", "BTC", cell, 1, ""]);
    const { problems } = mendGrid(scopeOf([LEDGER[0]!, ...rows]), "all");
    expect(problems.map(problemText)).toEqual([
      {
        problem:
          'The column Quantity was damaged by a spreadsheet program in rows 2 and 3: a program made dates such as "2-Jan" of them.',
        whatToDo:
          "What was typed is lost. Export again and bring the file in with this column as text, or enter the values by hand.",
      },
    ]);
  });
});

test("a single amount that cannot be read is an Error already, but can be mended", () => {
  const ledger = [LEDGER[0]!, ["2024-01-05", "Buy", "BTC", "1.234,56", 1, ""]];
  expect(codesOf(readLedger(ledger))).toEqual(["2 Error bad-number"]);
  expect(linesOf(readLedger(ledger, "repair=numbers"))).toEqual([
    "2: 2024-01-05 purchase 1234.56 BTC for 1 in ",
  ]);
});

test("more rows than five are counted", () => {
  const ids = Array.from({ length: 7 }, () => ["2024-01-05", "Buy", "BTC", 1, 1, "1.55E+13"]);
  const { problems } = mendGrid(scopeOf([LEDGER[0]!, ...ids]), new Set());
  expect(problemText(problems[0]!).problem).toContain("in rows 2, 3, 4, 5, 6 and 2 more: ids such");
});

test("the search takes one pass or a few over 100,000 undamaged rows", () => {
  const rows = Array.from({ length: 100_000 }, (_, at) => [
    "2024-01-05 10:00:07",
    "Buy",
    "BTC",
    at + 0.5,
    "12.5",
    `id-${at}`,
  ]);
  const started = performance.now();
  expect(mendGrid(scopeOf([LEDGER[0]!, ...rows]), "all").problems).toEqual([]);
  expect(performance.now() - started).toBeLessThan(8000);
});
