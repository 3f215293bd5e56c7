import { assetKey } from "./asset.ts";

/** True for US dollars, in which everything is reckoned; never a lot. */
export const isDollars = (symbol: string): boolean =>
  symbol.length === 3 && assetKey(symbol) === "USD";

/**
 * Keys of the state currencies that crypto services quote. In a row of two sides they are cash of
 * the row's dollar value. A stablecoin is none of them: it is property like any coin (R1.1).
 */
export const FIAT_CURRENCIES: ReadonlySet<string> = new Set(
  `USD EUR GBP JPY CHF CAD AUD NZD CNY HKD SGD KRW INR BRL MXN ZAR SEK NOK DKK ISK PLN CZK HUF RON
  BGN TRY RUB UAH ILS AED SAR QAR KWD BHD THB IDR MYR PHP VND TWD PKR BDT LKR NGN KES GHS EGP MAD
  ARS CLP COP PEN UYU BOB PYG DOP CRC GEL KZT AMD AZN`.split(/\s+/),
);
