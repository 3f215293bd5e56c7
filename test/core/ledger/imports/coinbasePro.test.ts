import { expect, test } from "vitest";
import { expectNoRowLost, fatesOf } from "../../../support/importedLedger.ts";

const EXPORT = `portfolio,trade id,product,side,created at,size,size unit,price,fee,total,price/fee/total unit
default,697,BTC-USD,BUY,2021-02-26T19:46:02.301Z,0.50000000,BTC,40000,100,-20100,USD
default,698,BTC-USD,SELL,2021-02-27T19:46:02.301Z,0.25000000,BTC,44000,55,10945,USD
default,699,ETH-BTC,SELL,2021-02-28T19:46:02.301Z,10,ETH,0.03,0.0009,0.2991,BTC`;

test("a fill's total is the cash that moved, of which the fee is a part", () => {
  expect(fatesOf(EXPORT)).toEqual({
    lines: [
      "2: 2021-02-26 purchase 0.5 BTC for 20100 in Coinbase Pro",
      "3: 2021-02-27 Sell 0.25 BTC for 10945 from Coinbase Pro",
    ],
    problems: ["4 Error no-amount"],
    joined: [],
    withoutEffect: [],
  });
});

test("a fill of two coins counts at the value that the user adds", () => {
  const [heading, , , row] = EXPORT.split("\n");
  expect(fatesOf(`${heading},Net Worth Amount\n${row},15000`).lines).toEqual([
    "2: 2021-02-28 exchange 0.3 BTC for 15000 in Coinbase Pro",
    "2: 2021-02-28 Sell 10 ETH for 14955 from Coinbase Pro",
    "2: 2021-02-28 Fee 0.0009 BTC for 45 from Coinbase Pro by 0.0009 of row 2",
  ]);
});

test("no row is lost", () => {
  expectNoRowLost(EXPORT);
});
