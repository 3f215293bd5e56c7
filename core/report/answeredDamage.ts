import type { DamageKind } from "../ledger/damage/damage.ts";
import type { Problem } from "../ledger/problem.ts";

/** Damage by spreadsheet programs that can be mended, one for each kind, with what becomes of it. */
export type AnsweredDamage = {
  /** The word of the setting `repair`. */
  readonly kind: DamageKind;
  readonly cells: number;
  /** True where the user has let it be mended, and the cells were read so. */
  readonly isMended: boolean;
};

/** What of the damage in the transactions the user can decide about, in the order in which it shows. */
export function answeredDamage(problems: readonly Problem[]): readonly AnsweredDamage[] {
  const found = new Map<DamageKind, AnsweredDamage>();
  for (const { facts } of problems) {
    const isMended = facts.code === "cell-mended";
    if (!isMended && (facts.code !== "column-damaged" || !facts.isMendable)) continue;
    const { kind } = facts;
    const cells = (found.get(kind)?.cells ?? 0) + (isMended ? 1 : facts.count);
    found.set(kind, { kind, cells, isMended });
  }
  return [...found.values()];
}
