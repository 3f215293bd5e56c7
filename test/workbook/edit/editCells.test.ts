import { expect, test } from "vitest";

import { editCells, isRefusal, readWorkbook } from "../../../workbook/index.ts";
import { packageParts, partText } from "../../support/packageParts.ts";
import { bookBytes, sure, worksheet } from "../read/book.ts";

const SHEET = "xl/worksheets/sheet1.xml";

const bookOf = (rows: string): Uint8Array => bookBytes({ [SHEET]: worksheet(rows) });

const textOf = (file: Uint8Array): string => partText(packageParts(file), SHEET);

test("a cell is written anew in its place and keeps its style", () => {
  const before = bookOf('<row r="2"><c r="B2" s="3"><v>1</v></c><c r="C2"><v>2</v></c></row>');
  const after = sure(editCells(before, [{ sheet: "Ledger", row: 2, column: 1, value: 7.5 }]));
  expect(textOf(after)).toBe(
    worksheet('<row r="2"><c r="B2" s="3"><v>7.5</v></c><c r="C2"><v>2</v></c></row>'),
  );
});

test("missing cells and rows are put in where they belong", () => {
  const before = bookOf('<row r="2"><c r="C2"><v>2</v></c></row><row r="5"/>');
  const edits = [
    { sheet: "Ledger", row: 6, column: 0, value: true },
    { sheet: "Ledger", row: 5, column: 0, value: "=1+1" },
    { sheet: "Ledger", row: 3, column: 2, value: "x" },
    { sheet: "Ledger", row: 2, column: 3, value: 4 },
    { sheet: "Ledger", row: 2, column: 1, value: 3 },
    { sheet: "Ledger", row: 4, column: 1, value: null },
  ];
  const workbook = readWorkbook(sure(editCells(before, edits)));
  if (isRefusal(workbook)) throw new Error(workbook.refusal);
  expect(sure(workbook.readSheet("Ledger")).grid).toEqual([
    [],
    [null, 3, 2, 4],
    [null, null, "x"],
    [],
    ["=1+1"],
    [true],
  ]);
});
