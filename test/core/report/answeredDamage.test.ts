import { expect, test } from "vitest";
import { answeredDamage } from "../../../core/report/answeredDamage.ts";
import { readLedger } from "../../support/readLedger.ts";

const LEDGER = [
  ["Date", "Type", "Asset", "Quantity", "Total", "Id"],
  ["25/03/2024", "Buy", "BTC", 2, 100, "1.55E+13"],
  ["03/04/2024", "Buy", "BTC", "2-Jan", 100, "1.55E+13"],
  ["26/03/2024", "Buy", "BTC", "3-Jan", 100, "1.55E+13"],
];

const answered = (options: string) => answeredDamage(readLedger(LEDGER, options).problems);

test("damage that can be mended is listed by kind, with its cells; what is lost is not", () => {
  expect(answered("")).toEqual([
    { kind: "ids", cells: 3, isMended: false },
    { kind: "dates", cells: 1, isMended: false },
  ]);
});

test("what was mended stays in the list, as such", () => {
  expect(answered("repair=ids")).toEqual([
    { kind: "ids", cells: 3, isMended: true },
    { kind: "dates", cells: 1, isMended: false },
  ]);
});
