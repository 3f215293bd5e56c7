import { pathOf } from "./pathOf.ts";

/** The global of `ledger.js`, which `core.js` calls for what plain ledgers do without. */
export const APART = "TLH_LEDGER";

/** The exports of `ledger.js`: functions of one argument. */
export const APART_ENTRY = pathOf("core/apart.ts");

/** The files that have them. They keep `core.js` at a size that Google reads quickly. */
const FUNCTION_BY_FILE: ReadonlyMap<string, string> = new Map([
  [pathOf("core/ledger/damage/findDamage.ts"), "findDamage"],
  [pathOf("core/ledger/imports/importFormats.ts"), "importFormatOf"],
  [pathOf("core/ledger/problemText.ts"), "problemText"],
]);

/**
 * What stands in `core.js` for a file of the core: the same function, which asks `ledger.js` when it
 * is called and not before, because nothing says which file Google loads first. Undefined for a file
 * that stays.
 */
export function standIn(path: string): string | undefined {
  const name = FUNCTION_BY_FILE.get(path);
  if (name === undefined) return undefined;
  const source = `export const ${name} = (given) => ${APART}.${name}(given);`;
  return `data:text/javascript,${encodeURIComponent(source)}`;
}
