import { dayText, type Day } from "../../calendar/day.ts";
import {
  fixedOffset,
  noZoneOffsets,
  timeZone,
  UTC,
  type TimeZone,
} from "../../calendar/timeZone.ts";
import type { CellValue } from "../cells.ts";
import type { ColumnHeading } from "../columns.ts";
import { calendarDate, timeOfDay } from "../dateText.ts";
import { dateReader } from "../parseDate.ts";
import { cellText } from "../words.ts";
import type { DamageEvidence, DamageScope, DamageSearch, MendedCell } from "./damage.ts";

/**
 * Finds times that are not in the zone in which they are read.
 *
 * Under a heading that names a zone, some cells name another: the others may be local time as well.
 * Without a zone in the heading, a time that the taxpayer's clocks skipped cannot be local, and is most
 * likely UTC. Mended, such times are read in the taxpayer's zone, or in UTC.
 */
export const zonesDamage: DamageSearch = (scope, column) => {
  if (column.countsFrom1970 || scope.isExport) return undefined;
  const found = column.zone === undefined ? skippedHours(scope, column) : otherZones(scope, column);
  if (found === undefined || found.rows.length === 0) return undefined;
  const { rows, evidence, readAs } = found;
  return {
    kind: "zones",
    index: column.index,
    column: column.text,
    confidence: "possible",
    rows,
    evidence,
    mend: readIn(readAs, scope.dateSystem),
  };
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Found = {
  /** Rows without a zone of their own. */
  readonly rows: readonly number[];
  readonly evidence: DamageEvidence;
  readonly readAs: TimeZone;
};

function otherZones({ grid, first, zone }: DamageScope, column: ColumnHeading): Found | undefined {
  const heading = column.zone ?? "";
  const ofHeading = timeZone(heading, noZoneOffsets);
  if (ofHeading === undefined || zone.name === ofHeading.name) return undefined;
  const rows: number[] = [];
  let proof: string | undefined;
  for (let at = first; at < grid.length; at++) {
    const cell = grid[at]?.[column.index];
    const named = zoneNamed(cell);
    if (named === "") rows.push(at + 1);
    else if (named !== undefined && fixedOffset(named) !== fixedOffset(heading)) {
      proof ??= cellText(cell);
    }
  }
  if (proof === undefined) return undefined;
  return { rows, evidence: { sign: "other-zone", heading, proof }, readAs: zone };
}

function skippedHours(
  { grid, first, zone, dateSystem }: DamageScope,
  column: ColumnHeading,
): Found | undefined {
  if (fixedOffset(zone.name) !== undefined) return undefined;
  const local = dateReader({ zone: UTC, dateSystem, countsFrom1970: false });
  const rows: number[] = [];
  let proof: string | undefined;
  for (let at = first; at < grid.length; at++) {
    const cell = grid[at]?.[column.index];
    if (zoneNamed(cell) !== "") continue;
    const moment = local(cell);
    if (typeof moment !== "number") continue;
    rows.push(at + 1);
    if (proof === undefined && isSkipped(moment, zone)) proof = localText(moment);
  }
  if (proof === undefined) return undefined;
  return { rows, evidence: { sign: "skipped-hour", zone: zone.name, proof }, readAs: UTC };
}

/** Clocks go forward at night; a skipped time is the same moment as the one an hour later. */
function isSkipped(local: number, zone: TimeZone): boolean {
  const ofDay = local % DAY;
  if (ofDay === 0 || ofDay >= 4 * HOUR) return false;
  return zone.momentOf(local) === zone.momentOf(local + HOUR);
}

/** The zone that a cell names; empty where it has a time and no zone, undefined without a time. */
function zoneNamed(cell: CellValue | undefined): string | undefined {
  if (typeof cell === "number") return cell % 1 === 0 || cell >= 1e8 ? undefined : "";
  if (typeof cell !== "string" || !cell.includes(":")) return undefined;
  if ((cell.length === 19 || cell.length === 16) && cell.charCodeAt(4) === 45) return "";
  const date = calendarDate(cell.trim());
  return typeof date === "string" ? undefined : timeOfDay(date.rest)?.zone;
}

function readIn(
  zone: TimeZone,
  dateSystem: DamageScope["dateSystem"],
): (cell: CellValue) => MendedCell | undefined {
  const reader = dateReader({ zone, dateSystem, countsFrom1970: false });
  const asWritten = dateReader({ zone: UTC, dateSystem, countsFrom1970: false });
  return (cell) => {
    const moment = reader(cell);
    const written = asWritten(cell);
    if (typeof moment !== "number" || typeof written !== "number") return undefined;
    const found = typeof cell === "string" ? cell.trim() : localText(written);
    const read = `${localText(moment)}Z`;
    return { cell: read, found, read };
  };
}

function localText(local: number): string {
  const day = Math.floor(local / DAY) as Day;
  const seconds = Math.floor((local - day * DAY) / 1000);
  const thousandths =
    local % 1000 === 0 ? "" : `.${pad(local - Math.floor(local / 1000) * 1000, 3)}`;
  const clock = [seconds / 3600, (seconds / 60) % 60, seconds % 60];
  return `${dayText(day)} ${clock.map((part) => pad(Math.floor(part), 2)).join(":")}${thousandths}`;
}

const pad = (value: number, width: number): string => String(value).padStart(width, "0");
