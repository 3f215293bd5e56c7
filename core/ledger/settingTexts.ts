import { dayOfSerial, dayText } from "../calendar/day.ts";
import type { CellGrid, CellValue } from "./cells.ts";
import { SETTING_READERS } from "./settingReaders.ts";
import { cellText, isEmpty, wordKey } from "./words.ts";

/** The values that a range of settings states, by the contract's names, as text to show. */
export function settingTexts(grid: CellGrid): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const [name = null, value = null] of grid) {
    const known = NAMES.find((one) => wordKey(one) === wordKey(cellText(name)));
    if (known !== undefined && !isEmpty(value)) texts[known] = valueText(known, value);
  }
  return texts;
}

/** What a setting's value must be, where the text is not one; undefined where all is well. */
export function settingFault(name: string, text: string): string | undefined {
  const reader = SETTING_READERS.get(name);
  if (reader === undefined || text.trim() === "") return undefined;
  return reader.read(text, 1900) === undefined ? reader.expected : undefined;
}

const NAMES = [...SETTING_READERS.keys()];

const valueText = (name: string, value: CellValue): string =>
  name === "as_of" && typeof value === "number" ? dayText(dayOfSerial(value)) : cellText(value);
