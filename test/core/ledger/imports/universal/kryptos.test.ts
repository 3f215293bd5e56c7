import { expect, test } from "vitest";
import { fatesOf } from "../../../../support/importedLedger.ts";

test("Kryptos: a net worth whose currency is the base currency", () => {
  const text = `Date-Time,Type,Received Asset,Received Amount,Sent Asset,Sent Amount,Net Worth,Base Currency,Fee Asset,Fee Amount,Fee Net Worth,Description,Tx Hash,Sent Asset Contract Address,Received Asset Contract Address,From Address,To Address,Comment
2024-01-05 10:00:00,trade,ETH,0.2,BTC,0.01,600,USD,,,,,t1,,,,,
2024-01-06 10:00:00,staking,ETH,0.01,,,30,USD,,,,,r1,,,,,
2024-01-07 10:00:00,trade,ETH,0.2,BTC,0.01,600,EUR,,,,,t2,,,,,`;
  expect(fatesOf(text)).toMatchObject({
    lines: [
      "2: 2024-01-05 exchange 0.2 ETH for 600 in ",
      "2: 2024-01-05 Sell 0.01 BTC for 600 from ",
      "3: 2024-01-06 income 0.01 ETH for 30 in ",
    ],
    problems: ["4 Error amount-not-dollars"],
  });
});
