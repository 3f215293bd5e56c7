import { button } from "../controls/button.ts";
import { element } from "../element.ts";

/** What stands in the footer while a run goes on. */
export type ProgressBar = {
  readonly parts: readonly HTMLElement[];
  /** Shows a step, and the share where it is known. */
  readonly show: (step: string, share: number | undefined) => void;
};

/** A progress bar with the step in words, and a button to cancel. */
export function progressBar(cancel: () => void): ProgressBar {
  const words = element("div", { class: "step" }, "Starting…");
  const bar = element("fluent-progress-bar", { "aria-label": "Progress", max: 1 });
  return {
    parts: [
      element("div", { class: "running" }, words, bar),
      button("Cancel", { key: "cancel", label: "Cancel generating (Escape)" }, cancel),
    ],
    show: (step, share) => {
      words.textContent = `${step}…`;
      if (share === undefined) bar.removeAttribute("value");
      else bar.setAttribute("value", String(Math.min(1, Math.max(0, share))));
    },
  };
}
