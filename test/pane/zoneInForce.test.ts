import { expect, test } from "vitest";
import { NO_CHOICES } from "../../pane/choices/sourceChoices.ts";
import { zoneInForce } from "../../pane/choices/zoneInForce.ts";
import { storeOf } from "../../pane/store.ts";
import { intlZoneOffsets } from "../../zones/intlZoneOffsets.ts";
import { fakeHost } from "./fakeHost.ts";

type Zones = {
  readonly pane?: string;
  readonly opened?: string;
  readonly sheet?: string;
  readonly workbook?: string;
};

const zoneOf = ({ pane, opened, sheet, workbook }: Zones): string => {
  const grid = [["time_zone", sheet ?? ""]];
  const store = storeOf(() => undefined);
  store.change({
    sources: {
      kind: "ready",
      list: [{ id: "sheet:Settings", name: "Settings", kind: "sheet", sample: grid }],
    },
    choices: {
      ...NO_CHOICES,
      settings: "sheet:Settings",
      set: pane === undefined ? {} : { time_zone: pane },
    },
  });
  const host = {
    ...fakeHost({ sheets: [] }),
    zones: () => ({ offsets: intlZoneOffsets, workbookZone: workbook }),
  };
  return zoneInForce(
    { state: store.state(), host },
    opened === undefined ? [] : [{ name: "settings.csv", grid: [["time_zone", opened]] }],
  );
};

const ALL = {
  pane: "Asia/Tokyo",
  opened: "Europe/Paris",
  sheet: "America/New_York",
  workbook: "America/Denver",
};

test("the pane goes first, then settings opened with the files, the sheet, the workbook, UTC", () => {
  const { opened, sheet, workbook } = ALL;
  expect(zoneOf(ALL)).toBe("Asia/Tokyo");
  expect(zoneOf({ opened, sheet, workbook })).toBe("Europe/Paris");
  expect(zoneOf({ sheet, workbook })).toBe("America/New_York");
  expect(zoneOf({ workbook })).toBe("America/Denver");
  expect(zoneOf({})).toBe("UTC");
});

test("a zone that is not known counts as none, as in the report", () => {
  expect(zoneOf({ ...ALL, pane: "Mars" })).toBe("America/Denver");
  expect(zoneOf({ workbook: "Mars" })).toBe("UTC");
});
