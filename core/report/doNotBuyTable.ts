import { dayText } from "../calendar/day.ts";
import type { ComingTaint } from "../harvest/comingTaint.ts";
import { DOLLAR, type DoNotBuy } from "../harvest/doNotBuy.ts";
import type { Books } from "../harvest/books.ts";
import { add, moneyNumber, quantityNumber, ZERO_MONEY, ZERO_QUANTITY } from "../money/amounts.ts";
import { countWords, dollarWords } from "./amountWords.ts";
import { scheduleWords } from "./scheduleWords.ts";
import type { Column, Table, TableCell } from "./table.ts";

/** The columns of the list of what not to buy; the text stands where the tab's main table has its. */
export const DO_NOT_BUY_COLUMNS = [
  { title: "Asset", format: "text", width: 14 },
  { title: "Last loss sale", format: "date", width: 12 },
  { title: "Sold row", format: "sourceRow", width: 9 },
  { title: "Units exposed", format: "quantity", width: 16 },
  { title: "Loss exposed", format: "money", width: 14 },
  { title: "Do not buy until", format: "date", width: 12 },
  { title: "Days left", format: "integer", width: 9 },
  { title: "Next to come", format: "date", width: 12 },
  { title: "Times to come", format: "integer", width: 10 },
  { title: "Units to come", format: "quantity", width: 14 },
  { title: "Units they would taint", format: "quantity", width: 14 },
  { title: "Loss they would taint", format: "money", width: 14 },
  { title: "Rule applies", format: "text", width: 12 },
  { title: "What to do", format: "text", width: 70 },
] as const satisfies readonly Column[];

/** One row for each asset that a purchase before a day would wash a loss on. */
export const doNotBuyTable = (list: readonly DoNotBuy[], { asOf }: Pick<Books, "asOf">): Table => ({
  columns: DO_NOT_BUY_COLUMNS,
  rows: list.map((entry): readonly TableCell[] => {
    const { asset, lastLossSale, firstSafeDay, coming } = entry;
    return [
      asset.symbol,
      lastLossSale.day,
      lastLossSale.row,
      quantityNumber(entry.units, asset.decimals),
      moneyNumber(entry.loss),
      firstSafeDay,
      firstSafeDay - asOf,
      ...comingCells(entry),
      entry.isCoveredNow ? "Now" : "If extended",
      [...coming.map((taint) => pauseSentence(taint, entry)), waitSentence(entry)]
        .filter((sentence) => sentence !== "")
        .join(" "),
    ];
  }),
});

/** From the next that is to come to the loss that all would taint; blank where nothing is known. */
function comingCells({ asset, coming }: DoNotBuy): readonly TableCell[] {
  if (coming.length === 0) return [null, null, null, null, null];
  const units = coming.reduce(
    (sum, taint) => add(sum, taint.units ?? ZERO_QUANTITY),
    ZERO_QUANTITY,
  );
  const tainted = coming.reduce((sum, taint) => add(sum, taint.tainted), ZERO_QUANTITY);
  const dollars = coming.reduce((sum, taint) => add(sum, taint.dollars), ZERO_MONEY);
  const isKnown = coming.every((taint) => taint.units !== undefined);
  return [
    Math.min(...coming.map(({ first }) => first)),
    coming.reduce((sum, { times }) => sum + times, 0),
    isKnown ? quantityNumber(units, asset.decimals) : null,
    isKnown ? quantityNumber(tainted, asset.decimals) : null,
    isKnown ? moneyNumber(dollars) : null,
  ];
}

function pauseSentence(taint: ComingTaint, { firstSafeDay }: DoNotBuy): string {
  const { schedule, units, dollars } = taint;
  const words = scheduleWords(schedule);
  const until = dayText(firstSafeDay);
  const times = countWords(taint.times, "time");
  if (units !== undefined && dollars < DOLLAR) {
    return `Too small to matter: ${words}, ${times} before then.`;
  }
  const effect =
    units === undefined
      ? "; without a price the units are unknown"
      : `, washing ${dollarWords(dollars)} of the loss`;
  return schedule.source.kind === "rewards"
    ? `Expect ${words}: ${times} before ${until}${effect}.`
    : `Pause ${words} until ${until}: ${times} before then${effect}.`;
}

function waitSentence({ asset, others, firstSafeDay, coming }: DoNotBuy): string {
  const also = others.length === 0 ? "" : ` Buying ${others.join(" or ")} counts too.`;
  return coming.some(({ dollars, units }) => units === undefined || dollars >= DOLLAR)
    ? also.trim()
    : `Buy ${asset.symbol} again on ${dayText(firstSafeDay)} or later.${also}`;
}
