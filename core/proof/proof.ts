import type { TimeZone } from "../calendar/timeZone.ts";
import type { Books } from "../harvest/books.ts";
import type { CellGrid } from "../ledger/cells.ts";
import { lotsAsLedger } from "../ledger/parseLedger.ts";
import type { Position } from "../positions/position.ts";
import { always, methodsOnRecord } from "../replay/methodOnRecord.ts";
import { replayLedger, type Replay } from "../replay/replayLedger.ts";
import { balanceChecks, comparedBalances, type ComparedBalance } from "./balanceChecks.ts";
import { basisBalances, basisChecks, type BasisBalance } from "./basisBalances.ts";
import type { Check } from "./check.ts";
import { disposalChecks } from "./disposalChecks.ts";
import { ledgerRows, rowChecks, type LedgerRows } from "./ledgerRows.ts";
import { openingPosition, type OpeningPosition } from "./openingPosition.ts";
import { positionChecks } from "./positionChecks.ts";
import { readBalances } from "./reportedBalances.ts";
import { unitBalances, unitChecks, type BalanceInputs, type UnitBalance } from "./unitBalances.ts";

/** The checks of the books, and what they were made from. */
export type Proof = {
  readonly checks: readonly Check[];
  readonly units: readonly UnitBalance[];
  readonly basis: readonly BasisBalance[];
  readonly reported: readonly ComparedBalance[];
  readonly rows: LedgerRows | undefined;
  /** Undefined where the ledger has no opening lots. */
  readonly opening: OpeningPosition | undefined;
};

/** What a proof is made from. */
export type ProofInputs = {
  readonly books: Books;
  /** Up to the as-of day, with every disposal since the first; see wholePast. */
  readonly replay: Replay;
  /** What the Summary says is held. */
  readonly positions: readonly Position[];
  /** The sheet of transactions. */
  readonly grid: CellGrid;
  /** The sheet of reported balances; undefined where there is none. */
  readonly balances: CellGrid | undefined;
  readonly zone: TimeZone;
};

/** The ledger replayed up to the as-of day with all disposals, by the methods on record, else FIFO. */
export function wholePast({ ledger, settings, asOf }: Books): Replay {
  const { methodSince } = settings;
  const methodAt = methodSince.length > 0 ? methodsOnRecord(methodSince) : always("FIFO");
  return replayLedger(ledger.transactions, { settings, methodAt, until: asOf });
}

/**
 * Proves the books: each figure found from the ledger's transactions by adding up alone is held
 * against what lots, gain rows and wash sales came to. A check holds to the last digit, or fails.
 *
 * Decisions: D-62, D-63, D-64, D-67.
 */
export function proofOf({ books, replay, positions, grid, balances, zone }: ProofInputs): Proof {
  const { ledger, settings, asOf } = books;
  const inputs: BalanceInputs = {
    transactions: ledger.transactions,
    lots: replay.lots,
    settings,
    until: asOf,
  };
  const units = unitBalances(inputs);
  const basis = basisBalances(inputs, replay);
  const stated = balances === undefined ? NO_BALANCES : readBalances(balances, { settings, zone });
  const reported = comparedBalances(stated, inputs, ledger.assets);
  const rows = ledgerRows(lotsAsLedger(grid, settings), ledger);
  return {
    checks: [
      ...rowChecks(rows),
      ...unitChecks(units),
      ...positionChecks(positions, units, inputs),
      ...basisChecks(basis),
      ...disposalChecks(inputs, replay),
      ...balanceChecks(reported, stated),
    ],
    units,
    basis,
    reported,
    rows,
    opening: openingPosition(inputs),
  };
}

const NO_BALANCES = { balances: [], unread: [] };
