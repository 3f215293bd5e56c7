/**
 * A second, independent reading of the tax rules and the product's contract, unit by unit with
 * exact fractions: slow, and meant to be obviously right. Tests hold the engine against it.
 *
 * Every unit of the ledger is one record (see unit.ts). Acquiring puts it in a wallet, a transfer
 * changes its wallet, a disposal takes it out; a wash sale ties two units. Rows are only formed at
 * the end, by putting together the units that the contract says are one row (see rows.ts).
 *
 * Where the rules and the contract leave something open, the plainest reading was taken:
 *
 *  1. Losses of one disposal are matched in the order in which the units were acquired, whatever
 *     the method; within one purchase, in the order in which FIFO would sell them.
 *  2. Parts of a purchase that replaced nothing come after those that did, where the holding period
 *     starts are the same. HIFO and LOFO break ties as FIFO does.
 *  3. Of one purchase lying in several wallets, the units in the wallet whose name comes first
 *     replace first.
 *  4. An opening lot counts as bought on its date. Airdrops and forks never replace (R3.2).
 *  5. A loss is tested only where it is on the taxpayer's return; sales in other accounts change
 *     what is held and nothing else.
 *  6. Removals go with the disposals of the same instant, and so do the fees of transfers where they
 *     are disposals.
 *  7. Units that a transfer should move but the wallet does not hold arrive nowhere.
 *  8. A named lot with fewer units than it should give gives what is left of it; the method supplies
 *     the rest. Units of a named lot leave in the order of the method.
 *  9. Under the universal scope a gain row bears the wallet of the disposal and a lot row the
 *     wallet in which the units were acquired. With `transfer_fee=basis` the basis of the fee's
 *     units goes to the units that the method would have moved.
 * 10. The basis of fee units goes evenly to the units that moved with them, to both bases of a gift;
 *     where none moved the fee is a disposal, because basis must not vanish (R1.5).
 * 11. Transition: the allocation comes before the first event of 2025, or at the end when the as-of
 *     day is later than 2024-12-31. A wallet that gave more than it got holds none. Units left over
 *     after all wallets are filled stay where they were acquired.
 *     Allocation by opening lots is not done here.
 * 12. A gift sold between its two bases has its proceeds as basis, no gain, no term, and keeps the
 *     day of the gift as acquired and as holding period start.
 * 13. A loss is provisional while the window after the sale reaches beyond the as-of day, if the
 *     policy tests it and part of it is still allowed.
 */
import { dayOf, type Day } from "../../core/calendar/day.ts";
import type { LotMethod, Settings } from "../../core/ledger/settings.ts";
import type { Asset } from "../../core/ledger/asset.ts";
import type {
  Acquisition,
  DisposalReason,
  LotPick,
  Removal,
  Transaction,
  Transfer,
  TransferFee,
} from "../../core/ledger/transaction.ts";
import { isOnReturn, type Wallet } from "../../core/ledger/wallet.ts";
import { countOf, fraction, over, plus, sum, type Fraction } from "./fraction.ts";
import { gainRows, lotRows, type GainRow, type LotRow, type SoldUnit } from "./rows.ts";
import { allocateToWallets } from "./transition.ts";
import { cutIntoUnits, dollars, inOrderOf, oldestFirst, quantityOf, unitOf } from "./unit.ts";
import type { Unit } from "./unit.ts";
import { gainOnUnit } from "./unitGain.ts";
import { ALLOWED, replaceUnit } from "./washSale.ts";

export type OracleRequest = {
  readonly transactions: readonly Transaction[];
  readonly settings: Settings;
  readonly method: LotMethod;
};

export type OracleAnswer = {
  readonly gains: readonly GainRow[];
  readonly lots: readonly LotRow[];
};

/** Every gain row of the ledger, and every lot open at the close of the as-of day. */
export function oracle(request: OracleRequest): OracleAnswer {
  const { transactions, settings } = request;
  const asOf = settings.asOf ?? lastDay(transactions);
  const whole = replay(request, () => true);
  const untilAsOf = replay(request, (transaction) => transaction.day <= asOf);
  if (settings.scope === "transition" && asOf >= FIRST_DAY_BY_WALLET) allocate(untilAsOf);
  return {
    gains: gainRows(whole.sold, whole.size, { settings, asOf }),
    lots: lotRows(untilAsOf.units, untilAsOf.size, asOf),
  };
}

const FIRST_DAY_BY_WALLET = dayOf(2025, 1, 1) as Day;

/** The state of a replay: all units, what was sold so far, and what the request asked for. */
type Books = OracleRequest & {
  readonly size: Fraction;
  readonly units: readonly Unit[];
  readonly sold: SoldUnit[];
  readonly past: Transaction[];
  isAllocated: boolean;
};

function replay(request: OracleRequest, isWanted: (event: Event) => boolean): Books {
  const size = unitOf(request.transactions);
  const units = cutIntoUnits(request.transactions, size);
  const books: Books = { ...request, size, units, sold: [], past: [], isAllocated: false };
  for (const event of eventsOf(request).filter(isWanted)) {
    if (books.settings.scope === "transition" && event.day >= FIRST_DAY_BY_WALLET) allocate(books);
    book(books, event);
    if (event.kind !== "transfer fee") books.past.push(event);
  }
  return books;
}

/** A transaction, or the disposal of the units that a transfer used up. */
type Event = Transaction | FeeDisposal;

type FeeDisposal = Sale & { readonly kind: "transfer fee"; readonly at: Transfer["at"] };

