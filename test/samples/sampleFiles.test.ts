import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sampleFiles } from "../../samples/sampleFiles.ts";

const committed = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../samples/${name}`, import.meta.url)));

test("the generator makes the same bytes each time", () => {
  expect(sampleFiles()).toEqual(sampleFiles());
});

test.each(sampleFiles())("$name is as the generator makes it", ({ name, bytes }) => {
  expect(Buffer.compare(committed(name), bytes)).toBe(0);
});

test("these files are generated", () => {
  expect(sampleFiles().map(({ name }) => name)).toEqual([
    "portfolio.xlsx",
    "portfolio.json",
    "koinly-universal.csv",
    "zenledger-universal.csv",
    "prices.csv",
  ]);
});

test("the prices are for the assets of all samples", () => {
  expect(
    new TextDecoder()
      .decode(committed("prices.csv"))
      .split("\r\n")
      .map((line) => line.split(",")[0]),
  ).toEqual(["Asset", "BTC", "ETH", "SOL", "LINK", "DOGE", "USDC", "IBIT", "ADA", ""]);
});
