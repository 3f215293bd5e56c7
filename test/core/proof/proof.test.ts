import { expect, test } from "vitest";
import { UTC } from "../../../core/calendar/timeZone.ts";
import { add, type Money } from "../../../core/money/amounts.ts";
import { positionsAt } from "../../../core/positions/positionsAt.ts";
import { proofOf, wholePast } from "../../../core/proof/proof.ts";
import type { Position } from "../../../core/positions/position.ts";
import type { Replay } from "../../../core/replay/replayLedger.ts";
import { booksOf } from "../../support/tabOf.ts";

const books = booksOf({
  rows: [
    ["2026-01-10", "Buy", "IBIT", 4, 400, "Broker"],
    ["2026-02-10", "Sell", "IBIT", 2, 100, "Broker"],
    ["2026-02-20", "Buy", "IBIT", 1, 60, "Broker"],
    ["2026-02-21", "Gift sent", "IBIT", 1, "", "Broker"],
  ],
  options: "as_of=2026-11-20",
});
const GRID = [["Date", "Type", "Asset", "Quantity", "Total"], [1], [1], [1], [1]];

const replay = wholePast(books);
const { settings, asOf } = books;
const positions = positionsAt({
  lots: replay.lots,
  prices: new Map(),
  settings,
  asOf,
  method: "FIFO",
});

/** The rules that fail of a proof in which one thing is not as the engine made it. */
function broken(
  change: Partial<Replay>,
  other: { readonly positions?: readonly Position[]; readonly rows?: number } = {},
): readonly string[] {
  const grid = GRID.slice(0, 5);
  for (let row = 0; row < (other.rows ?? 0); row += 1) grid.push([1]);
  const proof = proofOf({
    books,
    replay: { ...replay, ...change },
    positions: other.positions ?? positions,
    grid,
    balances: undefined,
    zone: UTC,
  });
  return proof.checks.filter(({ holds }) => !holds).map(({ rule }) => rule);
}

const UNITS = "Units acquired and moved in = units gone and moved out + units in lots";
const SUMMARY_UNITS = "Units by the ledger = units in Summary by FIFO";
const SUMMARY_BASIS = "Basis of open lots = cost basis in Summary by FIFO";
const BASIS =
  "Basis acquired + disallowed losses added = basis of disposals + left without gain + of open lots";
const DISPOSED = "Units disposed of in the ledger = units in gain rows";
const PROCEEDS = "Proceeds in the ledger = proceeds of gain rows";
const GAIN = "Proceeds - cost basis = gain or loss";
const MATCHED = "Disallowed losses of gain rows = losses matched with replacements";
const REPLACED = "Purchases of which more units replaced others than were bought";
const ROWS = "Rows read = rows used + joined + without effect + left out with an Error";

const [disposal] = replay.disposals;
const [first] = replay.matches;
const money = (dollars: number): Money => (dollars * 1e10) as Money;

test("what the engine made is proved", () => {
  expect(replay.matches.length).toBe(1);
  expect(broken({})).toEqual([]);
});

test("a lot that is lost or doubled fails in units and in basis", () => {
  const lots = replay.lots.slice(1);
  expect(broken({ lots })).toEqual([UNITS, SUMMARY_BASIS, BASIS]);
  expect(broken({ lots: [...replay.lots, replay.lots[0]!] })).toEqual([
    UNITS,
    SUMMARY_BASIS,
    BASIS,
  ]);
});

test("a lot with a dollar too much fails in basis alone", () => {
  const [lot, ...others] = replay.lots;
  const tranche = { ...lot!.tranche, basis: add(lot!.tranche.basis, money(4)) };
  expect(broken({ lots: [{ ...lot!, tranche }, ...others] })).toEqual([SUMMARY_BASIS, BASIS]);
});

test("a Summary that shows other holdings fails", () => {
  expect(broken({}, { positions: [] })).toEqual([SUMMARY_UNITS, SUMMARY_BASIS]);
});

test("a gain row that is missing fails in units, proceeds, basis and matches", () => {
  expect(broken({ disposals: [] })).toEqual([BASIS, DISPOSED, PROCEEDS, MATCHED]);
});

test("a gain row with other proceeds than the ledger fails, and so does its gain", () => {
  const proceeds = add(disposal!.proceeds, money(1));
  expect(broken({ disposals: [{ ...disposal!, proceeds }] })).toEqual([PROCEEDS, GAIN]);
});

test("a gain that is not proceeds less basis fails", () => {
  const lot = { ...disposal!.lot!, gain: money(-99) };
  expect(broken({ disposals: [{ ...disposal!, lot }] })).toEqual([GAIN]);
});

test("a disallowed loss that is nowhere added fails", () => {
  expect(broken({ matches: [] })).toEqual([BASIS, MATCHED]);
});

test("a disallowed loss that is lost for good cannot be in a basis too", () => {
  const match = { ...first!.match, isPermanent: true };
  expect(broken({ matches: [{ ...first!, match }] })).toEqual([BASIS]);
});

test("units that replace others twice fail", () => {
  const match = { ...first!.match, quantity: add(first!.match.quantity, first!.match.quantity) };
  expect(broken({ matches: [{ ...first!, match }] })).toEqual([REPLACED]);
});

test("basis given away that is forgotten fails", () => {
  expect(broken({ leftWithoutGain: new Map() })).toEqual([BASIS]);
});

test("a row of the sheet that became nothing fails", () => {
  expect(broken({}, { rows: 1 })).toEqual([ROWS]);
});
