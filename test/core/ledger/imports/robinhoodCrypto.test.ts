import { expect, test } from "vitest";
import { expectNoRowLost, fatesOf } from "../../../support/importedLedger.ts";

const EXPORT = `UUID,Time Entered,Symbol,Side,Quantity,State,Order Type,Leaves Quantity,Entered Price,Average Price,Notional
u1,2024-01-05 10:00:00,BTC,Buy,0.5,Filled,Market,0,$40000,$40000,($20000.00)
u2,2024-01-06 10:00:00,BTC-USD,Sell,0.25,Filled,Limit,0,$44000,$44000,$11000.00
u3,2024-01-07 10:00:00,BTC,Buy,0.5,Canceled,Limit,0.5,$30000,,$0.00
u4,2024-01-08 10:00:00,BTC,Buy,0.5,Canceled,Limit,0.2,$30000,$30000,$9000.00
u5,2024-01-09 10:00:00,BTC,Sell,0.5,Partially Filled,Limit,0.2,$30000,$30000,$9000.00`;

test("filled orders are purchases and sales, and what was filled in part is a problem", () => {
  expect(fatesOf(EXPORT)).toEqual({
    lines: [
      "2: 2024-01-05 purchase 0.5 BTC for 20000 in Robinhood",
      "3: 2024-01-06 Sell 0.25 BTC for 11000 from Robinhood",
    ],
    problems: ["5 Error unknown-type", "6 Error unknown-type"],
    joined: [],
    withoutEffect: [4],
  });
});

test("no row is lost", () => {
  expectNoRowLost(EXPORT);
});
