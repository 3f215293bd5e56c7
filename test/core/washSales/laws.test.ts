import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LotMethod } from "../../../core/ledger/settings.ts";
import { basisOf } from "../../../core/lots/lot.ts";
import { add, subtract, ZERO_MONEY } from "../../../core/money/amounts.ts";
import { always } from "../../../core/replay/methodOnRecord.ts";
import { replayLedger } from "../../../core/replay/replayLedger.ts";
import { readLedger } from "../../oracle/readLedger.ts";
import { ledgerCases, type LedgerCase } from "../../support/arbitraries.ts";

const DATE = 0;
const TYPE = 1;
const ACCOUNT = 8;
const TO_WALLET = 9;

const RUNS = { numRuns: 4000 };
const cases = ledgerCases({ wash: true });

function replayOf(grid: LedgerCase["grid"], method: LotMethod, options: string) {
  const { transactions, settings } = readLedger(grid, options);
  const rules = { settings, methodAt: always(method), until: undefined };
  return { transactions, replay: replayLedger(transactions, rules) };
}

/** Pieces as lines, without row numbers and in an order of their own. */
const pieces = (grid: LedgerCase["grid"], method: LotMethod, options: string): string[] =>
  replayOf(grid, method, options)
    .replay.disposals.map(({ disposal, quantity, lot, disallowance }) =>
      [
        disposal.asset.symbol,
        disposal.wallet.name,
        disposal.at,
        quantity,
        lot?.basis,
        lot?.gain,
        lot?.term,
        lot?.holdingPeriodStart,
        disallowance?.disallowed,
        disallowance?.permanently,
      ].join(" "),
    )
    .sort();

describe("laws of the wash-sale rule, on random ledgers under every policy and method", () => {
  test("basis in + losses disallowed = basis out + basis held + losses lost for good", () => {
    let washes = 0;
    fc.assert(
      fc.property(cases, ({ grid, method, options }) => {
        // Only what stays in sight: no gifts, nothing lost, other accounts only buy.
        const visible = grid.filter((row, index) => {
          if (index === 0) return true;
          if (["Gift received", "Gift sent", "Lost"].includes(row[TYPE]!)) return false;
          if (["Taxable", "Spouse", ""].includes(row[ACCOUNT]!)) return row[TO_WALLET] !== "Trust";
          return ["Buy", "Staking", "Airdrop"].includes(row[TYPE]!);
        });
        const joint = options.replace("filing_status=single", "filing_status=mfj");
        const { transactions, replay } = replayOf(visible, method, joint);
        let came = ZERO_MONEY;
        for (const event of transactions) {
          if (event.kind === "acquisition") came = add(came, event.basis);
        }
        let went = ZERO_MONEY;
        for (const { lot, disallowance } of replay.disposals) {
          went = add(went, lot?.basis ?? ZERO_MONEY);
          if (disallowance === undefined) continue;
          came = add(came, subtract(disallowance.disallowed, disallowance.permanently));
        }
        for (const lot of replay.lots) went = add(went, basisOf(lot));
        // A loss that waits for a purchase which the ledger holds has arrived by its end.
        expect(went).toBe(came);
        washes += replay.matches.length;
      }),
      RUNS,
    );
    expect(washes).toBeGreaterThan(500);
  });

  test("what is disallowed is never above the loss, and a gain is never washed", () => {
    fc.assert(
      fc.property(cases, ({ grid, method, options }) => {
        for (const { lot, disallowance } of replayOf(grid, method, options).replay.disposals) {
          if (disallowance === undefined) continue;
          const { disallowed, permanently } = disallowance;
          expect(lot!.gain < 0).toBe(true);
          expect(add(lot!.gain, disallowed) <= 0).toBe(true);
          expect(disallowed > 0 && permanently >= 0 && permanently <= disallowed).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test("no unit replaces twice: of no purchase are more units matched than it has", () => {
    fc.assert(
      fc.property(cases, ({ grid, method, options }) => {
        const matched = new Map<unknown, number>();
        for (const { match } of replayOf(grid, method, options).replay.matches) {
          const { replacement, quantity } = match;
          const units = (matched.get(replacement) ?? 0) + Number(quantity);
          matched.set(replacement, units);
          expect(units).toBeLessThanOrEqual(Number(replacement.quantity));
        }
      }),
      RUNS,
    );
  });

  test("the conservative reading is current law where every asset is a security", () => {
    fc.assert(
      fc.property(cases, ({ grid, method, options }) => {
        const under = (policy: string): string[] =>
          pieces(
            grid,
            method,
            options.replace(/wash=\w+/, policy).replace(/securities=[^;]*/, "securities=*"),
          );
        expect(under("wash=conservative")).toEqual(under("wash=securities"));
      }),
      RUNS,
    );
  });

  test("the order of rows of different instants does not matter", () => {
    fc.assert(
      fc.property(cases, fc.infiniteStream(fc.nat()), ({ grid, method, options }, keys) => {
        const [header, ...rows] = grid;
        const keyOf = new Map<string, number>();
        for (const row of rows) {
          if (!keyOf.has(row[DATE]!)) keyOf.set(row[DATE]!, Number(keys.next().value));
        }
        const shuffled = [...rows].sort((a, b) => keyOf.get(a[DATE]!)! - keyOf.get(b[DATE]!)!);
        expect(pieces([header!, ...shuffled], method, options)).toEqual(
          pieces(grid, method, options),
        );
      }),
      RUNS,
    );
  });

  test("a purchase outside every window changes no wash", () => {
    fc.assert(
      fc.property(cases, ({ grid, method, options }) => {
        const later = grid[0]!.map((title) => {
          const cells: Record<string, string> = {
            Date: "2040-01-01",
            Type: "Buy",
            Asset: "BTC",
            Quantity: "3",
            Total: "30",
            Wallet: "Kraken",
            Account: "Taxable",
          };
          return cells[title] ?? "";
        });
        expect(pieces([...grid, later], method, options)).toEqual(pieces(grid, method, options));
      }),
      RUNS,
    );
  });
});
