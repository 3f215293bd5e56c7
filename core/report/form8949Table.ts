import { moneyNumber, type Money } from "../money/amounts.ts";
import type { Form8949Row } from "./form8949.ts";
import type { Column, Table, TableCell } from "./table.ts";

/** The columns of TLH_FORM_8949. */
export const FORM_8949_COLUMNS = [
  { title: "Box", format: "text", width: 7 },
  { title: "(a) Description", format: "text", width: 40 },
  { title: "(b) Acquired", format: "date", width: 12 },
  { title: "(c) Sold", format: "date", width: 12 },
  { title: "(d) Proceeds", format: "money", width: 15 },
  { title: "(e) Cost basis", format: "money", width: 15 },
  { title: "(f) Code", format: "text", width: 8 },
  { title: "(g) Adjustment", format: "money", width: 14 },
  { title: "(h) Gain or loss", format: "signedMoney", width: 15 },
] as const satisfies readonly Column[];

/** Form 8949 as a table: one row for each piece of a lot, unrounded. */
export const form8949Table = (rows: readonly Form8949Row[]): Table => ({
  columns: FORM_8949_COLUMNS,
  rows: rows.map((row): readonly TableCell[] => [
    row.box,
    row.description,
    row.acquired ?? null,
    row.sold,
    moneyNumber(row.proceeds),
    dollars(row.basis),
    row.washSale === undefined ? null : "W",
    dollars(row.washSale),
    dollars(row.gain),
  ]),
});

const dollars = (amount: Money | undefined): number | null =>
  amount === undefined ? null : moneyNumber(amount);
