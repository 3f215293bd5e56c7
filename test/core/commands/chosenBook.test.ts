import { expect, test } from "vitest";
import { answerOf, chosenBook, generateTabs, isUnreadable } from "../../../core/index.ts";

test("headings are applied, and settings of the pane beat those of the range", () => {
  const cells = chosenBook(
    {
      transactions: [
        ["When", "Type", "Asset", "Quantity", "Total"],
        ["2026-01-05", "Buy", "BTC", 1, 300],
      ],
      prices: [
        ["Asset", "Price"],
        ["BTC", 100],
      ],
      settings: [
        ["wash", "off"],
        ["filing_status", "mfj"],
      ],
    },
    { headings: { Date: "When" }, set: { wash: "conservative", as_of: "2026-11-20", magi: "" } },
  );
  const result = generateTabs(cells, [], {
    zones: { offsets: () => undefined, workbookZone: undefined },
    progress: () => undefined,
  });
  if (isUnreadable(result)) throw new Error(result.unreadable);
  expect(answerOf(result)).toMatchObject({
    asOf: "2026-11-20",
    policy: { wash: "conservative", filingStatus: "mfj" },
    lead: { harvestableLoss: 200 },
    problems: [],
  });
});
