/** The kinds of damage that can be mended, as the setting `repair` names them. */
const MENDABLE = ["dates", "ids", "numbers", "zones"];

/** The value of the setting `repair` once one kind is let be mended, or no longer. */
export function repairSetting(value: string, kind: string, isAllowed: boolean): string {
  const allowed = new Set(kindsIn(value));
  if (isAllowed) allowed.add(kind);
  else allowed.delete(kind);
  return allowed.size === 0 ? "none" : [...allowed].join(", ");
}

function kindsIn(value: string): readonly string[] {
  const words = value
    .toLowerCase()
    .split(",")
    .map((word) => word.trim());
  return words.includes("all") ? MENDABLE : words.filter((word) => MENDABLE.includes(word));
}
