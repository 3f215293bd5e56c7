import type { CellValue } from "../../cells.ts";
import { isNumber, parseNumber } from "../../parseNumber.ts";
import { dateReader } from "../../parseDate.ts";
import { UTC } from "../../../calendar/timeZone.ts";
import { instantText } from "../../../calendar/instantText.ts";
import { cellOf, sizeOf, textOf, type ExportRow } from "../exportRow.ts";
import { eachRow, type ImportFormat } from "../importFormat.ts";
import type { Amount, ImportedRow } from "../importedRow.ts";
import { feeIn, sideIn } from "./sideIn.ts";

/** rotki's generic trades. */
export const rotkiTrades: ImportFormat = {
  name: "rotki trades",
  needs: "location spendcurrency receivecurrency receiveamount spendamount timestamp",
  zone: "UTC",
  read: eachRow((row) => ({
    ...commonOf(row),
    type: "Trade",
    sent: sideIn(row, ["spendamount", "spendcurrency"]),
    received: sideIn(row, ["receiveamount", "receivecurrency"]),
  })),
};

/** rotki's generic events, each of one asset. */
export const rotkiEvents: ImportFormat = {
  name: "rotki events",
  needs: "type location currency amount fee feecurrency timestamp",
  zone: "UTC",
  read: eachRow(eventOf),
};

function eventOf(row: ExportRow): ImportedRow {
  const type = textOf(row, "type");
  const amount: Amount = [sizeOf(cellOf(row, "amount")), textOf(row, "currency")];
  const leaves = LEAVING.has(type.toLowerCase());
  return { ...commonOf(row), type, ...(leaves ? { sent: amount } : { received: amount }) };
}

const LEAVING: ReadonlySet<string> = new Set(["withdrawal", "loss", "spend"]);

const commonOf = (
  row: ExportRow,
): Pick<ImportedRow, "from" | "date" | "fee" | "wallet" | "id"> => ({
  from: row,
  date: momentOf(cellOf(row, "timestamp")),
  fee: feeIn(row, ["fee", "feecurrency"]),
  wallet: textOf(row, "location"),
  id: "",
});

/** rotki counts milliseconds from 1970; what is no such count stays as it is. */
function momentOf(cell: CellValue): CellValue {
  if (!isNumber(parseNumber(cell))) return cell;
  const at = COUNT(cell);
  return typeof at === "number" ? instantText(at) : cell;
}

const COUNT = dateReader({ zone: UTC, dateSystem: 1900, countsFrom1970: true });
