import { drawing, element, type Child } from "../element.ts";

/** What a message is: something to know, something that went well, a doubt, a failure. */
export type Intent = "info" | "success" | "warning" | "error";

/** A bar that says something of the whole page. An error interrupts a screen reader. */
export const message = (intent: Intent, ...children: readonly Child[]): HTMLElement =>
  element(
    "fluent-message-bar",
    { intent, role: intent === "error" ? "alert" : "status" },
    icon(intent),
    ...children,
  );

const icon = (intent: Intent): SVGElement =>
  drawing(
    "svg",
    { slot: "icon", viewBox: "0 0 20 20", class: `icon ${intent}`, "aria-hidden": "true" },
    drawing("circle", { cx: 10, cy: 10, r: 7.5, class: "ring" }),
    drawing("path", { d: SIGNS[intent], class: "sign" }),
  );

/** Lines inside a ring: an i, a tick, an exclamation mark, a cross. */
const SIGNS: Readonly<Record<Intent, string>> = {
  info: "M10 9.2v4.3M10 6.4v.4",
  success: "M6.8 10.3l2.2 2.2 4.3-4.7",
  warning: "M10 6v4.8M10 13.4v.3",
  error: "M7.4 7.4l5.2 5.2M12.6 7.4l-5.2 5.2",
};
