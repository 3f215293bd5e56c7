import { sideMeaning } from "../layouts/sideMeanings.ts";
import { wordKey } from "../words.ts";
import { cellOf, isBelowZero, isNothing, sizeOf, textOf, type ExportRow } from "./exportRow.ts";
import type { Amount, ImportedRow, RowOutcome } from "./importedRow.ts";
import type { ImportFormat } from "./importFormat.ts";

/**
 * Coinbase's transactions, in all variants since 2020: with ID or without, `Price` or `Spot Price`,
 * `Subtotal` or `USD Subtotal`. A conversion names what was received in its notes alone.
 */
export const coinbase: ImportFormat = {
  name: "Coinbase",
  needs: "timestamp transactiontype asset quantitytransacted notes",
  zone: "UTC",
  read: (rows) => {
    const arrivals = arrivalsOf(rows);
    const joined = new Set<ExportRow>();
    for (const arrival of arrivals.values()) joined.add(arrival);
    return rows.flatMap((row): readonly RowOutcome[] => {
      if (joined.has(row)) return [];
      return [outcomeOf(row, arrivals.get(row))];
    });
  },
};

const wordOf = (row: ExportRow): string => wordKey(textOf(row, "transactiontype"));

/** Newer exports have a row for each side of a conversion, with the same notes. */
function arrivalsOf(rows: readonly ExportRow[]): ReadonlyMap<ExportRow, ExportRow> {
  const leaving = new Map<string, ExportRow[]>();
  const arriving = new Map<string, ExportRow[]>();
  for (const row of rows) {
    const conversion = conversionOf(row);
    if (conversion === undefined) continue;
    const key = `${textOf(row, "timestamp")} ${textOf(row, "notes")}`;
    const side = isReceived(row, conversion) ? arriving : leaving;
    const known = side.get(key);
    if (known === undefined) side.set(key, [row]);
    else known.push(row);
  }
  const pairs = new Map<ExportRow, ExportRow>();
  for (const [key, froms] of leaving) {
    const tos = arriving.get(key) ?? [];
    froms.forEach((from, place) => {
      const to = tos[place];
      if (to !== undefined) pairs.set(from, to);
    });
  }
  return pairs;
}

type Conversion = { readonly sent: Amount; readonly received: Amount };

/** What the notes of a conversion say: `Converted 0.5 ETH to 0.03 BTC`. */
function conversionOf(row: ExportRow): Conversion | undefined {
  if (!CONVERSIONS.has(wordOf(row))) return undefined;
  const match = NOTES.exec(textOf(row, "notes"));
  if (match === null) return undefined;
  const [, sent = "", sentAsset = "", received = "", receivedAsset = ""] = match;
  return { sent: [sent, assetOf(sentAsset)], received: [received, assetOf(receivedAsset)] };
}

const CONVERSIONS: ReadonlySet<string> = new Set(["convert", "conversion"]);
const NOTES = /^Converted (\d[\d,]*\.?\d*|\.\d+) (\S+) to (\d[\d,]*\.?\d*|\.\d+) (\S+?)\.?$/i;

const isReceived = (row: ExportRow, { sent, received }: Conversion): boolean =>
  received[1] !== sent[1] && assetOf(textOf(row, "asset")) === received[1];

/** Coinbase's name for staked ether. Decision: D-51. */
const assetOf = (symbol: string): string =>
  symbol.trim().toUpperCase() === "ETH2" ? "ETH" : symbol;

function outcomeOf(row: ExportRow, arrival: ExportRow | undefined): RowOutcome {
  const word = wordOf(row);
  if (STAKING_MOVES.has(word)) return { withoutEffect: row.row };
  const common = {
    from: row,
    date: cellOf(row, "timestamp"),
    type: textOf(row, "transactiontype"),
    wallet: "Coinbase",
    id: textOf(row, "id"),
  };
  const conversion = conversionOf(row);
  if (conversion !== undefined) return converted(row, { common, conversion, arrival });
  const units: Amount = [sizeOf(cellOf(row, "quantitytransacted")), assetOf(textOf(row, "asset"))];
  if (BUYS.has(word)) {
    return { ...common, type: "Buy", sent: subtotalOf(row), received: units, fee: feeOf(row) };
  }
  if (SELLS.has(word)) {
    return { ...common, type: "Sell", sent: units, received: subtotalOf(row), fee: feeOf(row) };
  }
  return { ...common, ...oneSided(row, { word, units }) };
}

