import { radios } from "../controls/radios.ts";
import type { Child } from "../element.ts";
import type { SettingsDesk } from "../choices/settingsDesk.ts";
import { settingField } from "./settingField.ts";

/** What the wash-sale rule is applied to. */
export const washChoices = (desk: SettingsDesk): readonly Child[] => [
  radios(
    {
      key: "set-wash",
      label: "The wash-sale rule applies to",
      values: POLICIES,
      chosen: desk.inForce("wash").value,
    },
    (value) => {
      desk.set("wash", value);
    },
  ),
  settingField(
    {
      name: "securities",
      label: "Assets that are securities",
      hint: "With commas; * for all. Blank: the known crypto funds, such as IBIT and ETHA.",
    },
    desk,
  ),
  settingField(
    {
      name: "identical",
      label: "Substantially identical assets",
      hint: "Groups that replace each other. Blank: none.",
      placeholder: "BTC=WBTC, ETH=WETH",
    },
    desk,
  ),
];

const POLICIES = [
  {
    value: "securities",
    text: "Securities (current law)",
    meaning: "Crypto funds and tokenized securities; not coins that you hold directly.",
  },
  {
    value: "conservative",
    text: "Every asset",
    meaning: "As if pending bills were law, or to be on the safe side.",
  },
  { value: "off", text: "Nothing", meaning: "Shows losses without the rule." },
] as const;
