import { expect, test } from "vitest";
import { fatesOf } from "../../../../support/importedLedger.ts";

test("TokenTax: amounts bought and sold, by headings without spaces", () => {
  const text = `Type,BuyAmount,BuyCurrency,SellAmount,SellCurrency,FeeAmount,FeeCurrency,Exchange,Group,Comment,Date
Trade,0.02,BTC,1000,USD,5,USD,Kraken,,,2024-01-05 10:00:00
Trade,300,USD,0.005,BTC,1,USD,Kraken,,,2024-01-06 10:00:00
Gift,,,0.001,BTC,,,Kraken,,,2024-01-07 10:00:00
Deposit,0.1,BTC,,,,,Kraken,,,2024-01-08 10:00:00
Magic,0.1,BTC,,,,,Kraken,,,2024-01-09 10:00:00`;
  expect(fatesOf(text)).toMatchObject({
    lines: [
      "2: 2024-01-05 purchase 0.02 BTC for 1005 in Kraken",
      "3: 2024-01-06 Sell 0.005 BTC for 299 from Kraken",
      "4: 2024-01-07 Gift sent 0.001 BTC from Kraken",
    ],
    problems: ["5 Error transfer-nowhere", "6 Error unknown-type"],
  });
});
