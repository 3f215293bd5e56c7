import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LotMethod } from "../../../core/ledger/settings.ts";
import { basisOf, unitsOf } from "../../../core/lots/lot.ts";
import { add, ZERO_MONEY, type Money } from "../../../core/money/amounts.ts";
import { always } from "../../../core/replay/methodOnRecord.ts";
import { replayLedger } from "../../../core/replay/replayLedger.ts";
import { readLedger } from "../../oracle/readLedger.ts";
import { ledgerCases, type LedgerCase } from "../../support/arbitraries.ts";

/** Columns of the drawn sheets. */
const DATE = 0;
const TYPE = 1;
const QUANTITY = 3;
const TOTAL = 5;
const FEE = 6;
const WALLET = 7;
const ACCOUNT = 8;
const LOT = 10;

const RUNS = { numRuns: 3000 };

function replayOf(grid: LedgerCase["grid"], method: LotMethod, options: string) {
  const { transactions, settings } = readLedger(grid, options);
  const replay = replayLedger(transactions, {
    settings,
    methodAt: always(method),
    until: undefined,
  });
  return { transactions, settings, replay };
}

/** Gains as lines, without row numbers and in an order of their own. */
function gains(grid: LedgerCase["grid"], method: LotMethod, options: string): string[] {
  const { replay } = replayOf(grid, method, options);
  return replay.disposals
    .map(({ disposal, quantity, proceeds, lot }) =>
      [
        disposal.asset.symbol,
        disposal.wallet.name,
        disposal.wallet.account,
        disposal.at,
        disposal.reason,
        quantity,
        proceeds,
        lot?.basis,
        lot?.gain,
        lot?.term,
        lot?.acquired,
      ].join(" "),
    )
    .sort();
}

/** Gain by instant, asset and wallet: what stays the same however lots are parted. */
function totals(grid: LedgerCase["grid"], method: LotMethod, options: string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { disposal, proceeds, lot } of replayOf(grid, method, options).replay.disposals) {
    const key = `${disposal.asset.symbol} ${disposal.wallet.name} ${disposal.at} ${disposal.reason}`;
    sums.set(key, (sums.get(key) ?? 0) + Number(proceeds) + Number(lot?.gain ?? 0));
  }
  return sums;
}

const cases = ledgerCases({ wash: false });

