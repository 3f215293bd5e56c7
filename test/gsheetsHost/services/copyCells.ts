import type { Cell } from "../model/cell.ts";
import { BLANK } from "../model/cell.ts";
import { EnumMember, Fault } from "../service.ts";
import { changeCells, mapCells, type RangeState } from "./objects.ts";

type CopyOptions = { readonly contentsOnly?: boolean; readonly formatOnly?: boolean };

/**
 * Copies a range to another one of the same size, or over as many whole copies as fit in it. A
 * formula goes to the same place of another sheet as it stands, because its references are to cells
 * of the sheet that it is on; to any other place it is refused: its references would move.
 */
export function copyCells(
  from: RangeState,
  to: RangeState,
  how: EnumMember | CopyOptions | undefined,
): void {
  const cells = mapCells(from, (cell) => cell);
  const hasFormulas = cells.some((row) => row.some(({ formula }) => formula !== undefined));
  const stays =
    from.area.row === to.area.row &&
    from.area.column === to.area.column &&
    from.area.rows === to.area.rows &&
    from.area.columns === to.area.columns;
  if (hasFormulas && kindOf(how) === "all" && !stays) {
    throw new Fault("Range.copyTo of a formula to another place is not emulated.");
  }
  if (hasFormulas && kindOf(how) === "values") {
    throw new Fault("Range.copyTo of a formula's value is not emulated.");
  }
  const fits = to.area.rows % from.area.rows === 0 && to.area.columns % from.area.columns === 0;
  const target = fits
    ? to
    : { ...to, area: { ...to.area, rows: from.area.rows, columns: from.area.columns } };
  const kind = kindOf(how);
  changeCells(target, (old, down, across) => {
    const source = cells[down % from.area.rows]?.[across % from.area.columns] ?? BLANK;
    return pasted(old, source, kind);
  });
}

function pasted(old: Cell, source: Cell, kind: "all" | "values" | "formats"): Cell {
  if (kind === "formats") return { ...old, format: source.format };
  return kind === "all" ? source : { ...old, entry: source.entry };
}

function kindOf(how: EnumMember | CopyOptions | undefined): "all" | "values" | "formats" {
  if (how instanceof EnumMember) {
    const kind = { PASTE_NORMAL: "all", PASTE_VALUES: "values", PASTE_FORMAT: "formats" }[how.name];
    if (kind === undefined) throw new Fault(`Range.copyTo with ${how.name} is not emulated.`);
    return kind as "all" | "values" | "formats";
  }
  if (how?.contentsOnly === true) return "values";
  return how?.formatOnly === true ? "formats" : "all";
}
