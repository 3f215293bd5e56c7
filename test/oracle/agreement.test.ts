import fc from "fast-check";
import { describe, it } from "vitest";
import { textTableOf } from "../published/callFunction.ts";
import { differences } from "../published/tableText.ts";
import { ledgerCases, type LedgerCase } from "../support/arbitraries.ts";
import { oracle } from "./oracle.ts";
import { gainsAsTable, lotsAsTable } from "./oracleTables.ts";
import { readLedger } from "./readLedger.ts";

describe("TLH_GAINS and TLH_LOTS agree with the oracle on random ledgers", () => {
  it("without wash sales, under every method and scope", () => {
    fc.assert(fc.property(ledgerCases({ wash: false }), agrees), { numRuns: 6000 });
  });

  it("with wash sales, under every policy and method", () => {
    fc.assert(fc.property(ledgerCases({ wash: true }), agrees), { numRuns: 6000 });
  });
});

function agrees(drawn: LedgerCase): void {
  const { grid, method, options } = drawn;
  const { transactions, settings } = readLedger(grid, options);
  // Without a usable row the functions give a sentence, which is not for the oracle to judge.
  if (transactions.length === 0) return;
  const answer = oracle({ transactions, settings, method });
  const found = [
    ...differences(
      textTableOf("TLH_GAINS", [grid, method, undefined, options]),
      gainsAsTable(answer.gains),
    ),
    ...differences(
      textTableOf("TLH_LOTS", [grid, method, undefined, options]),
      lotsAsTable(answer.lots),
    ),
  ];
  if (found.length > 0) throw new Error(explain(drawn, found));
}

function explain({ grid, method, options }: LedgerCase, found: readonly string[]): string {
  return [`${method}; ${options}`, ...grid.map((row) => row.join(",")), "", ...found].join("\n");
}
