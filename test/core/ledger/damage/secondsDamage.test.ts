import { expect, test } from "vitest";
import type { CellGrid, CellValue } from "../../../../core/ledger/cells.ts";
import { secondsDamage } from "../../../../core/ledger/damage/secondsDamage.ts";
import { scopeOf } from "./scopeOf.ts";

type Row = readonly [date: CellValue, id: string];

/** Rows of times at uneven minutes: 10:00, 10:07, 10:14 … of one day each. */
const rows = (count: number): Row[] =>
  Array.from({ length: count }, (_, at) => [
    `2024-03-${String(1 + (at % 28)).padStart(2, "0")} 10:${String((at * 7) % 60).padStart(2, "0")}`,
    `T${at}`,
  ]);

const gridOf = (list: readonly Row[]): CellGrid => [
  ["Date", "Id", "Asset"],
  ...list.map(([date, id]) => [date, id, "BTC"]),
];

function found(list: readonly Row[]) {
  const scope = scopeOf(gridOf(list));
  return secondsDamage(scope, scope.columns.date!);
}

test("seconds are lost where no time has any and an id shows them", () => {
  const list: Row[] = [...rows(20), ["2024-03-05 17:31:00", "20240305173142"]];
  expect(found(list)).toMatchObject({
    kind: "seconds",
    confidence: "certain",
    evidence: { sign: "seconds-elsewhere", proof: "20240305173142", proofRow: 22 },
    mend: undefined,
  });
  expect(found([...rows(20), ["2024-03-05 17:31", "at 17:31:42"]])?.confidence).toBe("certain");
});

test("an id of other digits shows no seconds", () => {
  expect(found([...rows(20), ["2024-03-05 17:31", "20240305173100"]])).toBeUndefined();
  expect(found([...rows(20), ["2024-03-05 17:31", "99999999999942"]])).toBeUndefined();
});

test("seconds are possibly lost where rows of one asset share a minute", () => {
  const shared: Row[] = [0, 1, 2].map((at) => ["2024-04-01 09:13", `S${at}`]);
  expect(found([...rows(20), ...shared])).toMatchObject({
    confidence: "possible",
    rows: [22, 23, 24],
    evidence: { sign: "minutes-shared", times: 23 },
  });
});

test("rows of one id are one event, and rows without ids may be", () => {
  for (const id of ["S", ""]) {
    const shared: Row[] = [0, 1, 2].map(() => ["2024-04-01 09:13", id]);
    expect(found([...rows(20), ...shared])).toBeUndefined();
  }
});

test.each<[string, Row[]]>([
  ["a time with seconds", [["2024-04-01 09:13:07", "a"]]],
  ["a serial number with seconds", [[45383.5 + 7 / 86_400, "a"]]],
])("nothing is lost with %s", (_, more) => {
  const shared: Row[] = [0, 1, 2].map((at) => ["2024-04-01 09:13", `S${at}`]);
  expect(found([...rows(20), ...shared, ...more])).toBeUndefined();
});

test("times that people typed say nothing: few, at midnight, or at full five minutes", () => {
  const shared = (date: CellValue): Row[] => [0, 1, 2].map((at) => [date, `S${at}`]);
  expect(found([...rows(10), ...shared("2024-04-01 09:13")])).toBeUndefined();
  expect(found([...rows(20), ...shared("2024-04-01 00:00")])).toBeUndefined();
  expect(found([...rows(20), ...shared("2024-04-01")])).toBeUndefined();
  const typed = rows(20).map(([date, id]): Row => [`${(date as string).slice(0, 14)}30`, id]);
  expect(found([...typed, ...shared("2024-04-01 09:30")])).toBeUndefined();
});

test("serial numbers count as times of their minute", () => {
  const serials = Array.from({ length: 24 }, (_, at): Row => [
    45383 + (Math.min(at, 20) * 7 + 1) / 1440,
    `S${at}`,
  ]);
  expect(found(serials)?.rows).toEqual([22, 23, 24, 25]);
});
