import { element, type Child } from "../element.ts";

/** A part of a page with its heading. */
export function section(heading: string, ...children: readonly Child[]): HTMLElement {
  const id = `heading-${heading.toLowerCase().replace(/[^a-z]+/g, "-")}`;
  return element("section", { "aria-labelledby": id }, element("h3", { id }, heading), ...children);
}

/** The heading of a page; it takes the focus when the page is opened. */
export const pageHeading = (text: string): HTMLElement =>
  element("h2", { tabindex: -1, "data-key": "page-heading" }, text);

/** A paragraph. */
export const paragraph = (text: string, look?: "hint"): HTMLElement =>
  element("p", { class: look }, text);
