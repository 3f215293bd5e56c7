import { expect, test } from "vitest";
import { everySwitch, PLACES, SWITCH_VALUES, USUAL_SWITCHES } from "./switches.ts";

const AXES = { ...SWITCH_VALUES, place: PLACES };

test("every pair of values of two switches, or of a switch and a place, occurs", () => {
  const rows: Record<string, unknown>[] = everySwitch().map(({ switches, place }) => ({
    ...switches,
    place,
  }));
  const entries = Object.entries(AXES);
  const missing = entries.flatMap(([one, firsts], at) =>
    entries
      .slice(at + 1)
      .flatMap(([other, seconds]) =>
        firsts.flatMap((first) =>
          seconds
            .filter((second) => !rows.some((row) => row[one] === first && row[other] === second))
            .map((second) => [one, first, other, second]),
        ),
      ),
  );
  expect(missing).toEqual([]);
});

test("the first combination is the usual one, and there are few", () => {
  const all = everySwitch();
  expect(all[0]?.switches).toEqual(USUAL_SWITCHES);
  expect(all.length).toBeLessThan(25);
  expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
});

test("the places have two time zones and two locales at least", () => {
  expect(new Set(PLACES.map(({ timeZone }) => timeZone)).size).toBeGreaterThan(1);
  expect(new Set(PLACES.map(({ locale }) => locale)).size).toBeGreaterThan(1);
});
