import { expect, test } from "vitest";
import { expectNoRowLost, fatesOf, formatOf } from "../../../../support/importedLedger.ts";

test("BittyTax: types of its own; values whose currency is not stated are not read (D-54)", () => {
  const text = `Type,Buy Quantity,Buy Asset,Buy Value,Sell Quantity,Sell Asset,Sell Value,Fee Quantity,Fee Asset,Fee Value,Wallet,Timestamp,Note
Trade,0.02,BTC,,1000,USD,,5,USD,,Kraken,2024-01-05T10:00:00 UTC,
Charity-Sent,,,,0.001,BTC,50,,,,Kraken,2024-01-06T10:00:00 UTC,
Gift-Spouse,,,,0.001,BTC,50,,,,Kraken,2024-01-07T10:00:00 UTC,
Trade,0.2,ETH,500,0.01,BTC,500,,,,Kraken,2024-01-08T10:00:00 UTC,
Staking-Reward,0.2,ETH,500,,,,,,,Kraken,2024-01-09T10:00:00 UTC,
Margin-Gain,0.2,ETH,500,,,,,,,Kraken,2024-01-10T10:00:00 UTC,`;
  expect(formatOf(text)).toBe("BittyTax");
  expect(fatesOf(text)).toMatchObject({
    lines: [
      "2: 2024-01-05 purchase 0.02 BTC for 1005 in Kraken",
      "3: 2024-01-06 Donation 0.001 BTC from Kraken",
      "4: 2024-01-07 Gift sent 0.001 BTC from Kraken",
    ],
    problems: ["5 Error no-amount", "6 Error no-amount", "7 Error refused-type"],
  });
  expectNoRowLost(text);
});
