import {
  generateTabs,
  isUnreadable,
  tabKind,
  type CellGrid,
  type GeneratedTabs,
  type Tab,
} from "../../core/index.ts";

/** A run over a ledger, with the tabs named. */
export function generated(
  names: readonly string[],
  transactions: CellGrid,
  options = "",
): GeneratedTabs {
  const kinds = names.map((name) => {
    const kind = tabKind(name);
    if (kind === undefined) throw new Error(`There is no tab ${name}.`);
    return kind;
  });
  const cells = { transactions, prices: undefined, options, asOf: undefined };
  const result = generateTabs(cells, kinds, {
    zones: { offsets: () => undefined, workbookZone: undefined },
    progress: () => undefined,
  });
  if (isUnreadable(result)) throw new Error(result.unreadable);
  return result;
}

/** One tab of a ledger. */
export const tabOf = (name: string, transactions: CellGrid, options = ""): Tab =>
  generated([name], transactions, options).tabs[0]!;
