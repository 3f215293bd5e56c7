import type { Day } from "../calendar/day.ts";
import type { CalendarEvent } from "../harvest/calendarEvents.ts";
import { compareText } from "../ledger/compareText.ts";
import { compare, magnitude, moneyNumber, quantityNumber, type Money } from "../money/amounts.ts";
import { WINDOW_DAYS } from "../washSales/washWindow.ts";
import { calendarMeaning } from "./calendarMeaning.ts";
import type { Column, Table, TableCell } from "./table.ts";

/** The columns of the Calendar tab. */
export const CALENDAR_COLUMNS = [
  { title: "Date", format: "date", width: 12 },
  { title: "Days away", format: "integer", width: 8 },
  { title: "Within 30 days", format: "text", width: 9 },
  { title: "Event", format: "text", width: 26 },
  { title: "Asset", format: "text", width: 12 },
  { title: "Wallet", format: "text", width: 14 },
  { title: "Account", format: "text", width: 11 },
  { title: "Quantity", format: "quantity", width: 16 },
  { title: "Dollars at stake", format: "money", width: 14 },
  { title: "Tax at stake", format: "money", width: 12 },
  { title: "What it means", format: "text", width: 80 },
] as const satisfies readonly Column[];

/** One row for each event: by day, and on one day the most dollars first. */
export const calendarTable = (events: readonly CalendarEvent[], asOf: Day): Table => ({
  columns: CALENDAR_COLUMNS,
  rows: events
    .map((event) => ({ event, place: placeOf(event), dollars: dollarsAtStake(event) }))
    .sort(
      (a, b) =>
        a.event.day - b.event.day ||
        mostFirst(a.dollars, b.dollars) ||
        compareText(a.place.asset.toUpperCase(), b.place.asset.toUpperCase()) ||
        compareText(a.place.wallet.toUpperCase(), b.place.wallet.toUpperCase()),
    )
    .map(({ event, place, dollars }): readonly TableCell[] => [
      event.day,
      event.day - asOf,
      event.day - asOf <= WINDOW_DAYS ? "Yes" : null,
      eventName(event),
      place.asset,
      place.wallet,
      place.account,
      place.quantity,
      dollarsCell(dollars),
      dollarsCell(taxAtStake(event)),
      calendarMeaning(event, asOf),
    ]),
});

/** Most dollars first; what has none stands last. */
function mostFirst(a: Money | undefined, b: Money | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compare(b, a);
}

const eventName = (event: CalendarEvent): string =>
  event.kind === "coming" && event.taint.schedule.source.kind === "rewards"
    ? "Reward in a window"
    : EVENT_NAMES[event.kind];

const EVENT_NAMES: Readonly<Record<CalendarEvent["kind"], string>> = {
  "long-term": "Turns long-term",
  "window ends": "Wash window ends",
  "clear to sell": "Clear to sell",
  rebuy: "Rebuy if sold now",
  coming: "Purchase in a window",
  "year end": "Last day of the tax year",
  "orders with brokers": "Orders must be with brokers",
};

/** Positive dollars of gain or loss that the day is about; undefined where none can be stated. */
function dollarsAtStake(event: CalendarEvent): Money | undefined {
  switch (event.kind) {
    case "long-term":
      return event.gain === undefined ? undefined : magnitude(event.gain);
    case "window ends":
    case "rebuy":
    case "year end":
      return event.loss;
    case "clear to sell":
      return event.entry.harvest.atRisk.disallowed;
    case "coming":
      return event.taint.units === undefined ? undefined : event.taint.dollars;
    case "orders with brokers":
      return undefined;
  }
}

/** Dollars of tax that the day decides; undefined where none can be stated. */
function taxAtStake(event: CalendarEvent): Money | undefined {
  if (event.kind === "long-term") return event.taxAtStake;
  return event.kind === "year end" ? event.tax?.saved : undefined;
}

const dollarsCell = (amount: Money | undefined): TableCell =>
  amount === undefined ? null : moneyNumber(amount);

type Place = {
  readonly asset: string;
  readonly wallet: string;
  readonly account: string;
  readonly quantity: TableCell;
};

const NOWHERE: Place = { asset: "", wallet: "", account: "", quantity: null };

function placeOf(event: CalendarEvent): Place {
  switch (event.kind) {
    case "long-term": {
      const { asset, wallet, account } = event.position;
      const quantity = quantityNumber(event.quantity, asset.decimals);
      return { asset: asset.symbol, wallet, account, quantity };
    }
    case "window ends": {
      const { asset, units } = event;
      return { ...NOWHERE, asset: asset.symbol, quantity: quantityNumber(units, asset.decimals) };
    }
    case "clear to sell": {
      const { position, stop } = event.entry.harvest;
      const { asset, wallet, account } = position;
      const quantity = stop === undefined ? null : quantityNumber(stop.quantity, asset.decimals);
      return { asset: asset.symbol, wallet, account, quantity };
    }
    case "coming": {
      const { asset, wallet, units } = event.taint.schedule;
      const quantity = units === undefined ? null : quantityNumber(units, asset.decimals);
      return { ...NOWHERE, asset: asset.symbol, wallet, quantity };
    }
    case "rebuy":
    case "year end":
    case "orders with brokers":
      return NOWHERE;
  }
}
