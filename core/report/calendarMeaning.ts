import { addDays, dayText, partsOf, type Day } from "../calendar/day.ts";
import type { CalendarEvent } from "../harvest/calendarEvents.ts";
import type { LongTermTurn } from "../harvest/longTermTurns.ts";
import { magnitude } from "../money/amounts.ts";
import { countWords, dollarWords, unitWords } from "./amountWords.ts";
import { scheduleWords } from "./scheduleWords.ts";

/** What a day of the calendar means, what its dollars are, and what to do. */
export function calendarMeaning(event: CalendarEvent, asOf: Day): string {
  switch (event.kind) {
    case "long-term":
      return turnSentence(event);
    case "window ends":
      return `Up to this day, buying ${unitWords(event.units, event.asset)} washes the ${dollarWords(event.loss)} lost on the sale of ${dayText(event.sold)}; from ${dayText(addDays(event.day, 1))} on it does not.${extended(event.isCoveredNow)}`;
    case "clear to sell":
      return clearSentence(event);
    case "rebuy":
      return `If all harvestable losses, ${dollarWords(event.loss)}, are realized on ${dayText(asOf)}: buying back on this day or later cannot wash them. Today's law asks this of securities only.`;
    case "coming": {
      const { schedule, times, units, dollars } = event.taint;
      const { asset, firstSafeDay, isCoveredNow } = event.entry;
      const effect =
        units === undefined
          ? ""
          : `, washing ${dollarWords(dollars)} of the loss on ${asset.symbol}`;
      return `${capitalized(scheduleWords(schedule))}: ${countWords(times, "time")} from this day until the window ends${effect}. The first safe day is ${dayText(firstSafeDay)}.${extended(isCoveredNow)}`;
    }
    case "year end":
      return yearEndSentence(event);
    case "orders with brokers":
      return brokersSentence(event);
  }
}

const extended = (isCoveredNow: boolean): string =>
  isCoveredNow ? "" : " Only if the rule covered every asset.";

/** The first letter in capitals where it begins a word of the product's own. */
const capitalized = (words: string): string =>
  /^(?:purchases|rewards) /.test(words) ? words.charAt(0).toUpperCase() + words.slice(1) : words;

function turnSentence({ day, gain, taxAtStake }: LongTermTurn): string {
  if (gain === undefined) return "Long-term from this day on. No price, so no gain or loss.";
  const amount = dollarWords(magnitude(gain));
  const tax = taxAtStake === undefined || taxAtStake <= 0 ? undefined : dollarWords(taxAtStake);
  if (gain >= 0) {
    const saved = tax === undefined ? "" : ` Waiting for it saves ${tax} of tax.`;
    return `A gain of ${amount} is long-term from this day on.${saved}`;
  }
  const saved = tax === undefined ? "" : ` Selling by then saves ${tax} more of tax.`;
  return `A loss of ${amount} is short-term up to ${dayText(addDays(day, -1))}.${saved}`;
}

type Of<K extends CalendarEvent["kind"]> = Extract<CalendarEvent, { readonly kind: K }>;

function clearSentence({ entry }: Of<"clear to sell">): string {
  const { harvest, inTheWay, coming } = entry;
  const loss = dollarWords(harvest.stop?.loss ?? harvest.atRisk.disallowed);
  const risk = dollarWords(harvest.atRisk.disallowed);
  const because =
    inTheWay === undefined ? "" : ` because of what was acquired up to ${dayText(inTheWay.day)}`;
  const goesOn = coming.some(({ times }) => times > 0)
    ? " What recurs moves this day on for as long as it goes on."
    : "";
  return `Of a harvestable loss of ${loss}, ${risk} would be washed before this day${because}, if the rule covered every asset.${goesOn}`;
}

function yearEndSentence({ day, loss, tax }: Of<"year end">): string {
  const { year } = partsOf(day);
  const saved =
    tax === undefined
      ? ""
      : ` Realizing all saves ${dollarWords(tax.saved)} of tax and carries ${dollarWords(tax.carriedForward)} forward.`;
  return `Sales after this day count for ${year + 1}. Harvestable losses at today's prices: ${dollarWords(loss)}.${saved}`;
}

function brokersSentence({ wallets }: Of<"orders with brokers">): string {
  const names = [...new Set(wallets.map(({ name }) => name))].filter((name) => name !== "");
  const where =
    names.length === 0
      ? "coins that a broker holds"
      : `coins at ${names.join(", ")}, where the ledger shows a broker's form, and at any other broker`;
  return `For ${where}: from this day an order other than FIFO must have been given to the broker before the sale; orders in your own books alone count through 2026-12-31 (Notice 2026-20).`;
}
