import { element, listening } from "../element.ts";

/** A value to choose, with the text that stands for it. */
export type DropdownValue<V> = { readonly value: V; readonly text: string };

/** A list to choose one of. */
export type DropdownLook<V> = {
  readonly key: string;
  readonly label: string;
  /** Only for screen readers, where the page shows the label in another way. */
  readonly hidesLabel?: boolean;
  readonly values: readonly DropdownValue<V>[];
  readonly chosen: V;
  readonly size?: "small" | "medium";
};

type FluentDropdown = HTMLElement & { readonly selectedIndex: number };

/** A Fluent dropdown with its label. `onChoose` is told the value. */
export function dropdown<V>(
  { key, label, hidesLabel = false, values, chosen, size = "medium" }: DropdownLook<V>,
  onChoose: (value: V) => void,
): HTMLElement {
  const list = element(
    "fluent-listbox",
    {},
    ...values.map(({ value, text }, index) =>
      element("fluent-option", { value: String(index), selected: value === chosen }, text),
    ),
  );
  const control = element("fluent-dropdown", { "data-key": key, size }, list) as FluentDropdown;
  nameControl(control, label);
  listening(control, {
    change: (event) => {
      if (event.target !== control) return;
      const picked = values[control.selectedIndex];
      if (picked !== undefined) onChoose(picked.value);
    },
  });
  if (hidesLabel) return control;
  // The button inside has the name; the visible words are a copy of it.
  return element(
    "div",
    { class: "field" },
    element("span", { class: "label", "aria-hidden": "true" }, label),
    control,
  );
}

/**
 * The component makes its button when it likes; the button needs the label as its name, and to say
 * that it is closed before it was ever opened.
 */
function nameControl(control: HTMLElement, label: string): void {
  const named = new MutationObserver(() => {
    const inner = control.querySelector("button[role=combobox]");
    if (inner === null) return;
    inner.setAttribute("aria-label", label);
    if (!inner.hasAttribute("aria-expanded")) inner.setAttribute("aria-expanded", "false");
    named.disconnect();
  });
  named.observe(control, { childList: true });
}
