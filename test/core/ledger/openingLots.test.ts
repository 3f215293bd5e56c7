import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOfText, dayText, type Day } from "../../../core/calendar/day.ts";
import type { CellGrid, CellValue } from "../../../core/ledger/cells.ts";
import { problemText } from "../../../core/ledger/problemText.ts";
import { call, pick, rowsOf } from "../../support/callFunction.ts";
import { codesOf, linesOf, readLedger } from "../../support/readLedger.ts";

const HEADINGS = ["Date", "Type", "Asset", "Quantity", "Total", "Wallet", "Acquired", "Notes"];
const row = (...cells: CellValue[]): CellValue[] => cells;
const NOTE = "Kraken statement of 2024-12-31";

describe("an opening lot", () => {
  const opened = row("2025-01-01", "Opening lot", "BTC", 2, 50, "Kraken", "2021-03-05", NOTE);
  test("is acquired on its own date, as every row, where no opening day is set", () => {
    const ledger = readLedger([HEADINGS, opened]);
    expect(linesOf(ledger)).toEqual(["2: 2025-01-01 opening 2 BTC for 50 in Kraken"]);
    expect(codesOf(ledger)).toEqual(["2 Warning acquired-not-used"]);
  });
  test("is acquired on the date in Acquired where the setting says of which day the lots are", () => {
    const ledger = readLedger([HEADINGS, opened], "opening=2025-01-01");
    expect(linesOf(ledger)).toEqual(["2: 2021-03-05 opening 2 BTC for 50 in Kraken"]);
    expect(codesOf(ledger)).toEqual([]);
  });
  test("without a date in Acquired keeps that in Date, and is late if that is not before the day", () => {
    const ledger = readLedger(
      [
        HEADINGS,
        row("2021-03-05", "Opening lot", "BTC", 2, 50, "Kraken"),
        row("2025-01-01", "Opening lot", "BTC", 1, 30, "Kraken"),
      ],
      "opening=2025-01-01",
    );
    expect(linesOf(ledger).map((line) => line.slice(0, 13))).toEqual([
      "2: 2021-03-05",
      "3: 2025-01-01",
    ]);
    expect(codesOf(ledger)).toEqual(["3 Warning opening-lot-late"]);
  });
  test("may be held from an earlier day, never from a later one, and have a basis for a loss", () => {
    const headings = [...HEADINGS, "Holding period start", "Loss basis"];
    const terms = (...cells: CellValue[]) =>
      readLedger([headings, row(...opened, ...cells)], "opening=2025-01-01");
    expect(linesOf(terms("2020-02-01", 40))).toEqual([
      "2: 2021-03-05 opening 2 BTC for 50, for a loss 40, held from 2020-02-01 in Kraken",
    ]);
    expect(linesOf(terms("", 60))).toEqual(["2: 2021-03-05 opening 2 BTC for 50 in Kraken"]);
    expect(codesOf(terms("2021-03-06", ""))).toContain("2 Error held-after-acquired");
  });
});

describe("what happened before the opening day", () => {
  const LEDGER: CellGrid = [
    HEADINGS,
    row("2021-03-05", "Opening lot", "BTC", 2, 50, "Kraken", "", NOTE),
    row("2021-03-05", "Buy", "BTC", 2, 50, "Kraken"),
    row("2024-06-01", "Sell", "BTC", 1, 90, "Kraken"),
    row("2024-06-01", "Buy", "BTC", 1, 60, "Ledger"),
    row("2024-06-01", "Buy", "ETH", 3, 30, "Kraken"),
    row("2025-01-01", "Sell", "BTC", 1, 100, "Kraken"),
  ];
  test("is in the lots of that asset and wallet already, and is not counted twice", () => {
    const ledger = readLedger(LEDGER, "opening=2025-01-01");
    expect(codesOf(ledger)).toEqual(["3 Error before-opening", "4 Error before-opening"]);
    expect(linesOf(ledger).map((line) => line.slice(0, 2))).toEqual(["2:", "5:", "6:", "7:"]);
    expect(problemText(ledger.problems[1]!)).toEqual({
      problem:
        "This sale of BTC is from before 2025-01-01, the day of the opening lots of Kraken, which state what it left there; it is not counted a second time.",
      whatToDo:
        "Delete the row, or delete the opening lots of that asset and wallet to go by the whole history.",
    });
  });
  test("is so in every wallet where lots are pooled over all", () => {
    const ledger = readLedger(LEDGER, "opening=2025-01-01; scope=universal");
    expect(codesOf(ledger)).toEqual([
      "3 Error before-opening",
      "4 Error before-opening",
      "5 Error before-opening",
    ]);
  });
  test("stays under the transition to wallets, whose allocation the lots of 2025-01-01 are", () => {
    const ledger = readLedger(LEDGER, "opening=2025-01-01; scope=transition");
    expect(codesOf(ledger)).toEqual([]);
    expect(readLedger(LEDGER, "opening=2025-01-02; scope=transition").problems).toHaveLength(3);
  });
  test("includes transfers into such a wallet", () => {
    const ledger = readLedger(
      [
        [...HEADINGS, "To wallet"],
        row("2021-03-05", "Opening lot", "BTC", 2, 50, "Kraken", "", NOTE),
        row("2024-06-01", "Transfer", "BTC", 1, "", "Ledger", "", "", "Kraken"),
        row("2024-06-01", "Transfer", "BTC", 1, "", "Ledger", "", "", "Coinbase"),
      ],
      "opening=2025-01-01",
    );
    expect(codesOf(ledger)).toEqual(["3 Error before-opening"]);
    expect(problemText(ledger.problems[0]!).whatToDo).toContain("give the other its opening lots");
  });
  test("is counted where no opening day is set", () => {
    expect(codesOf(readLedger(LEDGER))).toEqual([]);
    expect(linesOf(readLedger(LEDGER))).toHaveLength(6);
  });
});

