import { button } from "../controls/button.ts";
import { element, listening, type Child } from "../element.ts";
import { filesFooter } from "./filesView.ts";
import { VIEWS, type Pane, type ViewName } from "../state.ts";

/** The parts of the pane that stay while its pages change. */
export type Frame = {
  readonly main: HTMLElement;
  readonly footer: HTMLElement;
  /** Said by screen readers when it changes. */
  readonly status: HTMLElement;
  /** Marks the open page. */
  readonly mark: (view: ViewName) => void;
};

/** Its property is set before it tells of a change, its attribute after. */
type FluentTablist = HTMLElement & { activeid: string };

const TITLES: Readonly<Record<ViewName, string>> = {
  data: "Data",
  columns: "Columns",
  choices: "Choices",
  answer: "Answer",
};

/** Puts the frame into the root: title, pages, footer with the next step. */
export function frame(root: HTMLElement, go: (view: ViewName) => void): Frame {
  const tabs = VIEWS.map((view) =>
    element("fluent-tab", { id: `tab-${view}`, "aria-controls": "pane-page" }, TITLES[view]),
  );
  const tablist = element(
    "fluent-tablist",
    { size: "small", "aria-label": "Steps", activeid: "tab-data" },
    ...tabs,
  ) as FluentTablist;
  listening(tablist, {
    change: () => {
      const view = VIEWS.find((one) => `tab-${one}` === tablist.activeid);
      if (view !== undefined) go(view);
    },
  });
  const main = element("main", { id: "pane-page", role: "tabpanel", tabindex: -1 });
  const footer = element("footer", {});
  const status = element("div", { class: "unseen", role: "status", "aria-live": "polite" });
  root.classList.add("tlh-pane");
  root.replaceChildren(
    element("header", {}, element("h1", {}, "Tax-loss harvesting"), tablist),
    main,
    footer,
    status,
  );
  return {
    main,
    footer,
    status,
    mark: (view) => {
      tablist.activeid = `tab-${view}`;
      main.setAttribute("aria-labelledby", `tab-${view}`);
    },
  };
}

/** The next step, or what runs and how to stop it. */
export function footerOf(pane: Pane): readonly Child[] {
  const { state, act } = pane;
  if (state.run.kind === "running") return [];
  if (state.view === "data" && state.files !== undefined) return filesFooter(pane);
  const next = VIEWS[VIEWS.indexOf(state.view) + 1];
  const disabled = state.choices.transactions === undefined || state.busy !== undefined;
  const isLast = next === undefined || state.view === "choices";
  const generate = button(
    state.last === undefined ? "Generate" : "Generate again",
    { key: "generate", look: isLast ? "primary" : "outline", disabled },
    act.generate,
  );
  if (isLast) return [generate];
  const onward = button(
    `Next: ${TITLES[next].toLowerCase()}`,
    { key: "next", look: "primary", disabled },
    () => {
      act.go(next);
    },
  );
  return [onward, generate];
}
