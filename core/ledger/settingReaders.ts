import type { Day } from "../calendar/day.ts";
import { UTC } from "../calendar/timeZone.ts";
import type { Money } from "../money/amounts.ts";
import { decimalToNumber, moneyOf, type DecimalNumber } from "../money/decimalNumber.ts";
import { assetList, identicalAssets, replacingAssets } from "./assetLists.ts";
import type { CellValue } from "./cells.ts";
import { damageKinds } from "./damage/damageKinds.ts";
import { dateReader } from "./parseDate.ts";
import { isNumber, parseNumber, parseRate } from "./parseNumber.ts";
import { plannedAcquisitions } from "./plannedAcquisitions.ts";
import type { FilingStatus, Settings } from "./settings.ts";
import { standingOrders } from "./standingOrders.ts";
import { cellText, synonymsOf, wordKey } from "./words.ts";

/** How the value of one setting is read; `read` gives undefined for a bad value. */
export type SettingReader = {
  /** What a good value is, to follow "Write". */
  readonly expected: string;
  readonly read: (
    value: CellValue,
    dateSystem: Settings["dateSystem"],
  ) => Partial<Settings> | undefined;
};

/** Every setting by the contract's name. */
export const SETTING_READERS: ReadonlyMap<string, SettingReader> = new Map<string, SettingReader>([
  ["scope", choice("scope", ["wallet", "universal", "transition"])],
  ["wash", choice("wash", ["securities", "conservative", "off"])],
  ["securities", list("securities", "assets with commas between them, or *", assetList)],
  ["identical", list("identical", "groups such as BTC=WBTC, ETH=WETH=STETH", identicalAssets)],
  ["replaces", list("replaces", "pairs such as XYZ 2026-03 C45>XYZ", replacingAssets)],
  ["same_lot", choice("sameLot", ["exclude", "count"])],
  ["income_counts", choice("incomeCounts", ["yes", "no"])],
  ["tacking", choice("tacking", ["union", "add"])],
  ["transfer_fee", choice("transferFee", ["dispose", "basis"])],
  ["as_of", { expected: "a date such as 2026-11-20", read: readAsOf }],
  ["tax_year", { expected: "a year such as 2026", read: readTaxYear }],
  ["filing_status", { expected: "single, mfj, mfs or hoh", read: readFilingStatus }],
  ["taxable_income", dollars("taxableIncome", "signed")],
  ["magi", dollars("magi", "signed")],
  ["short_rate", rate("shortRate")],
  ["long_rate", rate("longRate")],
  ["state_rate", rate("stateRate")],
  ["other_short_gain", dollars("otherShortGain", "signed")],
  ["other_long_gain", dollars("otherLongGain", "signed")],
  ["carryover_short", dollars("carryoverShort", "positive")],
  ["carryover_long", dollars("carryoverLong", "positive")],
  ["min_loss", dollars("minLoss", "positive")],
  ["sell_cost", { expected: "percent from 0 to 99.99, such as 0.5", read: readSellCost }],
  ["time_zone", { expected: "the name of a time zone", read: readTimeZone }],
  [
    "method_since",
    list("methodSince", "methods with dates, such as LIFO 2025-01-01 @Kraken", standingOrders),
  ],
  [
    "planned",
    list("planned", "acquisitions such as BTC 100 USD weekly @Kraken", plannedAcquisitions),
  ],
  ["opening", { expected: "a date such as 2025-01-01", read: readOpening }],
  ["repair", list("repair", "all, none, or some of dates, ids, numbers and zones", damageKinds)],
  ["date_system", { expected: "1900 or 1904", read: readDateSystem }],
]);

type ChoiceKey = "scope" | "wash" | "sameLot" | "incomeCounts" | "tacking" | "transferFee";

function choice<K extends ChoiceKey>(key: K, values: readonly Settings[K][]): SettingReader {
  const expected = `${values.slice(0, -1).join(", ")} or ${values[values.length - 1] ?? ""}`;
  const read = (value: CellValue): Partial<Settings> | undefined => {
    const word = wordOf(value);
    const found = values.find((candidate) => candidate === word);
    return found === undefined ? undefined : only(key, found);
  };
  return { expected, read };
}

function list<K extends keyof Settings>(
  key: K,
  expected: string,
  parse: (text: string) => Settings[K] | undefined,
): SettingReader {
  const read = (value: CellValue): Partial<Settings> | undefined => {
    const parsed = parse(cellText(value));
    return parsed === undefined ? undefined : only(key, parsed);
  };
  return { expected, read };
}

