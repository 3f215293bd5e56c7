import type { CellValue } from "../cells.ts";
import { cellText } from "../words.ts";
import { cellOf, isBelowZero, isNothing, sizeOf, textOf, type ExportRow } from "./exportRow.ts";
import type { Amount, RowOutcome } from "./importedRow.ts";
import type { ImportFormat } from "./importFormat.ts";

/** Gemini's history, which has columns of its own for every currency: `BTC Amount BTC`, `Fee (USD) USD`. */
export const gemini: ImportFormat = {
  name: "Gemini",
  needs: "date time type symbol specification liquidityindicator",
  zone: "UTC",
  read: (rows) => {
    const headings = rows[0]?.headings ?? [];
    const columns = { amounts: columnsLike(AMOUNT, headings), fees: columnsLike(FEE, headings) };
    return rows.map((row) => outcomeOf(row, columns));
  },
};

/** The columns of amounts and of fees, each of one currency. */
type Columns = {
  readonly amounts: readonly CurrencyColumn[];
  readonly fees: readonly CurrencyColumn[];
};
type CurrencyColumn = { readonly index: number; readonly asset: string };

const AMOUNT = /^(\S+) Amount \1$/i;
const FEE = /^Fee \((\S+)\) \1$/i;

const columnsLike = (pattern: RegExp, headings: readonly string[]): readonly CurrencyColumn[] =>
  headings.flatMap((heading, index) => {
    const asset = pattern.exec(heading)?.[1];
    return asset === undefined ? [] : [{ index, asset }];
  });

function outcomeOf(row: ExportRow, columns: Columns): RowOutcome {
  const type = textOf(row, "type");
  // The last row sums the columns.
  if (type === "" && textOf(row, "date") === "" && textOf(row, "symbol") === "") {
    return { withoutEffect: row.row };
  }
  const amounts = amountsIn(row, columns.amounts);
  const fees = amountsIn(row, columns.fees);
  const sent = amounts.filter(([amount]) => isBelowZero(amount));
  const received = amounts.filter(([amount]) => !isBelowZero(amount));
  const isClear = sent.length < 2 && received.length < 2 && fees.length < 2;
  return {
    from: row,
    date: momentOf(row),
    type: isClear ? wordOf(row, type) : `${type} of several currencies`,
    sent: sized(sent[0]),
    received: received[0],
    fee: sized(fees[0]),
    wallet: "Gemini",
    id: textOf(row, "tradeid", "txhash"),
  };
}

/** Credits and debits say in the specification what they are. */
function wordOf(row: ExportRow, type: string): string {
  if (!/\b(?:credit|debit)$/i.test(type)) return type;
  const specification = textOf(row, "specification");
  const word = WORDS.find(([pattern]) => pattern.test(specification) || pattern.test(type))?.[1];
  return word ?? `${type} ${specification}`.trim();
}

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^deposit\b/i, "Deposit"],
  [/^withdrawal\b/i, "Withdrawal"],
  [/\binterest\b/i, "Interest"],
  [/\brewards?\b/i, "Reward"],
];

const amountsIn = (row: ExportRow, columns: readonly CurrencyColumn[]): readonly Amount[] =>
  columns.flatMap(({ index, asset }): readonly Amount[] => {
    const amount = withoutUnit(row.cells[index] ?? null, asset);
    return isNothing(amount) ? [] : [[amount, asset]];
  });

const sized = (amount: Amount | undefined): Amount | undefined =>
  amount === undefined ? undefined : [sizeOf(amount[0]), amount[1]];

/** `(0.5 BTC)` as `(0.5)`. */
function withoutUnit(cell: CellValue, asset: string): CellValue {
  if (typeof cell !== "string") return cell;
  const text = cell.trim();
  const end = text.replace(/\)$/, "").toUpperCase();
  if (!end.endsWith(` ${asset.toUpperCase()}`)) return text;
  return `${text.slice(0, end.length - asset.length).trim()}${text.endsWith(")") ? ")" : ""}`;
}

/** Date and time stand in two columns; in a workbook the first may hold both. */
function momentOf(row: ExportRow): CellValue {
  const date = cellOf(row, "date");
  const time = cellOf(row, "time");
  if (typeof date === "number") {
    return typeof time === "number" && Number.isInteger(date) ? date + (time % 1) : date;
  }
  const day = cellText(date);
  return day.includes(":") || cellText(time) === "" ? day : `${day} ${cellText(time)}`;
}
