import { partsOf } from "../calendar/day.ts";
import type { Books } from "../harvest/books.ts";
import type { Transaction } from "../ledger/transaction.ts";
import { isOnReturn } from "../ledger/wallet.ts";

/**
 * One sentence on the question about digital assets at the top of Form 1040: Yes where the year has
 * a reward or payment received, or a sale, exchange or other disposal, a gift among them. Purchases
 * for cash and moves between own wallets alone do not make it Yes.
 *
 * Source: Form 1040 (2025); its reading for gifts and fees is ours. Decision: D-49.
 */
export function digitalAssetQuestion({ ledger, settings }: Books, taxYear: number): string {
  const found = new Set<string>();
  for (const transaction of ledger.transactions) {
    if (partsOf(transaction.day).year !== taxYear) continue;
    if (!isOnReturn(transaction.wallet.account, settings.filingStatus)) continue;
    const answer = yesBecauseOf(transaction);
    if (answer !== undefined) found.add(answer);
  }
  const question = `Form 1040 asks whether you received or disposed of digital assets in ${taxYear}`;
  return found.size === 0
    ? `${question}: nothing in this ledger makes the answer Yes; purchases for cash and moves between your own wallets do not.`
    : `${question}: Yes, because of ${[...found].sort().join(" and ")}.`;
}

function yesBecauseOf(transaction: Transaction): string | undefined {
  switch (transaction.kind) {
    case "acquisition":
      return ["income", "airdrop"].includes(transaction.origin) && !transaction.asset.isSecurity
        ? "rewards or payments received"
        : undefined;
    case "disposal":
      return transaction.asset.isSecurity ? undefined : "sales, exchanges or payments made";
    case "removal":
      return transaction.reason === "Lost" || transaction.asset.isSecurity
        ? undefined
        : "gifts or donations made";
    case "transfer":
      return transaction.fees.some(({ asset }) => !asset.isSecurity)
        ? "fees paid in coins"
        : undefined;
  }
}
