import { expect, test } from "vitest";
import { fatesOf } from "../../../../support/importedLedger.ts";

test("the table for import: US dates with seconds, tags for one side", () => {
  const text = `Date,Received Quantity,Received Currency,Sent Quantity,Sent Currency,Fee Amount,Fee Currency,Tag
06/14/2024 20:57:35,0.5,ETH,1500,USD,2,USD,
06/15/2024 20:57:35,,,0.1,ETH,,,gift
06/16/2024 20:57:35,,,0.1,ETH,,,lost
06/17/2024 20:57:35,0.01,ETH,,,,,staked
06/18/2024 20:57:35,,,0.1,ETH,,,`;
  expect(fatesOf(text)).toMatchObject({
    lines: [
      "2: 2024-06-14 purchase 0.5 ETH for 1502 in ",
      "3: 2024-06-15 Gift sent 0.1 ETH from ",
      "4: 2024-06-16 Lost 0.1 ETH from ",
    ],
    problems: ["5 Error no-amount", "6 Error transfer-nowhere"],
  });
});

test("the export: a transfer between two wallets, a basis that is no value of income", () => {
  const text = `Date,Type,Transaction ID,Received Quantity,Received Currency,Received Cost Basis (USD),Received Wallet,Received Address,Received Comment,Sent Quantity,Sent Currency,Sent Cost Basis (USD),Sent Wallet,Sent Address,Sent Comment,Fee Amount,Fee Currency,Fee Cost Basis (USD),Realized Return (USD),Fee Realized Return (USD),Transaction Hash
06/14/2024 20:57:35,BUY,c1,0.5,ETH,1500,Coinbase,,,1500,USD,1500,Coinbase,,,,,,,,
06/15/2024 20:57:35,TRANSFER,c2,0.2,ETH,600,Ledger,,,0.2,ETH,600,Coinbase,,,,,,,,h2
06/16/2024 20:57:35,SELL,c3,800,USD,800,Coinbase,,,0.25,ETH,750,Coinbase,,,4,USD,4,46,0,`;
  expect(fatesOf(text)).toMatchObject({
    lines: [
      "2: 2024-06-14 purchase 0.5 ETH for 1500 in Coinbase",
      "3: 2024-06-15 transfer 0.2 ETH from Coinbase to Ledger",
      "4: 2024-06-16 Sell 0.25 ETH for 796 from Coinbase",
    ],
    problems: [],
  });
});

test("the older export: tags of each side, rows marked ignored", () => {
  const text = `Date,Type,Transaction ID,Received Quantity,Received Currency,Received Cost Basis (USD),Received Wallet,Received Address,Received Tag,Sent Quantity,Sent Currency,Sent Cost Basis (USD),Sent Wallet,Sent Address,Sent Tag,Fee Amount,Fee Currency,Fee Cost Basis (USD),Realized Return (USD),Fee Realized Return (USD),Transaction Hash,Ignored
06/14/2024 20:57:35,BUY,c1,0.5,ETH,1500,Coinbase,,,1500,USD,1500,Coinbase,,,,,,,,,
06/15/2024 20:57:35,RECEIVE,c2,9,SCAM,0,Coinbase,,,,,,,,,,,,,,,true`;
  expect(fatesOf(text)).toMatchObject({
    lines: ["2: 2024-06-14 purchase 0.5 ETH for 1500 in Coinbase"],
    problems: ["3 Warning marked-ignored"],
    withoutEffect: [3],
  });
});
