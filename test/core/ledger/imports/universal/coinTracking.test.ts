import { expect, test } from "vitest";
import { expectNoRowLost, fatesOf, formatOf } from "../../../../support/importedLedger.ts";

const EXPORT = `"Type","Buy","Cur.","Sell","Cur.","Fee","Cur.","Exchange","Group","Comment","Date"
"Trade","1","BTC","505","USD","5","USD","Kraken","","","05.01.2024 10:00:00"
"Spend","","","0.201","BTC","0.001","BTC","Kraken","","","06.01.2024 10:00:00"
"Withdrawal","","","0.101","BTC","0.001","BTC","Kraken","","","07.01.2024 10:00:00"
"Deposit","0.1","BTC","","","","","Ledger","","","07.01.2024 11:00:00"
"Gift","","","0.01","BTC","","","Ledger","","","08.01.2024 10:00:00"
"Reward / Bonus","0.2","ETH","","","","","Kraken","","","09.01.2024 10:00:00"
"Swap (non taxable)","1","ETH","1","ETH2","","","Kraken","","","09.01.2024 10:00:00"`;

test("the export: three columns named Cur., and a fee that the amounts include (D-54)", () => {
  expect(formatOf(EXPORT)).toBe("CoinTracking export");
  expect(fatesOf(EXPORT)).toEqual({
    lines: [
      "2: 2024-01-05 purchase 1 BTC for 505 in Kraken",
      "6: 2024-01-08 Gift sent 0.01 BTC from Ledger",
    ],
    problems: [
      "3 Error no-amount",
      "4 Error transfer-nowhere",
      "5 Error transfer-nowhere",
      "7 Error no-amount",
      "8 Error unknown-type",
    ],
    joined: [],
    withoutEffect: [],
  });
  expectNoRowLost(EXPORT);
});

test("a column Net Worth Amount of the user's says what a payment and a reward were worth", () => {
  const worth = ["Net Worth Amount", "", "9000", "", "", "", "500", ""];
  const text = EXPORT.split("\n")
    .map((line, index) => `${line},${worth[index] ?? ""}`)
    .join("\n");
  expect(fatesOf(text).lines).toEqual([
    "2: 2024-01-05 purchase 1 BTC for 505 in Kraken",
    "3: 2024-01-06 Spend 0.201 BTC for 9000 from Kraken",
    "6: 2024-01-08 Gift sent 0.01 BTC from Ledger",
    "7: 2024-01-09 income 0.2 ETH for 500 in Kraken",
  ]);
});

test("the table for import: the same of named columns; values without a currency are not read", () => {
  const text = `Type,Buy Amount,Buy Currency,Sell Amount,Sell Currency,Fee,Fee Currency,Exchange,Trade-Group,Comment,Date,Tx-ID,Buy Value in Account Currency,Sell Value in Account Currency,Liquidity pool
Trade,0.99,BTC,500,USD,0.01,BTC,Kraken,,,2024-01-05 10:00:00,t1,,,
Trade,2,ETH,0.1,BTC,,,Kraken,,,2024-01-06 10:00:00,t2,5000,5000,`;
  expect(fatesOf(text)).toMatchObject({
    lines: ["2: 2024-01-05 purchase 0.99 BTC for 500 in Kraken"],
    problems: ["3 Error no-amount"],
  });
  expectNoRowLost(text);
});
