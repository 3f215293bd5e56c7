import { element, listening } from "../element.ts";

/** One of a few values, with what it means. */
export type Radio<V extends string> = {
  readonly value: V;
  readonly text: string;
  readonly meaning: string;
};

/** A few values to choose one of, all in sight. */
export function radios<V extends string>(
  {
    key,
    label,
    values,
    chosen,
  }: {
    readonly key: string;
    readonly label: string;
    readonly values: readonly Radio<V>[];
    readonly chosen: string;
  },
  onChoose: (value: V) => void,
): HTMLElement {
  const group = element(
    "fluent-radio-group",
    { "aria-label": label, orientation: "vertical", name: key, value: chosen },
    ...values.map(({ value, text, meaning }) =>
      element(
        "div",
        { class: "option" },
        element("fluent-radio", {
          value,
          role: "radio",
          "aria-checked": String(value === chosen),
          name: key,
          checked: value === chosen,
          "data-key": `${key}-${value}`,
          "aria-label": text,
          "aria-description": meaning,
        }),
        element(
          "div",
          { class: "option-words" },
          element("span", { "aria-hidden": "true" }, text),
          element("span", { class: "hint" }, meaning),
        ),
      ),
    ),
  );
  return listening(group, {
    change: (event) => {
      const target = event.target as HTMLElement & { readonly value?: string };
      const picked = values.find(({ value }) => value === target.value);
      if (picked === undefined) return;
      // Tools that do not see into the component read the state here.
      for (const radio of group.querySelectorAll("fluent-radio")) {
        radio.setAttribute("aria-checked", String(radio === target));
      }
      onChoose(picked.value);
    },
  });
}
