import { dayText, type Day } from "../calendar/day.ts";
import type { Books } from "../harvest/books.ts";
import type { Portfolio } from "../harvest/portfolio.ts";
import type { Problem } from "../ledger/problem.ts";
import type { LotMethod, Settings, StandingOrder } from "../ledger/settings.ts";
import { decimalToNumber } from "../money/decimalNumber.ts";
import { isPooledUniversally } from "../positions/positionsAt.ts";
import { methodsOnRecord } from "../replay/methodOnRecord.ts";
import type { Wallet } from "../ledger/wallet.ts";

/** The day on which the law behind every statement here was last checked. */
export const LAW_CHECKED = "2026-11-22";

/** What the law says of wash sales of coins. */
export const CURRENT_LAW = `Under current law (checked ${LAW_CHECKED}) wash sales concern securities: tokenized securities among them and, as brokers report them, crypto funds. Coins held directly are outside. Bills that would include them are pending and not law; one reportedly reaches back to June 2026.`;

/** The last line of every heading. */
export const NOT_TAX_ADVICE = "Not tax advice. Made from this workbook alone; nothing has left it.";

/** What each method sells first, in words. */
export const METHOD_WORDS: Readonly<Record<LotMethod, string>> = {
  FIFO: "first in, first out",
  LIFO: "last in, first out",
  HIFO: "highest basis first",
  LOFO: "lowest basis first",
  SPECIFIC: "the lots you name, else first in, first out",
};

/**
 * The lines above a tab's table: the title, then method, scope, policy and as-of date, what the
 * figures assume, what is missing, and their limits.
 */
export function tabHeading(title: string, portfolio: Portfolio): readonly string[] {
  return [
    isComparison(portfolio) ? `${title} (comparison)` : title,
    basicsLine(portfolio.books, methodWords(portfolio.method)),
    methodLine(portfolio),
    washLine(portfolio.books.settings.wash),
    harvestLine(portfolio.books.settings),
    ...gapLines(portfolio),
    NOT_TAX_ADVICE,
  ];
}

/** True when a standing order is on record and, for something held, it is not the tab's method. */
function isComparison({ books, method, harvests, replay }: Portfolio): boolean {
  const { settings, asOf } = books;
  if (settings.methodSince.length === 0) return false;
  const methodAt = methodsOnRecord(settings.methodSince);
  const wallets = new Set<Wallet>(replay.lots.map((lot) => lot.wallet));
  if (harvests.length === 0) return false;
  return [...wallets].some((wallet) => methodAt(wallet, asOf) !== method);
}

/** A method as a heading names it. */
export const methodWords = (method: LotMethod): string =>
  `method ${method} (${METHOD_WORDS[method]})`;

/** The day, the method in words, scope, wash-sale policy and filing status, in one line. */
export function basicsLine(books: Books, method: string): string {
  const { settings, asOf } = books;
  const empty = books.ledger.transactions.length === 0;
  return [
    empty ? "No transaction could be used" : `As of ${dayText(asOf)}`,
    method,
    scopeWords(settings, asOf),
    `wash-sale policy: ${settings.wash}`,
    `filing status: ${settings.filingStatus}`,
  ].join("; ");
}

function scopeWords(settings: Settings, asOf: Day): string {
  if (isPooledUniversally(settings, asOf)) return "lots pooled over all wallets of an account";
  return settings.scope === "transition"
    ? "lots pooled over all wallets until 2024-12-31, by wallet since"
    : "lots pooled by wallet";
}

/** Which methods past disposals follow, or what the figures assume of them. */
export function methodLine({ books, method }: Pick<Portfolio, "books" | "method">): string {
  const { methodSince } = books.settings;
  if (methodSince.length > 0) {
    return `Past disposals follow the methods on record: ${methodSince.map(orderWords).join(", ")}; FIFO before the first.`;
  }
  return method === "FIFO" || method === "SPECIFIC"
    ? `Assumes that past disposals were relieved by ${method} too, as the law does where no lot was identified in time.`
    : `Assumes that a standing order for ${method} was on record before each past disposal; without one the law relieves by FIFO, whatever would be better now.`;
}

function orderWords({ method, since, wallet }: StandingOrder): string {
  return `${method} since ${dayText(since)}${wallet === undefined ? "" : ` at ${wallet}`}`;
}

/** What the law says of wash sales of coins, and where the tab departs from it by the user's choice. */
export function washLine(wash: Settings["wash"]): string {
  switch (wash) {
    case "securities":
      return CURRENT_LAW;
    case "conservative":
      return `${CURRENT_LAW} This tab applies the rule to every asset all the same, as you chose.`;
    case "off":
      return `${CURRENT_LAW} This tab applies the rule to nothing, as you chose.`;
  }
}

function harvestLine({ sellCost }: Settings): string {
  const cost = decimalToNumber(sellCost);
  const net =
    cost === 0 ? "" : ` Gains are after ${cost}% cost of selling; market values before it.`;
  return `Harvestable loss is the largest loss that selling the first lots in this order realizes; each row assumes that it alone is sold.${net}`;
}

/** What is missing: prices, basis, rows that could not be used. */
export function gapLines({
  books,
  harvests,
  replay,
}: Pick<Portfolio, "books" | "harvests" | "replay">): readonly string[] {
  const lines: string[] = [];
  const unpriced = harvests.filter(({ position }) => position.worth === undefined).length;
  if (unpriced > 0) {
    lines.push(`${rows(unpriced)} without a price: add it to the prices to see gains there.`);
  }
  const withoutBasis = new Set(replay.problems.flatMap(soldWithoutBasis));
  if (withoutBasis.size > 0) {
    lines.push(
      `Basis is missing for part of what was sold of ${[...withoutBasis].sort().join(", ")}.`,
    );
  }
  const errors = [...books.ledger.problems, ...replay.problems].filter(
    ({ severity }) => severity === "Error",
  ).length;
  if (errors > 0) {
    lines.push(
      `${errors === 1 ? "1 problem keeps" : `${errors} problems keep`} rows of the ledger out, in whole or in part; TLH_PROBLEMS and the Problems tab list them.`,
    );
  }
  return lines;
}

function soldWithoutBasis({ facts }: Problem): readonly string[] {
  if (facts.code !== "oversold") return [];
  return ["sold", "spent", "used for a fee"].includes(facts.leaving) ? [facts.asset] : [];
}

function rows(count: number): string {
  return count === 1 ? "1 row is" : `${count} rows are`;
}
