import { expect, test } from "vitest";
import { expectNoRowLost, fatesOf, formatOf } from "../../../support/importedLedger.ts";

const EXPORT = `ID,Account,Type,Subtype,Datetime,Amount,Amount currency,Value,Value currency,Rate,Rate currency,Fee,Fee currency,Order ID
1,Main Account,Market,Buy,2024-01-05T10:00:00Z,0.5,BTC,20000,USD,40000,USD,50,USD,9
2,Main Account,Market,Sell,2024-01-06T10:00:00Z,0.25,BTC,11000,USD,44000,USD,27.5,USD,10
3,Main Account,Deposit,,2024-01-07T10:00:00Z,1,BTC,,,,,,,
4,Main Account,Withdrawal,,2024-01-08T10:00:00Z,0.1,BTC,,,,,0.0005,BTC,
5,Main Account,Staking reward,,2024-01-09T10:00:00Z,0.01,ETH,20,USD,2000,USD,,,
6,Main Account,Deposit,,2024-01-10T10:00:00Z,5000,USD,,,,,,,
7,Main Account,Sub Account Transfer,,2024-01-11T10:00:00Z,1,BTC,,,,,,,`;

const OLD = `Type,Datetime,Account,Amount,Value,Rate,Fee,Sub Type
Market,"Jan. 05, 2024, 10:00 AM",Main Account,0.50000000 BTC,20000.00 USD,40000.00 USD,50.00 USD,Buy
Market,"Jan. 06, 2024, 10:00 PM",Main Account,0.25000000 BTC,11000.00 USD,44000.00 USD,27.50 USD,Sell
Deposit,"Jan. 07, 2024, 10:00 AM",Main Account,1.00000000 BTC,,,,`;

test("currencies stand in columns of their own", () => {
  expect(fatesOf(EXPORT)).toEqual({
    lines: [
      "2: 2024-01-05 purchase 0.5 BTC for 20050 in Bitstamp",
      "3: 2024-01-06 Sell 0.25 BTC for 10972.5 from Bitstamp",
      "6: 2024-01-09 income 0.01 ETH for 20 in Bitstamp",
    ],
    problems: ["4 Error transfer-nowhere", "5 Error transfer-nowhere", "8 Error unknown-type"],
    joined: [],
    withoutEffect: [7],
  });
});

test("or behind the amounts, in older exports", () => {
  expect(formatOf(OLD)).toBe("Bitstamp");
  expect(fatesOf(OLD)).toMatchObject({
    lines: [
      "2: 2024-01-05 purchase 0.5 BTC for 20050 in Bitstamp",
      "3: 2024-01-06 Sell 0.25 BTC for 10972.5 from Bitstamp",
    ],
    problems: ["4 Error transfer-nowhere"],
  });
});

test("no row is lost", () => {
  expectNoRowLost(EXPORT);
  expectNoRowLost(OLD);
});
