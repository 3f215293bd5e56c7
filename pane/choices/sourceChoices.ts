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
  return { ...choices, ...Object.fromEntries(kept) };
}

/** The choices with the ranges of newly added sheets; a ledger among them brings new headings. */
export function withAdded(choices: PaneChoices, added: readonly Source[]): PaneChoices {
  const found = detected(added);
  const headings = found.transactions === undefined ? choices.headings : {};
  const taken = ROLES.flatMap((role) => (found[role] === undefined ? [] : [[role, found[role]]]));
  return { ...choices, headings, ...(Object.fromEntries(taken) as Partial<PaneChoices>) };
}

type Found = Readonly<Record<SheetRole, string | undefined>>;

function detected(sources: readonly Source[]): Found {
  const sheets = detectSheets(sources.map(({ name, sample }) => ({ name, grid: sample })));
  const idOf = (role: SheetRole): string | undefined =>
    sources.find(({ name }) => name === sheets[role])?.id;
  return { transactions: idOf("transactions"), prices: idOf("prices"), settings: idOf("settings") };
}
