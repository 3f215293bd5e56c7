const DOLLARS = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });
const UNITS = new Intl.NumberFormat("en-US", { maximumFractionDigits: 8 });
const DUST = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 3 });
const COUNT = new Intl.NumberFormat("en-US");

/** `$1,234.50`, the same in every country; a dash where there is nothing to state. */
export const dollars = (amount: number | null): string =>
  amount === null ? "–" : DOLLARS.format(amount === 0 ? 0 : amount);

/** A number of units, to eight decimals; the tabs have all. */
export const units = (quantity: number): string =>
  (Math.abs(quantity) < 1e-6 ? DUST : UNITS).format(quantity);

/** `1 row`, `1,200 rows`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${COUNT.format(count)} ${count === 1 ? one : many}`;
