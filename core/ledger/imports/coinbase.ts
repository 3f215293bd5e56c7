import { sideMeaning } from "../layouts/sideMeanings.ts";
import { wordKey } from "../words.ts";
import { arrivalsOf, coinbaseAsset, conversionOf, type Conversion } from "./coinbaseConversions.ts";
import {
  cellOf,
  isBelowZero,
  isNothing,
  lessCell,
  sizeOf,
  textOf,
  type ExportRow,
} from "./exportRow.ts";
import type { Amount, ImportedRow, RowOutcome } from "./importedRow.ts";
import type { ImportFormat } from "./importFormat.ts";

/**
 * Coinbase's transactions, in all variants since 2020: with ID or without, `Price` or `Spot Price`,
 * `Subtotal` or `USD Subtotal`. What was paid with another coin than the price currency, and what a
 * conversion gave, stands in the notes alone.
 */
export const coinbase: ImportFormat = {
  name: "Coinbase",
  needs: "timestamp transactiontype asset quantitytransacted notes",
  zone: "UTC",
  read: (rows) => {
    const arrivals = arrivalsOf(rows);
    const joined = new Set(arrivals.values());
    return rows.flatMap((row): readonly RowOutcome[] =>
      joined.has(row) ? [] : [outcomeOf(row, arrivals.get(row))],
    );
  },
};

type Common = Pick<ImportedRow, "from" | "date" | "type" | "wallet" | "id">;

function outcomeOf(row: ExportRow, arrival: ExportRow | undefined): RowOutcome {
  const type = textOf(row, "transactiontype");
  const word = wordKey(type);
  if (INSIDE.has(word)) return { withoutEffect: row.row };
  const common: Common = {
    from: row,
    date: cellOf(row, "timestamp"),
    type,
    wallet: "Coinbase",
    id: textOf(row, "id"),
  };
  const conversion = conversionOf(row);
  if (conversion !== undefined) return converted(row, { common, conversion, arrival });
  const units: Amount = [sizeOf(cellOf(row, "quantitytransacted")), assetOf(row)];
  if (BUYS.has(word)) {
    const { side, fee, worth } = paid(row, "buy");
    return importedRow(common, { type: "Buy", sent: side, received: units, fee, worth });
  }
  if (SELLS.has(word)) {
    const { side, fee, worth } = paid(row, "sell");
    return importedRow(common, { type: "Sell", sent: units, received: side, fee, worth });
  }
  return importedRow(common, oneSided(row, { word, units }));
}

/** One literal: rows put together by spreading take several times as long. */
const importedRow = (common: Common, parts: Sides): ImportedRow => ({
  from: common.from,
  date: common.date,
  type: parts.type,
  sent: parts.sent,
  received: parts.received,
  fee: parts.fee,
  worth: parts.worth,
  sentWallet: parts.sentWallet,
  receivedWallet: parts.receivedWallet,
  wallet: common.wallet,
  id: common.id,
});

const assetOf = (row: ExportRow): string => coinbaseAsset(textOf(row, "asset"));

const BUYS: ReadonlySet<string> = new Set(["buy", "advancedtradebuy", "advancetradebuy"]);
const SELLS: ReadonlySet<string> = new Set(["sell", "advancedtradesell", "advancetradesell"]);

/** Coins in a vault, in savings or staked at Coinbase stay where they are. Decision: D-51. */
const INSIDE: ReadonlySet<string> = new Set([
  "retailstakingtransfer",
  "retailunstakingtransfer",
  "retaileth2deprecation",
  "vaultwithdrawal",
  "cashtosavings",
]);

type Converted = {
  readonly common: Common;
  readonly conversion: Conversion;
  readonly arrival: ExportRow | undefined;
};

/**
 * The subtotal is what was received; the spread is lost in between, so that there is no fee beside it.
 * Decision: D-53.
 */
function converted(row: ExportRow, { common, conversion, arrival }: Converted): ImportedRow {
  const stating = isNothing(subtotalOf(row)[0]) && arrival !== undefined ? arrival : row;
  return {
    ...common,
    joined: arrival === undefined ? [] : [arrival.row],
    ...conversion,
    worth: statedWorth(stating),
  };
}

type Paid = Pick<ImportedRow, "fee" | "worth"> & { readonly side: Amount };

