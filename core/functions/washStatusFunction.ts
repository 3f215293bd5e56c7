import { washStatus } from "../harvest/washStatus.ts";
import { assetKey } from "../ledger/asset.ts";
import { cellText, isFault } from "../ledger/words.ts";
import { washStatusTable } from "../report/washStatusTable.ts";
import { isError, isGrid, type Read } from "./arguments.ts";
import { openLedger } from "./ledgerFunction.ts";
import { callError, type Argument, type FunctionSpec } from "./functionSpec.ts";
import { AS_OF, OPTIONS, TRANSACTIONS } from "./parameters.ts";

/** `=WASH_STATUS(transactions, asset, [as_of], [options])`: when it is safe to sell and to buy. */
export const washStatusFunction: FunctionSpec = {
  id: "WASH_STATUS",
  summary:
    "When an asset can be sold, and bought, without a wash sale: for a coin, if the rule covered it.",
  parameters: [
    TRANSACTIONS,
    { name: "asset", summary: "The asset, such as BTC.", takes: "value", optional: false },
    { ...AS_OF, summary: "The day of the status; left out, the day of the last transaction." },
    OPTIONS,
  ],
  run: ([transactions, assetCell, asOf, options], zones) => {
    const key = assetArgument(assetCell);
    if (isError(key)) return key.error;
    const opened = openLedger({ transactions, asOf, options }, zones);
    if (isError(opened)) return opened.error;
    const { books } = opened.value;
    const asset = books.ledger.assets.find((known) => assetKey(known.symbol) === key.value);
    const statuses = asset === undefined ? [] : [washStatus(books, asset)];
    return { kind: "table", table: washStatusTable(statuses) };
  },
};

/** The key of the asset asked for. */
function assetArgument(argument: Argument): Read<string> {
  const cell = isGrid(argument) ? argument[0]?.[0] : argument;
  const symbol = cellText(cell);
  if (symbol !== "" && !isFault(cell)) return { value: assetKey(symbol) };
  return {
    error: callError("No asset was given: write its symbol as in the ledger, such as BTC."),
  };
}
