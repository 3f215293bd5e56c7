/**
 * Amounts beyond 2^53 are whole numbers of any size. Google names no version of its runtime: where
 * they were missing, every function and menu item says so instead of failing in the middle.
 */
if (typeof BigInt === "undefined") {
  throw new Error("Tax-loss harvesting needs BigInt, which this Apps Script runtime has not.");
}

export {};
