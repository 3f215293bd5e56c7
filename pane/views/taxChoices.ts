import { paragraph } from "../controls/section.ts";
import type { Child } from "../element.ts";
import type { SettingsDesk } from "../choices/settingsDesk.ts";
import { settingField, type SettingFieldLook } from "./settingField.ts";

/** Rates, gains from elsewhere, losses carried in, and what selling costs. */
export const taxChoices = (desk: SettingsDesk): readonly Child[] => [
  paragraph("Flat rates are used instead of the brackets. All of these may stay blank.", "hint"),
  ...FIELDS.map((field) => settingField(field, desk)),
];

const FIELDS: readonly SettingFieldLook[] = [
  { name: "short_rate", label: "Short-term rate", hint: "A flat rate.", placeholder: "24%" },
  { name: "long_rate", label: "Long-term rate", hint: "A flat rate.", placeholder: "15%" },
  { name: "state_rate", label: "State rate", hint: "On top of federal tax.", placeholder: "6%" },
  {
    name: "other_short_gain",
    label: "Other short-term gains",
    hint: "Of this year, from elsewhere; a loss is negative.",
  },
  {
    name: "other_long_gain",
    label: "Other long-term gains",
    hint: "Of this year, from elsewhere; a loss is negative.",
  },
  {
    name: "carryover_short",
    label: "Short-term loss carried in",
    hint: "From last year, as a positive number.",
  },
  {
    name: "carryover_long",
    label: "Long-term loss carried in",
    hint: "From last year, as a positive number.",
  },
  { name: "min_loss", label: "Smallest loss worth a sale", hint: "Dollars." },
  {
    name: "sell_cost",
    label: "Cost of selling",
    hint: "Percent: 0.5 means 0.5%.",
    placeholder: "0.5",
  },
  {
    name: "tax_year",
    label: "Tax year",
    hint: "Blank: the year of the as-of date.",
  },
  {
    name: "time_zone",
    label: "Time zone",
    hint: "For dates without one. Blank: the workbook's.",
    placeholder: "America/New_York",
  },
];
