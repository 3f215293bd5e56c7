import type { CellValue } from "../ledger/cells.ts";

/** A setting as the template explains it. */
export type TemplateSetting = {
  readonly name: string;
  /** What holds without a choice; blank where there is nothing to write. */
  readonly value: CellValue;
  readonly meaning: string;
  readonly words?: readonly string[];
};

/** Every setting of the contract, those that people look for first. */
export const TEMPLATE_SETTINGS: readonly TemplateSetting[] = [
  setting("as_of", null, "The day of the report; blank for the newest date of the prices."),
  setting("tax_year", null, "Blank for the year of as_of."),
  choice("filing_status", ["single", "mfj", "mfs", "hoh"], "As on Form 1040."),
  setting(
    "taxable_income",
    null,
    "Ordinary taxable income before gains, in dollars. With it the tax saved is worked out by brackets.",
  ),
  setting(
    "magi",
    null,
    "For the net investment income tax; blank for an estimate from taxable_income.",
  ),
  setting("short_rate", null, "A flat rate for short-term gains instead of brackets, such as 24%."),
  setting("long_rate", null, "The same for long-term gains, such as 15%."),
  setting("state_rate", null, "The state's rate, such as 6%."),
  choice(
    "scope",
    ["wallet", "universal", "transition"],
    "Where lots are pooled: by wallet (the law since 2025), over all wallets, or the one until 2024 and the other since.",
  ),
  setting(
    "method_since",
    null,
    "Standing orders on record with your broker or in your books, such as LIFO 2025-01-01, HIFO 2026-01-01 @Kraken.",
  ),
  choice(
    "wash",
    ["securities", "conservative", "off"],
    "What the wash-sale rule is applied to: securities (current law), every asset, or nothing.",
  ),
  setting(
    "securities",
    null,
    "Assets that are securities; blank for the known crypto funds, * for all.",
  ),
  setting(
    "identical",
    null,
    "Assets treated as substantially identical, such as BTC=WBTC, ETH=WETH=STETH.",
  ),
  setting(
    "replaces",
    null,
    "Options and futures: buying the left one replaces the right one, XYZ 2026-03 C45>XYZ.",
  ),
  choice(
    "same_lot",
    ["exclude", "count"],
    "Whether what is left of a purchase can replace a part of it that was sold.",
  ),
  choice("income_counts", ["yes", "no"], "Whether rewards and other income count as replacements."),
  choice(
    "tacking",
    ["union", "add"],
    "How days are carried over to a replacement that was bought before the sale.",
  ),
  choice(
    "transfer_fee",
    ["dispose", "basis"],
    "Whether a fee in coins for a transfer is a disposal or stays in the basis.",
  ),
  setting(
    "other_short_gain",
    null,
    "Short-term gains of the year from elsewhere; losses are negative.",
  ),
  setting("other_long_gain", null, "The same for long-term gains."),
  setting(
    "carryover_short",
    null,
    "Short-term loss carried in from last year, as a positive number.",
  ),
  setting("carryover_long", null, "The same for the long-term loss."),
  setting("min_loss", null, "Losses below so many dollars are not worth a sale."),
  setting("sell_cost", null, "What selling costs, in percent: 0.5 means 0.5%."),
  setting("time_zone", null, "Your time zone, such as America/New_York."),
  setting(
    "opening",
    null,
    "The day at whose beginning the opening lots are what you held, such as 2025-01-01; what happened before it is not needed.",
  ),
  setting(
    "repair",
    null,
    "Damage by spreadsheet programs that may be undone in memory: all, or some of dates, ids, numbers, zones. Your cells stay as they are.",
  ),
  setting(
    "planned",
    null,
    "Purchases and rewards to come, such as BTC 100 USD weekly @Kraken, ETH 0.001 daily.",
  ),
];

function setting(name: string, value: CellValue, meaning: string): TemplateSetting {
  return { name, value, meaning };
}

function choice(name: string, words: readonly string[], meaning: string): TemplateSetting {
  return { name, value: words[0] ?? null, meaning, words };
}
