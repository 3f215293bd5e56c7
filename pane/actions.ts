import { withAdded, withSources } from "./choices/sourceChoices.ts";
import { clockText } from "./clock.ts";
import { fileActionsOf } from "./fileActions.ts";
import { dollars } from "./format.ts";
import { latestOnly } from "./latestOnly.ts";
import type { Outcome, PaneChoices, PaneHost, Source } from "./paneHost.ts";
import { sentenceOf } from "./sentenceOf.ts";
import type { Actions, Stage } from "./state.ts";
import type { Store } from "./store.ts";

/** What the pane itself does: `open` once at the start, `refresh` when the workbook has changed. */
export type OwnActions = {
  readonly open: () => Promise<void>;
  readonly refresh: () => Promise<void>;
};

/** All that the user can do, and what the pane does itself. */
export function actionsOf(store: Store, host: PaneHost, stage: Stage): Actions & OwnActions {
  const { state, change } = store;
  const keep = latestOnly(host.saveChoices, (error) => {
    change({ notice: `Your choices could not be kept: ${sentenceOf(error)}` });
  });
  const choose = (choices: PaneChoices, how?: "quietly"): void => {
    change({ choices }, how);
    void keep(choices);
  };
  const reload = (): Promise<void> => readSources(store, host, withSources);
  const add: Actions["addSheets"] = (words, work) => {
    void addSheets({ store, host, stage }, words, work).then(() => keep(state().choices));
  };
  return {
    ...fileActionsOf({ store, host, stage, addSheets: add }),
    go: (view) => {
      change({ view, notice: undefined, done: undefined });
      stage.focus("page-heading");
    },
    choose: (choices, how) => {
      choose({ ...state().choices, ...choices }, how);
    },
    generate: () => {
      if (state().run.kind === "running") return;
      // Also choices that were only found, not made: the next session begins with them.
      void keep(state().choices);
      void generate(store, host, stage);
    },
    cancel: () => {
      const { run } = state();
      if (run.kind === "running") run.stop.abort();
    },
    reload: () => {
      void reload();
    },
    refresh: reload,
    addSheets: add,
    ask: (work) => {
      void settle(work(), store);
    },
    open: async () => {
      const isReturning = await recall(store, host);
      await reload();
      const { choices, view } = state();
      if (isReturning && choices.transactions !== undefined && view === "data") {
        change({ view: "answer" });
      }
    },
  };
}

async function settle(work: Promise<void>, { change }: Store): Promise<void> {
  try {
    await work;
  } catch (error) {
    change({ notice: sentenceOf(error), busy: undefined });
  }
}

/** Brings back what the workbook keeps; true where it keeps the choice of a ledger. */
async function recall(store: Store, host: PaneHost): Promise<boolean> {
  let isReturning = false;
  const bring = async (): Promise<void> => {
    const choices = await host.loadChoices();
    if (choices !== undefined) store.change({ choices }, "quietly");
    isReturning = choices?.transactions !== undefined;
    store.change({ last: await host.lastRun() }, "quietly");
  };
  await settle(bring(), store);
  return isReturning;
}

async function readSources(
  { state, change }: Store,
  host: PaneHost,
  chosenFrom: (choices: PaneChoices, sources: readonly Source[]) => PaneChoices,
): Promise<void> {
  try {
    const list = await host.sources();
    const choices = chosenFrom(state().choices, list);
    change({ sources: { kind: "ready", list }, choices });
  } catch (error) {
    change({ sources: { kind: "failed", sentence: sentenceOf(error) } });
  }
}

async function addSheets(
  { store, host, stage }: { readonly store: Store; readonly host: PaneHost; readonly stage: Stage },
  words: string,
  add: () => Promise<string | undefined>,
): Promise<void> {
  const { state, change } = store;
  const { sources } = state();
  const known = new Set(sources.kind === "ready" ? sources.list.map(({ id }) => id) : []);
  change({ busy: words, notice: undefined, done: undefined });
  stage.say(words);
  try {
    const done = await add();
    await readSources(store, host, (choices, list) =>
      withAdded(
        choices,
        list.filter(({ id }) => !known.has(id)),
      ),
    );
    change({ busy: undefined, done });
    stage.say(`Done. The new sheets are picked. ${done ?? ""}`.trimEnd());
  } catch (error) {
    change({ busy: undefined, notice: sentenceOf(error) });
  }
}

async function generate(store: Store, host: PaneHost, stage: Stage): Promise<void> {
  const { state, change } = store;
  const stop = new AbortController();
  change({ run: { kind: "running", stop }, notice: undefined, done: undefined });
  stage.focus("cancel");
  const outcome = await outcomeOf(host, state().choices, { stop, stage });
  if (outcome.kind === "done") {
    const { answer, tabs } = outcome;
    change({
      run: { kind: "idle" },
      last: { answer, tabs, madeAt: clockText(new Date()) },
      view: "answer",
    });
    const { lead } = answer;
    stage.say(
      `Done. Loss available: ${dollars(lead.harvestableLoss)}.${
        lead.taxSaved === null ? "" : ` Tax saved: ${dollars(lead.taxSaved)}.`
      }`,
    );
  } else {
    change({ run: outcome, view: "answer" });
  }
  stage.focus("page-heading");
}

async function outcomeOf(
  host: PaneHost,
  choices: PaneChoices,
  { stop, stage }: { readonly stop: AbortController; readonly stage: Stage },
): Promise<Outcome> {
  try {
    return await host.generate(choices, {
      progress: (step, share) => {
        stage.progress(step, share);
      },
      signal: stop.signal,
    });
  } catch (error) {
    return stop.signal.aborted
      ? { kind: "cancelled" }
      : { kind: "failed", sentence: sentenceOf(error) };
  }
}
