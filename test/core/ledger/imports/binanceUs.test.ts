import { describe, expect, test } from "vitest";
import { expectNoRowLost, fatesOf, formatOf } from "../../../support/importedLedger.ts";

const HEADING =
  "User ID,Time,Category,Operation,Order ID,Transaction ID,Primary Asset,Realized Amount For Primary Asset,Realized Amount for Primary Asset in USD,Base Asset,Realized Amount For Base Asset,Realized Amount For Base Asset In USD,Quote Asset,Realized Amount for Quote Asset,Realized Amount for Quote Asset in USD,Fee Asset,Realized Amount for Fee Asset,Realized Amount for Fee Asset in USD,Payment Method,Withdraw Method,Additional Note";
const OLD_HEADING =
  "User_Id,Time,Category,Operation,Order_Id,Transaction_Id,Primary_Asset,Realized_Amount_For_Primary_Asset,Realized_Amount_For_Primary_Asset_In_USD_Value,Base_Asset,Realized_Amount_For_Base_Asset,Realized_Amount_For_Base_Asset_In_USD_Value,Quote_Asset,Realized_Amount_For_Quote_Asset,Realized_Amount_For_Quote_Asset_In_USD_Value,Fee_Asset,Realized_Amount_For_Fee_Asset,Realized_Amount_For_Fee_Asset_In_USD_Value,Payment_Method,Withdrawal_Method,Additional_Note";
const ROWS = `1,2024-01-01 00:00:00.000,Deposit,USD Deposit,1,1,USD,5125,5125,,,,,,,,,,Debit,,
1,2024-01-02 15:35:02.000,Spot Trading,Buy,2,2,,,,BTC,0.5,20010,USD,20000,20000,USD,20,20,Wallet,,
1,2024-01-03 07:32:05.000,Distribution,Referral Commission,3,3,BTC,0.001,40,,,,,,,,,,Wallet,,
1,2024-01-04 04:08:20.000,Deposit,Crypto Deposit,4,4,ETH,45,90000,,,,,,,,,,Wallet,,
1,2024-01-05 04:10:29.000,Spot Trading,Sell,5,5,,,,ETH,20,40010,BTC,1,40000,BNB,0.1,30,Wallet,,
1,2024-01-06 23:54:01.000,Withdrawal,Crypto Withdrawal,6,6,ETH,24,48000,,,,,,,ETH,0.005,10,Wallet,Wallet,
1,2024-01-07 03:49:18.000,Quick Buy,Buy,7,7,,,,USD,30,30,BUSD,29.84,29.85,USD,0.15,0.15,ACH,,
1,2024-01-08 22:33:06.147,Quick Sell,Sell,8,8,,,,BTC,0.01,596.88,USD,590.57,590.57,USD,2.97,2.97,Wallet,,
1,2024-01-09 22:33:06,Distribution,Staking Rewards,9,9,ETH,0.1,200,,,,,,,,,,Wallet,,
1,2024-01-10 22:33:06,Distribution,Staking Rewards,10,10,ETH,-0.01,-20,,,,,,,,,,Wallet,,
1,2024-01-11 22:33:06,Distribution,Others,11,11,XYZ,5,1,,,,,,,,,,Wallet,,
1,2024-01-12 22:33:06,Convert,,12,12,,,,ETH,1,2000,BTC,0.05,1990,,,,Wallet,,`;

describe.each([HEADING, OLD_HEADING])("%s", (heading) => {
  test("is read in either wording", () => {
    const text = `${heading}\n${ROWS}`;
    expect(formatOf(text)).toBe("Binance.US");
    expect(fatesOf(text)).toEqual({
      lines: [
        "3: 2024-01-02 purchase 0.5 BTC for 20020 in Binance.US",
        "4: 2024-01-03 income 0.001 BTC for 40 in Binance.US",
        // The coins received are worth 40,000; the fee is paid in a third coin.
        "6: 2024-01-05 exchange 1 BTC for 40000 in Binance.US",
        "6: 2024-01-05 Sell 20 ETH for 39970 from Binance.US",
        "6: 2024-01-05 Fee 0.1 BNB for 30 from Binance.US",
        "8: 2024-01-07 purchase 29.84 BUSD for 30 in Binance.US",
        "9: 2024-01-08 Sell 0.01 BTC for 590.57 from Binance.US",
        "10: 2024-01-09 income 0.1 ETH for 200 in Binance.US",
        "11: 2024-01-10 Fee 0.01 ETH for 20 from Binance.US",
        "13: 2024-01-12 exchange 0.05 BTC for 1990 in Binance.US",
        "13: 2024-01-12 Sell 1 ETH for 1990 from Binance.US",
      ],
      problems: ["5 Error transfer-nowhere", "7 Error transfer-nowhere", "12 Error unknown-type"],
      joined: [],
      withoutEffect: [2],
    });
  });
});

test("a purchase gives dollars and a sale receives them, in whichever column they stand", () => {
  const rows = [
    "1,2024-01-07 03:49:18,Buy,Buy,7,7,,,,BTC,0.5,20000,USD,20100,20100,USD,100,100,,,",
    "1,2024-01-08 03:49:18,Sell,Sell,8,8,,,,USD,9900,9900,BTC,0.25,10000,USD,100,100,,,",
  ];
  expect(fatesOf([HEADING, ...rows].join("\n")).lines).toEqual([
    "2: 2024-01-07 purchase 0.5 BTC for 20100 in Binance.US",
    "3: 2024-01-08 Sell 0.25 BTC for 9900 from Binance.US",
  ]);
});

test("no row is lost", () => {
  expectNoRowLost(`${HEADING}\n${ROWS}`);
});
