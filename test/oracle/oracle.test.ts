import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LotMethod } from "../../core/ledger/settings.ts";
import { publishedCases } from "../published/publishedCase.ts";
import { differences } from "../published/tableText.ts";
import { ledgerCases, type LedgerCase } from "../support/arbitraries.ts";
import { compareFractions, minus, plus, sum, type Fraction } from "./fraction.ts";
import { oracle } from "./oracle.ts";
import { gainsAsTable, lotsAsTable } from "./oracleTables.ts";
import { readLedger } from "./readLedger.ts";
import { dollars } from "./unit.ts";

describe("the oracle reproduces every published example", () => {
  for (const { name, ledger, method, options, gains, lots } of publishedCases()) {
    if (gains === undefined || lots === undefined) continue;
    it(name, () => {
      const request = { ...readLedger(ledger, options), method: method as LotMethod };
      const answer = oracle(request);
      expect(differences(gainsAsTable(answer.gains), gains)).toEqual([]);
      expect(differences(lotsAsTable(answer.lots), lots)).toEqual([]);
    });
  }
});

describe("the oracle keeps the books", () => {
  it("what was bought is in the lots, in the gains or lost for good", () => {
    fc.assert(
      fc.property(ledgerCases({ wash: true }), (drawn) => {
        const { transactions, settings } = readLedger(purchasesAndSales(drawn), drawn.options);
        if (transactions.length === 0) return;
        const { gains, lots } = oracle({ transactions, settings, method: drawn.method });
        const withLot = gains.filter(({ basis }) => basis !== undefined);
        const spent = sum(
          transactions.map((each) => (each.kind === "acquisition" ? dollars(each.basis) : ZERO)),
        );
        const allowed = sum(withLot.map(({ allowedGain }) => allowedGain!));
        const lost = sum(withLot.map(({ permanently }) => permanently!));
        const received = sum(withLot.map(({ proceeds }) => proceeds));
        const open = sum(lots.map(({ basis }) => basis));
        const left: Fraction = plus(minus(received, spent), plus(open, lost));
        expect(compareFractions(allowed, left)).toBe(0);
      }),
      { numRuns: 1000 },
    );
  });
});

const ZERO = sum([]);

/** The sheet with no more than purchases, and sales that the taxpayer's return reports. */
function purchasesAndSales({ grid }: LedgerCase): LedgerCase["grid"] {
  const [header, ...rows] = grid;
  const [type, account] = [header!.indexOf("Type"), header!.indexOf("Account")];
  return [
    header!,
    ...rows.filter(
      (row) => row[type] === "Buy" || (row[type] === "Sell" && row[account] === "Taxable"),
    ),
  ];
}
