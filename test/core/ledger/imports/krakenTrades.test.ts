import { describe, expect, test } from "vitest";
import { krakenAsset, krakenPair } from "../../../../core/ledger/imports/krakenAsset.ts";
import { expectNoRowLost, fatesOf, formatOf } from "../../../support/importedLedger.ts";

const HEADING =
  '"txid","ordertxid","pair","time","type","ordertype","price","cost","fee","vol","margin","misc","ledgers"';
const EXPORT = `${HEADING}
"T1","O1","XXBTZUSD","2024-01-05 10:00:00.1234","buy","limit",40000,20000,52,0.5,0,"","L1,L2"
"T2","O2","XBTUSD","2024-01-06 10:00:00","sell","market",44000,11000,28.6,0.25,0,"",""
"T3","O3","ETH/XBT","2024-01-07 10:00:00","sell","limit",0.05,0.5,0.001,10,0,"",""
"T4","O4","XXBTZUSD","2024-01-08 10:00:00","buy","limit",40000,20000,52,0.5,4000,"",""
"T5","O5","NOPAIR","2024-01-09 10:00:00","buy","limit",1,1,0,1,0,"",""
`;

test("cost and fee are in the quote of the pair; margin and unknown pairs are problems", () => {
  expect(fatesOf(EXPORT)).toEqual({
    lines: [
      "2: 2024-01-05 purchase 0.5 BTC for 20052 in Kraken",
      "3: 2024-01-06 Sell 0.25 BTC for 10971.4 from Kraken",
    ],
    problems: [
      "4 Error no-amount",
      "5 Error refused-type",
      "6 Error incomplete-side",
      "6 Error incomplete-side",
    ],
    joined: [],
    withoutEffect: [],
  });
});

test("the longer headings are the same export", () => {
  const longer = `${HEADING},"postxid","posstatus","cprice","ccost","cfee","cvol","cmargin","net","trades"`;
  expect(formatOf(longer)).toBe("Kraken trades");
});

test("no row is lost", () => {
  expectNoRowLost(EXPORT);
});

describe("Kraken's names", () => {
  test.each([
    ["XXBT", "BTC"],
    ["XBT", "BTC"],
    ["XBT.M", "BTC"],
    ["ZEUR", "EUR"],
    ["EUR.HOLD", "EUR"],
    ["XXDG", "DOGE"],
    ["DOT28.S", "DOT"],
    ["ETH2.S", "ETH"],
    ["ADA.S", "ADA"],
    ["XTZ", "XTZ"],
    ["ZRX", "ZRX"],
    ["USDC", "USDC"],
  ])("%s is %s", (symbol, name) => {
    expect(krakenAsset(symbol)).toBe(name);
  });
  test.each([
    ["XXBTZUSD", "BTC", "USD"],
    ["XBTUSDT", "BTC", "USDT"],
    ["XBTUSDC", "BTC", "USDC"],
    ["XTZUSD", "XTZ", "USD"],
    ["XTZEUR", "XTZ", "EUR"],
    ["ZRXXBT", "ZRX", "BTC"],
    ["TRXETH", "TRX", "ETH"],
    ["XETHXXBT", "ETH", "BTC"],
    ["CHZUSD", "CHZ", "USD"],
    ["DOTUSD", "DOT", "USD"],
    ["ETHPYUSD", "ETH", "PYUSD"],
    ["SOL/USD", "SOL", "USD"],
    ["USDTZUSD", "USDT", "USD"],
  ])("%s is %s for %s", (pair, base, quote) => {
    expect(krakenPair(pair)).toEqual({ base, quote });
  });
  test("no quote, no pair", () => {
    expect(krakenPair("NOPAIR")).toBeUndefined();
  });
});
