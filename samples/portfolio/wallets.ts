import type { SampleWallet } from "./ledgerBook.ts";

/** The exchange of the recurring bitcoin purchases. */
export const KRAKEN: SampleWallet = {
  name: "Kraken",
  dateStyle: "time",
  prefix: "K",
  feeRate: "0.004",
  form1099: "basis not reported",
};

/** The exchange of the monthly ether purchases. */
export const COINBASE: SampleWallet = {
  name: "Coinbase",
  dateStyle: "time",
  prefix: "C",
  feeRate: "0.006",
  form1099: "basis not reported",
};

/** An exchange whose export has days without times. */
export const GEMINI: SampleWallet = {
  name: "Gemini",
  dateStyle: "day",
  prefix: "G",
  feeRate: "0.0035",
  form1099: "basis not reported",
};

/** A hardware wallet. */
export const LEDGER: SampleWallet = { name: "Ledger", dateStyle: "utc", prefix: "L", feeRate: "0" };

/** A wallet in the browser, with amounts of 18 digits. */
export const METAMASK: SampleWallet = {
  name: "MetaMask",
  dateStyle: "utc",
  prefix: "M",
  feeRate: "0",
};

/** A wallet whose name looks like a formula and is none. */
export const OLD_PHONE: SampleWallet = {
  name: "=old phone",
  dateStyle: "day",
  prefix: "P",
  feeRate: "0",
};

/** A broker, for the fund. */
export const FIDELITY: SampleWallet = {
  name: "Fidelity",
  dateStyle: "day",
  prefix: "F",
  feeRate: "0",
  form1099: "basis reported",
};

/** A retirement account at the same broker. */
export const ROTH: SampleWallet = {
  name: "Fidelity",
  account: "Roth IRA",
  dateStyle: "day",
  prefix: "R",
  feeRate: "0",
};

/** The spouse's account at an exchange that the taxpayer uses too. */
export const SPOUSE: SampleWallet = {
  name: "Coinbase",
  account: "Spouse",
  dateStyle: "offset",
  prefix: "S",
  feeRate: "0.006",
  form1099: "basis not reported",
};
