import { webDarkTheme, webLightTheme } from "@fluentui/tokens";
import { setTheme } from "@fluentui/web-components/theme/set-theme.js";
import { contrast } from "./contrast.ts";
import type { HostTheme, ThemeSource } from "./paneHost.ts";

/** Looks like the host, now and each time that its theme changes; else like the system. */
export function followTheme(root: HTMLElement, source: ThemeSource | undefined): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const ofSystem = (): HostTheme => ({ isDark: system.matches, background: undefined });
  let current = source?.current();
  wear(root, current ?? ofSystem());
  source?.onChange((theme) => {
    current = theme;
    wear(root, theme);
  });
  system.addEventListener("change", () => {
    if (current === undefined) wear(root, ofSystem());
  });
}

/** Below this, grey text on the host's own background would be hard to read. */
const LEAST_CONTRAST = 4.5;

function wear(root: HTMLElement, { isDark, background }: HostTheme): void {
  const theme = isDark ? webDarkTheme : webLightTheme;
  const fits =
    background !== undefined &&
    (contrast(background, isDark ? "#999999" : "#616161") ?? 0) >= LEAST_CONTRAST;
  setTheme(fits ? { ...theme, colorNeutralBackground2: background } : theme);
  root.dataset["theme"] = isDark ? "dark" : "light";
}
