/** A coin, token or security: what lots are lots of. One record for each asset of a ledger. */
export type Asset = {
  /** As first spelled in the ledger; case and outer spaces do not tell assets apart. */
  readonly symbol: string;
  /** 0, 1, 2 … in the order in which the ledger first names them. */
  readonly index: number;
  /** A quantity counts parts of 10^-decimals of a unit: 8, or up to 18 where a cell needs more. */
  readonly decimals: number;
  /** True when the settings list it as a security (R3.11); under current law only these wash. */
  readonly isSecurity: boolean;
  /** Assets with the same group are substantially identical; alone in its group by default. */
  readonly washGroup: string;
};

/** The form of a symbol by which two spellings are one asset. */
export const assetKey = (symbol: string): string => symbol.trim().toUpperCase();
