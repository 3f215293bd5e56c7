import type { HostTheme, ThemeSource } from "../../pane/index.ts";

/** How Office looks, where it tells; otherwise the pane follows the system. */
export function excelTheme(): ThemeSource | undefined {
  if (typeof Office === "undefined") return undefined;
  const { officeTheme } = Office.context as Partial<Office.Context>;
  if (officeTheme === undefined) return undefined;
  return {
    current: () => themeOf(Office.context.officeTheme),
    onChange: (show) => {
      // Excel has no event for it: the theme is read again when the user comes back to the pane.
      addEventListener("focus", () => {
        show(themeOf(Office.context.officeTheme));
      });
    },
  };
}

/** Dark where the background is: brightness weighs green most, as eyes do. */
function themeOf({ bodyBackgroundColor }: Office.OfficeTheme): HostTheme {
  const digits = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(bodyBackgroundColor);
  if (digits === null) return { isDark: false, background: undefined };
  const [red = 255, green = 255, blue = 255] = digits.slice(1, 4).map((pair) => parseInt(pair, 16));
  const brightness = (red * 299 + green * 587 + blue * 114) / 1000;
  return { isDark: brightness < 128, background: bodyBackgroundColor };
}
