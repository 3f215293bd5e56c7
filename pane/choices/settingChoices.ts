import { settingTexts } from "../../core/index.ts";
import type { PaneChoices, Source } from "../paneHost.ts";

/** What holds for a setting, and who says so. */
export type SettingInForce = {
  readonly value: string;
  readonly from: "pane" | "sheet" | "default";
  /** What the settings sheet says, where it says anything. */
  readonly inSheet: string | undefined;
};

/** The settings in force by name: the pane's beat those of the sheet, which beat the defaults. */
export function settingsInForce(
  choices: PaneChoices,
  sources: readonly Source[],
): (name: string) => SettingInForce {
  const sheet = settingsSheet(choices, sources);
  const texts = sheet === undefined ? {} : settingTexts(sheet.sample);
  return (name) => {
    const inSheet = texts[name];
    const own = choices.set[name];
    if (own !== undefined && own !== "") return { value: own, from: "pane", inSheet };
    if (inSheet !== undefined) return { value: inSheet, from: "sheet", inSheet };
    return { value: DEFAULTS[name] ?? "", from: "default", inSheet };
  };
}

/** The sheet of settings that the user has, where there is one. */
export const settingsSheet = (
  { settings }: PaneChoices,
  sources: readonly Source[],
): Source | undefined => sources.find(({ id }) => id === settings);

/** The pane's settings with one more; one that is the same as without it is not kept. */
export function withSetting(
  set: PaneChoices["set"],
  name: string,
  { value, inSheet }: { readonly value: string; readonly inSheet: string | undefined },
): PaneChoices["set"] {
  const others = Object.fromEntries(Object.entries(set).filter(([key]) => key !== name));
  const without = inSheet ?? DEFAULTS[name] ?? "";
  const text = value.trim();
  return text === "" || text === without ? others : { ...others, [name]: text };
}

const DEFAULTS: Readonly<Record<string, string>> = {
  scope: "wallet",
  wash: "securities",
  filing_status: "single",
};
