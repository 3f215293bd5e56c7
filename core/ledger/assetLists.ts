import { assetKey } from "./asset.ts";
import { joinGroups } from "./identicalGroups.ts";
import type { Settings } from "./settings.ts";

/** Reads a comma list of assets as keys, or `*` for all; undefined when a name is missing. */
export function assetList(text: string): ReadonlySet<string> | "all" | undefined {
  if (text.trim() === "*") return "all";
  const keys = text.split(",").map(assetKey);
  return keys.includes("") ? undefined : new Set(keys);
}

/**
 * Reads groups of identical assets, `BTC=WBTC, ETH=WETH=STETH`, as keys; groups that share a member
 * are one. Undefined when a group has fewer than two members or a name is missing.
 */
export function identicalAssets(text: string): Settings["identical"] | undefined {
  const groups = text.split(",").map((group) => group.split("=").map(assetKey));
  const isGroup = (members: readonly string[]): boolean =>
    members.length > 1 && !members.includes("");
  return groups.every(isGroup) ? joinGroups(groups) : undefined;
}

/**
 * Reads one-way replacements, `XYZ 2026-03 C45>XYZ`, as keys: buying the left one replaces the right
 * one. Undefined when a pair is not a pair.
 */
export function replacingAssets(text: string): Settings["replaces"] | undefined {
  const pairs: { readonly buying: string; readonly replaced: string }[] = [];
  for (const pair of text.split(",")) {
    const [buying = "", replaced = "", ...others] = pair.split(">").map(assetKey);
    if (buying === "" || replaced === "" || others.length > 0) return undefined;
    pairs.push({ buying, replaced });
  }
  return pairs;
}
