import { detectSheets, USUAL_TAB_NAMES, type SheetRole } from "../../core/index.ts";
import type { PaneChoices, Source } from "../paneHost.ts";

/** What the ranges are for. */
export const ROLES = ["transactions", "prices", "settings"] as const satisfies readonly SheetRole[];

/** Before the user has chosen anything. */
export const NO_CHOICES: PaneChoices = {
  transactions: undefined,
  prices: undefined,
  settings: undefined,
  set: {},
  headings: {},
  tabs: USUAL_TAB_NAMES,
};

/**
 * The choices with the ranges found by their headings: all of them before the first choice, later
 * those whose sheet is gone.
 */
export function withSources(choices: PaneChoices, sources: readonly Source[]): PaneChoices {
  const found = detected(sources);
  const isThere = (id: string): boolean => sources.some((source) => source.id === id);
  if (choices.transactions === undefined) return { ...choices, ...found };
  const kept = ROLES.map((role) => {
    const id = choices[role];
    return [role, id === undefined || isThere(id) ? id : found[role]] as const;
  });
  const { balances, brokers } = found;
  return { ...choices, ...Object.fromEntries(kept), balances, brokers };
}

/** The choices with the ranges of newly added sheets; a ledger among them brings new headings. */
export function withAdded(choices: PaneChoices, added: readonly Source[]): PaneChoices {
  const found = detected(added);
  const headings = found.transactions === undefined ? choices.headings : {};
  const taken = Object.entries(found).filter(([, id]) => id !== undefined);
  // A workbook may come by its brokers' forms one by one.
  const brokers = [...new Set([...(choices.brokers ?? []), ...(found.brokers ?? [])])];
  return { ...choices, headings, ...Object.fromEntries(taken), brokers };
}

type Found = Pick<PaneChoices, SheetRole | "balances" | "brokers">;

function detected(sources: readonly Source[]): Found {
  const sheets = detectSheets(sources.map(({ name, sample }) => ({ name, grid: sample })));
  const idOf = (found: string | undefined): string | undefined =>
    sources.find(({ name }) => name === found)?.id;
  return {
    transactions: idOf(sheets.transactions),
    prices: idOf(sheets.prices),
    settings: idOf(sheets.settings),
    balances: idOf(sheets.statements?.balances),
    brokers: sheets.statements?.brokers?.flatMap((name) => idOf(name) ?? []),
  };
}
