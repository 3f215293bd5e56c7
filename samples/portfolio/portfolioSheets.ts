import type { ColumnFormat } from "../../core/report/table.ts";
import { decimalText, type Decimal } from "../decimal.ts";
import { dayIn, offsetText, serialOf, utcText } from "../moment.ts";
import { AS_OF, samplePrices } from "../prices.ts";
import type { SampleSheet, SheetCell } from "../sheetCell.ts";
import type { LedgerRow } from "./ledgerRow.ts";
import { portfolioRows } from "./portfolioRows.ts";

/** The three sheets of the sample workbook. */
export const portfolioSheets = (): readonly SampleSheet[] => [
  {
    name: "Transactions",
    titlesRow: 1,
    rows: [HEADINGS, ...portfolioRows().map(transactionCells)],
    formats: HEADINGS.map((heading) => FORMATS[heading]),
  },
  {
    name: "Prices",
    titlesRow: 1,
    rows: pricesRows(),
    formats: [undefined, "unitMoney"],
  },
  { name: "Settings", titlesRow: undefined, rows: settingsRows(), formats: [] },
];

function pricesRows(): (readonly SheetCell[])[] {
  const rows = samplePrices().map(({ asset, price, asOf }) => [
    asset,
    amountCell(price),
    dayCell(asOf),
  ]);
  return [["Asset", "Price", "As of"], ...rows];
}

function settingsRows(): (readonly SheetCell[])[] {
  return [
    ["as_of", dayCell(AS_OF)],
    ["tax_year", 2026],
    ["filing_status", "mfj"],
    ["taxable_income", 150000],
    ["state_rate", "6%"],
    ["carryover_long", 1200],
    ["scope", "wallet"],
    ["wash", "securities"],
    ["sell_cost", 0.4],
    ["time_zone", "America/New_York"],
  ];
}

const HEADINGS = [
  "Date",
  "Type",
  "Asset",
  "Quantity",
  "Price",
  "Total",
  "Fee",
  "Wallet",
  "Account",
  "To wallet",
  "Lot",
  "Id",
  "Acquired",
  "1099",
  "Notes",
] as const;

const FORMATS: Partial<Record<(typeof HEADINGS)[number], ColumnFormat>> = {
  Quantity: "quantity",
  Price: "unitMoney",
  Total: "money",
  Fee: "money",
};

function transactionCells(row: LedgerRow): SheetCell[] {
  const cells: Record<(typeof HEADINGS)[number], SheetCell> = {
    Date: dateCell(row),
    Type: row.type,
    Asset: row.asset,
    Quantity: amountCell(row.quantity),
    Price: amountCell(row.price),
    Total: amountCell(row.total),
    Fee: amountCell(row.fee),
    Wallet: row.wallet,
    Account: row.account ?? null,
    "To wallet": row.toWallet ?? null,
    Lot: row.lot ?? null,
    Id: row.id,
    Acquired: row.acquired === undefined ? null : dayCell(row.acquired),
    "1099": row.form1099 ?? null,
    Notes: row.notes ?? null,
  };
  return HEADINGS.map((heading) => {
    const damage = row.damage?.[heading];
    return damage === undefined ? cells[heading] : damage;
  });
}

function dateCell({ at, dateStyle }: LedgerRow): SheetCell {
  switch (dateStyle) {
    case "day":
      return { serial: serialOf(at), shows: "day" };
    case "time":
      return { serial: serialOf(at), shows: "day and time" };
    case "utc":
      return utcText(at);
    case "offset":
      return offsetText(at);
  }
}

function dayCell(day: string): SheetCell {
  return { serial: serialOf({ day: dayIn(day), second: undefined }), shows: "day" };
}

/** A number where a cell can hold every digit, else the digits as text. */
function amountCell(value: Decimal | undefined): SheetCell {
  if (value === undefined) return null;
  const text = decimalText(value);
  return text.replace(/^0\.0*|[.-]/g, "").length <= 15 ? Number(text) : text;
}
