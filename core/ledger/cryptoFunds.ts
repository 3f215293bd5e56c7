/**
 * Keys of US-listed funds that hold coins or futures on them: shares of these are securities, to
 * which the wash-sale rule applies as brokers report it (R3.11). The default of `securities`.
 *
 * A ticker that is also the symbol of a coin is left out, because a loss on the coin would wrongly
 * be tested: `BTC` and `ETH` (Grayscale's mini trusts), `ETHW` (a fund of Bitwise; the coin of the
 * 2022 fork), `CETH` (21Shares; Compound's ether), `DEFI` (Hashdex), `XRP` and `BSOL` (Bitwise),
 * `VSOL` (VanEck), `EETH`, `BETH` and `SETH` (ProShares), `AETH` (Bitwise), `BTCZ` (T-Rex), `MANA`
 * (Grayscale). Whoever holds one of them lists it under `securities`.
 */
export const CRYPTO_FUNDS: ReadonlySet<string> = new Set(
  [
    // Bitcoin
    "IBIT FBTC GBTC ARKB BITB HODL BRRR EZBC BTCO BTCW OBTC",
    // Ether
    "ETHA FETH ETHE ETHV QETH EZET",
    // Solana, XRP, litecoin, HBAR, dogecoin
    "FSOL GSOL SSK SOEZ XRPC XRPZ XRPR GXRP TOXR LTCC HBR DOJE GDOG",
    // Several coins, and Grayscale's trusts on others
    "BITW GDLC EZPZ NCIQ BCHG ETCG LTCN GXLM HZEN ZCSH GLNK FILG GLIV GBAT DEFG",
    // Futures, with and against leverage, and income from options on funds
    "BITO BITX BITU BITI SBIT BTF BITS BTCL BITC ETHU ETHT ETHD BETE BTOP ARKA ARKY ARKZ",
    "SOLZ SOLT XRPI XXRP BTCI YBIT",
  ].flatMap((line) => line.split(" ")),
);
