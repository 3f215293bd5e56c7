import { elementOf } from "./elementOf.ts";

/** What can have the focus in a part of the page. */
const FOCUSABLE = "[data-key], button, [contenteditable=true], input, [tabindex='0']";

/**
 * F6 goes from one part of the page to the next, Shift+F6 back: the grid keeps the Tab key for its
 * cells, and a keyboard alone would not come out of it.
 */
export function moveBetweenParts(ids: readonly string[]): void {
  const listen = (event: KeyboardEvent): void => {
    if (event.key !== "F6") return;
    event.preventDefault();
    event.stopPropagation();
    const parts = ids.map(elementOf);
    const here = parts.findIndex((part) => part.contains(document.activeElement));
    const step = event.shiftKey ? parts.length - 1 : 1;
    focusIn(parts[(Math.max(here, 0) + step) % parts.length]);
  };
  window.addEventListener("keydown", listen, { capture: true });
}

function focusIn(part: HTMLElement | undefined): void {
  const inside = part?.querySelector<HTMLElement>(
    part.id === "grid" ? "[contenteditable=true]" : FOCUSABLE,
  );
  (part?.matches(FOCUSABLE) === true ? part : inside)?.focus();
}
