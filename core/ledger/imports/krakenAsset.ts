/**
 * A symbol of Kraken's own by the name that everybody uses: `XXBT` and `XBT` are BTC, `ZUSD` is USD.
 *
 * What Kraken marks as staked, bonded or earning (`DOT28.S`, `ETH2`, `USDC.M`) stays the asset that
 * it is. Decision: D-51.
 */
export function krakenAsset(symbol: string): string {
  const whole = symbol.trim().toUpperCase();
  const plain = whole.replace(/\d*\.(?:S|M|P|F|B|HOLD)$/, "");
  return NAMES.get(plain) ?? plain;
}

const NAMES: ReadonlyMap<string, string> = new Map(
  `XXBT=BTC XBT=BTC XETH=ETH ETH2=ETH XLTC=LTC XXRP=XRP XXLM=XLM XXMR=XMR XZEC=ZEC XETC=ETC XREP=REP
  XMLN=MLN XICN=ICN XXDG=DOGE XDG=DOGE XDAO=DAO XNMC=NMC XXVN=XVN ZUSD=USD ZEUR=EUR ZGBP=GBP ZCAD=CAD
  ZJPY=JPY ZAUD=AUD ZKRW=KRW`
    .split(/\s+/)
    .map((pair) => pair.split("=") as [string, string]),
);

/** Base and quote of a pair such as `XXBTZUSD`, `XBTUSD` or `BTC/USD`; undefined for other texts. */
export function krakenPair(
  pair: string,
): { readonly base: string; readonly quote: string } | undefined {
  const [first = "", second = ""] = pair.trim().toUpperCase().split("/");
  if (second !== "") return { base: krakenAsset(first), quote: krakenAsset(second) };
  const match = LONG_PAIR.exec(first) ?? SHORT_PAIR.exec(first);
  if (match === null) return undefined;
  return { base: krakenAsset(match[1] ?? ""), quote: krakenAsset(match[2] ?? "") };
}

/** Long names of a quote stand behind long names of a base alone: XTZUSD is XTZ for USD. */
const LONG_PAIR = /^(X[A-Z]{3}|USDT)(ZUSD|ZEUR|ZGBP|ZCAD|ZJPY|ZAUD|XXBT|XETH)$/;
const SHORT_PAIR =
  /^([A-Z0-9.]{2,}?)(PYUSD|USDT|USDC|USD|EUR|GBP|CAD|JPY|AUD|CHF|AED|XBT|ETH|DAI|DOT)$/;
