import { actionsOf } from "./actions.ts";
import { message } from "./controls/message.ts";
import { listening, type Child } from "./element.ts";
import type { PaneHost } from "./paneHost.ts";
import type { Pane, PaneState, ViewName } from "./state.ts";
import { storeOf } from "./store.ts";
import { answerView } from "./views/answerView.ts";
import { choicesView } from "./views/choicesView.ts";
import { columnsView } from "./views/columnsView.ts";
import { dataView } from "./views/dataView.ts";
import { footerOf, frame } from "./views/frame.ts";
import { progressBar, type ProgressBar } from "./views/progress.ts";

const PAGES: Readonly<Record<ViewName, (pane: Pane) => readonly Child[]>> = {
  data: dataView,
  columns: columnsView,
  choices: choicesView,
  answer: answerView,
};

/** What a host's own buttons do in a pane that is open. */
export type PaneHandle = {
  /** Generates the tabs with the choices that were kept, as the pane's own button does. */
  readonly generate: () => void;
  /** Looks at the workbook's sheets again. */
  readonly reload: () => void;
};

/** The pane at work: the state is drawn, and what the user does changes the state. */
export function mountedPane(root: HTMLElement, host: PaneHost): PaneHandle {
  let bar: ProgressBar | undefined;
  const store = storeOf((before, after) => {
    draw(before, after);
  });
  const parts = frame(root, (view) => {
    if (view !== store.state().view) store.change({ view, notice: undefined, done: undefined });
  });
  const act = actionsOf(store, host, {
    progress: (step, share) => {
      bar?.show(step, share);
      if (parts.status.textContent !== step) parts.status.textContent = step;
    },
    say: (words) => {
      parts.status.textContent = words;
    },
    focus: (key) => {
      focusOn(root, key);
    },
  });
  const drawFooter = (pane: Pane): void => {
    if (pane.state.run.kind !== "running") {
      bar = undefined;
      parts.footer.replaceChildren(...present(footerOf(pane)));
    } else if (bar === undefined) {
      bar = progressBar(act.cancel);
      parts.footer.replaceChildren(...bar.parts);
    }
  };
  const draw = (before: PaneState, after: PaneState): void => {
    const pane: Pane = { state: after, host, act };
    const { main } = parts;
    const isNewPage = before.view !== after.view || isMerging(before) !== isMerging(after);
    const focused = isNewPage ? undefined : focusedKey();
    drawFooter(pane);
    parts.mark(after.view);
    if (!main.hasChildNodes() || !showsTheSame(before, after)) {
      const top = isNewPage ? 0 : main.scrollTop;
      main.replaceChildren(...noticeOf(after), ...present(PAGES[after.view](pane)));
      main.scrollTop = top;
    }
    if (focused !== undefined) focusOn(root, focused);
  };
  listening(root, {
    keydown: (event) => {
      if ((event as KeyboardEvent).key === "Escape") act.cancel();
    },
  });
  store.change({});
  // What is asked for before the pane knows the workbook waits until it does.
  const opened = act.open();
  return {
    generate: () => {
      void opened.then(act.refresh).then(act.generate);
    },
    reload: () => {
      void opened.then(act.refresh);
    },
  };
}

/** True where a page looks as before: only the answer shows how a run goes. */
const showsTheSame = (before: PaneState, after: PaneState): boolean =>
  before.view === after.view &&
  after.view !== "answer" &&
  before.sources === after.sources &&
  before.choices === after.choices &&
  isMerging(before) === isMerging(after) &&
  before.notice === after.notice &&
  before.done === after.done &&
  before.busy === after.busy;

/** True while files wait to be merged; what is typed of them is no new page. */
const isMerging = ({ files }: PaneState): boolean => files !== undefined;

const present = (children: readonly Child[]): (Node | string)[] =>
  children.filter((child) => child !== undefined);

const noticeOf = ({ notice, done, busy }: PaneState): HTMLElement[] => [
  ...(notice === undefined ? [] : [message("error", notice)]),
  ...(done === undefined ? [] : [message("success", done)]),
  ...(busy === undefined ? [] : [message("info", busy)]),
];

/** The key of the control that has the focus. */
const focusedKey = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>("[data-key]")?.dataset["key"];

/**
 * Gives the focus to a control, once the page is drawn: Fluent makes the inner control of some a
 * moment later, and what was drawn until then is what the user sees.
 */
function focusOn(root: HTMLElement, key: string): void {
  requestAnimationFrame(() => {
    root.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
  });
}
