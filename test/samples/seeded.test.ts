import { expect, test } from "vitest";
import { seeded, seededBetween } from "../../samples/seeded.ts";

const keys = Array.from({ length: 4000 }, (_, index) => `key ${index}`);

test("the same key gives the same number, another key another", () => {
  expect(keys.map(seeded)).toEqual(keys.map(seeded));
  expect(new Set(keys.map(seeded)).size).toBeGreaterThan(3990);
});

test("numbers lie from 0 up to 1 and spread evenly", () => {
  const quarters = [0, 0, 0, 0];
  for (const key of keys) quarters[Math.floor(seeded(key) * 4)]! += 1;
  for (const count of quarters) expect(Math.abs(count - 1000)).toBeLessThan(120);
});

test("whole numbers stay below the second bound and reach both ends", () => {
  const drawn = new Set(keys.map((key) => seededBetween(key, 3, 6)));
  expect([...drawn].sort((a, b) => a - b)).toEqual([3, 4, 5]);
});
