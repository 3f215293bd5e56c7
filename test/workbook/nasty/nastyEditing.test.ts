import { describe, expect, test } from "vitest";

import type { CellValue } from "../../../core/index.ts";
import { editCells, insertTabs, isRefusal, readWorkbook } from "../../../workbook/index.ts";
import {
  differingParts,
  packageParts,
  partText,
  sameBytes,
  type PackageParts,
} from "../../support/packageParts.ts";
import { SHEETS } from "./bookParts.ts";
import { sheetsOf } from "./cachedFormulas.ts";
import { editedValue, NASTY_EDITS, REFUSED } from "./nastyEdits.ts";
import { NASTY_VARIANTS, nastyWorkbook } from "./nastyWorkbook.ts";
import { packageFaults } from "./packageFaults.ts";
import { TEST_TABS } from "./testTabs.ts";

const EDITED_SHEETS = SHEETS.filter(({ name }) => NASTY_EDITS.some(({ sheet }) => sheet === name));

/** Parts that name what was edited: the chain's link and type, the setting to compute, a heading. */
const NAMING = [
  "[Content_Types].xml",
  "xl/_rels/workbook.xml.rels",
  "xl/tables/table5.xml",
  "xl/workbook.xml",
];

describe.each(NASTY_VARIANTS)("cells edited in the nasty workbook $name", (variant) => {
  const before = nastyWorkbook(variant);
  const after = sure(editCells(before, NASTY_EDITS));
  const partsBefore = packageParts(before);
  const partsAfter = packageParts(after);

  test("the package stays whole", () => {
    expect(packageFaults(after)).toEqual([]);
  });

  test("exactly the edited cells have other values", () => {
    for (const { name, part } of SHEETS) {
      if (part.startsWith("xl/chartsheets")) continue;
      const [was, is] = [gridOf(before, name), gridOf(after, name)];
      const [rows, columns] = [Math.max(was.length, is.length), 20];
      const expected: CellValue[][] = [];
      const found: CellValue[][] = [];
      for (let row = 1; row <= rows; row++) {
        const numbers = Array.from({ length: columns }, (_, column) => column);
        expected.push(
          numbers.map((column) => {
            const value = editedValue(name, row, column);
            return value === undefined ? (was[row - 1]?.[column] ?? null) : value;
          }),
        );
        found.push(numbers.map((column) => is[row - 1]?.[column] ?? null));
      }
      expect(found).toEqual(expected);
    }
  });

  test("all other parts are the same to the packed byte, but for those that name the cells", () => {
    const touched = [...EDITED_SHEETS.map(({ part }): string => part), ...NAMING].sort(byText);
    const { added, gone, changed } = differingParts(partsBefore, partsAfter);
    expect(added).toEqual([]);
    expect(gone).toEqual(["xl/calcChain.xml"]);
    expect(changed).toEqual(touched);
    expect(repacked(partsBefore, partsAfter)).toEqual(touched);
  });

  test.each(EDITED_SHEETS)("$name differs inside the edited cells alone", ({ name, part }) => {
    const [was, is] = [partText(partsBefore, part), partText(partsAfter, part)];
    expect(withoutEdited(is, name)).toBe(withoutEdited(was, name));
    // What is left out on both sides is little.
    expect(withoutEdited(was, name).length).toBeGreaterThan(was.length * 0.4);
  });

  test("edited cells keep their styles", () => {
    for (const [part, cell, style] of [
      ["xl/worksheets/sheet1.xml", "A1", "3"],
      ["xl/worksheets/sheet1.xml", "E4", "6"],
      ["xl/worksheets/sheet3.xml", "B5", "4"],
      ["xl/worksheets/sheet12.xml", "A3", "5"],
    ] as const) {
      expect(partText(partsAfter, part)).toMatch(
        new RegExp(`<(?:x:)?c r="${cell}" s="${style}"[ >]`),
      );
    }
  });

  test("the formula that cells share stands in the next of them", () => {
    expect(partText(partsAfter, "xl/worksheets/sheet1.xml")).toMatch(
      /<(?:x:)?c r="E5" s="6"><(x:)?f t="shared" ref="E5:E7" si="0">D5\/SUM\(D\$4:D\$7\)<\/\1?f>/,
    );
  });

  test("the main part only says besides that all is to be computed", () => {
    const [was, is] = [partsBefore, partsAfter].map((parts) => partText(parts, "xl/workbook.xml"));
    expect(is!.replace(' fullCalcOnLoad="1"', "")).toBe(was);
    expect(is).not.toBe(was);
  });

  test("a table's heading is the name of its column", () => {
    const [was, is] = [partsBefore, partsAfter].map((parts) =>
      partText(parts, "xl/tables/table5.xml"),
    );
    expect(is).toBe(was!.replace('name="Asset"', 'name="Coin"'));
  });

  test.each(REFUSED)("$edit.sheet: row $edit.row, column $edit.column $why", ({ edit, why }) => {
    const result = editCells(before, [...NASTY_EDITS, edit]);
    expect(isRefusal(result) && result.refusal).toContain(why);
  });

  test("tabs can be put in afterwards, twice, and the cells stay as edited", () => {
    const once = sure(insertTabs({ bytes: after, tabs: TEST_TABS, sourceSheet: "Transactions" }));
    const again = sure(
      editCells(once, [{ sheet: "Transactions", row: 2, column: 3, value: 0.75 }]),
    );
    const twice = sure(insertTabs({ bytes: again, tabs: TEST_TABS, sourceSheet: "Transactions" }));
    expect(packageFaults(twice)).toEqual([]);
    expect(sheetsOf(twice).map(({ name }) => name)).toEqual(sheetsOf(once).map(({ name }) => name));
    const parts = packageParts(twice);
    for (const { name, part } of EDITED_SHEETS) {
      if (name === "Transactions") continue;
      expect(sameBytes(parts.get(part)!.bytes, partsAfter.get(part)!.bytes)).toBe(true);
    }
    expect(gridOf(twice, "Transactions")[1]?.[3]).toBe(0.75);
  });
});

function sure<T>(value: T): Exclude<T, { readonly refusal: string }> {
  if (isRefusal(value)) throw new Error(value.refusal);
  return value as Exclude<T, { readonly refusal: string }>;
}

function gridOf(file: Uint8Array, sheet: string) {
  return sure(sure(readWorkbook(file)).readSheet(sheet)).grid;
}

/** Names of the earlier parts, other than those that went, whose entries were packed anew. */
const repacked = (before: PackageParts, after: PackageParts): readonly string[] =>
  [...before]
    .filter(([name, { raw }]) => {
      const now = after.get(name);
      return now !== undefined && !sameBytes(raw, now.raw);
    })
    .map(([name]) => name)
    .sort(byText);

/** A sheet's XML without its edited cells, the formula handed over, new rows and the used area. */
function withoutEdited(text: string, sheet: string): string {
  let left = text.replace(/(<(?:x:)?dimension ref=)"[^"]*"/, "$1");
  for (const { sheet: of, row, column } of NASTY_EDITS) {
    if (of !== sheet) continue;
    const cell = `${String.fromCharCode(65 + column)}${row}`;
    const found = new RegExp(`<((?:x:)?c) r="${cell}"(?:[^>]*/>|[^>]*(?<!/)>.*?</\\1>)`, "s");
    left = left.replace(found, "");
  }
  return left
    .replace(/<((?:x:)?row) r="\d+"><\/\1>/g, "")
    .replace(/(<(?:x:)?c r="E5" s="6">)<((?:x:)?f) .*?(?:<\/\2>)/s, "$1");
}

const byText = (one: string, other: string): number => (one < other ? -1 : 1);
