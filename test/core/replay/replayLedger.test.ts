import { describe, expect, test } from "vitest";
import { always, methodsOnRecord } from "../../../core/replay/methodOnRecord.ts";
import { replayLedger } from "../../../core/replay/replayLedger.ts";
import type { LotMethod } from "../../../core/ledger/settings.ts";
import { ledgerBuilder, lotText, on, pieceText, settingsOf } from "../../support/transactions.ts";

type Ledger = ReturnType<typeof ledgerBuilder>;

function replayed(
  ledger: Ledger,
  {
    method = "FIFO",
    options = "",
    until,
  }: { method?: LotMethod; options?: string; until?: string } = {},
) {
  const settings = settingsOf(options);
  const methodAt =
    settings.methodSince.length > 0 ? methodsOnRecord(settings.methodSince) : always(method);
  const replay = replayLedger(ledger.transactions, {
    settings,
    methodAt,
    until: until === undefined ? undefined : on(until),
  });
  return {
    pieces: replay.disposals.map(pieceText),
    lots: replay.lots.map(lotText).sort(),
    problems: replay.problems.map(({ row, severity, facts }) => ({ row, severity, ...facts })),
    replay,
  };
}

describe("transfers", () => {
  test("carry lots with basis and date, those that the method picks", () => {
    const ledger = ledgerBuilder();
    ledger.buy("2 BTC", 100, "2024-01-01", { wallet: "A" });
    ledger.buy("2 BTC", 300, "2024-02-01", { wallet: "A" });
    ledger.move("3 BTC", "B", "2024-03-01", { wallet: "A" });
    expect(replayed(ledger).lots).toEqual([
      "1 BTC at 150 in A since 2024-02-01",
      "1 BTC at 150 in B since 2024-02-01",
      "2 BTC at 100 in B since 2024-01-01",
    ]);
    expect(replayed(ledger, { method: "LIFO" }).lots).toEqual([
      "1 BTC at 50 in A since 2024-01-01",
      "1 BTC at 50 in B since 2024-01-01",
      "2 BTC at 300 in B since 2024-02-01",
    ]);
  });

  test("of more than is held move what there is, and say so", () => {
    const ledger = ledgerBuilder();
    ledger.buy("1 BTC", 100, "2024-01-01", { wallet: "A" });
    ledger.move("1.5 BTC", "B", "2024-03-01", { wallet: "A" });
    const { lots, problems } = replayed(ledger);
    expect(lots).toEqual(["1 BTC at 100 in B since 2024-01-01"]);
    expect(problems).toEqual([
      {
        row: 3,
        severity: "Error",
        code: "oversold",
        asset: "BTC",
        wallet: "A",
        leaving: "moved",
        requested: "1.5",
        held: "1",
      },
    ]);
  });

  test("dispose of the units used as the fee, after the units moved (R1.5)", () => {
    const ledger = ledgerBuilder();
    ledger.buy("0.99 ETH", 990, "2025-01-01", { wallet: "A" });
    ledger.buy("1 ETH", 2000, "2025-02-01", { wallet: "A" });
    ledger.move("0.99 ETH", "B", "2025-05-10", { wallet: "A", fee: ["0.01", 25] });
    const { pieces, lots } = replayed(ledger);
    expect(pieces).toEqual(["0.01 for 25 - 20 = 5 Short, acquired 2025-02-01"]);
    expect(lots).toEqual([
      "0.99 ETH at 1980 in A since 2025-02-01",
      "0.99 ETH at 990 in B since 2025-01-01",
    ]);
  });

  test("or carry the fee's basis on to the units moved, in proportion", () => {
    const ledger = ledgerBuilder();
    ledger.buy("1 ETH", 1000, "2025-01-01", { wallet: "A" });
    ledger.buy("3 ETH", 6000, "2025-02-01", { wallet: "A" });
    ledger.move("3 ETH", "B", "2025-05-10", { wallet: "A", fee: ["0.3", 700] });
    const { pieces, lots } = replayed(ledger, { options: "transfer_fee=basis" });
    expect(pieces).toEqual([]);
    // 0.3 of the second lot, 600 of basis: 200 on the first lot's unit and 400 on the two others.
    expect(lots).toEqual([
      "0.7 ETH at 1400 in A since 2025-02-01",
      "1 ETH at 1200 in B since 2025-01-01",
      "2 ETH at 4400 in B since 2025-02-01",
    ]);
  });
});

