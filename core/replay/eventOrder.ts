import type { Disposal, Transaction, Transfer, TransferFee } from "../ledger/transaction.ts";
import type { Settings } from "../ledger/settings.ts";

/**
 * The transactions in the order in which they take effect: by instant; at one instant
 * acquisitions, then transfers, then disposals; then by row.
 *
 * Units used up by a transfer are a disposal of their own at the instant of the transfer, unless
 * the settings carry their basis on to the units moved (R1.5). Decision: D-06.
 */
export function inEventOrder(
  transactions: readonly Transaction[],
  transferFee: Settings["transferFee"],
): readonly Transaction[] {
  const events: Transaction[] = [];
  let sorted = true;
  let last: Transaction | undefined;
  for (const transaction of transactions) {
    sorted &&= last === undefined || compareEvents(last, transaction) <= 0;
    events.push(transaction);
    last = transaction;
    if (transaction.kind !== "transfer" || transferFee === "basis") continue;
    for (const fee of transaction.fees) {
      last = feeDisposal(transaction, fee);
      sorted &&= compareEvents(transaction, last) <= 0;
      events.push(last);
    }
  }
  return sorted ? events : events.sort(compareEvents);
}

/** The disposal of units used up by a transfer, at its instant. */
export function feeDisposal(transfer: Transfer, fee: TransferFee): Disposal {
  return {
    kind: "disposal",
    reason: "Fee",
    row: fee.row,
    at: transfer.at,
    day: transfer.day,
    asset: fee.asset,
    quantity: fee.quantity,
    wallet: fee.wallet,
    id: transfer.id,
    proceeds: fee.value,
    picks: [],
    brokerReport: "none",
  };
}

const PRECEDENCE: Readonly<Record<Transaction["kind"], number>> = {
  acquisition: 0,
  transfer: 1,
  disposal: 2,
  removal: 2,
};

function compareEvents(a: Transaction, b: Transaction): number {
  return a.at - b.at || PRECEDENCE[a.kind] - PRECEDENCE[b.kind] || a.row - b.row;
}
