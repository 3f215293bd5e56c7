import { settingFault } from "../../core/index.ts";
import { textField } from "../controls/textField.ts";
import type { SettingInForce } from "../choices/settingChoices.ts";
import type { SettingsDesk } from "../choices/settingsDesk.ts";

/** A setting to type, with what it means and who says what now. */
export type SettingFieldLook = {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly placeholder?: string;
};

/** A text field for a setting. A value that cannot be read is answered at once and not kept. */
export const settingField = (
  { name, label, hint, placeholder }: SettingFieldLook,
  { inForce, set }: SettingsDesk,
): HTMLElement =>
  textField(
    {
      key: `set-${name}`,
      label,
      value: inForce(name).value,
      ...(placeholder === undefined ? {} : { placeholder }),
      hint: (value) =>
        [hint, sheetWords(inForce(name), value)].filter((one) => one !== "").join(" "),
      fault: (value) => {
        const expected = settingFault(name, value);
        return expected === undefined ? undefined : `Write ${expected}.`;
      },
    },
    (value) => {
      set(name, value);
    },
  );

/** Says that the settings sheet decides, or that the pane's choice goes before it. */
export function sheetWords({ inSheet }: SettingInForce, value: string): string {
  if (inSheet === undefined) return "";
  return value.trim() === inSheet || value.trim() === ""
    ? `The settings sheet says ${inSheet}.`
    : `This goes before the settings sheet, which says ${inSheet}.`;
}
