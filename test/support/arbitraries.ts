import fc from "fast-check";
import { addDays, dayOfText, dayText, type Day } from "../../core/calendar/day.ts";
import type { LotMethod } from "../../core/ledger/settings.ts";

/** A small random ledger as a sheet, and what a worksheet function is asked to do with it. */
export type LedgerCase = {
  readonly grid: readonly (readonly string[])[];
  readonly method: LotMethod;
  readonly options: string;
};

/** Which choices to draw. */
export type LedgerChoices = {
  /** Draw a wash-sale policy and its settings; otherwise the policy is off. */
  readonly wash: boolean;
};

/**
 * Ledgers made of what breaks engines: few assets and wallets, small quantities, equal prices,
 * rows of one instant, days around the edges of the window and of the year, sales of more than is
 * held, named lots.
 *
 * Amounts a unit are whole dollars wherever a rounded part could tip a comparison of two amounts
 * (a tie under HIFO or LOFO, a gain of nothing); elsewhere totals are odd and do not divide.
 */
export function ledgerCases({ wash }: LedgerChoices): fc.Arbitrary<LedgerCase> {
  return fc
    .record({
      drawn: fc.array(drawnEvents, { minLength: 2, maxLength: 14, size: "max" }),
      own: fc.subarray(OWN_WALLETS, { minLength: 1 }),
      others: fc.subarray(OTHER_ACCOUNTS, { maxLength: 2 }),
      assets: fc.subarray(ASSETS, { minLength: 1 }),
      start: fc.constantFrom("2023-12-30", "2024-02-29", "2024-10-02", "2024-12-01"),
      method: fc.constantFrom<LotMethod>("FIFO", "LIFO", "HIFO", "LOFO", "SPECIFIC"),
      amounts: fc.constantFrom<Amounts>("whole a unit", "odd"),
      settings: wash ? washSettings : fc.constant("wash=off"),
      scope: fc.constantFrom("wallet", "wallet", "universal", "transition"),
      transferFee: fc.constantFrom("dispose", "basis"),
      filingStatus: fc.constantFrom("single", "mfj"),
    })
    .map(({ drawn, scope, transferFee, ...others }) => {
      const { method, settings, filingStatus } = others;
      const mayRound = !wash && method !== "HIFO" && method !== "LOFO";
      // Where nothing moves there are no units moved to carry the basis, so `wallet` only.
      const isFeeInBasis = mayRound && scope === "wallet" && transferFee === "basis";
      const choices = [
        settings,
        `scope=${scope}`,
        `filing_status=${filingStatus}`,
        `transfer_fee=${isFeeInBasis ? "basis" : "dispose"}`,
      ];
      const events = isFeeInBasis
        ? withOneTransfer(drawn)
        : // Under `transition` opening lots are the allocation itself (R1.4), a case of its own.
          drawn.filter(({ type }) => scope !== "transition" || type !== "Opening lot");
      const amounts: Amounts = mayRound ? others.amounts : "whole a unit";
      const layout = { ...others, places: [...others.own, ...others.others], amounts };
      return { grid: sheetOf(events, layout), method, options: choices.join("; ") };
    });
}

/**
 * With a fee in the basis, units of one purchase come to have different bases, and no rule says
 * which of them leaves first where they meet again. One transfer, of units that are there, never
 * brings that about.
 */
function withOneTransfer(drawn: readonly DrawnEvent[]): readonly DrawnEvent[] {
  const first = drawn.findIndex(({ type }) => type === "Transfer");
  return drawn
    .filter(({ type }, index) => type !== "Transfer" || index === first)
    .map((event) => ({
      ...event,
      days: Math.max(0, event.days),
      time: "",
      oversells: event.oversells && event.type !== "Transfer",
    }));
}

type Amounts = "whole a unit" | "odd";

type Place = { readonly wallet: string; readonly account: string };

const ASSETS = ["BTC", "WBTC", "ETH"];

const OWN_WALLETS: Place[] = [
  { wallet: "Kraken", account: "Taxable" },
  { wallet: "Cold", account: "Taxable" },
  { wallet: "Phone", account: "Taxable" },
];

const OTHER_ACCOUNTS: Place[] = [
  { wallet: "Kraken", account: "Spouse" },
  { wallet: "Trust", account: "Roth IRA" },
  { wallet: "Shell", account: "Controlled entity" },
];

const ACQUISITIONS = ["Buy", "Staking", "Airdrop", "Gift received", "Inherited", "Opening lot"];