describe("evidence", () => {
  const lots = [
    row("2021-03-05", "Opening lot", "BTC", 2, 50, "Kraken"),
    row("2021-03-06", "Opening lot", "BTC", 2, 50, "Kraken"),
    row("2021-03-05", "Opening lot", "ETH", 2, 50, "Kraken"),
  ];
  test("is asked for once for an asset and wallet, when units have left since", () => {
    const sale = row("2025-02-01", "Sell", "BTC", 1, 100, "Kraken");
    const ledger = readLedger([HEADINGS, ...lots, sale], "opening=2025-01-01");
    expect(codesOf(ledger)).toEqual(["2 Warning opening-without-evidence"]);
    expect(problemText(ledger.problems[0]!).problem).toBe(
      "2 opening lots of BTC in Kraken do not say what they rest on, and units have left since.",
    );
  });
  test("is not asked for while all are held", () => {
    expect(codesOf(readLedger([HEADINGS, ...lots], "opening=2025-01-01"))).toEqual([]);
  });
  test("of one lot is asked for in the singular", () => {
    const sale = row("2025-02-01", "Sell", "ETH", 1, 100, "Kraken");
    const ledger = readLedger([HEADINGS, ...lots, sale], "opening=2025-01-01");
    expect(problemText(ledger.problems[0]!).problem).toBe(
      "An opening lot of ETH in Kraken does not say what it rests on, and units have left since.",
    );
  });
  test.each(["Evidence", "Source", "Supporting Document", "DOCUMENTATION", "Basis source"])(
    "is in the column %s, of which no other row makes anything",
    (heading) => {
      const sale = row("2025-02-01", "Sell", "BTC", 1, 100, "Kraken", "", "", "phone");
      const { transactions, problems } = readLedger(
        [[...HEADINGS, heading], [...lots[0]!, "", "", NOTE], sale],
        "opening=2025-01-01",
      );
      expect(problems).toEqual([]);
      expect(transactions[0]).toMatchObject({ evidence: NOTE });
      expect(transactions[1]).not.toHaveProperty("evidence");
    },
  );
  test("in two columns is kept in both, the same words once", () => {
    const evidenceOf = (notes: string, evidence: string) => {
      const lot = row("2021-03-05", "Opening lot", "BTC", 2, 50, "Kraken", "", notes, evidence);
      return readLedger([[...HEADINGS, "Evidence"], lot]).transactions[0];
    };
    expect(evidenceOf("cold wallet", NOTE)).toMatchObject({ evidence: `${NOTE}; cold wallet` });
    expect(evidenceOf(NOTE, NOTE)).toMatchObject({ evidence: NOTE });
    expect(evidenceOf("", "")).not.toHaveProperty("evidence");
  });
  test("that is an error value is an Error", () => {
    const fault = { fault: "error", text: "#REF!" } as const;
    const lot = row("2021-03-05", "Opening lot", "BTC", 2, 50, "Kraken", "", "", fault);
    expect(codesOf(readLedger([[...HEADINGS, "Evidence"], lot]))).toEqual(["2 Error error-cell"]);
  });
  test("stands beside the lot in the order of sales", () => {
    const opened = row("2025-01-01", "Opening lot", "BTC", 2, 50, "Kraken", "2021-03-05", NOTE);
    const order = rowsOf(
      call(
        "TLH_ORDER",
        [HEADINGS, opened],
        [
          ["Asset", "Price"],
          ["BTC", 10],
        ],
        "FIFO",
        null,
        "opening=2025-01-01",
      ),
    );
    expect(pick(order, "Acquired", "Why")).toEqual([
      [
        "2021-03-05",
        `Oldest first: selling down to here realizes the largest loss. Opening lot: "${NOTE}".`,
      ],
    ]);
  });
});

