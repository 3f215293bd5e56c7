import { AIRDROP_WORDS, INCOME_WORDS, LOST_WORDS, REFUSED_WORDS } from "../transactionTypes.ts";
import type { RefusedType } from "../rowFacts.ts";
import { synonymsOf } from "../words.ts";

/**
 * What the label or type of a row with two sides says. The sides say most by themselves; the words
 * tell income from a gift, a payment from a withdrawal.
 */
export type SideMeaning =
  /** Nothing beyond the sides: bought, sold, traded, or no word at all. */
  | "trade"
  /** Moved, in or out, as far as the sides do not show a trade. */
  | "move"
  | "income"
  | "airdrop"
  | "gift"
  | "inherited"
  | "opening"
  | "spend"
  /** Spent where units leave, income where they arrive. */
  | "payment"
  | "fee"
  | "donation"
  | "lost"
  /** Marked by the service as not to be counted. */
  | "ignored"
  | RefusedType;

/** The meaning of a word key of a service; undefined for unknown words. */
export const sideMeaning = (key: string): SideMeaning | undefined => MEANINGS.get(key);

const MEANINGS = synonymsOf<SideMeaning>([
  ...REFUSED_WORDS,
  {
    meaning: "trade",
    words: `trade, buy, sell, bought, sold, purchase, sale, swap, exchange, convert, conversion, fiat buy,
      fiat sell, crypto to crypto, coin swap, initial coin offering, ico, nft mint, mint, otc, spot, order`,
  },
  {
    meaning: "move",
    words: `transfer, internal transfer, deposit, withdrawal, withdraw, send, receive, received, sent,
      transfer in, transfer out, crypto deposit, crypto withdrawal, fiat deposit, fiat withdrawal,
      cash deposit, cash withdrawal, incoming, outgoing, in, out, own transfer,
      add funds, remove funds, internal, non taxable in, non taxable out`,
  },
  { meaning: "income", words: INCOME_WORDS },
  { meaning: "airdrop", words: AIRDROP_WORDS },
  {
    meaning: "gift",
    words: `gift, gift received, gift sent, received gift, sent gift, incoming gift, outgoing gift,
      gift in, gift tip, gift spouse`,
  },
  { meaning: "inherited", words: "inherited, inheritance" },
  {
    meaning: "opening",
    words: `opening, opening lot, opening balance, opening position, initial balance,
      starting balance`,
  },
  {
    meaning: "spend",
    words: `spend, spent, cost, expense, merchant payment, personal use, interest paid, tax,
      other expense, non deductible expense`,
  },
  { meaning: "payment", words: "payment, interest payment" },
  { meaning: "fee", words: "fee, fees, network fee, gas, gas fee, approval, other fee" },
  { meaning: "donation", words: "donation, donate, charity, charity sent" },
  { meaning: "lost", words: LOST_WORDS },
  {
    meaning: "ignored",
    words: "ignored, ignore, ignore in, ignore out, ignored in, ignored out, spam",
  },
]);
