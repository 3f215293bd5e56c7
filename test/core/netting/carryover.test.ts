import { describe, expect, test } from "vitest";
import type { FilingStatus } from "../../../core/ledger/settings.ts";
import { moneyNumber, type Money } from "../../../core/money/amounts.ts";
import { carryoverWorksheet } from "../../../core/netting/carryover.ts";
import { netGains } from "../../../core/netting/netGains.ts";
import { dollars } from "./dollars.ts";

const number = (amount: Money | undefined): number | undefined =>
  amount === undefined ? undefined : moneyNumber(amount);

const net = (
  [short, long]: readonly [number, number],
  status: FilingStatus = "single",
  carried: readonly [number, number] = [0, 0],
) =>
  netGains(
    { shortGain: dollars(short), longGain: dollars(long) },
    { short: dollars(carried[0]), long: dollars(carried[1]) },
    status,
  );

describe("Schedule D", () => {
  test("nets each term with what is carried in, then both", () => {
    const lines = net([500, 700], "single", [200, 300]);
    expect([lines.line7, lines.line15, lines.line16].map(number)).toEqual([300, 400, 700]);
    expect([lines.line21, lines.capitalGain].map(number)).toEqual([0, 700]);
  });
  test.each<[FilingStatus, number]>([
    ["single", 3000],
    ["mfj", 3000],
    ["mfs", 1500],
    ["hoh", 3000],
  ])("lets %s take off a loss of %i dollars at most", (status, most) => {
    expect(number(net([-most - 1, 0], status).line21)).toBe(most);
    expect(number(net([-most - 1, 0], status).capitalGain)).toBe(-most);
    expect(number(net([0, -most + 1], status).line21)).toBe(most - 1);
  });
  test("of nothing is nothing", () => {
    expect(number(net([5, -5]).line21)).toBe(0);
    expect(number(net([5, -5]).capitalGain)).toBe(0);
  });
});

describe("the carryover worksheet", () => {
  const sheet = (gains: readonly [number, number], income?: number) => {
    const { short, long, lines } = carryoverWorksheet(
      net(gains),
      income === undefined ? undefined : dollars(income),
    );
    return { short: number(short), long: number(long), lines: lines.map(number) };
  };
  const skipped = new Array<undefined>(13).fill(undefined);

  test.each<[string, readonly [number, number]]>([
    ["a gain", [1000, 5]],
    ["no gain and no loss", [0, 0]],
    ["a loss within the limit", [-2000, -1000]],
  ])("is not needed for %s", (_, gains) => {
    expect(sheet(gains, 50_000)).toEqual({ short: 0, long: 0, lines: skipped });
    expect(sheet(gains)).toEqual({ short: 0, long: 0, lines: skipped });
  });
  test("uses a short-term loss before a long-term one", () => {
    expect(sheet([-2000, -8000], 40_000)).toEqual({
      short: 0,
      long: 7000,
      lines: [40_000, 3000, 43_000, 3000, 2000, 0, 3000, 0, 8000, 0, 1000, 1000, 7000],
    });
  });
  test("of a short-term loss alone skips the lines of the long-term one", () => {
    expect(sheet([-10_000, 4000], 40_000)).toEqual({
      short: 3000,
      long: 0,
      lines: [
        ...[40_000, 3000, 43_000, 3000, 10_000, 4000, 7000, 3000],
        ...[undefined, undefined, undefined, undefined, undefined],
      ],
    });
  });
  test("of a long-term loss alone skips lines 6 and 7", () => {
    expect(sheet([4000, -10_000], 40_000)).toEqual({
      short: 0,
      long: 3000,
      lines: [
        ...[40_000, 3000, 43_000, 3000, 0, undefined, undefined, 0],
        ...[10_000, 4000, 3000, 7000, 3000],
      ],
    });
  });
  test("keeps what no income was there for", () => {
    expect(sheet([-5000, 0], -1000)).toMatchObject({ short: 3000, long: 0 });
    expect(sheet([-5000, 0], -3000)).toMatchObject({ short: 5000 });
    expect(sheet([-5000, 0], -9000)).toMatchObject({ short: 5000 });
    // Within the limit, yet without income to take it from.
    expect(sheet([0, -2000], -500)).toMatchObject({ long: 500 });
    expect(sheet([0, -2000], 0)).toMatchObject({ long: 0, lines: skipped });
  });
  test("is not needed for a gain, however far below zero the income is", () => {
    expect(sheet([1000, 5], -50_000)).toEqual({ short: 0, long: 0, lines: skipped });
    expect(sheet([-5, 5], -50_000)).toEqual({ short: 0, long: 0, lines: skipped });
  });
  test("skips the lines of a term without gain and loss", () => {
    const five = [undefined, undefined, undefined, undefined, undefined];
    expect(sheet([-5000, 0], 0).lines.slice(8)).toEqual(five);
    expect(sheet([0, -5000], 0).lines.slice(4, 8)).toEqual([0, undefined, undefined, 0]);
  });
  test("takes an income that nobody stated for enough", () => {
    expect(sheet([-5000, -1000])).toEqual({
      short: 2000,
      long: 1000,
      lines: [undefined, 3000, undefined, 3000, 5000, 0, 3000, 2000, 1000, 0, 0, 0, 1000],
    });
  });
});
