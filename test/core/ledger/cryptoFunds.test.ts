import { expect, test } from "vitest";
import { CRYPTO_FUNDS } from "../../../core/ledger/cryptoFunds.ts";

test.each([
  "IBIT",
  "FBTC",
  "GBTC",
  "ARKB",
  "BITB",
  "HODL",
  "BRRR",
  "EZBC",
  "BTCO",
  "BTCW",
  "ETHA",
  "ETHE",
  "BITO",
])("%s is a fund", (ticker) => {
  expect(CRYPTO_FUNDS.has(ticker)).toBe(true);
});

test.each(["BTC", "ETH", "XRP", "SOL", "LTC", "ETHW", "CETH", "DEFI", "BSOL", "BETH"])(
  "%s is a coin as well, so that it is not presumed a fund",
  (symbol) => {
    expect(CRYPTO_FUNDS.has(symbol)).toBe(false);
  },
);
