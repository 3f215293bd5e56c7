/** The methods that an order can name, with what they sell, in words of an order. */
export const ORDER_METHODS = {
  FIFO: "the units acquired first",
  LIFO: "the units acquired last",
  HIFO: "the units with the highest basis",
  LOFO: "the units with the lowest basis",
} as const;

export type OrderMethod = keyof typeof ORDER_METHODS;

/** A standing order to write down: a method from a day on, for one wallet or all. */
export type OrderToWrite = {
  readonly method: OrderMethod;
  /** ISO. */
  readonly since: string;
  /** Empty for all wallets. */
  readonly wallet: string;
};

/** As the setting `method_since` writes an order. */
export const orderSetting = ({ method, since, wallet }: OrderToWrite): string =>
  `${method} ${since}${wallet === "" ? "" : ` @${wallet}`}`;

/**
 * The words of a standing order to keep with the books, or to give to the broker.
 *
 * Source: Treas. Reg. § 1.1012-1(j)(2), (j)(3)(ii): on record no later than the sale, for units
 * that a broker holds with the broker.
 */
export const standingOrderText = ({ method, since, wallet }: OrderToWrite): string =>
  [
    "Standing order: which digital assets are sold first",
    "",
    `From ${since} on, whenever I sell, spend, exchange or otherwise dispose of units of a digital ` +
      `asset held in ${wallet === "" ? "any of my wallets and accounts" : wallet}, the units ` +
      `disposed of are ${ORDER_METHODS[method]} of those held in that wallet or account at that ` +
      `time (${method}), unless I identify other units no later than the disposal.`,
    "",
    "This order holds until I replace it in writing.",
    "",
    "Date on which this is put on record: ____________",
    "Name and signature: ____________",
    "",
    "It works from the day on which it is on record, never backwards: for units that a broker holds, with the broker; for others, in your own books.",
    "Not tax advice.",
  ].join("\n");