/** Words of the Type column, the common ones several times. */
const TYPES = [
  ...["Buy", "Buy", "Buy", "Buy", "Buy", "Staking", "Airdrop", "Gift received", "Inherited"],
  ...["Opening lot", "Sell", "Sell", "Sell", "Sell", "Sell", "Spend", "Fee", "Transfer"],
  ...["Transfer", "Transfer", "Gift sent", "Lost"],
];

const washSettings = fc
  .record({
    wash: fc.constantFrom("conservative", "conservative", "securities"),
    sameLot: fc.constantFrom("exclude", "count"),
    incomeCounts: fc.constantFrom("yes", "no"),
    tacking: fc.constantFrom("union", "add"),
    linked: fc.constantFrom("", "; identical=BTC=WBTC", "; replaces=ETH>BTC"),
  })
  .map(
    ({ wash, sameLot, incomeCounts, tacking, linked }) =>
      `wash=${wash}; securities=BTC, WBTC; same_lot=${sameLot}; ` +
      `income_counts=${incomeCounts}; tacking=${tacking}${linked}`,
  );

type DrawnEvent = {
  readonly type: string;
  readonly days: number;
  readonly time: string;
  readonly asset: number;
  readonly place: number;
  readonly otherPlace: number;
  readonly quantity: number;
  readonly dollars: number;
  readonly otherDollars: number;
  readonly fee: number;
  readonly donorDays: number;
  readonly picks: readonly { readonly lot: number; readonly quantity: number }[];
  /** Lets the event take more units than there are. */
  readonly oversells: boolean;
  readonly gasOfOtherAsset: boolean;
};

const small = fc.nat({ max: 5 });

const drawnEvents: fc.Arbitrary<DrawnEvent> = fc.record({
  type: fc.constantFrom(...TYPES),
  days: fc.constantFrom(0, 0, 0, 1, 2, 29, 30, 31, 32, 180, 365, 366, -1, -30),
  time: fc.constantFrom("", "", " 09:00", " 15:00"),
  asset: small,
  place: small,
  otherPlace: small,
  quantity: fc.integer({ min: 1, max: 6 }),
  dollars: fc.constantFrom(1, 3, 5, 7, 7, 10, 10, 11, 13),
  otherDollars: fc.constantFrom(3, 7, 10, 11),
  fee: fc.constantFrom(0, 0, 0, 1, 2),
  donorDays: fc.constantFrom(0, 1, 364, 365, 366),
  picks: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc.array(fc.record({ lot: fc.nat({ max: 9 }), quantity: fc.nat({ max: 3 }) }), {
        minLength: 1,
        maxLength: 2,
      }),
    },
  ),
  oversells: fc.nat({ max: 9 }).map((drawn) => drawn === 9),
  gasOfOtherAsset: fc.boolean(),
});

const HEADER = [
  ...["Date", "Type", "Asset", "Quantity", "Price", "Total", "Fee", "Wallet", "Account"],
  ...["To wallet", "Lot", "Id", "Acquired"],
];

type Layout = {
  readonly places: readonly Place[];
  readonly assets: readonly string[];
  readonly start: string;
  readonly amounts: Amounts;
};

type Holding = { readonly name: string; readonly at: Place; readonly units: number };

/** What the sheet holds so far, to keep most disposals within what is there. */
type Sheet = {
  readonly layout: Layout;
  readonly rows: string[][];
  readonly held: Map<string, Holding>;
  readonly lotsOf: Map<string, string[]>;
};

/** An event with the asset and wallet that the sheet has for it, and a quantity that fits. */
type Placed = DrawnEvent & { readonly date: string; readonly name: string; readonly at: Place };

function sheetOf(drawn: readonly DrawnEvent[], layout: Layout): LedgerCase["grid"] {
  const sheet: Sheet = { layout, rows: [], held: new Map(), lotsOf: new Map() };
  let day = dayOfText(layout.start)!;
  for (const event of drawn) {
    day = addDays(day, event.days);
    addEvent(sheet, placed(sheet, event, day), day);
  }
  return [HEADER, ...sheet.rows];
}

function placed(sheet: Sheet, event: DrawnEvent, day: Day): Placed {
  const place = {
    ...event,
    date: dayText(day) + event.time,
    name: chosen(sheet.layout.assets, event.asset),
    at: chosen(sheet.layout.places, event.place),
  };
  if (ACQUISITIONS.includes(event.type) || event.oversells) return place;
  const holdings = [...sheet.held.values()].filter(({ units }) => units > 0);
  // Nothing can leave where nothing is, unless it is to be oversold: then something comes in.
  if (holdings.length === 0) return { ...place, type: "Buy" };
  const { name, at, units } = chosen(holdings, event.asset + event.place);
  return { ...place, name, at, quantity: Math.min(event.quantity, units) };
}

