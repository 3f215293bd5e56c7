import { dayText } from "../calendar/day.ts";
import type { ComingTaint } from "../harvest/comingTaint.ts";
import { DOLLAR } from "../harvest/doNotBuy.ts";
import type { DoNotSell } from "../harvest/doNotSell.ts";
import {
  add,
  moneyNumber,
  quantityNumber,
  shareOf,
  ZERO_MONEY,
  ZERO_QUANTITY,
  type Money,
  type Quantity,
} from "../money/amounts.ts";
import { dollarWords } from "./amountWords.ts";
import { scheduleWords } from "./scheduleWords.ts";
import type { Column, Table, TableCell } from "./table.ts";

/** The columns of the list of what not to sell yet; the text stands where the main table has its. */
export const DO_NOT_SELL_COLUMNS = [
  { title: "Asset", format: "text", width: 14 },
  { title: "Wallet", format: "text", width: 14 },
  { title: "Account", format: "text", width: 11 },
  { title: "Quantity to sell", format: "quantity", width: 16 },
  { title: "Harvestable loss", format: "money", width: 14 },
  { title: "Disallowed now", format: "money", width: 14 },
  { title: "At risk if rule extended", format: "money", width: 13 },
  { title: "Clear to sell on", format: "date", width: 12 },
  { title: "Units at risk", format: "quantity", width: 16 },
  { title: "Last acquired", format: "date", width: 14 },
  { title: "Acquired row", format: "sourceRow", width: 10 },
  { title: "Units to come in 30 days", format: "quantity", width: 12 },
  { title: "Loss they alone would taint", format: "money", width: 12 },
  { title: "What stands in the way", format: "text", width: 70 },
] as const satisfies readonly Column[];

/** One row for each position with a harvestable loss. */
export const doNotSellTable = (list: readonly DoNotSell[]): Table => ({
  columns: DO_NOT_SELL_COLUMNS,
  rows: list.map((entry): readonly TableCell[] => {
    const { position, stop, now, atRisk, clearToSell } = entry.harvest;
    const { asset } = position;
    return [
      asset.symbol,
      position.wallet,
      position.account,
      quantityNumber(stop?.quantity ?? ZERO_QUANTITY, asset.decimals),
      moneyNumber(stop?.loss ?? ZERO_MONEY),
      moneyNumber(now.disallowed),
      moneyNumber(atRisk.disallowed),
      clearToSell ?? null,
      quantityNumber(entry.unitsAtRisk, asset.decimals),
      entry.inTheWay?.day ?? null,
      entry.inTheWay?.row ?? null,
      ...comingCells(entry),
      whatStandsInTheWay(entry),
    ];
  }),
});

/** Units to come and the loss on those that they would replace; blank where nothing is known. */
function comingCells({ harvest, coming }: DoNotSell): readonly TableCell[] {
  if (coming.length === 0 || coming.some(({ units }) => units === undefined)) return [null, null];
  const units = coming.reduce(
    (sum, taint) => add(sum, taint.units ?? ZERO_QUANTITY),
    ZERO_QUANTITY,
  );
  const { decimals } = harvest.position.asset;
  return [quantityNumber(units, decimals), moneyNumber(comingLoss(coming))];
}

const comingLoss = (coming: readonly ComingTaint[]): Money =>
  coming.reduce((sum, { dollars }) => add(sum, dollars), ZERO_MONEY);

/** What would wash the sale: acquisitions made, and those that recur. */
function whatStandsInTheWay({ harvest, inTheWay, coming }: DoNotSell): string {
  const { atRisk, clearToSell } = harvest;
  const sentences: string[] = [];
  if (atRisk.disallowed > 0 && inTheWay !== undefined) {
    const { day, wallet } = inTheWay;
    const place = wallet.name === "" ? "" : ` at ${wallet.name}`;
    const account = wallet.account === "Taxable" ? "" : ` (${wallet.account})`;
    sentences.push(
      clearToSell === undefined
        ? `Only what is worth less than a dollar of loss, last acquired on ${dayText(day)}${place}.`
        : `Acquired in the window around the as-of day, last on ${dayText(day)}${place}${account}.`,
    );
  }
  sentences.push(...recurringSentences(coming));
  return sentences.length === 0 ? "Nothing stands in the way." : sentences.join(" ");
}

function recurringSentences(coming: readonly ComingTaint[]): readonly string[] {
  const isSmall = ({ units, dollars }: ComingTaint): boolean =>
    units !== undefined && dollars < DOLLAR;
  const small = coming.filter(isSmall).map(({ schedule }) => scheduleWords(schedule));
  const large = coming.filter((taint) => !isSmall(taint)).map(eachTime);
  return [
    ...(large.length === 0 ? [] : [`Never clear while this goes on: ${large.join("; ")}.`]),
    ...(small.length === 0 ? [] : [`Too small to matter: ${small.join("; ")}.`]),
  ];
}

/** What recurs, with the loss that one time washes. */
function eachTime({ schedule, times, units, dollars }: ComingTaint): string {
  const words = scheduleWords(schedule);
  if (units === undefined) return `${words}, of unknown units because there is no price`;
  if (times === 1) return `${words}, washing ${dollarWords(dollars)}`;
  const each = shareOf(dollars, 1 as Quantity, times as Quantity);
  return `${words}, washing about ${dollarWords(each)} each time`;
}