const BUYS: ReadonlySet<string> = new Set(["buy", "advancedtradebuy", "advancetradebuy"]);
const SELLS: ReadonlySet<string> = new Set(["sell", "advancedtradesell", "advancetradesell"]);

/** Coins that begin or cease to be staked at Coinbase stay the taxpayer's. Decision: D-51. */
const STAKING_MOVES: ReadonlySet<string> = new Set([
  "retailstakingtransfer",
  "retailunstakingtransfer",
  "retaileth2deprecation",
]);

type Converted = {
  readonly common: Pick<ImportedRow, "from" | "date" | "type" | "wallet" | "id">;
  readonly conversion: Conversion;
  readonly arrival: ExportRow | undefined;
};

/** The subtotal is what was received; the spread is lost in between, so that there is no fee beside it. */
function converted(row: ExportRow, { common, conversion, arrival }: Converted): ImportedRow {
  const subtotal = isNothing(subtotalOf(row)[0]) && arrival !== undefined ? arrival : row;
  return {
    ...common,
    joined: arrival === undefined ? [] : [arrival.row],
    ...conversion,
    worth: isNothing(subtotalOf(subtotal)[0]) ? undefined : subtotalOf(subtotal),
  };
}

type OneSided = { readonly word: string; readonly units: Amount };
type Sides = Pick<ImportedRow, "type" | "sent" | "received" | "worth"> &
  Partial<Pick<ImportedRow, "fee" | "sentWallet" | "receivedWallet">>;

function oneSided(row: ExportRow, { word, units }: OneSided): Sides {
  const type = WORDS.get(word) ?? textOf(row, "transactiontype");
  const value = subtotalOf(row);
  const worth = isNothing(value[0]) ? undefined : value;
  const pro = PRO_MOVES.get(word);
  if (pro !== undefined) {
    const wallets = { sentWallet: pro[0], receivedWallet: pro[1] };
    return { type: "Transfer", sent: units, received: units, worth, ...wallets };
  }
  const meaning = sideMeaning(wordKey(type));
  const leaves =
    isBelowZero(cellOf(row, "quantitytransacted")) ||
    meaning === "spend" ||
    /send|withdrawal/.test(word);
  return leaves
    ? { type, sent: units, received: undefined, worth, fee: feeOf(row) }
    : { type, sent: undefined, received: units, worth };
}

/** Moves between Coinbase and its own exchange. */
const PRO_MOVES: ReadonlyMap<string, readonly [string, string]> = new Map([
  ["prodeposit", ["Coinbase", "Coinbase Pro"]],
  ["exchangedeposit", ["Coinbase", "Coinbase Pro"]],
  ["prowithdrawal", ["Coinbase Pro", "Coinbase"]],
  ["exchangewithdrawal", ["Coinbase Pro", "Coinbase"]],
]);

/** Words of Coinbase's own. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ["rewardincome", "Reward"],
  ["incentivesrewardspayout", "Reward"],
  ["cardspend", "Spend"],
  ["paidforanorder", "Spend"],
]);

const subtotalOf = (row: ExportRow): Amount => [
  sizeOf(cellOf(row, "subtotal", "usdsubtotal")),
  currencyOf(row),
];

function feeOf(row: ExportRow): Amount | undefined {
  const fee = cellOf(row, "feesandorspread", "fees", "usdfees");
  return isNothing(fee) ? undefined : [sizeOf(fee), currencyOf(row)];
}

const currencyOf = (row: ExportRow): string =>
  textOf(row, "pricecurrency", "spotpricecurrency") || "USD";
