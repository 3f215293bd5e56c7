import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { timeZone, UTC, type ZoneOffsets } from "../../../core/calendar/timeZone.ts";
import type { CellValue } from "../../../core/ledger/cells.ts";
import { dateReader } from "../../../core/ledger/parseDate.ts";

const reader = dateReader({ zone: UTC, dateSystem: 1900, countsFrom1970: false });

/** The moment as ISO text in UTC, or the fault. */
const read = (cell: CellValue, readCell = reader): string => {
  const reading = readCell(cell);
  return typeof reading === "number" ? new Date(reading).toISOString().slice(0, 23) : reading;
};

describe("dates as text", () => {
  test.each([
    ["2024-01-05", "2024-01-05T00:00:00.000"],
    ["2024-01-05 10:00", "2024-01-05T10:00:00.000"],
    ["2024-01-05 10:00:30", "2024-01-05T10:00:30.000"],
    ["2024-01-05T10:00:30", "2024-01-05T10:00:30.000"],
    ["2024-01-05T10:00:30.250", "2024-01-05T10:00:30.250"],
    ["2024-01-05T10:00:30.123456789Z", "2024-01-05T10:00:30.123"],
    ["2024-01-05T10:00:00Z", "2024-01-05T10:00:00.000"],
    ["2024-01-05 10:00:00 UTC", "2024-01-05T10:00:00.000"],
    ["2024-01-05 10:00:00 (UTC)", "2024-01-05T10:00:00.000"],
    ["2024-01-05 10:00 +02:00", "2024-01-05T08:00:00.000"],
    ["2024-01-05 10:00:00-0500", "2024-01-05T15:00:00.000"],
    ["2024/1/5", "2024-01-05T00:00:00.000"],
    ["20240105", "2024-01-05T00:00:00.000"],
    ["1/5/2024", "2024-01-05T00:00:00.000"],
    ["01/05/2024 3:04:05 PM", "2024-01-05T15:04:05.000"],
    ["1/5/2024 12:30 am", "2024-01-05T00:30:00.000"],
    ["1/5/2024 12:30 p.m.", "2024-01-05T12:30:00.000"],
    ["1/5/2024, 15:04", "2024-01-05T15:04:00.000"],
    ["1/5/24", "2024-01-05T00:00:00.000"],
    ["1/5/69", "2069-01-05T00:00:00.000"],
    ["1/5/70", "1970-01-05T00:00:00.000"],
    ["1-5-2024", "2024-01-05T00:00:00.000"],
    ["5.1.2024", "2024-01-05T00:00:00.000"],
    ["05.01.2024 10:00", "2024-01-05T10:00:00.000"],
    ["13/1/2024", "2024-01-13T00:00:00.000"],
    ["Jan 5, 2024", "2024-01-05T00:00:00.000"],
    ["January 5 2024 10:00", "2024-01-05T10:00:00.000"],
    ["5 Jan 2024", "2024-01-05T00:00:00.000"],
    ["5-Jan-24", "2024-01-05T00:00:00.000"],
    ["Sept. 3rd, 2024", "2024-09-03T00:00:00.000"],
    ["Fri, 5 Jan 2024 10:00:00 GMT", "2024-01-05T10:00:00.000"],
    ["Fri Jan 05 2024 10:00:00 GMT+0100 (CET)", "2024-01-05T09:00:00.000"],
    [" 2024-01-05 ", "2024-01-05T00:00:00.000"],
    ["2024-02-29", "2024-02-29T00:00:00.000"],
    ["1900-01-01", "1900-01-01T00:00:00.000"],
    ["2200-12-31 23:59:59", "2200-12-31T23:59:59.000"],
  ])("%s", (text, moment) => {
    expect(read(text)).toBe(moment);
  });
  test.each([
    ["2024-06-31", "no-such-day"],
    ["2023-02-29", "no-such-day"],
    ["2024-13-01", "no-such-day"],
    ["13/13/2024", "no-such-day"],
    ["31.06.2024", "no-such-day"],
    ["30 Feb 2024", "no-such-day"],
    ["1899-12-31", "out-of-range"],
    ["2201-01-01", "out-of-range"],
    ["2024-01-05 24:00", "not-a-date"],
    ["2024-01-05 10:60", "not-a-date"],
    ["2024-01-05 10:00:60", "not-a-date"],
    ["1/5/2024 13:00 PM", "not-a-date"],
    ["2024-01", "not-a-date"],
    ["yesterday", "not-a-date"],
    ["5 Foo 2024", "not-a-date"],
    ["2024-0a-05", "not-a-date"],
    ["#########", "not-a-date"],
    ["45296", "not-a-date"],
    ["1704448800", "unix-time"],
    ["2024-01-05 10:00 EST", "unknown-zone"],
    ["2024-01-05 10:00 +99:00", "unknown-zone"],
  ])("%s is refused: %s", (text, fault) => {
    expect(read(text)).toBe(fault);
  });
});

