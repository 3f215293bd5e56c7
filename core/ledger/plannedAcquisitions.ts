import { decimalOfText } from "../money/decimalNumber.ts";
import { assetKey } from "./asset.ts";
import type { PlannedAcquisition } from "./settings.ts";

/**
 * Reads acquisitions that will recur, `BTC 100 USD weekly @Kraken, ETH 0.001 daily`; undefined when
 * one of them cannot be read. With `USD` the amount is dollars' worth, without it units.
 */
export function plannedAcquisitions(text: string): readonly PlannedAcquisition[] | undefined {
  const planned = text.split(",").map(plannedAcquisition);
  return planned.every((one) => one !== undefined) ? planned : undefined;
}

const PLANNED =
  /^\s*(\S.*?)\s+(\$?)([\d.]+)\s*(USD|)\s+(daily|weekly|monthly)\s*(?:@\s*(\S.*?))?\s*$/i;

function plannedAcquisition(text: string): PlannedAcquisition | undefined {
  const match = PLANNED.exec(text);
  if (match === null) return undefined;
  const [, asset = "", sign = "", digits = "", currency = "", word = "", wallet] = match;
  const amount = decimalOfText(digits);
  const every = EVERY.find((period) => period === word.toLowerCase());
  if (every === undefined || amount === undefined || amount.coefficient === 0) return undefined;
  const unit = sign === "" && currency === "" ? "units" : "dollars";
  return { asset: assetKey(asset), amount, unit, every, wallet };
}

const EVERY = ["daily", "weekly", "monthly"] as const;