describe("order of events", () => {
  test("at one instant acquisitions, then transfers, then disposals, whatever the rows say", () => {
    const ledger = ledgerBuilder();
    ledger.sell("1 X", 30, "2024-01-01", { wallet: "B" });
    ledger.move("1 X", "B", "2024-01-01", { wallet: "A" });
    ledger.buy("1 X", 10, "2024-01-01", { wallet: "A" });
    const { pieces, problems } = replayed(ledger);
    expect(pieces).toEqual(["1 for 30 - 10 = 20 Short, acquired 2024-01-01"]);
    expect(problems).toEqual([]);
  });

  test("within a day by the time", () => {
    const ledger = ledgerBuilder();
    ledger.buy("1 X", 10, "2024-01-01 10:00");
    ledger.buy("1 X", 20, "2024-01-01 08:00");
    ledger.sell("1 X", 30, "2024-01-01 12:00");
    expect(replayed(ledger).pieces[0]).toContain("30 - 20");
    expect(replayed(ledger, { method: "LIFO" }).pieces[0]).toContain("30 - 10");
  });

  test("LIFO takes the later row of two at one instant first, FIFO the earlier", () => {
    const ledger = ledgerBuilder();
    ledger.buy("1 X", 10, "2024-01-01");
    ledger.buy("1 X", 20, "2024-01-01");
    ledger.sell("1 X", 30, "2024-01-02");
    expect(replayed(ledger).pieces[0]).toContain("30 - 10");
    expect(replayed(ledger, { method: "LIFO" }).pieces[0]).toContain("30 - 20");
  });

  test("what comes after the last day is left out", () => {
    const ledger = ledgerBuilder();
    ledger.buy("1 X", 10, "2024-01-01");
    ledger.sell("1 X", 30, "2024-01-02 23:59");
    expect(replayed(ledger, { until: "2024-01-01" }).pieces).toEqual([]);
    expect(replayed(ledger, { until: "2024-01-02" }).pieces).toHaveLength(1);
  });
});

describe("selling more than is held", () => {
  test("shares the proceeds over all units; those without a lot have neither basis nor gain", () => {
    const ledger = ledgerBuilder();
    ledger.buy("2 X", 10, "2024-01-01");
    ledger.sell("3 X", 100, "2024-01-02");
    const { pieces, problems } = replayed(ledger);
    expect(pieces).toEqual([
      "2 for 66.6666666666 - 10 = 56.6666666666 Short, acquired 2024-01-01",
      "1 for 33.3333333334, no lot",
    ]);
    expect(problems[0]).toMatchObject({ code: "oversold", requested: "3", held: "2" });
  });
});

describe("accounts", () => {
  const ledger = () => {
    const made = ledgerBuilder();
    for (const account of ["IRA", "Spouse", "Taxable"] as const) {
      made.buy("1 X", 10, "2024-01-01", { account });
      made.sell("1 X", 30, "2024-01-02", { account });
    }
    return made;
  };
  test("a sale inside an IRA, or a spouse's on a return of one, is in no row", () => {
    expect(replayed(ledger()).pieces).toHaveLength(1);
  });
  test("a joint return has the spouse's sales too", () => {
    expect(replayed(ledger(), { options: "filing_status=mfj" }).pieces).toHaveLength(2);
  });
  test("are never one pool, even where lots are pooled universally", () => {
    const made = ledgerBuilder();
    made.buy("1 X", 10, "2024-01-01", { account: "IRA" });
    made.buy("1 X", 20, "2024-01-02", { wallet: "B" });
    made.sell("1 X", 30, "2024-01-03", { wallet: "C" });
    expect(replayed(made, { options: "scope=universal" }).pieces[0]).toContain("30 - 20");
  });
});

test("gifts and losses of coins leave without gain", () => {
  const ledger = ledgerBuilder();
  ledger.buy("2 X", 10, "2024-01-01");
  ledger.give("1 X", "2024-02-01");
  const { pieces, lots } = replayed(ledger);
  expect(pieces).toEqual([]);
  expect(lots).toEqual(["1 X at 5 in W since 2024-01-01"]);
});

describe("scope", () => {
  const ledger = () => {
    const made = ledgerBuilder();
    made.buy("1 X", 10, "2024-01-01", { wallet: "A" });
    made.buy("1 X", 20, "2024-02-01", { wallet: "B" });
    made.sell("1 X", 30, "2024-03-01", { wallet: "B" });
    return made;
  };
  test("wallet: a sale never reaches another wallet's lots", () => {
    expect(replayed(ledger()).pieces[0]).toContain("30 - 20");
  });
  test("universal: it reaches the oldest of all wallets", () => {
    expect(replayed(ledger(), { options: "scope=universal" }).pieces[0]).toContain("30 - 10");
  });
});

