import { element, listening } from "../element.ts";

/** A line of text to type. */
export type TextFieldLook = {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  /** Said below the field while nothing is wrong. */
  readonly hint?: (value: string) => string | undefined;
  /** What is wrong with a value; undefined where all is well. */
  readonly fault?: (value: string) => string | undefined;
  /** Told values that are wrong, where they are to be kept as well. */
  readonly onWrong?: (value: string) => void;
};

type FluentTextInput = HTMLElement & { value: string; readonly control?: HTMLInputElement };

/** A Fluent text field with its label, and what is wrong with it. `onChange` is told good values. */
export function textField(
  { key, label, value, placeholder, hint, fault, onWrong }: TextFieldLook,
  onChange: (value: string) => void,
): HTMLElement {
  const input = element(
    "fluent-text-input",
    { "data-key": key, value, placeholder, autocomplete: "off", spellcheck: "false" },
    label,
  ) as FluentTextInput;
  const note = element("div", { class: "hint", id: `note-${key}` });
  const tell = (text: string): boolean => {
    const wrong = fault?.(text);
    note.textContent = wrong ?? hint?.(text) ?? "";
    note.className = wrong === undefined ? "hint" : "hint wrong";
    note.setAttribute("role", wrong === undefined ? "note" : "alert");
    input.control?.setAttribute("aria-invalid", String(wrong !== undefined));
    input.control?.setAttribute("aria-description", note.textContent);
    return wrong === undefined;
  };
  tell(value);
  void customElements.whenDefined("fluent-text-input").then(() => tell(input.value));
  listening(input, {
    change: () => {
      if (tell(input.value)) onChange(input.value);
      else onWrong?.(input.value);
    },
  });
  return element("div", { class: "field" }, input, note);
}
