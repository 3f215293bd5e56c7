import { expect, test } from "vitest";
import { fatesOf } from "../../../../support/importedLedger.ts";

test("Cointelli: currencies and quantities out and in", () => {
  const text = `Timestamp,Type,Out Currency,Out Quantity,In Currency,In Quantity,Fee Currency,Fee Quantity,Comments
2024-01-05 10:00:00,Trade,USD,1000,BTC,0.02,USD,5,
2024-01-06 10:00:00,Withdrawal,BTC,0.01,,,,,
2024-01-07 10:00:00,Donation,BTC,0.001,,,,,`;
  expect(fatesOf(text)).toMatchObject({
    lines: [
      "2: 2024-01-05 purchase 0.02 BTC for 1005 in ",
      "4: 2024-01-07 Donation 0.001 BTC from ",
    ],
    problems: ["3 Error transfer-nowhere"],
  });
});
