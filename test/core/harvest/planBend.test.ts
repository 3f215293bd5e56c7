import { expect, test } from "vitest";
import { noZoneOffsets } from "../../../core/calendar/timeZone.ts";
import { openBooks } from "../../../core/harvest/openBooks.ts";
import { bendsOf } from "../../../core/harvest/planBend.ts";
import { planGroups, type PlanGround } from "../../../core/harvest/planGroups.ts";
import { outcomeOf } from "../../../core/harvest/planOutcome.ts";
import type { PlanPoint } from "../../../core/harvest/planPoint.ts";
import { portfolioBy, replaysOf } from "../../../core/harvest/portfolio.ts";
import { washOutlook } from "../../../core/harvest/washExposure.ts";
import { isUnreadable } from "../../../core/ledger/unreadable.ts";

test("a lot of dear units has the bends of the rule, and none from the rounding of its units", () => {
  const opened = openBooks(
    {
      transactions: [
        ["Date", "Type", "Asset", "Quantity", "Total", "Wallet"],
        // 7,042,253 units of a hundred-millionth, each of them half a tenth of a cent.
        ["2025-01-02", "Buy", "BTC", "0.07042253", "7001.37", "U"],
        ["2026-11-10", "Buy", "BTC", "0.03000007", "1650.11", "V"],
      ],
      prices: [
        ["Asset", "Price", "As of"],
        ["BTC", "55123.45", "2026-11-20"],
      ],
      options: "wash=conservative",
      asOf: undefined,
    },
    { offsets: noZoneOffsets, workbookZone: undefined },
  );
  if (isUnreadable(opened)) throw new Error(opened.unreadable);
  const { books } = opened;
  const { harvests, replay } = portfolioBy("FIFO", books, replaysOf(books)("FIFO"));
  const outlook = washOutlook(books, replay);
  let asked = 0;
  const ground: PlanGround = {
    positions: harvests.map(({ position }) => position),
    method: "FIFO",
    settings: books.settings,
    asOf: books.asOf,
    outlook: {
      ...outlook,
      now: (sold) => {
        asked += 1;
        return outlook.now(sold);
      },
    },
  };
  const [group] = planGroups(ground);
  if (group === undefined) throw new Error("There is nothing to sell.");
  const chain = group.chains.findIndex(({ lots }) => lots[0]!.lot.wallet.name === "U");
  const point = (count: number): PlanPoint => {
    const stops = group.chains.map((_, place) => (place === chain ? count : 0));
    return { outcome: outcomeOf(group, stops, { part: undefined, ground }), stops: () => stops };
  };
  const [from, to] = [point(0), point(1)];
  asked = 0;
  const rules = {
    ...{ ground, minLoss: 0, termMatters: true, costs: [] },
    ...{ mostTried: 100, lotsLookedAt: 100 },
  };
  const marks = bendsOf(group, { from, to, chain, rules });
  // The first 0.03000007 units sold are replaced by the purchase, the others keep their loss.
  const bend = 3_000_007 / 7_042_253;
  expect(marks.map(({ way }) => way)).toEqual([0, expect.closeTo(bend, 5), 1]);
  expect(marks[1]!.outcome.kept).toBeCloseTo(0, 2);
  expect(asked).toBeLessThan(20);
});
