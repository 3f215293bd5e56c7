import { BooleanNumber, CellValueType, type IStyleData } from "@univerjs/core";
import { describe, expect, test } from "vitest";
import { EXCEL_LIMITS, paintTab, type Tab } from "../../core/index.ts";
import { sheetOfTab } from "../../workbench/sheetOfTab.ts";
import { TEST_TABS } from "../workbook/nasty/testTabs.ts";

const [summary, ordering] = TEST_TABS as [Tab, Tab];

const layoutOf = (tab: Tab) => paintTab(tab, { hasSource: false, limits: EXCEL_LIMITS }).layout;

/** A cell by its row, counted from 1, and the title of its column. */
async function cellOf(tab: Tab, row: number, title: string) {
  const column = tab.table.columns.findIndex((one) => one.title === title);
  const cell = (await sheetOfTab(tab)).cellData?.[row - 1]?.[column];
  return { v: cell?.v, t: cell?.t, f: cell?.f, style: (cell?.s ?? {}) as IStyleData };
}

const first = layoutOf(summary).firstRow;

describe("a tab in the grid", () => {
  test("has its texts as text, whatever they begin with", async () => {
    expect(await cellOf(summary, first, "Asset")).toMatchObject({
      v: "=1+1",
      t: CellValueType.STRING,
    });
    expect((await cellOf(summary, first, "Asset")).f).toBe(undefined);
    expect(await cellOf(summary, first, "Wallet")).toMatchObject({
      v: "@wallet",
      t: CellValueType.STRING,
    });
  });

  test("has titles in bold on a dark ground, which stay in sight", async () => {
    const { titlesRow } = layoutOf(summary);
    const { v, style } = await cellOf(summary, titlesRow, "Asset");
    expect(v).toBe("Asset");
    expect(style.bl).toBe(BooleanNumber.TRUE);
    expect(style.bg?.rgb).toBe("#1F3864");
    expect((await sheetOfTab(summary)).freeze).toMatchObject({
      ySplit: titlesRow,
      startRow: titlesRow,
    });
  });

  test("shows amounts, quantities and days in their formats", async () => {
    expect((await cellOf(summary, first, "Harvestable loss")).style.n?.pattern).toBe("#,##0.00");
    expect((await cellOf(summary, first, "Quantity")).style.n?.pattern).toBe("#,##0.##########");
    const day = await cellOf(summary, first, "Clear to sell on");
    // 2026-01-28
    expect(day).toMatchObject({ v: 46_050, t: CellValueType.NUMBER });
    expect(day.style.n?.pattern).toBe("yyyy-mm-dd");
  });

  test("shows losses in red and gains in green", async () => {
    const { style: loss } = await cellOf(summary, first, "Unrealized gain or loss");
    const { style: gain } = await cellOf(summary, first + 1, "Unrealized gain or loss");
    expect(loss.cl?.rgb).toBe("#C0281C");
    expect(gain.cl?.rgb).toBe("#1B7F3B");
  });

  test("has totals that are formulas with their values", async () => {
    const row = layoutOf(summary).totalsRow!;
    const { f, v } = await cellOf(summary, row, "Harvestable loss");
    expect(f).toMatch(new RegExp(`^=SUM\\(F${first}:F${row - 1}\\)$`));
    expect(v).toBeCloseTo(2400.6, 6);
  });

  test("marks the row of the best stop, and no other", async () => {
    const from = layoutOf(ordering).firstRow;
    const grounds = await Promise.all(
      [0, 1, 2].map(async (row) => (await cellOf(ordering, from + row, "Order")).style.bg?.rgb),
    );
    expect(grounds.map((ground) => ground === "#FFF1C9")).toEqual([false, true, false]);
  });
});
