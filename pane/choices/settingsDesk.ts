import type { Pane } from "../state.ts";
import { settingsInForce, withSetting, type SettingInForce } from "./settingChoices.ts";

/** What a group of choices needs: what is in force, and how to choose otherwise. */
export type SettingsDesk = {
  readonly inForce: (name: string) => SettingInForce;
  readonly set: (name: string, value: string) => void;
};

/** Reads and keeps settings; what was typed a moment ago counts, although the page is not redrawn. */
export function settingsDesk({ state, act }: Pane): SettingsDesk {
  const sources = state.sources.kind === "ready" ? state.sources.list : [];
  let { set } = state.choices;
  return {
    inForce: (name) => settingsInForce({ ...state.choices, set }, sources)(name),
    set: (name, value) => {
      const { inSheet } = settingsInForce(state.choices, sources)(name);
      set = withSetting(set, name, { value, inSheet });
      act.choose({ set }, "quietly");
    },
  };
}
