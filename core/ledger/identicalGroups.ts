/**
 * Joins groups that share a member: who names BTC=WBTC and WBTC=CBBTC has named one group of three.
 * Each group keeps the order in which its members were first named.
 */
export function joinGroups(groups: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const groupOf = new Map<string, readonly string[]>();
  const joined = new Set<readonly string[]>();
  for (const members of groups) {
    const touched = new Set(members.flatMap((member) => [groupOf.get(member) ?? []]));
    const merged = [...new Set([...[...touched].flat(), ...members])];
    for (const group of touched) joined.delete(group);
    for (const member of merged) groupOf.set(member, merged);
    joined.add(merged);
  }
  return [...joined];
}
