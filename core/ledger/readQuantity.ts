import { magnitude, type Quantity } from "../money/amounts.ts";
import { exceedsDecimals, MOST_DECIMALS, quantityOf } from "../money/decimalNumber.ts";
import type { Asset } from "./asset.ts";
import { LEAST_DECIMALS } from "./ledgerNames.ts";
import { isNumber, parseNumber } from "./parseNumber.ts";
import { logError, type ProblemLog } from "./problemLog.ts";
import { numberFacts, type PlacedCell } from "./readCell.ts";

/**
 * The units of a cell, above zero; undefined when it is blank or cannot be read, which is an Error.
 *
 * Text keeps all its digits and may have 18 decimals. A number's digits beyond the 18th are noise of
 * the host's arithmetic.
 */
export function readQuantity(
  log: ProblemLog,
  placed: PlacedCell,
  asset: Asset,
): Quantity | undefined {
  const quantity = signedQuantity(log, placed, asset);
  if (quantity === undefined || quantity > 0) return quantity;
  logError(log, numberFacts(placed, quantity === 0 ? "zero" : "negative"));
  return undefined;
}

/** As readQuantity, for units that leave: ledgers write them with a minus or without. */
export function readQuantityLeaving(
  log: ProblemLog,
  placed: PlacedCell,
  asset: Asset,
): Quantity | undefined {
  const quantity = signedQuantity(log, placed, asset);
  if (quantity !== 0) return quantity === undefined ? undefined : magnitude(quantity);
  logError(log, numberFacts(placed, "zero"));
  return undefined;
}

function signedQuantity(log: ProblemLog, placed: PlacedCell, asset: Asset): Quantity | undefined {
  const { cell } = placed;
  if (typeof cell === "number" && asset.decimals === LEAST_DECIMALS) {
    const parts = Math.round(cell * 1e8);
    if (Math.abs(parts) < 1e15 && parts / 1e8 === cell) return (parts || 0) as Quantity;
  }
  const reading = parseNumber(cell);
  if (isNumber(reading)) {
    if (typeof cell === "number" || !exceedsDecimals(reading, MOST_DECIMALS)) {
      return quantityOf(reading, asset.decimals);
    }
    logError(log, numberFacts(placed, "too-many-decimals"));
    return undefined;
  }
  if (reading === undefined) {
    const expected = `the number of units of ${asset.symbol}`;
    logError(log, { code: "missing-cell", column: placed.column.text, expected });
  } else logError(log, numberFacts(placed, reading));
  return undefined;
}
