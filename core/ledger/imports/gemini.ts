import type { CellValue } from "../cells.ts";
import { cellText } from "../words.ts";
import { cellOf, isBelowZero, isNothing, sizeOf, textOf, type ExportRow } from "./exportRow.ts";
import type { Amount, ImportedRow, RowOutcome } from "./importedRow.ts";
import { eachRow, type ImportFormat } from "./importFormat.ts";

/** Gemini's history, which has columns of its own for every currency: `BTC Amount BTC`, `Fee (USD) USD`. */
export const gemini: ImportFormat = {
  name: "Gemini",
  needs: "date time type symbol specification liquidityindicator",
  zone: "UTC",
  read: eachRow(outcomeOf),
};

function outcomeOf(row: ExportRow): RowOutcome {
  const type = textOf(row, "type");
  // The last row sums the columns.
  if (type === "" && textOf(row, "date") === "" && textOf(row, "symbol") === "") {
    return { withoutEffect: row.row };
  }
  const amounts = amountsIn(row, AMOUNT);
  const fees = amountsIn(row, FEE);
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
  } satisfies ImportedRow;
}

/** Credits and debits say in the specification what they are. */
function wordOf(row: ExportRow, type: string): string {
  if (!/^(?:credit|debit)$/i.test(type)) return type;
  const specification = textOf(row, "specification");
  return WORDS.find(([pattern]) => pattern.test(specification))?.[1] ?? specification;
}

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^deposit\b/i, "Deposit"],
  [/^withdrawal\b/i, "Withdrawal"],
  [/\binterest\b/i, "Interest"],
  [/\brewards?\b/i, "Reward"],
];

const AMOUNT = /^(\S+) Amount \1$/i;
const FEE = /^Fee \((\S+)\) \1$/i;

function amountsIn(row: ExportRow, pattern: RegExp): readonly Amount[] {
  return row.headings.flatMap((heading, index): readonly Amount[] => {
    const asset = pattern.exec(heading)?.[1];
    if (asset === undefined) return [];
    const amount = withoutUnit(row.cells[index] ?? null, asset);
    return isNothing(amount) ? [] : [[amount, asset]];
  });
}

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