/** Acquisitions before transfers before what leaves, at one instant; then row order. */
function eventsOf({ transactions, settings }: OracleRequest): readonly Event[] {
  const turn = { acquisition: 0, transfer: 1, disposal: 2, removal: 2, "transfer fee": 2 };
  const events = transactions.flatMap((transaction): Event[] =>
    transaction.kind === "transfer" && settings.transferFee === "dispose"
      ? [transaction, ...transaction.fees.map((fee) => feeAsDisposal(fee, transaction))]
      : [transaction],
  );
  return events.sort((a, b) => a.at - b.at || turn[a.kind] - turn[b.kind] || a.row - b.row);
}

function feeAsDisposal(fee: TransferFee, { at, day }: Transfer): FeeDisposal {
  return { ...fee, kind: "transfer fee", at, day, reason: "Fee", proceeds: fee.value, picks: [] };
}

function lastDay(transactions: readonly Transaction[]): Day {
  return Math.max(...transactions.map(({ day }) => day)) as Day;
}

function allocate(books: Books): void {
  if (!books.isAllocated) allocateToWallets(books.units, books.past, books.size);
  books.isAllocated = true;
}

function book(books: Books, event: Event): void {
  switch (event.kind) {
    case "acquisition":
      bookAcquisition(books, event);
      return;
    case "transfer":
      bookTransfer(books, event);
      return;
    case "removal":
      bookRemoval(books, event);
      return;
    case "disposal":
    case "transfer fee":
      bookDisposal(books, event);
      return;
  }
}

function bookAcquisition(books: Books, acquisition: Acquisition): void {
  for (const unit of books.units) {
    if (unit.acquisition === acquisition) unit.state = "held";
  }
}

function bookRemoval(books: Books, removal: Removal): void {
  for (const unit of chooseUnits(books, removal)) unit.state = "gone";
}

function bookTransfer(books: Books, transfer: Transfer): void {
  const moved = chooseUnits(books, transfer);
  if (!isUniversal(books)) for (const unit of moved) unit.wallet = transfer.to;
  if (books.settings.transferFee === "dispose") return;
  for (const fee of transfer.fees) {
    if (moved.length > 0) carryFeeIntoBasis(books, fee, moved);
    else bookDisposal(books, feeAsDisposal(fee, transfer));
  }
}

function carryFeeIntoBasis(books: Books, fee: TransferFee, moved: readonly Unit[]): void {
  const spent = chooseUnits(books, { ...fee, picks: [], notFrom: moved });
  const share = over(sum(spent.map(({ basis }) => basis)), fraction(moved.length));
  for (const unit of spent) unit.state = "gone";
  for (const unit of moved) {
    unit.basis = plus(unit.basis, share);
    if (unit.lossBasis !== undefined) unit.lossBasis = plus(unit.lossBasis, share);
  }
}

type Leaving = {
  readonly row: number;
  readonly asset: Asset;
  readonly wallet: Wallet;
  readonly quantity: Transfer["quantity"];
  readonly picks: readonly LotPick[];
};

type Sale = Leaving & {
  readonly day: Day;
  readonly reason: DisposalReason;
  readonly proceeds: TransferFee["value"];
};

function bookDisposal(books: Books, sale: Sale): void {
  const { settings, sold, units, size } = books;
  const count = countOf(quantityOf(sale.quantity, sale.asset), size);
  const proceeds = over(dollars(sale.proceeds), fraction(count));
  const chosen = chooseUnits(books, sale);
  // All units leave first: none of them can replace another of the same disposal.
  for (const unit of chosen) unit.state = "gone";
  if (!isOnReturn(sale.wallet.account, settings.filingStatus)) return;

  const common = { asset: sale.asset, wallet: sale.wallet, day: sale.day, row: sale.row, proceeds };
  for (const unit of [...chosen].sort(oldestFirst)) {
    const gain = gainOnUnit(unit, proceeds);
    const disallowance =
      gain.loss === undefined
        ? ALLOWED
        : replaceUnit(
            { unit, sold: sale.day, holdingPeriodStart: gain.holdingPeriodStart, loss: gain.loss },
            units,
            settings,
          );
    sold.push({ ...common, kind: sale.reason, origin: { unit, gain, disallowance } });
  }
  for (let missing = chosen.length; missing < count; missing += 1) {
    sold.push({ ...common, kind: "No lot", origin: undefined });
  }
}

/** The units that leave: those of the lots named first, then by the method; fewer where short. */
function chooseUnits(
  books: Books,
  leaving: Leaving & { readonly notFrom?: readonly Unit[] },
): readonly Unit[] {
  const { asset, wallet, quantity, picks, notFrom = [] } = leaving;
  const held = books.units
    .filter((unit) => unit.state === "held" && unit.acquisition.asset === asset)
    .filter((unit) => !notFrom.includes(unit) && isInPool(books, unit, wallet))
    .sort(inOrderOf(books.method));
  const wanted = countOf(quantityOf(quantity, asset), books.size);
  const chosen: Unit[] = [];
  const take = (from: readonly Unit[], limit: number): void => {
    const left = from.filter((unit) => !chosen.includes(unit));
    chosen.push(...left.slice(0, Math.min(limit, wanted - chosen.length)));
  };
  for (const pick of picks) {
    const lot = held.filter((unit) => unit.acquisition === pick.acquisition);
    take(
      lot,
      pick.quantity === undefined
        ? lot.length
        : countOf(quantityOf(pick.quantity, asset), books.size),
    );
  }
  take(held, wanted);
  return chosen;
}

/** One wallet of one account; under the universal scope all wallets of the account. */
function isInPool(books: Books, unit: Unit, wallet: Wallet): boolean {
  return isUniversal(books)
    ? unit.wallet.account === wallet.account
    : unit.wallet.index === wallet.index;
}

function isUniversal({ settings, isAllocated }: Books): boolean {
  return settings.scope === "universal" || (settings.scope === "transition" && !isAllocated);
}
