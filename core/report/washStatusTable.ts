import type { WashStatus } from "../harvest/washStatus.ts";
import { quantityNumber } from "../money/amounts.ts";
import type { Column, Table } from "./table.ts";

/** The columns of WASH_STATUS. */
export const WASH_STATUS_COLUMNS = [
  { title: "Asset", format: "text", width: 14 },
  { title: "Last acquired", format: "date", width: 12 },
  { title: "Clear to sell on", format: "date", width: 12 },
  { title: "Last loss sale", format: "date", width: 12 },
  { title: "Do not buy until", format: "date", width: 12 },
  { title: "Units exposed", format: "quantity", width: 16 },
] as const satisfies readonly Column[];

/** One row for each asset; days are blank where there is none. */
export const washStatusTable = (statuses: readonly WashStatus[]): Table => ({
  columns: WASH_STATUS_COLUMNS,
  rows: statuses.map((status) => [
    status.asset.symbol,
    status.lastAcquired ?? null,
    status.clearToSell ?? null,
    status.lastLossSale ?? null,
    status.doNotBuyUntil ?? null,
    quantityNumber(status.unitsExposed, status.asset.decimals),
  ]),
});
