import { expect, test } from "vitest";
import { settingFault, settingTexts } from "../../../core/ledger/settingTexts.ts";

test("values stand by the contract's names, dates as text; blank ones and other rows are left out", () => {
  expect(
    settingTexts([
      ["Setting", "Value"],
      ["Filing Status", "mfj"],
      ["as_of", 46346],
      ["state_rate", 0.06],
      ["magi", 0],
      ["color", "red"],
    ]),
  ).toEqual({ filing_status: "mfj", as_of: "2026-11-20", state_rate: "0.06" });
});

test("a bad value is answered with what is expected; a good or blank one with nothing", () => {
  expect(settingFault("taxable_income", "much")).toBe("dollars such as 150000 or -2500");
  expect(settingFault("taxable_income", "150,000")).toBeUndefined();
  expect(settingFault("as_of", "2026-02-30")).toBe("a date such as 2026-11-20");
  expect(settingFault("as_of", " ")).toBeUndefined();
});
