import type { RefusedType } from "./rowFacts.ts";
import type { DisposalReason, Origin, Removal } from "./transaction.ts";
import { synonymsOf } from "./words.ts";

/** What the Type of a row with one asset says. `name` is the contract's word for it. */
export type TransactionType =
  | { readonly kind: "acquisition"; readonly name: string; readonly origin: Origin }
  | { readonly kind: "disposal"; readonly name: string; readonly reason: DisposalReason }
  | {
      readonly kind: "removal";
      readonly name: Removal["reason"];
      readonly reason: Removal["reason"];
    }
  | { readonly kind: "transfer"; readonly name: "Transfer" }
  /** A deposit or withdrawal without its other end, which is never a purchase or a sale (R1.1). */
  | { readonly kind: "nowhere"; readonly name: string; readonly direction: "to" | "from" }
  | { readonly kind: "refused"; readonly name: string; readonly refused: RefusedType };

/** Words of refusal, shared by rows with one asset and rows with two sides. */
export const REFUSED_WORDS: readonly { readonly meaning: RefusedType; readonly words: string }[] = [
  {
    meaning: "short sale",
    words:
      "short, short sell, short sale, sell short, short open, short close, buy to cover, short cover, cover",
  },
  {
    meaning: "margin or futures result",
    words: `margin, margin trade, margin trading, margin trading profit, margin trading loss,
      margin trading fee, margin gain, margin loss, margin profit, margin fee,
      margin interest, margin interest fee, margin rebate, realized pnl, realised pnl, realized p&l,
      realized gain, realized loss, realized profit, derivatives profit, derivatives loss, futures,
      futures profit, futures loss, futures funding, funding fee, perpetuals, liquidation, leverage`,
  },
  {
    meaning: "loan",
    words: `loan, margin loan, borrow, borrowing, repay, loan repayment, loan fee, collateral,
      deposit collateral, withdraw collateral, lend, lending`,
  },
  {
    meaning: "liquidity or staking pool",
    words: `liquidity in, liquidity out, add liquidity, remove liquidity, to pool, from pool,
      sent to pool, received from pool, add to pool, remove from pool, stake, unstake, staking deposit,
      staking withdrawal, staking lockup, vault deposit, vault withdrawal`,
  },
  {
    meaning: "wrap or bridge",
    words: `wrap, unwrap, bridge, bridge in, bridge out, migration, rebase, token swap, redenomination,
      non taxable trade, multi token trade`,
  },
];

const BUY: TransactionType = { kind: "acquisition", name: "Buy", origin: "purchase" };
const INCOME: TransactionType = { kind: "acquisition", name: "Income", origin: "income" };
const AIRDROP: TransactionType = { kind: "acquisition", name: "Income", origin: "airdrop" };
const REFUSED_TRADE: TransactionType = {
  kind: "refused",
  name: "Trade",
  refused: "trade in one row",
};

/** Words for income in kind other than an airdrop or a fork, which is no purchase (R3.2). */
export const INCOME_WORDS = `income, other income, staking, staking reward, staking rewards, staking income, stake reward,
  reward, rewards, rewards income, reward income, mining, mining reward, mining pool, mined, interest,
  interest received, interest income, interest payment received, lending interest, loan interest,
  lending income, salary, wages, pay, royalty, royalties, cashback, cash back, rebate, fee refund,
  referral, referral bonus, referral reward, bonus, learning reward, learn reward, coinbase earn, earn,
  inflation reward, masternode, minting, mint reward, dividend, dividends, dividend received,
  misc reward, subscription rebate, subscription rewards, income received, staked, fee rebate,
  reward bonus, dividends income, lp rewards, bounty, bounties, master node`;

/** Words for units that came without a purchase: airdrops and forks. */
export const AIRDROP_WORDS =
  "airdrop, airdrops, air drop, fork, hard fork, chain split, chainsplit, forked, airdrop received";

/** Words for units that were lost or stolen, which is no sale. */
export const LOST_WORDS =
  "lost, loss, stolen, theft, hacked, hack, scam, casualty loss, theft loss, investment loss, burn, burned";

const TYPES = synonymsOf<TransactionType>([
  {
    meaning: BUY,
    words: `buy, bought, purchase, purchased, advanced trade buy, market buy, limit buy,
      recurring buy, reinvest, reinvestment, dividend reinvestment, drip, crypto purchase`,
  },
  {
    meaning: { kind: "disposal", name: "Sell", reason: "Sell" },
    words:
      "sell, sold, sale, advanced trade sell, market sell, limit sell, crypto sale, redemption",
  },
  {
    meaning: { kind: "disposal", name: "Spend", reason: "Spend" },
    words: `spend, spent, spending, payment, paid, merchant payment, purchase of goods, cost, expense,
      personal use`,
  },
  {
    meaning: { kind: "disposal", name: "Fee", reason: "Fee" },
    words:
      "fee, fees, network fee, gas, gas fee, miner fee, transaction fee, trading fee, transfer fee",
  },
  { meaning: INCOME, words: INCOME_WORDS },
  { meaning: AIRDROP, words: AIRDROP_WORDS },
  {
    meaning: { kind: "transfer", name: "Transfer" },
    words:
      "transfer, transferred, internal transfer, move, moved, own transfer, wallet transfer, self transfer",
  },
  {
    meaning: { kind: "acquisition", name: "Gift received", origin: "gift" },
    words: "gift received, received gift, gift in, incoming gift, gift from",
  },
  {
    meaning: { kind: "removal", name: "Gift sent", reason: "Gift sent" },
    words: "gift sent, sent gift, gift out, outgoing gift, gift given, gift to",
  },
  {
    meaning: { kind: "removal", name: "Donation", reason: "Donation" },
    words:
      "donation, donate, donated, donation sent, charity, charitable gift, charitable donation",
  },
  {
    meaning: { kind: "acquisition", name: "Inherited", origin: "inheritance" },
    words: "inherited, inherit, inheritance, bequest",
  },
  { meaning: { kind: "removal", name: "Lost", reason: "Lost" }, words: LOST_WORDS },
  {
    meaning: { kind: "acquisition", name: "Opening lot", origin: "opening" },
    words:
      "opening lot, opening, opening balance, opening position, initial balance, starting balance",
  },
  {
    meaning: { kind: "nowhere", name: "Withdrawal", direction: "to" },
    words: `withdrawal, withdraw, withdrew, send, sent, transfer out, out, crypto withdrawal, outgoing,
      fiat withdrawal, cash withdrawal`,
  },
  {
    meaning: { kind: "nowhere", name: "Deposit", direction: "from" },
    words: `deposit, deposited, receive, received, transfer in, in, crypto deposit, incoming,
      fiat deposit, cash deposit`,
  },
  {
    meaning: REFUSED_TRADE,
    words: "trade, swap, exchange, convert, conversion, crypto to crypto, coin swap",
  },
  ...REFUSED_WORDS.map(({ meaning, words }) => ({
    meaning: { kind: "refused", name: meaning, refused: meaning } as const,
    words,
  })),
]);

/** The type that a word key stands for; undefined for unknown words. */
export const transactionType = (key: string): TransactionType | undefined => TYPES.get(key);
