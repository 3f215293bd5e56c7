import { cellOf, isNothing, lessCell, sizeOf, textOf, type ExportRow } from "./exportRow.ts";
import { eachRow, type ImportFormat } from "./importFormat.ts";
import type { Amount, ImportedRow } from "./importedRow.ts";

/** Fills of Coinbase Pro. The total is the cash that moved: with the fee for a purchase, less it for a sale. */
export const coinbasePro: ImportFormat = {
  name: "Coinbase Pro fills",
  needs: "portfolio tradeid product side createdat size sizeunit price fee total pricefeetotalunit",
  zone: "UTC",
  read: eachRow(fillOf),
};

function fillOf(row: ExportRow): ImportedRow {
  const side = textOf(row, "side");
  const isSale = side.toLowerCase() === "sell";
  const unit = textOf(row, "pricefeetotalunit");
  const fee = sizeOf(cellOf(row, "fee"));
  const total = sizeOf(cellOf(row, "total"));
  const base: Amount = [cellOf(row, "size"), textOf(row, "sizeunit")];
  const quote: Amount = [isSale ? plus(total, fee) : lessCell(total, fee), unit];
  return {
    from: row,
    date: cellOf(row, "createdat"),
    type: side,
    sent: isSale ? base : quote,
    received: isSale ? quote : base,
    fee: isNothing(fee) ? undefined : [fee, unit],
    wallet: "Coinbase Pro",
    id: textOf(row, "tradeid"),
  };
}

const plus = (
  a: ReturnType<typeof sizeOf>,
  b: ReturnType<typeof sizeOf>,
): ReturnType<typeof sizeOf> => lessCell(a, lessCell("0", b));
