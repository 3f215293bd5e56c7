import { describe, expect, it } from "vitest";
import type { ResultCell } from "../../core/functions/resultRows.ts";
import { textTableOf, valueOf, type FunctionCaller } from "./callFunction.ts";
import { publishedCases, readAnswers } from "./publishedCase.ts";
import { differences, textOfRows, type ResultRows } from "./tableText.ts";

const cases = publishedCases();

/** Holds a host's worksheet functions to the published answers. */
export function describePublishedAnswers(caller: FunctionCaller): void {
  describe("published examples through the worksheet functions", () => {
    it("are all there", () => {
      expect(cases.length).toBe(47);
    });

    for (const { name, ledger, method, options, gains, lots, problems } of cases) {
      if (gains !== undefined) {
        it(`${name}: TLH_GAINS gives the published gains and losses`, () => {
          const actual = textTableOf("TLH_GAINS", [ledger, method, undefined, options], caller);
          expect(differences(actual, gains)).toEqual([]);
        });
      }
      if (lots !== undefined) {
        it(`${name}: TLH_LOTS gives the published lots`, () => {
          const actual = textTableOf("TLH_LOTS", [ledger, method, undefined, options], caller);
          expect(differences(actual, lots)).toEqual([]);
        });
      }
      if (problems !== undefined) {
        it(`${name}: TLH_PROBLEMS refuses it by name`, () => {
          const refused = textTableOf("TLH_PROBLEMS", [ledger, undefined, options], caller).rows;
          for (const [row, severity, names] of problems.rows) {
            const problem = refused.find((each) => each[0] === row && each[1] === severity);
            expect(problem?.[2]?.toLowerCase()).toContain(names!.toLowerCase());
          }
        });
      } else {
        it(`${name}: TLH_PROBLEMS has nothing against it`, () => {
          expect(textTableOf("TLH_PROBLEMS", [ledger, undefined, options], caller).rows).toEqual(
            [],
          );
        });
      }
    }
  });

  describe("published holding periods", () => {
    type HoldingPeriod = {
      readonly acquired: string;
      readonly sold: string;
      readonly term: string;
      readonly longTermFrom: string;
    };
    const periods: readonly HoldingPeriod[] = JSON.parse(readAnswers("holding-periods.json"));

    it.each(periods)("$acquired to $sold is $term", ({ acquired, sold, term, longTermFrom }) => {
      expect(valueOf("TLH_TERM", [acquired, sold], caller)).toBe(term);
      const from = textOfRows([[valueOf("TLH_LONG_TERM_DATE", [acquired], caller)]]);
      expect(from.titles).toEqual([longTermFrom]);
    });
  });

  describe("published netting and carryovers", () => {
    type Amounts = Readonly<Record<string, number | null>>;
    type Netting = {
      readonly carryover: readonly {
        readonly name: string;
        readonly shortGain: number;
        readonly longGain: number;
        readonly filingStatus: string;
        readonly taxableIncome: number;
        readonly carryoverShort: number;
        readonly carryoverLong: number;
        readonly amounts: Amounts;
      }[];
      readonly taxSaved: readonly {
        readonly name: string;
        readonly taxYear: number;
        readonly filingStatus: string;
        readonly ordinaryIncome: number;
        readonly shortGain: number;
        readonly longGain: number;
        readonly harvestedShort: number;
        readonly harvestedLong: number;
        readonly magi: number;
        readonly amounts: Amounts;
      }[];
    };
    const netting: Netting = JSON.parse(readAnswers("netting.json"));

    const amountsOf = ([, ...rows]: ResultRows, wanted: Amounts): Record<string, ResultCell> => {
      const amounts: Record<string, ResultCell> = {};
      for (const [label, amount] of rows) {
        if (typeof label === "string" && label in wanted) amounts[label] = amount ?? null;
      }
      return amounts;
    };

    describe("TLH_CARRYOVER", () => {
      it.each(netting.carryover)("$name", ({ amounts, ...given }) => {
        const rows = caller("TLH_CARRYOVER", [
          given.shortGain,
          given.longGain,
          given.filingStatus,
          given.taxableIncome,
          given.carryoverShort,
          given.carryoverLong,
        ]);
        expect(amountsOf(rows, amounts)).toEqual(amounts);
      });
    });

    describe("TLH_TAX_SAVED", () => {
      it.each(netting.taxSaved)("$name", ({ amounts, ...given }) => {
        const rows = caller("TLH_TAX_SAVED", [
          given.taxYear,
          given.filingStatus,
          given.ordinaryIncome,
          given.shortGain,
          given.longGain,
          given.harvestedShort,
          given.harvestedLong,
          undefined,
          given.magi,
        ]);
        expect(amountsOf(rows, amounts)).toEqual(amounts);
      });
    });
  });
}
