import {
  detectSheets,
  USUAL_TAB_NAMES,
  type SheetRole,
  type StatementRole,
} from "../../core/index.ts";
import type { PaneChoices, Source } from "../paneHost.ts";

/** What the ranges are for. */
export const ROLES = ["transactions", "prices", "settings"] as const satisfies readonly SheetRole[];

/** What others stated: found by name, not picked. */
export const STATEMENT_ROLES = ["balances", "broker"] as const satisfies readonly StatementRole[];

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
  const { balances, broker } = found;
  return { ...choices, ...Object.fromEntries(kept), balances, broker };
}

/** The choices with the ranges of newly added sheets; a ledger among them brings new headings. */
export function withAdded(choices: PaneChoices, added: readonly Source[]): PaneChoices {
  const found = detected(added);
  const headings = found.transactions === undefined ? choices.headings : {};
  const taken = [...ROLES, ...STATEMENT_ROLES].flatMap((role) =>
    found[role] === undefined ? [] : [[role, found[role]]],
  );
  return { ...choices, headings, ...(Object.fromEntries(taken) as Partial<PaneChoices>) };
}

type Found = Readonly<Record<SheetRole | StatementRole, string | undefined>>;

function detected(sources: readonly Source[]): Found {
  const sheets = detectSheets(sources.map(({ name, sample }) => ({ name, grid: sample })));
  const idOf = (found: string | undefined): string | undefined =>
    sources.find(({ name }) => name === found)?.id;
  return {
    transactions: idOf(sheets.transactions),
    prices: idOf(sheets.prices),
    settings: idOf(sheets.settings),
    balances: idOf(sheets.statements?.balances),
    broker: idOf(sheets.statements?.broker),
  };
}
