import { describe, expect, test } from "vitest";
import {
  detectSheets,
  generateTabs,
  isUnreadable,
  recognizedColumns,
  template,
  USUAL_TABS,
  type CellGrid,
} from "../../../core/index.ts";
import { SETTING_READERS } from "../../../core/ledger/settingReaders.ts";
import { transactionType } from "../../../core/ledger/transactionTypes.ts";
import { accountOf, brokerReportOf } from "../../../core/ledger/accounts.ts";
import { wordKey } from "../../../core/ledger/words.ts";

const sheets = template();
const grid = (name: string): CellGrid => sheets.find((sheet) => sheet.name === name)!.rows;

function problemsOf(transactions: CellGrid, prices: CellGrid): readonly unknown[] {
  const result = generateTabs(
    { transactions, prices, options: grid("Settings"), asOf: undefined },
    USUAL_TABS,
    {
      zones: { offsets: () => undefined, workbookZone: undefined },
      progress: () => undefined,
    },
  );
  if (isUnreadable(result)) throw new Error(result.unreadable);
  return result.problems;
}

test("the sheets are found by their headings and have no problems while they are empty", () => {
  const samples = sheets.map(({ name, rows }) => ({ name, grid: rows }));
  expect(detectSheets(samples)).toMatchObject({
    transactions: "Transactions",
    prices: "Prices",
    settings: "Settings",
  });
  expect(problemsOf(grid("Transactions"), grid("Prices"))).toEqual([]);
});

test("every column is recognised, and rows filled in below the headings are read", () => {
  const recognized = recognizedColumns(grid("Transactions"));
  expect(recognized).toMatchObject({ isComplete: true, missing: [], unrecognized: [] });
  expect(recognized.headerRow).toBe(sheets[0]!.headingsRow);
  const filled = [...grid("Transactions"), ["2026-01-05", "Buy", "BTC", 1, 100]];
  expect(problemsOf(filled, [...grid("Prices"), ["BTC", 90, "2026-01-06"]])).toEqual([]);
});

describe("the lists", () => {
  const wordsUnder = (heading: string): readonly string[] => {
    const [{ rows, headingsRow, lists }] = sheets as [(typeof sheets)[number]];
    const column = rows[headingsRow - 1]!.indexOf(heading);
    const list = lists.find((one) => one.column === column)!;
    expect(list.firstRow).toBe(headingsRow + 1);
    expect(list.lastRow).toBeGreaterThan(list.firstRow);
    return list.words;
  };

  test("offer words that the ledger reads", () => {
    for (const word of wordsUnder("Type")) {
      expect(transactionType(wordKey(word))).toMatchObject({ name: word });
    }
    for (const word of wordsUnder("Account")) expect(accountOf(word)).toBe(word);
    for (const word of wordsUnder("1099")) expect(brokerReportOf(word)).toBe(word);
  });

  test("of the settings begin with the default", () => {
    const settings = sheets[2]!;
    expect(settings.lists.length).toBeGreaterThan(5);
    for (const { firstRow, words } of settings.lists) {
      const [name, value] = settings.rows[firstRow - 1]!;
      expect([name, words[0]]).toEqual([name, value]);
      const { read } = SETTING_READERS.get(name as string)!;
      for (const word of words) expect([word, read(word, 1900)]).not.toEqual([word, undefined]);
    }
  });
});

test("the settings are all of the contract's, each with its meaning", () => {
  const [headings, ...rows] = grid("Settings");
  expect(headings).toEqual(["Setting", "Value", "What it means"]);
  const names = rows.map(([name]) => name);
  const known = [...SETTING_READERS.keys()].filter((name) => name !== "date_system");
  expect(new Set(names)).toEqual(new Set(known));
  expect(names).toHaveLength(known.length);
  for (const [, , meaning] of rows) expect((meaning as string).length).toBeGreaterThan(10);
});
