import { NO_CHOICES } from "./choices/sourceChoices.ts";
import type { PaneState } from "./state.ts";

/** Where the state is kept. */
export type Store = {
  readonly state: () => PaneState;
  /** Changes parts of the state, and draws the pane anew unless `quietly`. */
  readonly change: (part: Partial<PaneState>, how?: "quietly") => void;
};

/** A pane that has just been opened. */
const OPENED: PaneState = {
  view: "data",
  sources: { kind: "loading" },
  choices: NO_CHOICES,
  files: undefined,
  run: { kind: "idle" },
  last: undefined,
  notice: undefined,
  done: undefined,
  busy: undefined,
};

/** A store that tells `draw` of the state before and after a change. */
export function storeOf(draw: (before: PaneState, after: PaneState) => void): Store {
  let state = OPENED;
  return {
    state: () => state,
    change: (part, how) => {
      const before = state;
      state = { ...state, ...part };
      if (how !== "quietly") draw(before, state);
    },
  };
}
