import { dayText } from "../calendar/day.ts";
import type { Books } from "../harvest/books.ts";
import type { Portfolio } from "../harvest/portfolio.ts";
import type { Problem, ProblemSource, Severity } from "../ledger/problem.ts";
import { problemText } from "../ledger/problemText.ts";
import type { LotMethod, Settings } from "../ledger/settings.ts";
import type { Wallet } from "../ledger/wallet.ts";
import { add, moneyNumber, subtract, ZERO_MONEY } from "../money/amounts.ts";
import { methodsOnRecord } from "../replay/methodOnRecord.ts";
import { answeredDamage, type AnsweredDamage } from "./answeredDamage.ts";
import { lossByAsset } from "./lossByAsset.ts";
import { problemsInOrder } from "./problemsTable.ts";
import { salesToMake, type SaleToMake } from "./salesToMake.ts";
import {
  CURRENT_LAW,
  gapLines,
  LAW_CHECKED,
  METHOD_WORDS,
  methodLine,
  NOT_TAX_ADVICE,
} from "./tabHeading.ts";

/** What all rows sold together come to under one method. Dollars; losses are positive. */
export type MethodTotals = {
  readonly method: LotMethod;
  readonly harvestableLoss: number;
  readonly disallowedNow: number;
  readonly lossKept: number;
  readonly atRisk: number;
  /** `null` without rates or income. */
  readonly taxSaved: number | null;
  readonly carriedForward: number | null;
};

/** A problem of the user's data in words. `row` is `null` where it concerns no row. */
export type AnsweredProblem = {
  readonly source: ProblemSource;
  readonly row: number | null;
  readonly severity: Severity;
  readonly problem: string;
  readonly whatToDo: string;
};

/**
 * The answer of a run for people to read, as plain data that survives JSON: days are text such as
 * `2026-11-20`, and `null` stands for nothing to state.
 */
export type Answer = {
  readonly asOf: string;
  /** The method on record where there is one, else FIFO. */
  readonly lead: MethodTotals & { readonly words: string; readonly isOnRecord: boolean };
  /** FIFO, LIFO and the lead, to be set side by side. */
  readonly methods: readonly MethodTotals[];
  /** What to sell by the lead's order, best first. */
  readonly sales: readonly SaleToMake[];
  /** Rows with a loss that are not among the sales, and rows whose asset has no price. */
  readonly leftOut: {
    readonly disallowed: number;
    readonly small: number;
    readonly unpriced: number;
  };
  /** Largest first, positive dollars. */
  readonly lossByAsset: readonly { readonly asset: string; readonly loss: number }[];
  /** The first problems: errors, then warnings, each as the sheets have them. */
  readonly problems: readonly AnsweredProblem[];
  /** Damage that the user can let be mended; absent in answers of earlier versions. */
  readonly damage?: readonly AnsweredDamage[];
  /** Of everything, also of what is not listed here. */
  readonly counts: {
    readonly transactions: number;
    readonly positions: number;
    readonly errors: number;
    readonly warnings: number;
  };
  readonly policy: Pick<Settings, "wash" | "scope" | "filingStatus">;
  /** What the figures assume and what is missing, one sentence each. */
  readonly remarks: readonly string[];
  /** What the law says of wash sales of coins, and the day on which that was checked. */
  readonly law: string;
  readonly lawChecked: string;
  readonly notTaxAdvice: string;
};

/** What an answer is made from. */
export type AnswerSources = {
  readonly books: Books;
  readonly portfolio: (method: LotMethod) => Portfolio;
  readonly problems: readonly Problem[];
};

/** More problems than this are counted, not listed. */
export const MOST_LISTED = 200;

/** The answer: the totals of the leading method, what to sell first, and what is wrong. */
export function answerOf({ books, portfolio, problems }: AnswerSources): Answer {
  const { settings, asOf, ledger } = books;
  const lead = portfolio(leadingMethod(portfolio("FIFO")));
  const { sales, disallowed, small } = salesToMake(lead);
  const methods = [...new Set<LotMethod>(["FIFO", "LIFO", lead.method])];
  const errors = problems.filter(({ severity }) => severity === "Error").length;
  return {
    asOf: dayText(asOf),
    lead: {
      ...totalsOf(lead),
      words: METHOD_WORDS[lead.method],
      isOnRecord: settings.methodSince.length > 0,
    },
    methods: methods.map((method) => totalsOf(portfolio(method))),
    sales,
    leftOut: { disallowed, small, unpriced: lead.harvests.filter(isUnpriced).length },
    lossByAsset: lossByAsset(lead).map(({ asset, loss }) => ({ asset, loss: moneyNumber(loss) })),
    problems: listed(problems),
    damage: answeredDamage(problems),
    counts: {
      transactions: ledger.transactions.length,
      positions: lead.harvests.length,
      errors,
      warnings: problems.length - errors,
    },
    policy: {
      wash: settings.wash,
      scope: settings.scope,
      filingStatus: settings.filingStatus,
    },
    remarks: [methodLine(lead), ...gapLines(lead)],
    law: CURRENT_LAW,
    lawChecked: LAW_CHECKED,
    notTaxAdvice: NOT_TAX_ADVICE,
  };
}

const isUnpriced = ({ position }: Portfolio["harvests"][number]): boolean =>
  position.worth === undefined;

/** The method on record for most wallets that hold something; the first of several in time. */
function leadingMethod({ books, replay }: Portfolio): LotMethod {
  const { settings, asOf } = books;
  const methodAt = methodsOnRecord(settings.methodSince);
  const votes = new Map<LotMethod, number>();
  for (const wallet of new Set<Wallet>(replay.lots.map((lot) => lot.wallet))) {
    const method = methodAt(wallet, asOf);
    votes.set(method, (votes.get(method) ?? 0) + 1);
  }
  let leading: LotMethod = "FIFO";
  let most = 0;
  for (const [method, count] of votes) {
    if (count <= most) continue;
    leading = method;
    most = count;
  }
  return leading;
}

function totalsOf({ method, harvests, together }: Portfolio): MethodTotals {
  let loss = ZERO_MONEY;
  for (const { stop } of harvests) if (stop !== undefined) loss = add(loss, stop.loss);
  const { now, atRisk, tax } = together;
  return {
    method,
    harvestableLoss: moneyNumber(loss),
    disallowedNow: moneyNumber(now.disallowed),
    lossKept: moneyNumber(subtract(loss, now.disallowed)),
    atRisk: moneyNumber(atRisk.disallowed),
    taxSaved: tax === undefined ? null : moneyNumber(tax.saved),
    carriedForward: tax === undefined ? null : moneyNumber(tax.carriedForward),
  };
}

function listed(problems: readonly Problem[]): readonly AnsweredProblem[] {
  const inOrder = problemsInOrder(problems);
  const of = (severity: Severity) => inOrder.filter((problem) => problem.severity === severity);
  return [...of("Error"), ...of("Warning")].slice(0, MOST_LISTED).map((problem) => ({
    source: problem.source,
    row: problem.row ?? null,
    severity: problem.severity,
    ...problemText(problem),
  }));
}
