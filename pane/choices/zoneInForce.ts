import { settingTexts } from "../../core/index.ts";
import { openedSettings, type ReadFile } from "../run/readFiles.ts";
import type { Pane } from "../state.ts";
import { settingsSheet } from "./settingChoices.ts";
import { zoneFault } from "./zoneFault.ts";

/**
 * The zone of dates for which no file names one: that of the pane's settings, then of settings that
 * are opened with the files, then of the settings sheet, then the workbook's. One that is not known
 * counts as none.
 */
export function zoneInForce(
  { state: { choices, sources }, host }: Pick<Pane, "state" | "host">,
  others: readonly ReadFile[],
): string {
  const list = sources.kind === "ready" ? sources.list : [];
  const sheet = openedSettings(others) ?? settingsSheet(choices, list)?.sample ?? [];
  const zones = host.zones();
  const stated = choices.set["time_zone"] ?? settingTexts(sheet)["time_zone"];
  const known = [stated, zones.workbookZone].find(
    (zone) => zone !== undefined && zone !== "" && zoneFault(zone, zones) === undefined,
  );
  return known ?? "UTC";
}
