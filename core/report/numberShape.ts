/** Digits after the point beyond which a cell shows its number rounded; it still holds them all. */
export const MOST_DECIMALS = 10;

/** The digits after the point that show a number in full, but at most `MOST_DECIMALS`. */
export function decimalsOf(value: number): number {
  if (Number.isInteger(value) || !Number.isFinite(value)) return 0;
  const text = value.toString();
  const exponent = text.indexOf("e");
  const mantissa = exponent === -1 ? text : text.slice(0, exponent);
  const point = mantissa.indexOf(".");
  const decimals = point === -1 ? 0 : mantissa.length - point - 1;
  const shift = exponent === -1 ? 0 : Number(text.slice(exponent + 1));
  return Math.min(MOST_DECIMALS, Math.max(0, decimals - shift));
}

/** Characters of a number before its point when thousands are grouped, its sign included. */
export function wholeLength(value: number): number {
  const size = Math.abs(value);
  if (!Number.isFinite(size)) return 0;
  const digits = size < 10 ? 1 : Math.floor(Math.log10(size) + 1e-12) + 1;
  return digits + Math.floor((digits - 1) / 3) + (value < 0 ? 1 : 0);
}
