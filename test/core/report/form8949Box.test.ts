import { describe, expect, test } from "vitest";
import { boxMeaning, form8949Box } from "../../../core/report/form8949Box.ts";
import type { BrokerReport } from "../../../core/ledger/transaction.ts";
import type { Term } from "../../../core/calendar/holdingPeriod.ts";

const REPORTS: readonly BrokerReport[] = ["basis reported", "basis not reported", "none"];

const boxes = (taxYear: number, isSecurity: boolean, term: Term): string =>
  REPORTS.map((brokerReport) => form8949Box({ taxYear, isSecurity, term, brokerReport })).join("");

describe("the box of a disposal, by what a broker reported", () => {
  test.each([
    [2025, "digital asset", "Short", "GHI"],
    [2025, "digital asset", "Long", "JKL"],
    [2025, "security", "Short", "ABC"],
    [2025, "security", "Long", "DEF"],
    [2024, "digital asset", "Short", "ABC"],
    [2024, "digital asset", "Long", "DEF"],
    [2024, "security", "Short", "ABC"],
    [2026, "digital asset", "Short", "GHI"],
  ] as const)("%i, %s, %s term: %s", (year, kind, term, letters) => {
    expect(boxes(year, kind === "security", term)).toBe(letters);
  });
});

test("each box's totals go to the line of Schedule D that the form names", () => {
  const lines = Array.from("ABCDEFGHIJKL").map((box) => boxMeaning(box as "A").scheduleDLine);
  expect(lines).toEqual([
    ...["1b", "2", "3", "8b", "9", "10"],
    ...["1b", "2", "3", "8b", "9", "10"],
  ]);
});

test("a box says what the broker reported, and of which form", () => {
  expect(boxMeaning("A").words).toBe("Form 1099-B with basis reported");
  expect(boxMeaning("F").words).toBe("no Form 1099-B");
  expect(boxMeaning("H").words).toBe("Form 1099-DA without basis reported");
  expect(boxMeaning("L")).toMatchObject({ term: "Long", words: "no Form 1099-DA" });
});
