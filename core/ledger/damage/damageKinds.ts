import { wordKey } from "../words.ts";
import { DAMAGE_KINDS, type DamageKind } from "./damage.ts";

/**
 * Reads the value of the setting `repair`: kinds of damage with commas between them, `all` or `none`.
 * Undefined where a word is none of these.
 */
export function damageKinds(text: string): ReadonlySet<DamageKind> | "all" | undefined {
  const words = text.split(/[,;]/).map(wordKey);
  if (words.length === 1 && words[0] === "all") return "all";
  if (words.length === 1 && words[0] === "none") return new Set();
  const kinds = words.map((word) => DAMAGE_KINDS.find((kind) => kind === word));
  return kinds.includes(undefined) ? undefined : new Set(kinds.flatMap((kind) => kind ?? []));
}
