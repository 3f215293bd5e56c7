import {
  decimalOfNumber,
  exceedsDecimals,
  MOST_DECIMALS,
  type DecimalNumber,
} from "../money/decimalNumber.ts";
import { assetKey } from "./asset.ts";
import type { CellGrid, CellValue } from "./cells.ts";
import { joinGroups } from "./identicalGroups.ts";
import { LEAST_DECIMALS } from "./ledgerNames.ts";
import { isNumber, parseNumber } from "./parseNumber.ts";
import type { Settings } from "./settings.ts";
import { cellText } from "./words.ts";

/** Places of a column with units and of the column that names their asset, counted from 0. */
export type AmountColumns = { readonly asset: number; readonly amount: number };

/**
 * The decimals of every asset that needs more than 8, by key: as many as its longest quantity has,
 * up to 18. Assets that can replace one another share the highest, so that their units compare.
 */
export function assetDecimals(
  rows: CellGrid,
  amounts: readonly AmountColumns[],
  settings: Settings,
): ReadonlyMap<string, number> {
  const decimals = new Map<string, number>();
  for (const cells of rows) {
    for (const { asset, amount } of amounts) {
      const cell = cells[amount];
      if (typeof cell === "number" ? isShortNumber(cell) : !isLongText(cell)) continue;
      raise(decimals, assetKey(cellText(cells[asset]).replace(/;\d+$/, "")), neededDecimals(cell));
    }
  }
  return decimals.size === 0 ? decimals : shared(decimals, settings);
}

/** Decimals behind which the value has no digit, at least 8 and at most 18. */
function neededDecimals(cell: CellValue | undefined): number {
  const text = typeof cell === "string" && cell.includes(":") ? longestPick(cell) : cell;
  const value = typeof text === "number" ? decimalOfNumber(text) : parseNumber(text);
  return typeof value === "object" && isNumber(value) ? decimalsOf(value) : LEAST_DECIMALS;
}

function decimalsOf(value: DecimalNumber): number {
  let decimals = LEAST_DECIMALS;
  while (decimals < MOST_DECIMALS && exceedsDecimals(value, decimals)) decimals += 1;
  return decimals;
}

/** The quantity with most decimals of a Lot cell, `A1:0.5; A2:0.25`. */
function longestPick(cell: string): string {
  const quantities = cell.split(";").map((pick) => pick.slice(pick.lastIndexOf(":") + 1).trim());
  return quantities.reduce(
    (longest, text) => (places(text) > places(longest) ? text : longest),
    "",
  );
}

const places = (text: string): number => (text.includes(".") ? text.length - text.indexOf(".") : 0);

/** A double with at most 8 decimals; one above 10^7 has no more in its 15 digits. */
function isShortNumber(value: number): boolean {
  return Math.round(value * 1e8) / 1e8 === value || Math.abs(value) >= 1e7;
}

/** Text that can have more than 8 decimals: with as many characters behind a point, or a power. */
function isLongText(cell: CellValue | undefined): boolean {
  if (typeof cell !== "string") return false;
  const point = cell.indexOf(".");
  return (point >= 0 && cell.length - point > LEAST_DECIMALS + 1) || /\de-/i.test(cell);
}

function raise(decimals: Map<string, number>, key: string, needed: number): void {
  if (needed > (decimals.get(key) ?? LEAST_DECIMALS)) decimals.set(key, needed);
}

function shared(decimals: Map<string, number>, settings: Settings): ReadonlyMap<string, number> {
  const pairs = settings.replaces.map(({ buying, replaced }) => [buying, replaced]);
  for (const group of joinGroups([...settings.identical, ...pairs])) {
    const most = Math.max(...group.map((key) => decimals.get(key) ?? LEAST_DECIMALS));
    for (const key of group) raise(decimals, key, most);
  }
  return decimals;
}