/**
 * The other side of a purchase or sale: the subtotal with the fee beside it; or, where the notes say
 * that another coin paid, the units of it that moved, of which the fee is a part (Decision: D-53).
 */
function paid(row: ExportRow, trade: "buy" | "sell"): Paid {
  const [, amount = "", asset = ""] = PAYMENT.exec(textOf(row, "notes")) ?? [];
  const currency = currencyOf(row);
  if (asset === "" || asset.toUpperCase() === currency.toUpperCase()) {
    return { side: subtotalOf(row), fee: feeOf(row), worth: undefined };
  }
  const [subtotal] = subtotalOf(row);
  const fee = feeOf(row);
  const net = trade === "sell" && fee !== undefined ? lessCell(subtotal, fee[0]) : subtotal;
  const worth: Amount | undefined = isNothing(net) ? undefined : [net, currency];
  return { side: [amount, asset], fee: undefined, worth };
}

const PAYMENT =
  /^(?:Bought|Sold) \S+ \S+ for [$£€]?(\d[\d,]*\.?\d*|\.\d+) ([A-Z0-9]{2,})(?: on \S+-\S+(?: at .*)?)?$/;

type OneSided = { readonly word: string; readonly units: Amount };
type Sides = Pick<ImportedRow, "type"> & Partial<ImportedRow>;

function oneSided(row: ExportRow, { word, units }: OneSided): Sides {
  const type = typeOf(row, word);
  const worth = statedWorth(row);
  const pro = PRO_MOVES.get(word);
  if (pro !== undefined) {
    const wallets = { sentWallet: pro[0], receivedWallet: pro[1] };
    return { type: "Transfer", sent: units, received: units, worth, ...wallets };
  }
  const leaves =
    isBelowZero(cellOf(row, "quantitytransacted")) ||
    /send|withdrawal/.test(word) ||
    LEAVING.has(sideMeaning(wordKey(type)) ?? "");
  return leaves ? { type, sent: units, worth, fee: feeOf(row) } : { type, received: units, worth };
}

const LEAVING: ReadonlySet<string> = new Set(["spend", "donation"]);

/** Moves between Coinbase and its own exchange. */
const PRO_MOVES: ReadonlyMap<string, readonly [string, string]> = new Map([
  ["prodeposit", ["Coinbase", "Coinbase Pro"]],
  ["exchangedeposit", ["Coinbase", "Coinbase Pro"]],
  ["prowithdrawal", ["Coinbase Pro", "Coinbase"]],
  ["exchangewithdrawal", ["Coinbase Pro", "Coinbase"]],
]);

/** Rewards have come as plain receipts, whose notes say what they are. */
function typeOf(row: ExportRow, word: string): string {
  if (word === "receive" && REWARD_NOTES.test(textOf(row, "notes"))) return "Reward";
  return WORDS.get(word) ?? textOf(row, "transactiontype");
}

const REWARD_NOTES = /\bCoinbase (?:Earn|Rewards|Referral)\b/i;

/** Words of Coinbase's own. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ["rewardincome", "Reward"],
  ["incentivesrewardspayout", "Reward"],
  ["interestpayout", "Interest"],
  ["subscriptionrebates24hours", "Rebate"],
  ["cardspend", "Spend"],
  ["paidforanorder", "Spend"],
]);

function statedWorth(row: ExportRow): Amount | undefined {
  const subtotal = subtotalOf(row);
  return isNothing(subtotal[0]) ? undefined : subtotal;
}

function subtotalOf(row: ExportRow): Amount {
  const currency = currencyOf(row);
  return [sizeOf(cellOf(row, "subtotal", `${currency.toLowerCase()}subtotal`)), currency];
}

function feeOf(row: ExportRow): Amount | undefined {
  const currency = currencyOf(row);
  const fee = cellOf(row, "feesandorspread", "fees", `${currency.toLowerCase()}fees`);
  return isNothing(fee) ? undefined : [sizeOf(fee), currency];
}

/** The oldest variant names its currency in the headings: `EUR Subtotal`. */
function currencyOf(row: ExportRow): string {
  const named = textOf(row, "pricecurrency", "spotpricecurrency");
  if (named !== "") return named;
  const heading = row.headings.find((text) => OLD_SUBTOTAL.test(text));
  return heading?.slice(0, 3) ?? "USD";
}

const OLD_SUBTOTAL = /^[A-Z]{3} Subtotal$/i;
