import { cellOf, isNothing, sizeOf, textOf, type ExportRow } from "./exportRow.ts";
import { eachRow, type ImportFormat } from "./importFormat.ts";
import type { Amount, RowOutcome } from "./importedRow.ts";

/** Robinhood's orders of coins. The notional is what was paid or received, the spread in it. */
export const robinhoodCrypto: ImportFormat = {
  name: "Robinhood crypto",
  needs: "uuid timeentered symbol side quantity state averageprice notional",
  zone: "taxpayer",
  read: eachRow(outcomeOf),
};

function outcomeOf(row: ExportRow): RowOutcome {
  const state = textOf(row, "state");
  const isFilled = state.toLowerCase() === "filled";
  if (NOT_DONE.test(state) && isNothing(cellOf(row, "averageprice"))) {
    return { withoutEffect: row.row };
  }
  const side = textOf(row, "side");
  const isSale = side.toLowerCase() === "sell";
  const asset = textOf(row, "symbol").replace(/[-/]USD$/i, "");
  const units: Amount = [sizeOf(cellOf(row, "quantity")), asset];
  const dollars: Amount = [sizeOf(cellOf(row, "notional")), "USD"];
  return {
    from: row,
    date: cellOf(row, "timeentered"),
    // What was filled of an order that was not filled whole, the row does not say.
    type: isFilled ? side : `${side} ${state}`,
    sent: isSale ? units : dollars,
    received: isSale ? dollars : units,
    wallet: "Robinhood",
    id: textOf(row, "uuid"),
  };
}

const NOT_DONE = /^(?:cancel+ed|rejected|failed|voided|expired)$/i;
