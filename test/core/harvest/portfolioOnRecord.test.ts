import { expect, test } from "vitest";
import { portfolioBy, replaysOf } from "../../../core/harvest/portfolio.ts";
import { portfolioOnRecord } from "../../../core/harvest/portfolioOnRecord.ts";
import type { LotMethod } from "../../../core/ledger/settings.ts";
import { moneyText } from "../../../core/money/amounts.ts";
import { booksOf } from "../../support/tabOf.ts";

const lots = (wallet: string) => [
  ["2025-01-05", "Buy", "BTC", 1, 500, wallet, ""],
  ["2025-02-05", "Buy", "BTC", 1, 900, wallet, ""],
];

/** Harvestable loss by wallet, and what is at risk of all together. */
function onRecord(methods: string): readonly string[] {
  const books = booksOf({
    rows: [...lots("A"), ...lots("B"), ["2026-11-10", "Buy", "BTC", 1, 600, "IRA", "IRA"]],
    prices: { BTC: 600 },
    options: `as_of=2026-11-20; method_since=${methods}`,
  });
  const replayFor = replaysOf(books);
  const portfolio = portfolioOnRecord(books, (method: LotMethod) =>
    portfolioBy(method, books, replayFor(method)),
  );
  return [
    ...portfolio.harvests.map(
      ({ position, stop }) => `${position.wallet} ${moneyText(stop!.loss)}`,
    ),
    `together ${moneyText(portfolio.together.atRisk.disallowed)}`,
  ];
}

test("each position is in the order of the method on record for its wallet", () => {
  // FIFO must sell through a gain of 100; LIFO sells the loss of 300 alone.
  expect(onRecord("")).toEqual(["A 200", "B 200", "together 300"]);
  expect(onRecord("LIFO 2025-01-01")).toEqual(["A 300", "B 300", "together 300"]);
  expect(onRecord("LIFO 2025-01-01 @B")).toEqual(["A 200", "B 300", "together 300"]);
  expect(onRecord("LIFO 2026-12-01")).toEqual(["A 200", "B 200", "together 300"]);
});