describe("serial numbers", () => {
  const reader1904 = dateReader({ zone: UTC, dateSystem: 1904, countsFrom1970: false });
  test.each([
    [45296, "2024-01-05T00:00:00.000"],
    [45296.5, "2024-01-05T12:00:00.000"],
    [45296.4166666667, "2024-01-05T10:00:00.000"],
    [45296.99999999, "2024-01-05T23:59:59.999"],
    [61, "1900-03-01T00:00:00.000"],
    [59, "1900-02-28T00:00:00.000"],
    [2, "1900-01-02T00:00:00.000"],
    [0.5, "out-of-range"],
    [-1, "out-of-range"],
    [20240105, "out-of-range"],
    [1704448800, "unix-time"],
    [NaN, "out-of-range"],
  ])("%d", (serial, expected) => {
    expect(read(serial)).toBe(expected);
  });
  test("a workbook that counts from 1904 is 1,462 days behind", () => {
    expect(read(43834, reader1904)).toBe("2024-01-05T00:00:00.000");
  });
});

describe("counts from 1970, where the heading says so", () => {
  const counting = dateReader({ zone: UTC, dateSystem: 1900, countsFrom1970: true });
  test.each([
    [1704448800, "2024-01-05T10:00:00.000"],
    [1704448800123, "2024-01-05T10:00:00.123"],
    ["1704448800", "2024-01-05T10:00:00.000"],
    ["2024-01-05", "2024-01-05T00:00:00.000"],
    [1e15, "out-of-range"],
  ])("%s", (cell, expected) => {
    expect(read(cell, counting)).toBe(expected);
  });
});

test.each([
  [{ fault: "error", text: "#VALUE!" } as const, "cell-fault"],
  [{ fault: "uncached-formula", text: "=A1" } as const, "cell-fault"],
  [true, "not-a-date"],
  [null, "not-a-date"],
])("%j is no date", (cell, fault) => {
  expect(read(cell)).toBe(fault);
});

describe("the zone", () => {
  // New York with its change of clocks of 10 March 2024 alone.
  const offsets: ZoneOffsets = (name, at) =>
    name === "America/New_York" ? (at < Date.UTC(2024, 2, 10, 7) ? -300 : -240) : undefined;
  const newYork = timeZone("America/New_York", offsets)!;
  const local = dateReader({ zone: newYork, dateSystem: 1900, countsFrom1970: false });
  test.each([
    ["2024-01-05", "2024-01-05T05:00:00.000"],
    ["2024-01-05 22:00", "2024-01-06T03:00:00.000"],
    ["2024-06-05", "2024-06-05T04:00:00.000"],
    [45296.5, "2024-01-05T17:00:00.000"],
  ])("%s without a zone is local", (cell, moment) => {
    expect(read(cell, local)).toBe(moment);
  });
  test("a zone in the text beats it", () => {
    expect(read("2024-01-05 22:00Z", local)).toBe("2024-01-05T22:00:00.000");
  });
});

test("any ISO moment of two centuries reads as itself, with every way of writing it", () => {
  const seconds = fc.integer({
    min: Date.UTC(1901, 0, 1) / 1000,
    max: Date.UTC(2199, 0, 1) / 1000,
  });
  fc.assert(
    fc.property(seconds, (second) => {
      const iso = new Date(second * 1000).toISOString();
      const day = iso.slice(0, 10);
      const time = iso.slice(11, 19);
      const [year = "", month = "", dayOfMonth = ""] = day.split("-");
      const ways = [
        iso,
        `${day} ${time}`,
        `${month}/${dayOfMonth}/${year} ${time}`,
        `${dayOfMonth}.${month}.${year} ${time}`,
        second / 86400 + 25569,
      ];
      for (const way of ways) expect(reader(way)).toBe(second * 1000);
    }),
  );
});