describe("laws of the replay, on random ledgers under every method and scope", () => {
  test("units in = units out + units held", () => {
    fc.assert(
      fc.property(cases, ({ grid, method, options }) => {
        const { transactions, settings, replay } = replayOf(grid, method, options);
        const balance = new Map<string, number>();
        const change = (asset: string, units: number): void => {
          balance.set(asset, (balance.get(asset) ?? 0) + units);
        };
        for (const event of transactions) {
          const { symbol } = event.asset;
          if (event.kind === "acquisition") change(symbol, Number(event.quantity));
          if (event.kind === "disposal" || event.kind === "removal") {
            change(symbol, -Number(event.quantity));
          }
          if (event.kind === "transfer") {
            for (const fee of event.fees) change(fee.asset.symbol, -Number(fee.quantity));
          }
        }
        for (const { facts } of replay.problems) {
          // What was not there did not leave; a transfer of it moved nothing.
          if (facts.code === "oversold" && facts.leaving !== "moved") {
            change(facts.asset, (Number(facts.requested) - Number(facts.held)) * 1e8);
          }
        }
        for (const lot of replay.lots) {
          change(lot.tranche.acquisition.asset.symbol, -Number(unitsOf(lot)));
        }
        // Opening lots restate what the history of a transition left.
        if (settings.scope === "transition") return;
        expect([...balance.values()].filter((units) => units !== 0)).toEqual([]);
      }),
      RUNS,
    );
  });

  test("basis in = basis out + basis held, to the last part of a dollar", () => {
    fc.assert(
      fc.property(cases, ({ grid, method, options }) => {
        // Only what stays in sight: accounts on a joint return, no gifts in or out, nothing lost.
        const visible = grid.filter(
          (row, index) =>
            index === 0 ||
            (["Taxable", "Spouse", ""].includes(row[ACCOUNT]!) &&
              !["Gift received", "Gift sent", "Lost"].includes(row[TYPE]!)),
        );
        const joint = options.replace("filing_status=single", "filing_status=mfj");
        const { transactions, replay } = replayOf(visible, method, joint);
        let bought = ZERO_MONEY;
        for (const event of transactions) {
          if (event.kind === "acquisition") bought = add(bought, event.basis);
        }
        let found = ZERO_MONEY;
        for (const { lot } of replay.disposals) found = add(found, lot?.basis ?? ZERO_MONEY);
        for (const lot of replay.lots) found = add(found, basisOf(lot));
        expect(found).toBe(bought);
      }),
      RUNS,
    );
  });

  test("proceeds of the pieces = proceeds of the disposal", () => {
    fc.assert(
      fc.property(cases, ({ grid, method, options }) => {
        const { replay } = replayOf(grid, method, options);
        const sums = new Map<(typeof replay.disposals)[number]["disposal"], Money>();
        for (const { disposal, proceeds } of replay.disposals) {
          sums.set(disposal, add(sums.get(disposal) ?? ZERO_MONEY, proceeds));
        }
        for (const [disposal, sum] of sums) expect(sum).toBe(disposal.proceeds);
      }),
      RUNS,
    );
  });

  test("the order of rows of different instants does not matter", () => {
    fc.assert(
      fc.property(cases, fc.infiniteStream(fc.nat()), ({ grid, method, options }, keys) => {
        const [header, ...rows] = grid;
        const keyOfInstant = new Map<string, number>();
        for (const row of rows) {
          if (!keyOfInstant.has(row[DATE]!))
            keyOfInstant.set(row[DATE]!, Number(keys.next().value));
        }
        const shuffled = [...rows].sort(
          (a, b) => keyOfInstant.get(a[DATE]!)! - keyOfInstant.get(b[DATE]!)!,
        );
        expect(gains([header!, ...shuffled], method, options)).toEqual(
          gains(grid, method, options),
        );
      }),
      RUNS,
    );
  });

  test("universally pooled lots of one wallet are that wallet's lots", () => {
    fc.assert(
      fc.property(cases, ({ grid, method }) => {
        const oneWallet = grid
          .filter((row, index) => index === 0 || row[TYPE] !== "Transfer")
          .map((row, index) =>
            index === 0
              ? row
              : row.map((cell, at) =>
                  at === WALLET ? "Kraken" : at === ACCOUNT ? "Taxable" : cell,
                ),
          );
        expect(gains(oneWallet, method, "wash=off; scope=universal")).toEqual(
          gains(oneWallet, method, "wash=off; scope=wallet"),
        );
      }),
      RUNS,
    );
  });

  test("splitting a purchase in two changes no total", () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ grid, method, options }, chosen) => {
        const splittable = grid.flatMap((row, index) =>
          row[TYPE] === "Buy" && Number(row[QUANTITY]) > 1 && row[FEE] === "" && row[TOTAL] !== ""
            ? [index]
            : [],
        );
        if (splittable.length === 0 || grid.some((row, index) => index > 0 && row[LOT] !== ""))
          return;
        const at = splittable[chosen % splittable.length]!;
        const row = grid[at]!;
        const quantity = Number(row[QUANTITY]);
        const part = (units: number): string[] =>
          row.map((cell, column) => {
            if (column === QUANTITY) return String(units);
            return column === TOTAL ? String((Number(cell) * units) / quantity) : cell;
          });
        // Totals that do not divide would change the price of a unit.
        if (!Number.isInteger(Number(row[TOTAL]) / quantity)) return;
        const split = [...grid.slice(0, at), part(1), part(quantity - 1), ...grid.slice(at + 1)];
        const before = totals(grid, method, options);
        const after = totals(split, method, options);
        expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
        for (const [key, sum] of before) {
          expect(Math.abs(after.get(key)! - sum), key).toBeLessThan(10);
        }
      }),
      RUNS,
    );
  });
});

test("with one lot every method is the same", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 999 }),
      fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 4 }),
      (held, basis, sold) => {
        const grid = [
          ["Date", "Type", "Asset", "Quantity", "Total", "Wallet"],
          ["2024-01-01", "Buy", "X", String(held), String(basis), "A"],
          ...sold.map((quantity, day) => [
            `2024-02-0${day + 1}`,
            "Sell",
            "X",
            String(quantity),
            "7",
            "A",
          ]),
        ];
        const fifo = gains(grid, "FIFO", "wash=off");
        for (const method of ["LIFO", "HIFO", "LOFO", "SPECIFIC"] as const) {
          expect(gains(grid, method, "wash=off")).toEqual(fifo);
        }
      },
    ),
  );
});
