import { describe, expect, test } from "vitest";
import { timeZone } from "../../../../core/calendar/timeZone.ts";
import type { CellValue } from "../../../../core/ledger/cells.ts";
import { zonesDamage } from "../../../../core/ledger/damage/zonesDamage.ts";
import { intlZoneOffsets } from "../../../../zones/intlZoneOffsets.ts";
import { columnGrid, readings, scopeOf, UTC } from "./scopeOf.ts";

const newYork = timeZone("America/New_York", intlZoneOffsets)!;

function found(heading: string, cells: readonly CellValue[], zone = newYork) {
  const grid = columnGrid(heading, cells);
  const scope = scopeOf(grid, zone);
  const finding = zonesDamage(scope, scope.columns.date!);
  return { finding, readings: readings(finding, grid) };
}

describe("under a heading that says UTC", () => {
  test("a cell of another zone makes the others doubtful; on consent they are local", () => {
    const { finding, readings } = found("Date (UTC)", [
      "2024-01-05 10:00",
      "2024-07-05T10:00:00-04:00",
      45478.5,
      "2024-01-06",
    ]);
    expect(finding).toMatchObject({
      kind: "zones",
      confidence: "possible",
      rows: [2, 4],
      evidence: { sign: "other-zone", heading: "UTC", proof: "2024-07-05T10:00:00-04:00" },
    });
    expect(readings).toEqual([
      "2: 2024-01-05 10:00 -> 2024-01-05 15:00:00Z",
      "4: 2024-07-05 12:00:00 -> 2024-07-05 16:00:00Z",
    ]);
  });
  test("cells of the same zone prove nothing", () => {
    const cells = ["2024-01-05 10:00", "2024-01-05 10:00:00 UTC", "2024-01-05T10:00:00Z"];
    expect(found("Date (UTC)", cells).finding).toBeUndefined();
  });
  test("nothing is asked of a taxpayer whose zone is UTC", () => {
    const cells = ["2024-01-05 10:00", "2024-01-05 10:00 -05:00"];
    expect(found("Date (UTC)", cells, UTC).finding).toBeUndefined();
  });
});

describe("without a zone in the heading", () => {
  test("a time that clocks skipped shows that the times are not local; on consent they are UTC", () => {
    const { finding, readings } = found("Date", ["2024-01-05 10:00", "2024-03-10 02:30:00"]);
    expect(finding).toMatchObject({
      confidence: "possible",
      rows: [2, 3],
      evidence: { sign: "skipped-hour", zone: "America/New_York", proof: "2024-03-10 02:30:00" },
    });
    expect(readings).toEqual([
      "2: 2024-01-05 10:00 -> 2024-01-05 10:00:00Z",
      "3: 2024-03-10 02:30:00 -> 2024-03-10 02:30:00Z",
    ]);
  });
  test.each(["2024-03-10 01:59:59", "2024-03-10 03:00", "2024-03-10", "2024-11-03 01:30"])(
    "%s is a time that clocks showed",
    (cell) => {
      expect(found("Date", [cell]).finding).toBeUndefined();
    },
  );
  test("the export of a service has the service's own zone", () => {
    const scope = scopeOf(columnGrid("Date", ["2024-03-10 02:30:00"]), newYork);
    expect(zonesDamage(scope, scope.columns.date!)).toBeDefined();
    expect(zonesDamage({ ...scope, isExport: true }, scope.columns.date!)).toBeUndefined();
  });
});