describe("transition: universal to 2024-12-31, then by wallet (R1.4)", () => {
  test("allocates the oldest lots first, to wallets by their first dealings, as far as units go", () => {
    const ledger = ledgerBuilder();
    ledger.buy("1 X", 10, "2023-01-01", { wallet: "A" });
    ledger.buy("2 X", 40, "2023-02-01", { wallet: "B" });
    ledger.buy("1 X", 30, "2023-03-01", { wallet: "A" });
    // Universally this sells the unit bought in A; B is left with one unit.
    ledger.sell("1 X", 50, "2024-06-01", { wallet: "B" });
    ledger.sell("1 X", 60, "2025-06-01", { wallet: "B" });
    const { pieces, lots } = replayed(ledger, { options: "scope=transition" });
    expect(pieces).toEqual([
      "1 for 50 - 10 = 40 Long, acquired 2023-01-01",
      "1 for 60 - 30 = 30 Long, acquired 2023-03-01",
    ]);
    expect(lots).toEqual(["2 X at 40 in A since 2023-02-01"]);
  });

  test("a move before 2025 moves units and no lot; a move after moves lots", () => {
    const ledger = ledgerBuilder();
    ledger.buy("2 X", 10, "2023-01-01", { wallet: "A" });
    ledger.move("1 X", "B", "2024-06-01", { wallet: "A" });
    ledger.move("1 X", "C", "2025-06-01", { wallet: "B" });
    expect(replayed(ledger, { options: "scope=transition" }).lots).toEqual([
      "1 X at 5 in A since 2023-01-01",
      "1 X at 5 in C since 2023-01-01",
    ]);
  });

  test("opening lots of an asset with a history state the allocation instead", () => {
    const ledger = ledgerBuilder();
    ledger.buy("1 X", 10, "2023-01-01", { wallet: "A" });
    ledger.buy("1 X", 20, "2023-02-01", { wallet: "B" });
    ledger.buy("1 X", 20, "2023-02-01", { wallet: "A", origin: "opening" });
    ledger.buy("1 X", 10, "2023-01-01", { wallet: "B", origin: "opening" });
    ledger.sell("1 X", 50, "2025-02-01", { wallet: "A" });
    const { pieces, lots, problems } = replayed(ledger, { options: "scope=transition" });
    expect(pieces).toEqual(["1 for 50 - 20 = 30 Long, acquired 2023-02-01"]);
    expect(lots).toEqual(["1 X at 10 in B since 2023-01-01"]);
    expect(problems).toEqual([]);
  });

  test("an allocation that does not fit the units held is told", () => {
    const ledger = ledgerBuilder();
    ledger.buy("2 X", 10, "2023-01-01", { wallet: "A" });
    ledger.buy("3 X", 10, "2023-01-01", { wallet: "A", origin: "opening" });
    expect(replayed(ledger, { options: "scope=transition" }).problems).toMatchObject([
      { code: "allocation-differs", row: 3, severity: "Warning", stated: "3", held: "2" },
    ]);
  });

  test("nothing is allocated as of a day before 2025", () => {
    const ledger = ledgerBuilder();
    ledger.buy("1 X", 10, "2023-01-01", { wallet: "A" });
    ledger.move("1 X", "B", "2024-06-01", { wallet: "A" });
    expect(replayed(ledger, { options: "scope=transition", until: "2024-12-31" }).lots).toEqual([
      "1 X at 10 in A since 2023-01-01",
    ]);
  });
});

describe("methods on record relieve past disposals from their day on", () => {
  const ledger = (wallet: string) => {
    const made = ledgerBuilder();
    made.buy("3 X", 30, "2024-01-01", { wallet });
    made.buy("3 X", 90, "2024-02-01", { wallet });
    made.buy("3 X", 60, "2024-03-01", { wallet });
    made.sell("1 X", 50, "2024-12-31", { wallet });
    made.sell("1 X", 50, "2025-01-01", { wallet });
    made.sell("1 X", 50, "2026-01-01", { wallet });
    return made;
  };
  const options = "method_since=LIFO 2025-01-01, HIFO 2026-01-01 @Kraken";
  test("FIFO before the first, a wallet's own order only there", () => {
    expect(replayed(ledger("kraken"), { options }).pieces).toEqual([
      "1 for 50 - 10 = 40 Short, acquired 2024-01-01",
      "1 for 50 - 20 = 30 Short, acquired 2024-03-01",
      "1 for 50 - 30 = 20 Long, acquired 2024-02-01",
    ]);
    expect(replayed(ledger("Other"), { options }).pieces[2]).toContain("50 - 20");
  });
});

test("past a limit of matches no more losses are matched, and the sale from which on is named", () => {
  const ledger = ledgerBuilder();
  for (const day of ["2025-03-01", "2025-03-02", "2025-03-03"]) {
    ledger.buy("1 X", 100, day, { wallet: "A" });
  }
  for (const day of ["2025-03-10", "2025-03-11", "2025-03-12"]) {
    ledger.sell("1 X", 50, day, { wallet: "A" });
    ledger.buy("1 X", 50, day, { wallet: "B" });
  }
  const replay = (mostMatches: number | undefined) =>
    replayLedger(ledger.transactions, {
      settings: settingsOf("wash=conservative"),
      methodAt: always("FIFO"),
      until: undefined,
      mostMatches,
    });
  expect(replay(undefined).matches).toHaveLength(3);
  expect(replay(undefined).problems).toEqual([]);
  const stopped = replay(1);
  expect(stopped.matches).toHaveLength(1);
  expect(stopped.disposals.map(({ disallowance }) => disallowance !== undefined)).toEqual([
    true,
    false,
    false,
  ]);
  expect(stopped.problems.map(({ row, facts }) => ({ row, ...facts }))).toEqual([
    { row: stopped.disposals[1]?.disposal.row, code: "too-many-matches", asset: "X", most: 1 },
  ]);
});
