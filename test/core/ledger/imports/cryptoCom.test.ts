import { describe, expect, test } from "vitest";
import { expectNoRowLost, fatesOf, formatOf } from "../../../support/importedLedger.ts";

const HEADING =
  "Timestamp (UTC),Transaction Description,Currency,Amount,To Currency,To Amount,Native Currency,Native Amount,Native Amount (in USD),Transaction Kind,Transaction Hash";
const ROWS = `2024-01-05 10:00:00,Buy BTC,BTC,0.5,,,USD,20000,20000,crypto_purchase,
2024-01-06 10:00:00,USD -> BTC,USD,-20000,BTC,0.5,USD,20000,20000,viban_purchase,
2024-01-07 10:00:00,BTC -> USD,BTC,-0.25,USD,11000,USD,11000,11000,crypto_viban_exchange,
2024-01-08 10:00:00,BTC -> ETH,BTC,-0.1,ETH,2,USD,4400,4400,crypto_exchange,
2024-01-09 10:00:00,Crypto Earn,BTC,0.001,,,USD,44,44,crypto_earn_interest_paid,
2024-01-10 10:00:00,Card Cashback,CRO,10,,,USD,1,1,referral_card_cashback,
2024-01-11 10:00:00,Card top-up,BTC,-0.01,,,USD,440,440,card_top_up,
2024-01-12 10:00:00,To exchange,BTC,-0.1,,,USD,4400,4400,crypto_to_exchange_transfer,
2024-01-13 10:00:00,From exchange,BTC,0.1,,,USD,4400,4400,exchange_to_crypto_transfer,
2024-01-14 10:00:00,Withdraw BTC,BTC,-0.1,,,USD,4400,4400,crypto_withdrawal,0xabc
2024-01-15 10:00:00,Deposit BTC,BTC,0.1,,,USD,4400,4400,crypto_deposit,0xdef
2024-01-16 10:00:00,From a friend,BTC,0.1,,,USD,4400,4400,crypto_transfer,
2024-01-17 10:00:00,Lock CRO,CRO,-1000,,,USD,100,100,lockup_lock,
2024-01-18 10:00:00,Dust,DOGE,-5,,,USD,0.5,0.5,dust_conversion_debited,
2024-01-18 10:00:00,Dust,CRO,5,,,USD,0.5,0.5,dust_conversion_credited,
2024-01-19 10:00:00,USD Deposit,USD,100,,,USD,100,100,,
2024-01-20 10:00:00,MCO to CRO,MCO,-5,,,USD,50,50,lockup_swap_debited,`;

test("kinds become purchases, sales, income and payments; moves need their other end", () => {
  expect(fatesOf(`${HEADING}\n${ROWS}`)).toEqual({
    lines: [
      "2: 2024-01-05 purchase 0.5 BTC for 20000 in Crypto.com App",
      "3: 2024-01-06 purchase 0.5 BTC for 20000 in Crypto.com App",
      "4: 2024-01-07 Sell 0.25 BTC for 11000 from Crypto.com App",
      "5: 2024-01-08 exchange 2 ETH for 4400 in Crypto.com App",
      "5: 2024-01-08 Sell 0.1 BTC for 4400 from Crypto.com App",
      "6: 2024-01-09 income 0.001 BTC for 44 in Crypto.com App",
      "7: 2024-01-10 income 10 CRO for 1 in Crypto.com App",
      "8: 2024-01-11 Spend 0.01 BTC for 440 from Crypto.com App",
      "9: 2024-01-12 transfer 0.1 BTC from Crypto.com App to Crypto.com Exchange",
      "10: 2024-01-13 transfer 0.1 BTC from Crypto.com Exchange to Crypto.com App",
      "15: 2024-01-18 Sell 5 DOGE for 0.5 from Crypto.com App",
      "16: 2024-01-18 purchase 5 CRO for 0.5 in Crypto.com App",
    ],
    problems: [
      "11 Error transfer-nowhere",
      "12 Error transfer-nowhere",
      "13 Error transfer-nowhere",
      "18 Error unknown-type",
    ],
    joined: [],
    withoutEffect: [14, 17],
  });
});

describe("what a row was worth", () => {
  test("is its amount in dollars, where the native currency is another", () => {
    const row = "2024-01-05 10:00:00,Earn,BTC,0.001,,,EUR,40,44,crypto_earn_interest_paid,";
    expect(fatesOf(`${HEADING}\n${row}`).lines).toEqual([
      "2: 2024-01-05 income 0.001 BTC for 44 in Crypto.com App",
    ]);
  });
  test("is a problem where only another currency is stated", () => {
    const row = "2024-01-05 10:00:00,Earn,BTC,0.001,,,EUR,40,,crypto_earn_interest_paid,";
    expect(fatesOf(`${HEADING}\n${row}`).problems).toEqual(["2 Error amount-not-dollars"]);
  });
});

test("exports without the hash are the same", () => {
  expect(formatOf(HEADING.replace(",Transaction Hash", ""))).toBe("Crypto.com App");
});

test("no row is lost", () => {
  expectNoRowLost(`${HEADING}\n${ROWS}`);
});
