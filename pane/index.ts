import "./fluent.ts";
import { mountedPane, type PaneHandle } from "./mountedPane.ts";
import type { PaneHost } from "./paneHost.ts";
import { followTheme } from "./theme.ts";

export type { PaneHandle };
export type {
  CellPlace,
  HostTheme,
  LastRun,
  Outcome,
  PaneChoices,
  PaneHost,
  Run,
  Source,
  ThemeSource,
} from "./paneHost.ts";

/**
 * Puts the pane into an element of a page that has pane.css. It does all else through the host.
 */
export function mountPane(root: HTMLElement, host: PaneHost): PaneHandle {
  followTheme(root, host.theme);
  return mountedPane(root, host);
}