test("an opening day without opening lots is a Warning", () => {
  const ledger = readLedger(
    [HEADINGS, row("2024-06-01", "Buy", "BTC", 1, 60, "Kraken")],
    "opening=2025-01-01",
  );
  expect(codesOf(ledger)).toEqual(["- Warning opening-without-lots"]);
  expect(linesOf(ledger)).toHaveLength(1);
});

test("an opening lot washes a loss only if it was itself acquired in the window", () => {
  const ledger = (acquired: string): CellGrid => [
    HEADINGS,
    row("2025-01-01", "Opening lot", "BTC", 1, 80, "Kraken", "2020-01-01", NOTE),
    row("2025-01-01", "Opening lot", "BTC", 1, 80, "Ledger", acquired, NOTE),
    row("2025-01-10", "Sell", "BTC", 1, 50, "Kraken"),
  ];
  const washed = (acquired: string) =>
    rowsOf(
      call("WASH_SALES", ledger(acquired), "FIFO", null, "opening=2025-01-01; wash=conservative"),
    ).map(({ "Disallowed loss": loss }) => loss);
  expect(washed("2024-12-11")).toEqual([30]);
  expect(washed("2024-12-10")).toEqual([]);
});

describe("the lots of a day, put in place of the history before it", () => {
  const OPENING = "2025-01-01";
  const day = (text: string, after: number): string => dayText((dayOfText(text)! + after) as Day);
  const wallet = fc.constantFrom("Kraken", "Ledger");
  const asset = fc.constantFrom("BTC", "ETH");
  const quantity = fc.integer({ min: 1, max: 9 });
  const type = fc.constantFrom("Buy", "Buy", "Sell", "Transfer");
  /** Sales before the day bring gains, so that no wash sale is left to wait for the day. */
  const early = fc
    .record({ after: fc.integer({ min: 0, max: 300 }), type, asset, wallet, quantity })
    .map((one) => ({
      ...one,
      date: day("2024-01-01", one.after),
      price: one.type === "Buy" ? 10 : 99,
    }));
  const late = fc
    .record({
      after: fc.integer({ min: 31, max: 330 }),
      // A later transfer would bring parts of one purchase together again, in one row of the gains.
      type: fc.constantFrom("Buy", "Sell"),
      asset,
      wallet,
      quantity,
      price: fc.integer({ min: 5, max: 40 }),
    })
    .map((one) => ({ ...one, date: day(OPENING, one.after) }));
  const cells = (one: {
    readonly date: string;
    readonly type: string;
    readonly asset: string;
    readonly wallet: string;
    readonly quantity: number;
    readonly price: number;
  }): CellValue[] => [
    ...[one.date, one.type, one.asset, one.quantity],
    one.type === "Transfer" ? "" : one.quantity * one.price,
    ...[
      one.wallet,
      "",
      "",
      one.type !== "Transfer" ? "" : one.wallet === "Kraken" ? "Ledger" : "Kraken",
    ],
  ];
  const gains = (grid: CellGrid, method: string, options: string) =>
    pick(
      rowsOf(call("TLH_GAINS", grid, method, null, options)).filter(
        ({ Sold: sold }) => String(sold) >= OPENING,
      ),
      "Asset",
      "Wallet",
      "Quantity",
      "Acquired",
      "Sold",
      "Cost basis",
      "Gain or loss",
      "Term",
      "Disallowed loss",
      "Holding period start",
    );
  test("give the same gains from then on", () => {
    const headings = [...HEADINGS, "To wallet"];
    let compared = 0;
    fc.assert(
      fc.property(
        fc.array(early, { minLength: 3, maxLength: 14 }),
        fc.array(late, { minLength: 3, maxLength: 14 }),
        fc.constantFrom("FIFO", "LIFO", "HIFO"),
        (before, after, method) => {
          const earlier = before.map(cells);
          const later = after.map(cells);
          const options = "wash=conservative";
          const lots = rowsOf(
            call("TLH_LOTS", [headings, ...earlier], method, null, "as_of=2024-12-31"),
          );
          const opening = lots.map((lot): CellValue[] => [
            ...[OPENING, "Opening lot", lot["Asset"]!, lot["Quantity"]!, lot["Cost basis"]!],
            ...[lot["Wallet"]!, lot["Acquired"]!, "lots of the day", ""],
          ]);
          fc.pre(opening.length > 0);
          const whole = gains([headings, ...earlier, ...later], method, options);
          const opened = gains(
            [headings, ...opening, ...later],
            method,
            `${options}; opening=${OPENING}`,
          );
          compared += whole.length;
          expect(opened).toEqual(whole);
        },
      ),
      { numRuns: 100 },
    );
    expect(compared).toBeGreaterThan(100);
  });
});
