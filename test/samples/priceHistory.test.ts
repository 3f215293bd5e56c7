import { expect, test } from "vitest";
import { decimalText } from "../../samples/decimal.ts";
import { dayIn } from "../../samples/moment.ts";
import { priceOn } from "../../samples/priceHistory.ts";

const price = (asset: string, day: string) => Number(decimalText(priceOn(asset, dayIn(day))));

test.each([
  ["BTC", "2022-01-03", 47000],
  ["BTC", "2022-11-30", 16600],
  ["BTC", "2024-01-05", 43100],
  ["BTC", "2024-12-05", 96300],
  ["BTC", "2025-07-15", 110400],
  ["ETH", "2022-07-01", 1070],
  ["SOL", "2023-01-01", 10],
])("%s is about what it was on %s", (asset, day, about) => {
  expect(Math.abs(price(asset, day) / about - 1)).toBeLessThan(0.02);
});

test("a dollar coin is a dollar, and the fund follows bitcoin", () => {
  expect(price("USDC", "2024-05-05")).toBe(1);
  expect(price("IBIT", "2024-12-01")).toBe(54.87);
});

test("prices run to the end of 2026 and no further", () => {
  expect(price("LINK", "2026-11-30")).toBeGreaterThan(6);
  expect(() => price("LINK", "2026-12-02")).toThrow("no LINK price");
  expect(() => price("LINK", "2021-12-31")).toThrow("no LINK price");
  expect(() => price("JUP", "2024-05-05")).toThrow("no price history for JUP");
});
