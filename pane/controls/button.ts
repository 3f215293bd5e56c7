import { element, listening } from "../element.ts";

/** A button. `key` finds it again when the page is drawn anew. */
export type ButtonLook = {
  readonly key: string;
  readonly look?: "primary" | "outline" | "subtle" | "transparent";
  readonly size?: "small" | "medium";
  /** Said instead of the text, where the text alone does not tell. */
  readonly label?: string;
  readonly disabled?: boolean;
};

/** A Fluent button with a text. */
export const button = (
  text: string,
  { key, look = "outline", size = "medium", label, disabled }: ButtonLook,
  onClick: () => void,
): HTMLElement =>
  listening(
    element(
      "fluent-button",
      {
        "data-key": key,
        appearance: look === "outline" ? undefined : look,
        size,
        "aria-label": label,
        disabled,
      },
      text,
    ),
    { click: onClick },
  );
