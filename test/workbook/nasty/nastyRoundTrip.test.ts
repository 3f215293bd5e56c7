import { describe, expect, test } from "vitest";

import type { Tab } from "../../../core/report/tab.ts";
import { insertTabs, isRefusal, readWorkbook } from "../../../workbook/index.ts";
import {
  differingParts,
  elements,
  isInsertionOnly,
  packageParts,
  partText,
  sameBytes,
  type PackageParts,
} from "../../support/packageParts.ts";
import { ACTIVE_TAB, SHEETS } from "./bookParts.ts";
import { cachedFormulas, sheetsOf } from "./cachedFormulas.ts";
import { NASTY_VARIANTS, nastyWorkbook } from "./nastyWorkbook.ts";
import { packageFaults } from "./packageFaults.ts";
import { TEST_TABS } from "./testTabs.ts";

/** The only parts of the user's that a tab more must change. */
const CHANGED = [
  "[Content_Types].xml",
  "xl/_rels/workbook.xml.rels",
  "xl/styles.xml",
  "xl/workbook.xml",
];

describe.each(NASTY_VARIANTS)("tabs put into the nasty workbook $name", (variant) => {
  const before = nastyWorkbook(variant);
  const after = inserted(before, TEST_TABS);
  const partsBefore = packageParts(before);
  const partsAfter = packageParts(after);

  test("the package stays whole: targets, content types, ids and tags", () => {
    expect(packageFaults(after)).toEqual([]);
  });

  test("four parts change, none goes, and all others stay the same byte for byte", () => {
    const { added, gone, changed } = differingParts(partsBefore, partsAfter);
    expect(gone).toEqual([]);
    expect(changed).toEqual(CHANGED);
    expect(added.length).toBeGreaterThanOrEqual(TEST_TABS.length);
    expect(recompressed(partsBefore, partsAfter)).toEqual(CHANGED);
  });

  test.each(CHANGED)("%s only grows", (name) => {
    expect(isInsertionOnly(partText(partsBefore, name), partText(partsAfter, name))).toBe(true);
  });

  test("the user's sheets keep their places, states and parts, and the tabs follow them", () => {
    const sheets = sheetsOf(after);
    expect(sheets.slice(0, SHEETS.length)).toEqual(sheetsOf(before));
    const names = sheets.slice(SHEETS.length).map(({ name }) => name);
    expect(names.slice(1)).toEqual(["FIFO Ordering of Sells", "Problems"]);
    // The user has a sheet of the first one's name.
    expect(names[0]).toMatch(/^Summary by FIFO.+$/);
  });

  test("every defined name still belongs to its sheet and says the same", () => {
    const user = definedNames(partsBefore);
    const now = definedNames(partsAfter);
    expect(user.length).toBe(8);
    expect(now.filter((name) => user.includes(name))).toEqual(user);
    const scopes = elements(partText(partsAfter, "xl/workbook.xml"), "definedName")
      .map(({ localSheetId }) => localSheetId)
      .filter((scope) => scope !== undefined);
    expect(Math.max(...scopes.map(Number))).toBeLessThan(SHEETS.length + TEST_TABS.length);
  });

  test("the sheet that was open is open, and it alone is selected", () => {
    const views = elements(partText(partsAfter, "xl/workbook.xml"), "workbookView");
    expect(views.map(({ activeTab }) => activeTab)).toEqual([ACTIVE_TAB.toString()]);
    expect(selectedSheets(after)).toEqual(["Prices"]);
  });

  test("sheet ids are unique", () => {
    const ids = elements(partText(partsAfter, "xl/workbook.xml"), "sheet").map(
      ({ sheetId }) => sheetId,
    );
    expect(new Set(ids).size).toBe(SHEETS.length + TEST_TABS.length);
  });

  test("counts in the styles are true, and every cell's style exists", () => {
    const styles = partText(partsAfter, "xl/styles.xml");
    expect(falseCounts(styles)).toEqual([]);
    const formats = /<(?:\w+:)?cellXfs count="(\d+)"/.exec(styles)?.[1];
    for (const { part } of sheetsOf(after)) {
      const used = elements(partText(partsAfter, part), "c").map(({ s = "0" }) => Number(s));
      expect(Math.max(0, ...used)).toBeLessThan(Number(formats));
    }
  });

  test("text of the ledger is no formula: the tabs' formulas are sums alone", () => {
    const own = cachedFormulas(after).filter(
      ({ sheet }) => !SHEETS.some(({ name }) => name === sheet),
    );
    expect(own.length).toBeGreaterThanOrEqual(6);
    expect(
      own.filter(({ formula }) => !/^(?:SUM|SUMIFS|SUMPRODUCT|SUBTOTAL)\(/.test(formula)),
    ).toEqual([]);
    expect(own.filter(({ value }) => value === undefined)).toEqual([]);
  });

  test("a tab's cells are the table's, exactly, with dates in the workbook's own system", () => {
    const shift = variant.dateSystem === 1904 ? 1462 : 0;
    const names = sheetsOf(after).slice(SHEETS.length);
    TEST_TABS.forEach(({ table }, index) => {
      const grid = gridOf(after, names[index]!.name);
      const titles = table.columns.map(({ title }) => title);
      const at = grid.findIndex((row) => titles.every((title, column) => row[column] === title));
      expect(at).toBeGreaterThan(0);
      const stored = table.rows.map((row) =>
        row.map((value, column) =>
          typeof value === "number" && table.columns[column]!.format === "date"
            ? value + 25_569 - shift
            : value,
        ),
      );
      const shown = table.rows.map((row, offset) =>
        row.map((value, column) => grid[at + 1 + offset]?.[column] ?? (value === "" ? "" : null)),
      );
      expect(shown).toEqual(stored);
    });
  });

  test("a second run replaces the tabs and touches nothing of the user's", () => {
    const again = inserted(after, TEST_TABS);
    const partsAgain = packageParts(again);
    expect(packageFaults(again)).toEqual([]);
    expect(sheetsOf(again).map(({ name }) => name)).toEqual(
      sheetsOf(after).map(({ name }) => name),
    );
    expect([...partsAgain.keys()].sort(byText)).toEqual([...partsAfter.keys()].sort(byText));
    expect(recompressed(partsBefore, partsAgain)).toEqual(CHANGED);
    for (const name of CHANGED) {
      // The user's formulas may look at a tab that was replaced, so all are computed on opening.
      const now = partText(partsAgain, name).replace(' fullCalcOnLoad="1"', "");
      expect(isInsertionOnly(partText(partsBefore, name), now)).toBe(true);
    }
    expect(partText(partsAgain, "xl/styles.xml").length).toBe(
      partText(partsAfter, "xl/styles.xml").length,
    );
  });

  test("the user's own sheet of a tab's name is never replaced", () => {
    const again = packageParts(inserted(inserted(before, TEST_TABS), TEST_TABS));
    expect(partText(again, "xl/worksheets/sheet12.xml")).toBe(
      partText(partsBefore, "xl/worksheets/sheet12.xml"),
    );
  });
});

function inserted(bytes: Uint8Array, tabs: readonly Tab[]): Uint8Array {
  const result = insertTabs({ bytes, tabs, sourceSheet: "Transactions" });
  if (isRefusal(result)) throw new Error(result.refusal);
  return result;
}

function gridOf(file: Uint8Array, sheet: string) {
  const workbook = readWorkbook(file);
  if (isRefusal(workbook)) throw new Error(workbook.refusal);
  const cells = workbook.readSheet(sheet);
  if (isRefusal(cells)) throw new Error(cells.refusal);
  return cells.grid;
}

/** Names of the earlier parts whose entries were packed anew. */
function recompressed(before: PackageParts, after: PackageParts): readonly string[] {
  return [...before]
    .filter(([name, { method, raw }]) => {
      const now = after.get(name);
      return now?.method !== method || !sameBytes(raw, now.raw);
    })
    .map(([name]) => name)
    .sort(byText);
}

function definedNames(parts: PackageParts): readonly string[] {
  const names = partText(parts, "xl/workbook.xml").matchAll(
    /<(?:\w+:)?definedName [^<]*<\/(?:\w+:)?definedName>/g,
  );
  return [...names].map(([whole]) => whole);
}

function selectedSheets(file: Uint8Array): readonly string[] {
  const parts = packageParts(file);
  return sheetsOf(file)
    .filter(({ part }) =>
      elements(partText(parts, part), "sheetView").some(
        ({ tabSelected }) => tabSelected === "1" || tabSelected === "true",
      ),
    )
    .map(({ name }) => name);
}

/** Lists of the styles whose `count` is not the number of their members. */
function falseCounts(styles: string): readonly string[] {
  const members = {
    numFmts: "numFmt",
    fonts: "font",
    fills: "fill",
    borders: "border",
    cellXfs: "xf",
    dxfs: "dxf",
  };
  return Object.entries(members).flatMap(([list, member]) => {
    const [, count, content = ""] =
      new RegExp(`<(?:\\w+:)?${list} count="(\\d+)"[^>]*>([\\s\\S]*?)</(?:\\w+:)?${list}>`).exec(
        styles,
      ) ?? [];
    // Fonts and fills of a differential format are no members of their own list.
    const found = content.match(new RegExp(`<(?:\\w+:)?${member}(?=[\\s/>])`, "g"))?.length ?? 0;
    return count === found.toString()
      ? []
      : [`${list} says ${count ?? "nothing"} and has ${found}`];
  });
}

const byText = (one: string, other: string): number => (one < other ? -1 : 1);
