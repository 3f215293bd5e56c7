import { expect, test } from "vitest";
import { fatesOf } from "../../../../support/importedLedger.ts";

test("Coinpanda: a label beats the type", () => {
  const text = `Timestamp (UTC),Type,Sent Amount,Sent Currency,Received Amount,Received Currency,Fee Amount,Fee Currency,Net Worth Amount,Net Worth Currency,Label,Description,TxHash
2024-01-05 10:00:00,Trade,1000,USD,0.02,BTC,5,USD,,,,,b1
2024-01-06 10:00:00,Receive,,,0.1,ETH,,,250,USD,Airdrop,,a1
2024-01-07 10:00:00,Send,0.1,ETH,,,,,,,,,w1`;
  expect(fatesOf(text)).toMatchObject({
    lines: [
      "2: 2024-01-05 purchase 0.02 BTC for 1005 in ",
      "3: 2024-01-06 airdrop 0.1 ETH for 250 in ",
    ],
    problems: ["4 Error transfer-nowhere"],
  });
});
