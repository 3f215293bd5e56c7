import { expect, test } from "vitest";
import { expectNoRowLost, fatesOf, formatOf } from "../../../../support/importedLedger.ts";

test("trades: milliseconds from 1970, the location is the wallet", () => {
  const text = `Location,Spend Currency,Receive Currency,Receive Amount,Spend Amount,Fee,Fee Currency,Description,Timestamp
kraken,USD,BTC,0.02,1000,5,USD,first,1704448800000
kraken,BTC,USD,300,0.005,,,second,1704535200000
kraken,BTC,USD,300,0.005,,,third,yesterday`;
  expect(formatOf(text)).toBe("rotki trades");
  expect(fatesOf(text)).toMatchObject({
    lines: [
      "2: 2024-01-05 purchase 0.02 BTC for 1005 in kraken",
      "3: 2024-01-06 Sell 0.005 BTC for 300 from kraken",
    ],
    problems: ["4 Error bad-date"],
  });
  expectNoRowLost(text);
});

test("events: one asset a row, on the side that the type says", () => {
  const text = `Type,Location,Currency,Amount,Fee,Fee Currency,Description,Timestamp
Deposit,kraken,BTC,1,,,,1704448800000
Withdrawal,kraken,BTC,1,,,,1704448800000
Loss,kraken,BTC,0.1,,,,1704448800000
Staking,kraken,ETH,0.1,,,,1704448800000
Rain,kraken,ETH,0.1,,,,1704448800000`;
  expect(formatOf(text)).toBe("rotki events");
  expect(fatesOf(text)).toMatchObject({
    lines: ["4: 2024-01-05 Lost 0.1 BTC from kraken"],
    problems: [
      "2 Error transfer-nowhere",
      "3 Error transfer-nowhere",
      "5 Error no-amount",
      "6 Error unknown-type",
    ],
  });
  expectNoRowLost(text);
});
