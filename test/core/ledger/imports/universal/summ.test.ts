import { expect, test } from "vitest";
import { fatesOf } from "../../../../support/importedLedger.ts";

const HEADINGS =
  "Timestamp (UTC),Type,Base Currency,Base Amount,Quote Currency (Optional),Quote Amount (Optional),Fee Currency (Optional),Fee Amount (Optional),From (Optional),To (Optional),Blockchain (Optional),ID (Optional),Description (Optional),Reference Price Per Unit (Optional),Reference Price Currency (Optional)";

test("base and quote: the type says on which side the base stands", () => {
  const text = `${HEADINGS}
2024-01-05 10:00:00,buy,BTC,0.02,USD,1000,USD,5,Kraken,Kraken,,b1,,,
2024-01-06 10:00:00,sell,BTC,0.005,USD,300,USD,1,Kraken,Kraken,,s1,,,
2024-01-07 10:00:00,staking,ETH,0.1,,,,,,Kraken,,r1,,2500,USD
2024-01-08 10:00:00,send,BTC,0.01,,,,,Kraken,Ledger,,w1,,,
2024-01-09 10:00:00,personal-use,ETH,0.01,,,,,Kraken,,,p1,,2600,USD
2024-01-10 10:00:00,bridge-out,ETH,0.01,,,,,Kraken,,,x1,,,
2024-01-11 10:00:00,outgoing-gift,ETH,0.01,,,,,Kraken,,,x2,,,`;
  expect(fatesOf(text)).toMatchObject({
    lines: [
      "2: 2024-01-05 purchase 0.02 BTC for 1005 in Kraken",
      "3: 2024-01-06 Sell 0.005 BTC for 299 from Kraken",
      "4: 2024-01-07 income 0.1 ETH for 250 in Kraken",
      "5: 2024-01-08 transfer 0.01 BTC from Kraken to Ledger",
      "6: 2024-01-09 Spend 0.01 ETH for 26 from Kraken",
      "8: 2024-01-11 Gift sent 0.01 ETH from Kraken",
    ],
    problems: ["7 Error refused-type"],
  });
});
