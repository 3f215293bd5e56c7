import { partsOf } from "../calendar/day.ts";
import { termOn, type Term } from "../calendar/holdingPeriod.ts";
import type { LotDisposal } from "../disposals/lotDisposal.ts";
import type { Disposal } from "../ledger/transaction.ts";
import {
  add,
  compare,
  magnitude,
  negate,
  subtract,
  ZERO_MONEY,
  type Money,
} from "../money/amounts.ts";
import { form8949Box, type Form8949Box } from "../report/form8949Box.ts";
import type { BrokerRow } from "./readBrokerRows.ts";

/** A sale of the ledger beside the broker's rows for it, and what Form 8949 says of both. */
export type ComparedSale = {
  readonly disposal: Disposal;
  readonly rows: readonly BrokerRow[];
  /** By the ledger; basis is undefined where a unit has no lot. */
  readonly proceeds: Money;
  readonly basis: Money | undefined;
  readonly disallowed: Money;
  /** By the broker; undefined where blank, or without a row. */
  readonly brokerProceeds: Money | undefined;
  readonly brokerBasis: Money | undefined;
  readonly brokerWashSale: Money;
  /** One for each Part that the sale has units in. */
  readonly boxes: readonly Form8949Box[];
  /** Column (f), in alphabetical order. */
  readonly codes: string;
  /** Column (g); undefined where there is no code, or no basis. */
  readonly adjustment: Money | undefined;
  readonly isReported: boolean;
};

/**
 * Compares a sale with the broker's rows, and finds box, codes and adjustment of Form 8949.
 *
 * B where the basis on the form is not the ledger's: in the boxes with basis reported the difference
 * is the adjustment, in the others column (e) has the right basis and the adjustment is zero. A
 * blank basis is no wrong one. E where the form's proceeds exceed the ledger's, which are net of the
 * costs of selling: the difference, negative. T where the form's term is another. W for a disallowed
 * loss, positive. Less than half a cent is no difference.
 *
 * Source: Instructions for Form 8949 (2025) pp. 6-11. Decision: D-66.
 */
export function comparedSale(
  pieces: readonly [LotDisposal, ...LotDisposal[]],
  rows: readonly BrokerRow[],
): ComparedSale {
  const [{ disposal }] = pieces;
  const basis = pieces.every(({ lot }) => lot !== undefined)
    ? sum(pieces.map(({ lot }) => lot?.basis ?? ZERO_MONEY))
    : undefined;
  const proceeds = sum(pieces.map((piece) => piece.proceeds));
  const disallowed = sum(pieces.map((piece) => piece.disallowance?.disallowed ?? ZERO_MONEY));
  const isReported = isBasisReported(disposal, rows);
  const terms = [...new Set(pieces.map(termOf))].sort().reverse();
  const figures = {
    disposal,
    rows,
    proceeds,
    basis,
    disallowed,
    brokerProceeds: rows.length === 0 ? undefined : sum(rows.map((row) => row.proceeds)),
    brokerBasis: sumOfStated(rows.map((row) => row.basis)),
    brokerWashSale: sum(rows.map((row) => row.washSale ?? ZERO_MONEY)),
    isReported,
  };
  const adjustments = adjustmentsOf(figures, terms);
  return {
    ...figures,
    boxes: boxesOf(disposal, terms, rows.length === 0 ? "none" : reportOf(isReported)),
    codes: adjustments.map(({ code }) => code).join(""),
    adjustment:
      adjustments.length === 0 || basis === undefined
        ? undefined
        : sum(adjustments.map(({ amount }) => amount)),
  };
}

/** True when two amounts differ by half a cent or more. */
export const differ = (a: Money, b: Money): boolean =>
  compare(magnitude(subtract(a, b)), HALF_A_CENT) >= 0;

const HALF_A_CENT = 50_000_000 as Money;

/** What the 1099 column of the ledger should say. */
export const reportOf = (isReported: boolean): Disposal["brokerReport"] =>
  isReported ? "basis reported" : "basis not reported";

type Adjustment = { readonly code: string; readonly amount: Money };

function adjustmentsOf(
  sale: Omit<ComparedSale, "boxes" | "codes" | "adjustment">,
  terms: readonly Term[],
): readonly Adjustment[] {
  const { basis, proceeds, disallowed, brokerBasis, brokerProceeds, isReported, rows } = sale;
  const found: Adjustment[] = [];
  if (basis !== undefined && brokerBasis !== undefined && differ(basis, brokerBasis)) {
    found.push({ code: "B", amount: isReported ? subtract(brokerBasis, basis) : ZERO_MONEY });
  }
  if (
    brokerProceeds !== undefined &&
    brokerProceeds > proceeds &&
    differ(brokerProceeds, proceeds)
  ) {
    found.push({ code: "E", amount: negate(subtract(brokerProceeds, proceeds)) });
  }
  const [term] = terms;
  if (terms.length === 1 && rows.some((row) => row.term !== undefined && row.term !== term)) {
    found.push({ code: "T", amount: ZERO_MONEY });
  }
  if (disallowed !== ZERO_MONEY) found.push({ code: "W", amount: disallowed });
  return found;
}

/** What the form says; where it does not, what the ledger says; else a basis on it is not reported. */
function isBasisReported(disposal: Disposal, rows: readonly BrokerRow[]): boolean {
  const stated = rows.find((row) => row.isBasisReported !== undefined)?.isBasisReported;
  return stated ?? disposal.brokerReport === "basis reported";
}

const boxesOf = (
  { asset, day }: Disposal,
  terms: readonly Term[],
  brokerReport: Disposal["brokerReport"],
): readonly Form8949Box[] =>
  terms.map((term) =>
    form8949Box({ taxYear: partsOf(day).year, isSecurity: asset.isSecurity, term, brokerReport }),
  );

const termOf = ({ lot, disposal }: LotDisposal): Term =>
  lot === undefined ? "Short" : (lot.term ?? termOn(lot.holdingPeriodStart, disposal.day));

const sum = (amounts: readonly Money[]): Money =>
  amounts.reduce((total, amount) => add(total, amount), ZERO_MONEY);

/** Undefined unless every amount is stated. */
function sumOfStated(amounts: readonly (Money | undefined)[]): Money | undefined {
  const stated = amounts.flatMap((amount) => (amount === undefined ? [] : [amount]));
  return stated.length === 0 || stated.length < amounts.length ? undefined : sum(stated);
}
