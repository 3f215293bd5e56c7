import { button } from "../controls/button.ts";
import { section } from "../controls/section.ts";
import { element } from "../element.ts";
import type { Pane } from "../state.ts";

/** The tabs that were written; each button shows one. */
export const tabsSection = (
  tabs: readonly string[],
  { act, host }: Pane,
): HTMLElement | undefined =>
  tabs.length === 0
    ? undefined
    : section(
        "Tabs in the workbook",
        element(
          "ul",
          { class: "tabs" },
          ...tabs.map((name, index) =>
            element(
              "li",
              {},
              button(name, { key: `show-${index}`, look: "transparent", size: "small" }, () => {
                act.ask(() => host.showTab(name));
              }),
            ),
          ),
        ),
      );
