import { describe, expect, test } from "vitest";
import type { FilingStatus } from "../../../core/ledger/settings.ts";
import { moneyNumber, ZERO_MONEY } from "../../../core/money/amounts.ts";
import { federalTax } from "../../../core/netting/federalTax.ts";
import { netGains } from "../../../core/netting/netGains.ts";
import { TAX_YEARS } from "../../../core/netting/taxParameters.ts";
import { dollars } from "./dollars.ts";

type Case = {
  readonly year?: number;
  readonly status?: FilingStatus;
  readonly ordinary?: number;
  /** Far below every threshold when absent. */
  readonly magi?: number;
  readonly short?: number;
  readonly long?: number;
};

function taxOf(of: Case): number {
  const { year = 2026, status = "single", ordinary = 0, magi = -1e9, short = 0, long = 0 } = of;
  const none = { short: ZERO_MONEY, long: ZERO_MONEY };
  const gains = netGains({ shortGain: dollars(short), longGain: dollars(long) }, none, status);
  const income = { filingStatus: status, ordinary: dollars(ordinary), magi: dollars(magi) };
  return moneyNumber(federalTax(income, gains, TAX_YEARS.get(year)!).tax);
}

/** Income at which each rate ends, and the tax on it, as the tables of the Rev. Proc. print them. */
const TABLES: readonly [number, FilingStatus, readonly (readonly [number, number])[]][] = [
  // Rev. Proc. 2023-34 § 3.01.
  [
    2024,
    "single",
    [
      ...([
        [11600, 1160],
        [47150, 5426],
        [100525, 17168.5],
      ] as const),
      ...([
        [191950, 39110.5],
        [243725, 55678.5],
        [609350, 183647.25],
      ] as const),
    ],
  ],
  [
    2024,
    "mfj",
    [
      ...([
        [23200, 2320],
        [94300, 10852],
        [201050, 34337],
      ] as const),
      ...([
        [383900, 78221],
        [487450, 111357],
        [731200, 196669.5],
      ] as const),
    ],
  ],
  [
    2024,
    "hoh",
    [
      ...([
        [16550, 1655],
        [63100, 7241],
        [100500, 15469],
      ] as const),
      ...([
        [191950, 37417],
        [243700, 53977],
        [609350, 181954.5],
      ] as const),
    ],
  ],
  [
    2024,
    "mfs",
    [
      ...([
        [11600, 1160],
        [47150, 5426],
        [100525, 17168.5],
      ] as const),
      ...([
        [191950, 39110.5],
        [243725, 55678.5],
        [365600, 98334.75],
      ] as const),
    ],
  ],
  // Rev. Proc. 2024-40 § 2.01.
  [
    2025,
    "single",
    [
      ...([
        [11925, 1192.5],
        [48475, 5578.5],
        [103350, 17651],
      ] as const),
      ...([
        [197300, 40199],
        [250525, 57231],
        [626350, 188769.75],
      ] as const),
    ],
  ],
  [
    2025,
    "mfj",
    [
      ...([
        [23850, 2385],
        [96950, 11157],
        [206700, 35302],
      ] as const),
      ...([
        [394600, 80398],
        [501050, 114462],
        [751600, 202154.5],
      ] as const),
    ],
  ],
  [
    2025,
    "hoh",
    [
      ...([
        [17000, 1700],
        [64850, 7442],
        [103350, 15912],
      ] as const),
      ...([
        [197300, 38460],
        [250500, 55484],
        [626350, 187031.5],
      ] as const),
    ],
  ],
  [
    2025,
    "mfs",
    [
      ...([
        [11925, 1192.5],
        [48475, 5578.5],
        [103350, 17651],
      ] as const),
      ...([
        [197300, 40199],
        [250525, 57231],
        [375800, 101077.25],
      ] as const),
    ],
  ],
  // Rev. Proc. 2025-32 § 4.01.
  [
    2026,
    "single",
    [
      ...([
        [12400, 1240],
        [50400, 5800],
        [105700, 17966],
      ] as const),
      ...([
        [201775, 41024],
        [256225, 58448],
        [640600, 192979.25],
      ] as const),
    ],
  ],
  [
    2026,
    "mfj",
    [
      ...([
        [24800, 2480],
        [100800, 11600],
        [211400, 35932],
      ] as const),
      ...([
        [403550, 82048],
        [512450, 116896],
        [768700, 206583.5],
      ] as const),
    ],
  ],
  [
    2026,
    "hoh",
    [
      ...([
        [17700, 1770],
        [67450, 7740],
        [105700, 16155],
      ] as const),
      ...([
        [201750, 39207],
        [256200, 56631],
        [640600, 191171],
      ] as const),
    ],
  ],
  [
    2026,
    "mfs",
    [
      ...([
        [12400, 1240],
        [50400, 5800],
        [105700, 17966],
      ] as const),
      ...([
        [201775, 41024],
        [256225, 58448],
        [384350, 103291.75],
      ] as const),
    ],
  ],
];

