import { expect, test } from "vitest";
import type { ProblemFacts } from "../../../core/ledger/problem.ts";
import { problemText } from "../../../core/ledger/problemText.ts";

const textOf = (facts: ProblemFacts) =>
  problemText({ source: "transactions", row: 2, severity: "Error", facts });

test("what was found is quoted on one line and cut to 60 characters", () => {
  const found = `=HYPERLINK("x")\n<b>\u0007${"y".repeat(100)}`;
  expect(textOf({ code: "unknown-type", column: "Type", found })).toEqual({
    problem: `The Type cell holds "=HYPERLINK("x") <b> ${"y".repeat(40)}…", which is no known type of transaction.`,
    whatToDo:
      "Write Buy, Sell, Trade, Spend, Income, Transfer, Fee, Gift received, Gift sent, Donation, Inherited, Lost or Opening lot.",
  });
});

test("60 characters are not cut, nor is a character of two halves", () => {
  const found = "😀".repeat(60);
  expect(textOf({ code: "unknown-account", found }).problem).toContain(`"${found}"`);
  expect(textOf({ code: "unknown-account", found: found + "!" }).problem).toContain(`"${found}…"`);
});

test("a wallet without a name is called so", () => {
  const facts = {
    code: "oversold",
    asset: "BTC",
    wallet: "",
    leaving: "sold",
    requested: "2",
    held: "1",
  } as const;
  expect(textOf(facts).problem).toBe("2 BTC are sold, but the wallet without a name holds only 1.");
});
