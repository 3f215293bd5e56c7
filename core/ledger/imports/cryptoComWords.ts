/**
 * What a kind of the Crypto.com app means: a word for the type, `for native` where the native amount
 * is the other side, `to exchange` and `from exchange`, or `inside` where coins are locked or staked
 * and stay the taxpayer's (Decision: D-51). A kind that is not known is given back.
 */
export const cryptoComWord = (kind: string): string => WORDS.get(kind.toLowerCase()) ?? kind;

const KINDS: readonly (readonly [word: string, kinds: string])[] = [
  [
    "Trade",
    `viban_purchase van_purchase crypto_viban_exchange crypto_exchange crypto_to_van_sell_order
    recurring_buy_order trading.limit_order.fiat_wallet.sell_commit
    trading.limit_order.fiat_wallet.purchase_commit trading.limit_order.cash_account.sell_commit
    trading.limit_order.cash_account.purchase_commit`,
  ],
  ["for native", "crypto_purchase dust_conversion_debited dust_conversion_credited"],
  ["Deposit", "crypto_deposit viban_deposit"],
  ["Withdrawal", "crypto_withdrawal viban_withdrawal"],
  // To and from other people: whether it was a gift, a payment or an own wallet, the user knows.
  ["Transfer", "crypto_transfer"],
  ["to exchange", "crypto_to_exchange_transfer"],
  ["from exchange", "exchange_to_crypto_transfer"],
  [
    "Interest",
    `crypto_earn_interest_paid crypto_earn_extra_interest_paid mco_stake_reward
    finance.lockup.dpos_compound_interest.crypto_wallet
    finance.dpos.non_compound_interest.crypto_wallet finance.dpos.compound_interest.crypto_wallet`,
  ],
  [
    "Reward",
    `supercharger_reward_to_app_credited rewards_platform_deposit_credited campaign_reward
    gift_card_reward`,
  ],
  ["Referral bonus", "referral_bonus referral_gift"],
  ["Cashback", "referral_card_cashback transfer_cashback"],
  ["Rebate", "reimbursement"],
  ["Spend", "crypto_payment card_top_up"],
  [
    "inside",
    `crypto_earn_program_created crypto_earn_program_withdrawn lockup_lock lockup_unlock
    lockup_upgrade supercharger_deposit supercharger_withdrawal council_node_deposit_created
    trading.limit_order.fiat_wallet.purchase_lock trading.limit_order.fiat_wallet.purchase_unlock
    trading.limit_order.fiat_wallet.sell_lock trading.limit_order.fiat_wallet.sell_unlock
    trading.limit_order.cash_account.purchase_lock trading.limit_order.cash_account.purchase_unlock
    trading.limit_order.cash_account.sell_lock trading.limit_order.cash_account.sell_unlock
    finance.lockup.dpos_lock.crypto_wallet finance.dpos.staking.crypto_wallet
    finance.dpos.unstaking.crypto_wallet`,
  ],
];

const WORDS: ReadonlyMap<string, string> = new Map(
  KINDS.flatMap(([word, kinds]) => kinds.split(/\s+/).map((kind) => [kind, word] as const)),
);
