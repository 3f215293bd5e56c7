import { expect, test } from "vitest";
import { fatesOf } from "../../../../support/importedLedger.ts";

test("Accointing: in and out, an order, a classification that beats the type", () => {
  const text = `transactionType,date,inBuyAmount,inBuyAsset,outSellAmount,outSellAsset,feeAmount (optional),feeAsset (optional),classification (optional),operationId (optional),comments (optional)
order,01/05/2024 10:00:00,0.02,BTC,1000,USD,5,USD,,b1,
withdraw,01/06/2024 10:00:00,,,0.001,BTC,,,gift_sent,g1,
deposit,01/07/2024 10:00:00,0.5,BTC,,,,,add_funds,d1,
deposit,01/08/2024 10:00:00,0.5,BTC,,,,,ignored,i1,
deposit,01/09/2024 10:00:00,0.5,BTC,,,,,wizardry,u1`;
  expect(fatesOf(text)).toMatchObject({
    lines: [
      "2: 2024-01-05 purchase 0.02 BTC for 1005 in ",
      "3: 2024-01-06 Gift sent 0.001 BTC from ",
    ],
    problems: ["4 Error transfer-nowhere", "5 Warning marked-ignored", "6 Error unknown-type"],
    withoutEffect: [5],
  });
});
