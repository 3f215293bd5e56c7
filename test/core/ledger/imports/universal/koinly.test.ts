import { expect, test } from "vitest";
import { expectNoRowLost, fatesOf } from "../../../../support/importedLedger.ts";

test("the universal table: trades at their net worth, tags for one side, UTC", () => {
  const text = `Date,Sent Amount,Sent Currency,Received Amount,Received Currency,Fee Amount,Fee Currency,Net Worth Amount,Net Worth Currency,Label,Description,TxHash
2024-01-05 10:00:00 UTC,1000,USD,0.02,BTC,5,USD,,,,,b1
2024-02-05 10:00:00 UTC,0.01,BTC,0.2,ETH,,,600,USD,,,t1
2024-03-05 10:00:00 UTC,,,0.1,ETH,,,250,USD,reward,,r1
2024-04-05 10:00:00 UTC,,,0.1,ETH,,,,,,,d1
2024-05-05 10:00:00 UTC,0.05,ETH,,,,,150,USD,cost,,c1
2024-06-05 10:00:00 UTC,0.05,ETH,,,,,150,USD,parlour game,,u1`;
  expect(fatesOf(text)).toEqual({
    lines: [
      "2: 2024-01-05 purchase 0.02 BTC for 1005 in ",
      "3: 2024-02-05 exchange 0.2 ETH for 600 in ",
      "3: 2024-02-05 Sell 0.01 BTC for 600 from ",
      "4: 2024-03-05 income 0.1 ETH for 250 in ",
      "6: 2024-05-05 Spend 0.05 ETH for 150 from ",
    ],
    problems: ["5 Error transfer-nowhere", "7 Error unknown-type"],
    joined: [],
    withoutEffect: [],
  });
});

test("the simple template: a minus is sent, a label is what it says", () => {
  const text = `Koinly Date,Amount,Currency,Label,TxHash,Net Worth Amount,Net Worth Currency
2024-01-05 10:00 UTC,20,BTC,mining,m1,800000,USD
2024-02-05 10:00 UTC,-2,BTC,gift,g1,,
2024-03-05 10:00 UTC,-3,BTC,,w1,,
2024-04-05 10:00 UTC,3,BTC,,d1,,`;
  expect(fatesOf(text)).toEqual({
    lines: ["2: 2024-01-05 income 20 BTC for 800000 in ", "3: 2024-02-05 Gift sent 2 BTC from "],
    problems: ["4 Error transfer-nowhere", "5 Error transfer-nowhere"],
    joined: [],
    withoutEffect: [],
  });
  expectNoRowLost(text);
});

test("the trades template: the base is bought or sold for the quote", () => {
  const text = `Koinly Date,Pair,Side,Amount,Total,Fee Amount,Fee Currency,Order ID,Trade ID
2018-01-01 14:25 UTC,BTC-USD,Buy,1,1000,5,USD,,
2018-01-01 14:45 UTC,BTC/USD,Sell,0.5,900,3,USD,o1,t1
2018-01-01 15:45 UTC,BTC-USD,Borrow,0.5,900,3,USD,,`;
  expect(fatesOf(text)).toMatchObject({
    lines: [
      "2: 2018-01-01 purchase 1 BTC for 1005 in ",
      "3: 2018-01-01 Sell 0.5 BTC for 897 from ",
    ],
    problems: ["4 Error refused-type"],
  });
  expectNoRowLost(text);
});

test("the export for tax reports: both wallets make a transfer", () => {
  const text = `Transaction report

Date,Type,Tag,Sending Wallet,Sent Amount,Sent Currency,Sent Cost Basis,Receiving Wallet,Received Amount,Received Currency,Received Cost Basis,Fee Amount,Fee Currency,Gain (USD),Net Value (USD),Fee Value (USD),TxSrc,TxDest,TxHash,Description
2024-01-05 10:00:00,buy,,Kraken,1000,USD,,Kraken,0.02,BTC,1000,,,,1000,0,,,b1,
2024-01-06 10:00:00,transfer,,Kraken,0.0101,BTC,,Ledger,0.01,BTC,,0.0001,BTC,,505,5,,,t1,
2024-01-07 10:00:00,crypto_withdrawal,,Ledger,0.005,BTC,,,,,,,,,260,0,,,w1,`;
  expect(fatesOf(text)).toMatchObject({
    lines: [
      "4: 2024-01-05 purchase 0.02 BTC for 1000 in Kraken",
      "5: 2024-01-06 transfer 0.01 BTC from Kraken to Ledger, fee 0.0001 BTC worth 5 from Kraken",
    ],
    problems: ["6 Error transfer-nowhere"],
  });
});

test("the export for bulk edits: numbers behind names, rows marked deleted", () => {
  const text = `ID (read-only),Parent ID (read-only),Date (UTC),Type,Tag,From Wallet (read-only),From Wallet ID,From Amount,From Currency,To Wallet (read-only),To Wallet ID,To Amount,To Currency,Fee Amount,Fee Currency,Net Worth Amount,Net Worth Currency,Fee Worth Amount,Fee Worth Currency,Net Value (read-only),Fee Value (read-only),Value Currency (read-only),Deleted,TxHash
K1,,2024-01-05 10:00:00,buy,,Kraken,77,1000,USD;2,Kraken,77,0.02,BTC;1,,,,,,,1000,0,USD;2,,b1
K2,,2024-01-06 10:00:00,crypto_deposit,airdrop,,,,,Kraken,77,5,UNI;9,,,,,,,30,0,USD;2,,a1
K3,,2024-01-06 10:00:00,crypto_deposit,airdrop,,,,,Kraken,77,5,UNI;9,,,,,,,30,0,USD;2,true,a2`;
  expect(fatesOf(text)).toEqual({
    lines: [
      "2: 2024-01-05 purchase 0.02 BTC for 1000 in Kraken",
      "3: 2024-01-06 airdrop 5 UNI for 30 in Kraken",
    ],
    problems: ["4 Warning marked-ignored"],
    joined: [],
    withoutEffect: [4],
  });
});
