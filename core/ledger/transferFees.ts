import type { LedgerSheet } from "./ledgerSheet.ts";
import { logError } from "./problemLog.ts";
import type { Disposal, Transaction, Transfer, TransferFee } from "./transaction.ts";

/**
 * Gives each transfer the fees that bear its id, wherever in the ledger they stand; they are then no
 * disposals of their own. `moved` gains the places of the transactions that became fees, `dropped`
 * the rows of fees that have no value and belong to no transfer.
 *
 * Source: the fee is disposed of, or its basis is carried over, with the transfer (R1.5).
 */
export function attachTransferFees(
  sheet: LedgerSheet,
  moved: Set<number>,
  dropped: Set<number>,
): void {
  const { transactions, feeRows, log } = sheet;
  if (feeRows.length === 0) return;
  const transfers = transfersById(sheet);
  for (const { index, value } of feeRows) {
    const fee = transactions[index];
    if (fee?.kind !== "disposal" || dropped.has(fee.row)) continue;
    const place = transfers.get(fee.id);
    const transfer = place === undefined ? undefined : transactions[place];
    if (place !== undefined && transfer?.kind === "transfer" && !dropped.has(transfer.row)) {
      transactions[place] = withFee(transfer, fee);
      moved.add(index);
    } else if (value === "missing") {
      log.row = fee.row;
      logError(log, { code: "no-amount", type: "Fee", columns: "Total" });
      dropped.add(fee.row);
    }
  }
}

/** Places of the transfers whose id a fee bears; of several with one id the first. */
function transfersById({ transactions, feeRows }: LedgerSheet): ReadonlyMap<string, number> {
  const ids = new Set(feeRows.map(({ index }) => transactions[index]?.id));
  const places = new Map<string, number>();
  transactions.forEach((transaction: Transaction, index) => {
    if (transaction.kind !== "transfer" || !ids.has(transaction.id)) return;
    if (!places.has(transaction.id)) places.set(transaction.id, index);
  });
  return places;
}

/** A fee that names no wallet is paid from the one that sends. */
function withFee(transfer: Transfer, fee: Disposal): Transfer {
  const paid: TransferFee = {
    row: fee.row,
    asset: fee.asset,
    quantity: fee.quantity,
    value: fee.proceeds,
    wallet: fee.wallet.name === "" ? transfer.wallet : fee.wallet,
  };
  return { ...transfer, fees: [...transfer.fees, paid] };
}
