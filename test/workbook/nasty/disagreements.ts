import type { OfficeValue, Recalculated } from "../../support/libreOffice.ts";
import { cachedFormulas, type CachedFormula } from "./cachedFormulas.ts";
import { UNKNOWN_TO_LIBREOFFICE } from "./nastyWorkbook.ts";

/** Formula cells whose value in the file is not what LibreOffice computes, in words. */
export function disagreements(file: Uint8Array, opened: Recalculated): readonly string[] {
  const computed = new Map(
    opened.cells.map(({ sheet, cell, after }) => [`${sheet}!${cell}`, after]),
  );
  return cachedFormulas(file).flatMap((formula) => {
    const place = `${formula.sheet}!${formula.cell}`;
    if (formula.value === undefined || UNKNOWN_TO_LIBREOFFICE.has(place)) return [];
    const after = computed.get(place);
    return agrees(formula, after)
      ? []
      : [`${place}: ${formula.formula} is ${formula.value}, computed ${JSON.stringify(after)}`];
  });
}

/** Numbers agree to nine digits: LibreOffice adds in another order. */
function agrees({ type, value = "" }: CachedFormula, after: OfficeValue | undefined): boolean {
  if (after === undefined) return false;
  if (type === "e") return typeof after === "object";
  if (type === "str") return after === value;
  if (typeof after !== "number") return false;
  return (
    Math.abs(after - Number(value)) <= 1e-9 * Math.max(Math.abs(after), Math.abs(Number(value)))
  );
}
