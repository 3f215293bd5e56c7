import { expect, test } from "vitest";
import { salesCsv } from "../../pane/answer/salesCsv.ts";
import { clockText } from "../../pane/clock.ts";
import { contrast } from "../../pane/contrast.ts";
import { counted, dollars, units } from "../../pane/format.ts";
import { latestOnly } from "../../pane/latestOnly.ts";

test("dollars and units are written the American way, whatever the country", () => {
  expect(dollars(1234.5)).toBe("$1,234.50");
  expect(dollars(-0.005)).toBe("-$0.01");
  expect(dollars(-0)).toBe("$0.00");
  expect(dollars(null)).toBe("–");
  expect(units(1234.123456789)).toBe("1,234.12345679");
  expect(units(0.00000000123)).toBe("0.00000000123");
  expect(units(0)).toBe("0");
  expect(counted(1, "loss", "losses")).toBe("1 loss");
  expect(counted(1200, "row")).toBe("1,200 rows");
});

test("the contrast of black and white is 21, of a colour with itself 1", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#1f6feb", "#1F6FEB")).toBe(1);
  // The grey that just meets 4.5 on white.
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
  expect(contrast("red", "#ffffff")).toBeUndefined();
});

test("a CSV of sales runs no formula and keeps its cells apart", () => {
  const sale = {
    asset: "=HYPERLINK(1)",
    wallet: 'Bob\'s, "cold"',
    account: "Taxable",
    quantity: 1.5,
    proceeds: 100,
    loss: 50,
    kept: 50,
    atRisk: 0,
    clearToSell: null,
    rebuyFrom: "2026-12-21",
    taxSaved: null,
  };
  const [headings, row] = salesCsv([sale]).split("\r\n");
  expect(headings).toBe(
    "Asset,Wallet,Account,Quantity to sell,Proceeds,Harvestable loss,Loss kept now,At risk if rule extended,Clear to sell on,Rebuy from,Tax saved",
  );
  expect(row).toBe(`'=HYPERLINK(1),"Bob's, ""cold""",Taxable,1.5,100,50,50,0,,2026-12-21,`);
  for (const sign of ["+", "-", "@", " ="]) {
    expect(salesCsv([{ ...sale, asset: `${sign}1` }])).toContain(`\n'${sign}1,`);
  }
});

test("while work is done, only the last value waits; a failure is told and the next goes on", async () => {
  const done: number[] = [];
  const failures: unknown[] = [];
  const keep = latestOnly<number>(
    async (value) => {
      await Promise.resolve();
      if (value === 1) throw new Error("no");
      done.push(value);
    },
    (error) => failures.push((error as Error).message),
  );
  void keep(1);
  void keep(2);
  await keep(3);
  expect(done).toEqual([3]);
  expect(failures).toEqual(["no"]);
  await keep(4);
  expect(done).toEqual([3, 4]);
});

test("a moment is written as year-month-day and 24 hours", () => {
  expect(clockText(new Date(2026, 0, 5, 9, 7))).toBe("2026-01-05 09:07");
});
