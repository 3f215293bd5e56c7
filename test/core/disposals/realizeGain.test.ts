import { describe, expect, test } from "vitest";
import { dayText } from "../../../core/calendar/day.ts";
import { realizeGain } from "../../../core/disposals/realizeGain.ts";
import { trancheOf } from "../../../core/lots/lot.ts";
import { moneyText } from "../../../core/money/amounts.ts";
import type { Acquisition } from "../../../core/ledger/transaction.ts";
import { ledgerBuilder, on, units, usd } from "../../support/transactions.ts";

function realized(acquisition: Acquisition, proceeds: string, sold: string) {
  const tranche = trancheOf(acquisition);
  const whole = {
    tranche,
    from: units(0),
    to: acquisition.quantity,
    quantity: acquisition.quantity,
    basis: acquisition.basis,
    lossBasis: acquisition.lossBasis,
  };
  const { basis, gain, term, acquired, holdingPeriodStart } = realizeGain(
    whole,
    usd(proceeds),
    on(sold),
  );
  return `${moneyText(basis)}, ${moneyText(gain)} ${term ?? "no term"}, ${dayText(acquired)}, ${dayText(holdingPeriodStart)}`;
}

describe("a gift worth less than the donor's basis has two (Treas. Reg. § 1.1015-1(a)(1), (2))", () => {
  const gift = () =>
    ledgerBuilder().buy("10 P", 100_000, "2025-04-10", {
      origin: "gift",
      holdingPeriodStart: on("2020-01-15"),
      lossBasis: usd(90_000),
    });
  test("the donor's for a gain, with the donor's date and period", () => {
    expect(realized(gift(), "120000", "2025-12-01")).toBe(
      "100000, 20000 Long, 2020-01-15, 2020-01-15",
    );
  });
  test("the value when given for a loss, held from the gift", () => {
    expect(realized(gift(), "80000", "2025-12-01")).toBe(
      "90000, -10000 Short, 2025-04-10, 2025-04-10",
    );
  });
  test.each(["90000", "95000", "100000"])("neither gain nor loss at %s, between the two", (at) => {
    expect(realized(gift(), at, "2025-12-01")).toBe(`${at}, 0 no term, 2025-04-10, 2025-04-10`);
  });
});

test("a gift worth the donor's basis or more keeps that basis, with the donor's period", () => {
  const gift = ledgerBuilder().buy("10 P", 700, "2026-05-10", {
    origin: "gift",
    holdingPeriodStart: on("2020-01-02"),
  });
  expect(realized(gift, "600", "2026-06-01")).toBe("700, -100 Long, 2026-05-10, 2020-01-02");
});

test("inherited property is long-term from the first day (26 U.S.C. § 1223(9))", () => {
  const inherited = ledgerBuilder().buy("1 X", 50, "2026-05-10", { origin: "inheritance" });
  expect(realized(inherited, "60", "2026-05-11")).toBe("50, 10 Long, 2026-05-10, 2026-05-10");
});

test("the anniversary is still short-term, the day after is long-term", () => {
  const bought = ledgerBuilder().buy("1 X", 50, "2025-06-15");
  expect(realized(bought, "60", "2026-06-15")).toContain("10 Short");
  expect(realized(bought, "40", "2026-06-16")).toContain("-10 Long");
});
