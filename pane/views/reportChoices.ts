import { dropdown } from "../controls/dropdown.ts";
import type { Child } from "../element.ts";
import type { SettingsDesk } from "../choices/settingsDesk.ts";
import { settingField } from "./settingField.ts";

/** The day, the year and who files. */
export const reportChoices = (desk: SettingsDesk): readonly Child[] => [
  settingField(
    {
      name: "as_of",
      label: "As-of date",
      hint: "Year-month-day. Blank: the newest date of your prices.",
      placeholder: "2026-11-20",
    },
    desk,
  ),
  dropdown(
    {
      key: "set-filing_status",
      label: "Filing status",
      values: FILING,
      chosen: desk.inForce("filing_status").value,
    },
    (value) => {
      desk.set("filing_status", value);
    },
  ),
  settingField(
    {
      name: "taxable_income",
      label: "Taxable income before gains",
      hint: "Dollars. With it, the tax saved is worked out by brackets.",
      placeholder: "150000",
    },
    desk,
  ),
];

const FILING = [
  { value: "single", text: "Single" },
  { value: "mfj", text: "Married filing jointly" },
  { value: "mfs", text: "Married filing separately" },
  { value: "hoh", text: "Head of household" },
];
