import { dayOfText, type Day } from "../../core/calendar/day.ts";
import type { Instant } from "../../core/calendar/timeZone.ts";
import type { Asset } from "../../core/ledger/asset.ts";
import { parseSettings } from "../../core/ledger/parseSettings.ts";
import type { Settings } from "../../core/ledger/settings.ts";
import type {
  Acquisition,
  Disposal,
  Removal,
  Transaction,
  Transfer,
} from "../../core/ledger/transaction.ts";
import type { Account, Wallet } from "../../core/ledger/wallet.ts";
import { moneyOf, decimalOfText, quantityOf } from "../../core/money/decimalNumber.ts";
import { moneyText, quantityText, type Money, type Quantity } from "../../core/money/amounts.ts";
import type { LotDisposal } from "../../core/disposals/lotDisposal.ts";
import { dayText } from "../../core/calendar/day.ts";
import { basisOf, unitsOf, type OpenLot } from "../../core/lots/lot.ts";

const DECIMALS = 8;

/** Dollars from text. */
export const usd = (text: string | number): Money => moneyOf(decimalOfText(String(text))!);

/** Units from text. */
export const units = (text: string | number): Quantity =>
  quantityOf(decimalOfText(String(text))!, DECIMALS);

/** A day from ISO text. */
export const on = (text: string): Day => dayOfText(text)!;

/** Settings from option text, as a user writes them. */
export const settingsOf = (options = ""): Settings => parseSettings(options).settings;

/** Builders of transactions that share assets and wallets; rows count up from 2. */
export function ledgerBuilder() {
  const assets = new Map<string, Asset>();
  const wallets = new Map<string, Wallet>();
  const transactions: Transaction[] = [];
  let row = 1;
  const asset = (symbol: string): Asset => {
    const known = assets.get(symbol);
    if (known !== undefined) return known;
    const made: Asset = {
      symbol,
      index: assets.size,
      decimals: DECIMALS,
      isSecurity: false,
      washGroup: symbol,
    };
    assets.set(symbol, made);
    return made;
  };
  const wallet = (name: string, account: Account = "Taxable"): Wallet => {
    const key = `${account}/${name}`;
    const known = wallets.get(key);
    if (known !== undefined) return known;
    const made: Wallet = { name, account, index: wallets.size };
    wallets.set(key, made);
    return made;
  };
  const base = (
    what: string,
    date: string,
    place: { readonly wallet?: string; readonly account?: Account },
  ) => {
    const match = /^([\d.]+) (.+)$/.exec(what)!;
    row += 1;
    const [day, time = "00:00"] = date.split(" ");
    const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
    return {
      row,
      day: on(day!),
      at: (on(day!) * 86_400_000 + minutes * 60_000) as Instant,
      asset: asset(match[2]!),
      quantity: units(match[1]!),
      wallet: wallet(place.wallet ?? "W", place.account),
      id: "",
    };
  };
  type More = {
    readonly wallet?: string;
    readonly account?: Account;
    readonly picks?: readonly (readonly [Acquisition, (string | number)?])[];
  };
  type MoreOfPurchase = Pick<More, "wallet" | "account"> & {
    readonly origin?: Acquisition["origin"];
    readonly holdingPeriodStart?: Day;
    readonly lossBasis?: Money;
  };
  const picksOf = (more: More) =>
    (more.picks ?? []).map(([acquisition, quantity]) => ({
      acquisition,
      quantity: quantity === undefined ? undefined : units(quantity),
    }));
  return {
    transactions,
    /** `buy("2 BTC", 100, "2024-01-01")`: units, total basis, day with time if need be. */
    buy(what: string, basis: string | number, date: string, more: MoreOfPurchase = {}) {
      const common = base(what, date, more);
      const acquisition: Acquisition = {
        kind: "acquisition",
        origin: more.origin ?? "purchase",
        ...common,
        basis: usd(basis),
        holdingPeriodStart: more.holdingPeriodStart ?? common.day,
        lossBasis: more.lossBasis,
      };
      transactions.push(acquisition);
      return acquisition;
    },
    sell(
      what: string,
      proceeds: string | number,
      date: string,
      more: More & { reason?: Disposal["reason"] } = {},
    ) {
      const disposal: Disposal = {
        kind: "disposal",
        reason: more.reason ?? "Sell",
        ...base(what, date, more),
        proceeds: usd(proceeds),
        picks: picksOf(more),
        brokerReport: "none",
      };
      transactions.push(disposal);
      return disposal;
    },
    give(what: string, date: string, more: More = {}) {
      const removal: Removal = {
        kind: "removal",
        reason: "Gift sent",
        ...base(what, date, more),
        picks: picksOf(more),
      };
      transactions.push(removal);
      return removal;
    },
    /** `fee` is units of the same asset used up, and their value. */
    move(
      what: string,
      to: string,
      date: string,
      more: More & { fee?: readonly [string, string | number]; toAccount?: Account } = {},
    ) {
      const common = base(what, date, more);
      const transfer: Transfer = {
        kind: "transfer",
        ...common,
        to: wallet(to, more.toAccount),
        picks: picksOf(more),
        fees:
          more.fee === undefined
            ? []
            : [
                {
                  row: common.row,
                  asset: common.asset,
                  quantity: units(more.fee[0]),
                  value: usd(more.fee[1]),
                  wallet: common.wallet,
                },
              ],
      };
      transactions.push(transfer);
      return transfer;
    },
  };
}

/** A disposed piece in a line: `2 for 300 - 200 = 100 Long, acquired 2024-01-01`. */
export function pieceText({ quantity, proceeds, lot }: LotDisposal): string {
  const head = `${quantityText(quantity, DECIMALS)} for ${moneyText(proceeds)}`;
  if (lot === undefined) return `${head}, no lot`;
  return `${head} - ${moneyText(lot.basis)} = ${moneyText(lot.gain)} ${lot.term ?? "no term"}, acquired ${dayText(lot.acquired)}`;
}

/** An open lot in a line: `2 at 200 in W since 2024-01-01`. */
export function lotText(lot: OpenLot): string {
  const basis = basisOf(lot);
  return `${quantityText(unitsOf(lot), DECIMALS)} ${lot.tranche.acquisition.asset.symbol} at ${moneyText(basis)} in ${lot.wallet.name} since ${dayText(lot.tranche.acquisition.day)}`;
}
