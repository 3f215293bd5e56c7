import { describe, expect, test } from "vitest";
import { moneyNumber, ZERO_MONEY } from "../../../core/money/amounts.ts";
import { flatTax } from "../../../core/netting/flatTax.ts";
import { netGains } from "../../../core/netting/netGains.ts";
import { taxSaved, type TaxSituation } from "../../../core/netting/taxSaved.ts";
import { dollars } from "./dollars.ts";

const gains = (short: number, long: number) => ({
  shortGain: dollars(short),
  longGain: dollars(long),
});

const situation: TaxSituation = {
  taxYear: 2026,
  filingStatus: "single",
  ordinaryIncome: dollars(150_000),
  magi: undefined,
  stateRate: undefined,
  gains: gains(10_000, 0),
};

function saved(harvested: readonly [number, number], changes: Partial<TaxSituation> = {}) {
  const result = taxSaved({ ...situation, ...changes }, gains(...harvested))!;
  const { federal, state, carriedShort, carriedLong } = result;
  return [federal, state, carriedShort, carriedLong].map(moneyNumber);
}

describe("tax saved", () => {
  // Worked example 3 of the contract: 24% of 12,000, of 6,000, and of 13,000 with 5,000 left.
  test("is the tax without the harvest less the tax with it", () => {
    expect(saved([-12_000, 0])).toEqual([2880, 0, 0, 0]);
    expect(saved([-6000, 0])).toEqual([1440, 0, 0, 0]);
    expect(saved([-18_000, 0])).toEqual([3120, 0, 5000, 0]);
  });
  test("leaves a long-term loss long-term", () => {
    expect(saved([0, -18_000])).toEqual([3120, 0, 0, 5000]);
  });
  test("counts the state's rate on the change of taxable income", () => {
    const stateRate = { coefficient: 5, decimals: 2 };
    expect(saved([-18_000, 0], { stateRate })).toEqual([3120, 650, 5000, 0]);
  });
  test("takes the standard deduction onto the income where no other is stated", () => {
    // 183,900 + 16,100 = 200,000: the gain of 10,000 is all above the threshold.
    const ordinaryIncome = dollars(183_900);
    expect(saved([-10_000, 0], { ordinaryIncome })).toEqual([2400 + 380, 0, 0, 0]);
    expect(saved([-10_000, 0], { ordinaryIncome, magi: ZERO_MONEY })).toEqual([2400, 0, 0, 0]);
  });
  test("of another year than those known is not known", () => {
    expect(taxSaved({ ...situation, taxYear: 2023 }, gains(-1, 0))).toBeUndefined();
  });
});

describe("flat rates", () => {
  const rates = { short: { coefficient: 3, decimals: 1 }, long: { coefficient: 2, decimals: 1 } };
  const tax = (short: number, long: number): number => {
    const none = { short: ZERO_MONEY, long: ZERO_MONEY };
    return moneyNumber(flatTax(netGains(gains(short, long), none, "single"), rates));
  };
  test.each<[string, number, number, number]>([
    ["both gains, each at its own", 1000, 2000, 300 + 400],
    ["a short-term gain less a long-term loss", 1000, -400, 180],
    ["a long-term gain less a short-term loss", -400, 1000, 120],
    ["a long-term gain alone", 0, 1000, 200],
    ["a loss, which lowers other income", -500, -500, -300],
    ["a loss beyond the limit", -9000, 0, -900],
    ["nothing", 0, 0, 0],
  ])("tax %s", (_, short, long, expected) => {
    expect(tax(short, long)).toBe(expected);
  });
});
