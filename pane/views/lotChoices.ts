import { dropdown } from "../controls/dropdown.ts";
import { paragraph } from "../controls/section.ts";
import type { Child } from "../element.ts";
import type { Pane } from "../state.ts";
import type { SettingsDesk } from "../choices/settingsDesk.ts";
import { settingField } from "./settingField.ts";
import { standingOrder } from "./standingOrder.ts";

/** Where lots are pooled, and which are sold first. */
export const lotChoices = (desk: SettingsDesk, pane: Pane): readonly Child[] => [
  dropdown(
    {
      key: "set-scope",
      label: "Lots are pooled",
      values: SCOPES,
      chosen: desk.inForce("scope").value,
    },
    (value) => {
      desk.set("scope", value);
    },
  ),
  paragraph(
    "Since 2025 the law pools by wallet. “By wallet from 2025” carries older lots over.",
    "hint",
  ),
  settingField(
    {
      name: "method_since",
      label: "Methods on record",
      hint: "Standing orders with their dates. Without one, the law sells the oldest lots first (FIFO).",
      placeholder: "LIFO 2025-01-01 @Kraken",
    },
    desk,
  ),
  standingOrder(pane),
];

const SCOPES = [
  { value: "wallet", text: "By wallet" },
  { value: "universal", text: "Over all wallets" },
  { value: "transition", text: "By wallet from 2025" },
];
