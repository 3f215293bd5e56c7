import { place, quoted, type WordsFor } from "./problemWords.ts";
import type { RefusedType, TransferFacts, TypeFacts } from "./rowFacts.ts";

/** The words for what is wrong with the type, the account or the sides of a row. */
export const TYPE_WORDS: WordsFor<TypeFacts> = {
  "unknown-type": ({ column, found }) => ({
    problem: `The ${column} cell holds ${quoted(found)}, which is no known type of transaction.`,
    whatToDo:
      "Write Buy, Sell, Trade, Spend, Income, Transfer, Fee, Gift received, Gift sent, Donation, Inherited, Lost or Opening lot.",
  }),
  "refused-type": ({ found, refused }) => ({
    problem: `${quoted(found)} is ${REFUSED[refused].what}.`,
    whatToDo: REFUSED[refused].whatToDo,
  }),
  "unknown-account": ({ found }) => ({
    problem: `The Account cell holds ${quoted(found)}, which is no kind of account.`,
    whatToDo:
      "Write Taxable, IRA, Roth IRA, Spouse, Spouse IRA or Controlled entity; the name of an exchange belongs in the Wallet column.",
  }),
  "unknown-1099": ({ found }) => ({
    problem: `The 1099 cell holds ${quoted(found)}, which is read as none.`,
    whatToDo: "Write basis reported, basis not reported or none.",
  }),
  "direction-unknown": ({ column, found }) => ({
    problem: `The ${column} cell holds ${quoted(found)}, which does not say whether the base currency came or went.`,
    whatToDo: "Write buy or sell, deposit or withdrawal, or another type that says so.",
  }),
  "dollars-as-asset": ({ type }) => ({
    problem: `The row is a ${type} of US dollars, which are never a lot.`,
    whatToDo:
      "Name the asset that was paid for, with the dollars in Total; delete the row if another row says so already.",
  }),
  "incomplete-side": ({ column, missing }) =>
    missing === "currency"
      ? {
          problem: `The row has an amount in ${column} without its currency.`,
          whatToDo: "Name the currency or asset of that amount.",
        }
      : {
          problem: `The row names a currency for ${column} but no amount.`,
          whatToDo: "Enter the amount, or clear the currency.",
        },
  "no-sides": () => ({
    problem: "The row has neither an amount sent nor an amount received.",
    whatToDo: "Enter what was sent or received, or delete the row.",
  }),
  "label-against-sides": ({ found, sides }) => ({
    problem: `${quoted(found)} does not fit a row on which ${SIDES[sides]}.`,
    whatToDo: "Correct the label, or the side on which the amount stands.",
  }),
};

/** The words for what is wrong with a move between wallets. */
export const TRANSFER_WORDS: WordsFor<TransferFacts> = {
  "transfer-nowhere": ({ direction, asset, quantity }) =>
    direction === "to"
      ? {
          problem: `${quantity} ${asset} leave, and the row does not say to which wallet; a withdrawal is neither a sale nor a gift by itself.`,
          whatToDo:
            "Make it a Transfer with the receiving wallet in To wallet, or a Sell, Spend, Gift sent, Donation or Lost if they left for good.",
        }
      : {
          problem: `${quantity} ${asset} arrive, and the row does not say from where; a deposit is no purchase by itself.`,
          whatToDo:
            "Put both wallets on the row of the transfer and delete this one, or make it a Buy, Income, Gift received or Opening lot with its amount.",
        },
  "transfer-to-itself": ({ wallet }) => ({
    problem: `The transfer leaves ${place(wallet)} and arrives there again.`,
    whatToDo: "Name the wallet in which the units arrived in To wallet, or delete the row.",
  }),
  "transfer-grows": ({ asset, sent, received }) => ({
    problem: `The transfer sends ${sent} ${asset} but receives ${received}.`,
    whatToDo: "Correct the quantities; units that were added need a row of their own.",
  }),
};

const SIDES = {
  sent: "units are only sent",
  received: "units are only received",
  both: "something is sent and something received",
} as const;

const REFUSED: Readonly<Record<RefusedType, { readonly what: string; readonly whatToDo: string }>> =
  {
    "trade in one row": {
      what: "a trade, but the row has room for one asset only",
      whatToDo:
        "Write it as two rows of the same date, a Sell and a Buy, each with the dollar value in Total.",
    },
    "short sale": {
      what: "a short sale, which is out of scope",
      whatToDo:
        "Reckon short sales outside this workbook, and enter their result under other_short_gain.",
    },
    "margin or futures result": {
      what: "a result of margin or futures trading, which is out of scope",
      whatToDo:
        "Enter the year's result under other_short_gain and other_long_gain; a contract that was bought can be a Buy of its own asset name.",
    },
    loan: {
      what: "a loan, whose treatment the row does not settle",
      whatToDo:
        "Make it a Transfer to or from a wallet named after the loan, or a Sell and a Buy if the units were disposed of.",
    },
    "liquidity or staking pool": {
      what: "a move into or out of a pool, whose treatment no guidance settles",
      whatToDo:
        "Make it a Transfer to or from a wallet named after the pool, or a Trade with its dollar value if you treat it as a disposal.",
    },
    "wrap or bridge": {
      what: "a wrap, bridge or swap of tokens, whose treatment no guidance settles",
      whatToDo:
        "Make it a Trade with its dollar value if you treat it as a disposal, or a Transfer if you treat it as the same asset.",
    },
  };
