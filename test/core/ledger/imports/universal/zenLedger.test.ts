import { expect, test } from "vitest";
import { fatesOf } from "../../../../support/importedLedger.ts";

test("ZenLedger: headings with and without (optional), its own types", () => {
  const text = `Timestamp,Type,IN Amount,IN Currency,Out Amount,Out Currency,Fee Amount,Fee Currency,Exchange(optional),US Based,Txid
2024-01-05T10:00:00Z,buy,0.02,BTC,1000,USD,5,USD,Kraken,yes,b1
2024-01-06T10:00:00Z,Purchase,0.02,BTC,1000,USD,,,Kraken,yes,b2
2024-01-07T10:00:00Z,gift sent,,,0.001,BTC,,,Kraken,yes,g1
2024-01-08T10:00:00Z,misc_reward,0.1,ETH,,,,,Kraken,yes,r1
2024-01-09T10:00:00Z,send,,,0.01,BTC,,,Kraken,yes,w1
2024-01-10T10:00:00Z,stolen,,,0.01,BTC,,,Kraken,yes,l1
2024-01-11T10:00:00Z,payment,,,0.01,BTC,,,Kraken,yes,p1
2024-01-12T10:00:00Z,nft_mint,1,APE#1,100,USD,,,Kraken,yes,n1`;
  expect(fatesOf(text)).toMatchObject({
    lines: [
      "2: 2024-01-05 purchase 0.02 BTC for 1005 in Kraken",
      "3: 2024-01-06 purchase 0.02 BTC for 1000 in Kraken",
      "4: 2024-01-07 Gift sent 0.001 BTC from Kraken",
      "7: 2024-01-10 Lost 0.01 BTC from Kraken",
      "9: 2024-01-12 purchase 1 APE#1 for 100 in Kraken",
    ],
    problems: ["5 Error no-amount", "6 Error transfer-nowhere", "8 Error no-amount"],
  });
});

test("a payment received is income at its value, one made is spent", () => {
  const text = `Timestamp,Type,In Amount,In Currency,Out Amount,Out Currency,Fee Amount,Fee Currency,Exchange,US Based,Net Worth Amount
2024-01-05T10:00:00Z,payment,0.1,ETH,,,,,Kraken,yes,250
2024-01-06T10:00:00Z,payment,,,0.05,ETH,,,Kraken,yes,130`;
  expect(fatesOf(text).lines).toEqual([
    "2: 2024-01-05 income 0.1 ETH for 250 in Kraken",
    "3: 2024-01-06 Spend 0.05 ETH for 130 from Kraken",
  ]);
});