type MoneyKey =
  | "taxableIncome"
  | "magi"
  | "otherShortGain"
  | "otherLongGain"
  | "carryoverShort"
  | "carryoverLong"
  | "minLoss";

function dollars(key: MoneyKey, sign: "signed" | "positive"): SettingReader {
  const expected =
    sign === "signed" ? "dollars such as 150000 or -2500" : "dollars, zero or above, such as 3000";
  const read = (value: CellValue): Partial<Settings> | undefined => {
    const amount = moneyIn(value);
    return amount === undefined || (sign === "positive" && amount < 0)
      ? undefined
      : only(key, amount);
  };
  return { expected, read };
}

function rate(key: "shortRate" | "longRate" | "stateRate"): SettingReader {
  const read = (value: CellValue): Partial<Settings> | undefined => {
    const reading = isZero(value) ? ZERO : parseRate(value);
    return isNumber(reading) && isBetween(reading, 1) ? only(key, reading) : undefined;
  };
  return { expected: "a rate from 0 to 1, such as 0.24 or 24%", read };
}

function readAsOf(
  value: CellValue,
  dateSystem: Settings["dateSystem"],
): Partial<Settings> | undefined {
  // A date cell that a formula puts into a text of options (`"as_of="&A1`) is its serial number.
  const isSerial = typeof value === "string" && /^\d{5}(\.\d+)?$/.test(value.trim());
  // A day as written, whatever the zone: a time of day plays no part.
  const at = dateReader({ zone: UTC, dateSystem, countsFrom1970: false })(
    isSerial ? Number(value) : value,
  );
  return typeof at === "number" ? { asOf: Math.floor(at / 86_400_000) as Day } : undefined;
}

function readOpening(
  value: CellValue,
  dateSystem: Settings["dateSystem"],
): Partial<Settings> | undefined {
  const read = readAsOf(value, dateSystem);
  return read === undefined ? undefined : { opening: read.asOf };
}

function readTaxYear(value: CellValue): Partial<Settings> | undefined {
  const text = cellText(value);
  const year = Number(text);
  return /^\d{4}$/.test(text) && year >= 1900 && year <= 2200 ? { taxYear: year } : undefined;
}

const FILING_STATUSES = synonymsOf<FilingStatus>([
  { meaning: "single", words: "single" },
  {
    meaning: "mfj",
    words: "mfj, married filing jointly, married jointly, qualifying surviving spouse",
  },
  { meaning: "mfs", words: "mfs, married filing separately, married separately" },
  { meaning: "hoh", words: "hoh, head of household" },
]);

function readFilingStatus(value: CellValue): Partial<Settings> | undefined {
  const filingStatus = FILING_STATUSES.get(wordOf(value));
  return filingStatus === undefined ? undefined : { filingStatus };
}

function readSellCost(value: CellValue): Partial<Settings> | undefined {
  const bare = typeof value === "string" ? value.replace(/%\s*$/, "") : value;
  const sellCost = isZero(value) ? ZERO : parseNumber(bare);
  return isNumber(sellCost) && isBetween(sellCost, 99.99) ? { sellCost } : undefined;
}

function readTimeZone(value: CellValue): Partial<Settings> | undefined {
  const timeZone = cellText(value);
  return typeof value === "string" && timeZone !== "" ? { timeZone } : undefined;
}

function readDateSystem(value: CellValue): Partial<Settings> | undefined {
  const text = cellText(value);
  if (text === "1900") return { dateSystem: 1900 };
  return text === "1904" ? { dateSystem: 1904 } : undefined;
}

const ZERO: DecimalNumber = { coefficient: 0, decimals: 0 };

const isZero = (value: CellValue): boolean =>
  typeof value === "string" && wordKey(value) === "zero";

function moneyIn(value: CellValue): Money | undefined {
  const reading = isZero(value) ? ZERO : parseNumber(value);
  return isNumber(reading) ? moneyOf(reading) : undefined;
}

/** From 0 to a limit, both included. */
const isBetween = (value: DecimalNumber, limit: number): boolean =>
  value.coefficient >= 0 && decimalToNumber(value) <= limit;

/** A cell's word; hosts turn yes and no into true and false. */
function wordOf(value: CellValue): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return wordKey(cellText(value));
}

const only = <K extends keyof Settings>(key: K, value: Settings[K]): Partial<Settings> => ({
  [key]: value,
});