function addEvent(sheet: Sheet, event: Placed, day: Day): void {
  if (ACQUISITIONS.includes(event.type)) addAcquisition(sheet, event, day);
  else if (event.type === "Transfer") addTransfer(sheet, event);
  else addOutflow(sheet, event);
}

function addAcquisition(sheet: Sheet, event: Placed, day: Day): void {
  const { type, name, dollars, otherDollars, fee } = event;
  const id = `L${sheet.rows.length.toString()}`;
  const isGift = type === "Gift received";
  addRow(sheet, event, {
    Total: amount(sheet, event, dollars),
    Fee: type === "Buy" && fee > 0 ? amount(sheet, event, fee) : "",
    Price: isGift ? otherDollars.toString() : "",
    Acquired: isGift ? dayText(addDays(day, -event.donorDays)) : "",
    Id: id,
  });
  move(sheet, event, event.quantity);
  sheet.lotsOf.set(name, [...(sheet.lotsOf.get(name) ?? []), id]);
}

function addOutflow(sheet: Sheet, event: Placed): void {
  const { type, dollars, fee } = event;
  const isTraded = type === "Sell" || type === "Spend";
  addRow(sheet, event, {
    // The fee may not eat up the proceeds.
    Total: isTraded || type === "Fee" ? amount(sheet, event, dollars + fee) : "",
    Fee: isTraded && fee > 0 ? amount(sheet, event, fee) : "",
    Lot: picksOf(sheet, event),
  });
  move(sheet, event, -event.quantity);
}

function addTransfer(sheet: Sheet, event: Placed): void {
  const { name, quantity, fee } = event;
  const to = destination(sheet, event);
  if (to === undefined) {
    addOutflow(sheet, { ...event, type: "Sell" });
    return;
  }
  const id = `T${sheet.rows.length.toString()}`;
  addRow(sheet, event, { "To wallet": to.wallet, Lot: picksOf(sheet, event), Id: id });
  move(sheet, event, -quantity);
  move(sheet, { name, at: to }, quantity);
  if (fee > 0) addTransferFee(sheet, event, id);
}

/** The network's fee: a row of its own that bears the transfer's id. */
function addTransferFee(sheet: Sheet, event: Placed, id: string): void {
  const { assets } = sheet.layout;
  const name = event.gasOfOtherAsset ? chosen(assets, event.asset + 1) : event.name;
  const gas = { ...event, type: "Fee", name, quantity: event.fee };
  addRow(sheet, gas, { Total: (event.otherDollars * event.fee).toString(), Id: id });
  move(sheet, gas, -event.fee);
}

function addRow(sheet: Sheet, event: Placed, others: Record<string, string>): void {
  const cells: Record<string, string> = {
    Date: event.date,
    Type: event.type,
    Asset: event.name,
    Quantity: event.quantity.toString(),
    Wallet: event.at.wallet,
    Account: event.at.account,
    ...others,
  };
  sheet.rows.push(HEADER.map((title) => cells[title] ?? ""));
}

/**
 * Dollars for the whole quantity: so many a unit, or an odd total that does not divide. An odd one
 * of a gift never equals one of a sale, because whether that gains a hair decides its dates.
 */
function amount(sheet: Sheet, { type, quantity }: Placed, value: number): string {
  if (sheet.layout.amounts === "whole a unit") return (value * quantity).toString();
  return (value * 3.37 + (type === "Gift received" ? 0.11 : 0)).toFixed(2);
}

/** Another wallet of the same account. */
function destination(sheet: Sheet, { at, otherPlace }: Placed): Place | undefined {
  const others = sheet.layout.places.filter(
    (place) => place.account === at.account && place !== at,
  );
  return others.length === 0 ? undefined : chosen(others, otherPlace);
}

function picksOf(sheet: Sheet, { name, picks }: Placed): string {
  const lots = sheet.lotsOf.get(name) ?? [];
  if (lots.length === 0) return "";
  return picks
    .map(({ lot, quantity }) => {
      const id = chosen(lots, lot);
      return quantity === 0 ? id : `${id}:${quantity.toString()}`;
    })
    .join("; ");
}

function move(sheet: Sheet, { name, at }: Pick<Placed, "name" | "at">, change: number): void {
  const key = `${name} ${at.wallet} ${at.account}`;
  const units = (sheet.held.get(key)?.units ?? 0) + change;
  sheet.held.set(key, { name, at, units });
}

const chosen = <Value>(values: readonly Value[], index: number): Value =>
  values[index % values.length]!;
