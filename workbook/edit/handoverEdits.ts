import { areaReference } from "../../core/index.ts";
import type { CellRange } from "../read/cellReference.ts";
import { isRefusal, type Refusal } from "../refusals.ts";
import { elementText } from "../sheet/xmlText.ts";
import type { Edit } from "../xml/splice.ts";
import { sharedFormulaStuck } from "./cellRefusals.ts";
import type { FormulaScan, Handover } from "./formulaScan.ts";
import { shiftFormula } from "./shiftFormula.ts";
import { attributesOf, nameOf } from "./tag.ts";

/**
 * Edits that give the text of shared formulas to the next cell that shares them, where the cell
 * that held it is written over. Refuses where the text cannot be said from there.
 */
export function handoverEdits(text: string, formulas: FormulaScan): readonly Edit[] | Refusal {
  const [stuck] = formulas.stuck;
  if (stuck !== undefined) return sharedFormulaStuck(stuck);
  const edits: Edit[] = [];
  for (const handover of formulas.handovers) {
    const edit = handoverEdit(text, handover);
    if (isRefusal(edit)) return edit;
    if (edit !== undefined) edits.push(edit);
  }
  return edits;
}

/** Undefined when no other cell shares the formula. */
function handoverEdit(text: string, handover: Handover): Edit | Refusal | undefined {
  const { from, heir, number } = handover;
  if (heir === undefined) return undefined;
  const shift = { rows: heir.row - from.row, columns: heir.column - from.column };
  const formula = shiftFormula(handover.formula, shift);
  const attributes = attributesOf(text, heir.tag);
  if (formula === undefined || attributes === undefined) return sharedFormulaStuck(from);
  const kept = attributes
    .filter(({ name }) => !OWN.has(name))
    .map(({ start, end }) => ` ${text.slice(start, end)}`);
  const name = nameOf(text, heir.tag);
  const own = ` t="shared" ref="${rangeReference(heir.range)}" si="${number}"`;
  return {
    start: heir.tag.start,
    end: heir.end,
    text: `<${name}${own}${kept.join("")}>${elementText(formula)}</${name}>`,
  };
}

const OWN: ReadonlySet<string> = new Set(["t", "ref", "si"]);

const rangeReference = (range: CellRange): string =>
  areaReference({
    row: range.firstRow,
    column: range.firstColumn - 1,
    rows: range.lastRow - range.firstRow + 1,
    columns: range.lastColumn - range.firstColumn + 1,
  });