/** What one more thousand dollars above each of those incomes is taxed. */
const NEXT_THOUSAND = [120, 220, 240, 320, 350, 370];

describe("ordinary income", () => {
  test.each(TABLES)("of %i, %s, is taxed as the published table says", (year, status, rows) => {
    rows.forEach(([ordinary, tax], place) => {
      expect(taxOf({ year, status, ordinary })).toBe(tax);
      expect(taxOf({ year, status, ordinary: ordinary + 1000 })).toBe(tax + NEXT_THOUSAND[place]!);
    });
  });
  test("below zero is taxed nothing", () => {
    expect(taxOf({ ordinary: -5000 })).toBe(0);
  });
  test("has short-term gains on top, at the same rates", () => {
    expect(taxOf({ ordinary: 50_000, short: 1400 })).toBe(5800 + 220);
  });
  test("is lower by a net loss, up to 3,000 dollars", () => {
    expect(taxOf({ ordinary: 53_400, short: -2000, long: -8000 })).toBe(5800);
  });
});

describe("net long-term gain", () => {
  test.each<[number, FilingStatus, number, number]>([
    [2024, "single", 47025, 518900],
    [2024, "mfj", 94050, 583750],
    [2024, "hoh", 63000, 551350],
    [2024, "mfs", 47025, 291850],
    [2025, "single", 48350, 533400],
    [2025, "mfj", 96700, 600050],
    [2025, "hoh", 64750, 566700],
    [2025, "mfs", 48350, 300000],
    [2026, "single", 49450, 545500],
    [2026, "mfj", 98900, 613700],
    [2026, "hoh", 66200, 579600],
    [2026, "mfs", 49450, 306850],
  ])("of %i, %s, is taxed nothing up to %i, 15% up to %i, then 20%", (year, status, none, most) => {
    expect(taxOf({ year, status, long: none })).toBe(0);
    expect(taxOf({ year, status, long: none + 1000 })).toBe(150);
    expect(taxOf({ year, status, long: most })).toBe((most - none) * 0.15);
    expect(taxOf({ year, status, long: most + 1000 })).toBe((most - none) * 0.15 + 200);
  });
  test("stands on top of ordinary income", () => {
    expect(taxOf({ ordinary: 48_450, long: 2000 })).toBe(1240 + 0.12 * 36_050 + 150);
  });
  test("is first used up by a net short-term loss", () => {
    expect(taxOf({ ordinary: 50_400, short: -4000, long: 5000 })).toBe(5800 + 150);
  });
  test("fills the room that negative ordinary income leaves", () => {
    expect(taxOf({ ordinary: -10_000, long: 59_450 })).toBe(0);
    expect(taxOf({ ordinary: -10_000, long: 60_450 })).toBe(150);
  });
  test("does not make short-term gain any cheaper", () => {
    expect(taxOf({ ordinary: 50_400, short: 1000, long: 1000 })).toBe(5800 + 220 + 150);
  });
});

describe("the tax on net investment income", () => {
  test.each<[FilingStatus, number]>([
    ["single", 200_000],
    ["mfj", 250_000],
    ["mfs", 125_000],
    ["hoh", 200_000],
  ])("of %s is 3.8%% of gain above an income of %i", (status, threshold) => {
    const plain = taxOf({ status, ordinary: 50_000, short: 2000 });
    const with_ = (magi: number): number =>
      Math.round(100 * (taxOf({ status, ordinary: 50_000, short: 2000, magi }) - plain)) / 100;
    expect(with_(threshold - 2000)).toBe(0);
    expect(with_(threshold - 1000)).toBe(38);
    expect(with_(threshold)).toBe(76);
    expect(with_(threshold + 50_000)).toBe(76);
  });
  test("does not fall on income without gain, nor on a net loss", () => {
    expect(taxOf({ ordinary: 50_400, magi: 1e6 })).toBe(5800);
    expect(taxOf({ ordinary: 53_400, magi: 1e6, short: -3000 })).toBe(5800);
  });
});
