import { expect, test } from "vitest";
import { expectNoRowLost, fatesOf, formatOf } from "../../../../support/importedLedger.ts";

test("the table for import: bought and sold for its currency, a fee beside it", () => {
  const text = `Date,Action,Symbol,Volume,Currency,Total,Fee,FeeCurrency,Memo
2024-01-05 10:00:00 -0500,BUY,BTC,0.02,USD,1000,5,USD,
2024-01-06 10:00:00 -0500,SELL,BTC,0.005,USD,300,1,USD,
2024-01-07 10:00:00 -0500,MINING,BTC,0.001,USD,60,,,
2024-01-08 10:00:00 -0500,SPEND,BTC,0.001,USD,70,,,
2024-01-09 10:00:00 -0500,BUY,ETH,1,BTC,0.05,,,
2024-01-10 10:00:00 -0500,BORROW,ETH,1,USD,2500,,,
2024-01-11 10:00:00 -0500,DANCE,ETH,1,USD,2500,,,`;
  expect(formatOf(text)).toBe("Bitcoin.tax");
  expect(fatesOf(text)).toMatchObject({
    lines: [
      "2: 2024-01-05 purchase 0.02 BTC for 1005 in ",
      "3: 2024-01-06 Sell 0.005 BTC for 299 from ",
      "4: 2024-01-07 income 0.001 BTC for 60 in ",
      "5: 2024-01-08 Spend 0.001 BTC for 70 from ",
    ],
    problems: ["6 Error no-amount", "7 Error refused-type", "8 Error unknown-type"],
  });
  expectNoRowLost(text);
});

test("the export: its Account is the exchange, its Cost/Proceeds already has the fee", () => {
  const text = `Date,Action,Symbol,Account,Volume,Price,Currency,Fee,FeeCurrency,Total,Cost/Proceeds,ExchangeId,Category,Subaccount,Memo,SymbolBalance,CurrencyBalance,FeeBalance
2024-01-05 10:00:00 +0000,BUY,BTC,Coinbase,0.02,50000,USD,5,USD,1000,1005,x1,,,,0.02,-1005,
2024-01-06 10:00:00 +0000,SELL,BTC,Coinbase,0.01,60000,USD,5,USD,600,595,x2,,,,0.01,-410,`;
  expect(fatesOf(text)).toMatchObject({
    lines: [
      "2: 2024-01-05 purchase 0.02 BTC for 1005 in Coinbase",
      "3: 2024-01-06 Sell 0.01 BTC for 595 from Coinbase",
    ],
    problems: [],
  });
  expectNoRowLost(text);
});
