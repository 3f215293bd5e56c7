import fc from "fast-check";
import { expect, test } from "vitest";
import { dayText } from "../../../core/calendar/day.ts";
import type { LotMethod } from "../../../core/ledger/settings.ts";
import type { OpenLot } from "../../../core/lots/lot.ts";
import { openLot, trancheOf } from "../../../core/lots/lot.ts";
import { LOT_ORDERS } from "../../../core/lots/lotMethod.ts";
import { enqueue, firstInQueue, lotQueue, openInQueue } from "../../../core/lots/lotQueue.ts";
import { ledgerBuilder, units } from "../../support/transactions.ts";

/** Lots of few days and few bases, so that ties are common. */
const lots = fc
  .array(
    fc.record({ day: fc.integer({ min: 1, max: 5 }), basis: fc.integer({ min: 1, max: 4 }) }),
    {
      maxLength: 30,
    },
  )
  .map((drawn) => {
    const ledger = ledgerBuilder();
    return drawn.map(({ day, basis }): OpenLot => {
      const acquisition = ledger.buy("2 X", basis, `2024-01-0${day}`);
      const all = { from: units(0), to: acquisition.quantity };
      return openLot(trancheOf(acquisition), acquisition.wallet, all);
    });
  });

const nameOf = ({ tranche: { acquisition } }: OpenLot): string =>
  `${dayText(acquisition.day)} row ${acquisition.row}`;

test.each<LotMethod>(["FIFO", "LIFO", "HIFO", "LOFO", "SPECIFIC"])(
  "%s: whatever the order of arrival, lots leave in the method's order",
  (method) => {
    fc.assert(
      fc.property(lots, fc.nat(30), (drawn, early) => {
        const made = lotQueue(method, drawn.slice(0, early));
        for (const lot of drawn.slice(early)) enqueue(made, lot);
        const left: string[] = [];
        for (let lot = firstInQueue(made); lot !== undefined; lot = firstInQueue(made)) {
          left.push(nameOf(lot));
          lot.from = lot.to;
        }
        expect(left).toEqual([...drawn].sort(LOT_ORDERS[method]).map(nameOf));
        expect(openInQueue(made)).toEqual([]);
        for (const lot of drawn) lot.from = units(0);
      }),
      { numRuns: 500 },
    );
  },
);
