import { element, listening } from "../element.ts";

type FluentCheckbox = HTMLElement & { readonly checked: boolean };

/** A Fluent checkbox with its words. */
export function checkbox(
  {
    key,
    label,
    checked,
  }: { readonly key: string; readonly label: string; readonly checked: boolean },
  onChange: (checked: boolean) => void,
): HTMLElement {
  const id = `check-${key}`;
  const box = element("fluent-checkbox", {
    id,
    "data-key": key,
    checked,
    "aria-label": label,
  }) as FluentCheckbox;
  listening(box, {
    change: () => {
      onChange(box.checked);
    },
  });
  return element("div", { class: "check" }, box, element("label", { for: id }, label));
}
