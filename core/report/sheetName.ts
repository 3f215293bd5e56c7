/** The most characters of a sheet's name. */
const LONGEST = 31;

/**
 * A name for a new sheet that no other has: the one wanted, or with ` (2)`, ` (3)` … behind it.
 * Characters that a sheet's name cannot have become spaces; case does not tell names apart.
 */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  // The name "History" is Excel's own.
  names.add("history");
  const clean =
    wanted
      .replace(/[:\\/?*[\]\p{Cc}\p{Cs}]/gu, " ")
      .replace(/^'+|'+$/g, "")
      .trim() || "Sheet";
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? "" : ` (${number})`;
    const name = clean.slice(0, LONGEST - suffix.length).trimEnd() + suffix;
    if (!names.has(name.toLowerCase())) return name;
  }
}

/** A sheet's name as a formula writes it. */
export const quotedSheet = (name: string): string => `'${name.replace(/'/g, "''")}'`;
