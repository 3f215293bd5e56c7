import { expect, test } from "vitest";
import { expectNoRowLost, fatesOf, formatOf } from "../../../../support/importedLedger.ts";

test("the universal table for import", () => {
  const text = `Date (UTC),Platform (Optional),Asset Sent,Amount Sent,Asset Received,Amount Received,Fee Currency (Optional),Fee Amount (Optional),Type,Description (Optional),TxHash (Optional)
01/05/2024 10:00:00,Gemini,USD,1000,BTC,0.02,USD,5,Buy,,b1
01/06/2024 10:00:00,Gemini,BTC,0.005,USD,300,,,Sell,,s1
01/07/2024 10:00:00,Gemini,BTC,0.005,,,,,Gift Sent,,g1
01/08/2024 10:00:00,Gemini,BTC,0.005,,,,,Withdrawal,,w1`;
  expect(fatesOf(text)).toMatchObject({
    lines: [
      "2: 2024-01-05 purchase 0.02 BTC for 1005 in Gemini",
      "3: 2024-01-06 Sell 0.005 BTC for 300 from Gemini",
      "4: 2024-01-07 Gift sent 0.005 BTC from Gemini",
    ],
    problems: ["5 Error transfer-nowhere"],
  });
});

const HEADINGS =
  "Timestamp (UTC),Type,Internal Id,Platform,Account Name,Platform Id,Blockchain Id,Record Type,Asset,Amount,Description";
const EXPORT = `${HEADINGS}
2024-01-05T10:00:00.000,Buy,i1,Kraken,My Kraken,p1,,Debit,USD,-1000,
2024-01-05T10:00:00.000,Buy,i1,Kraken,My Kraken,p1,,Credit,BTC,0.02,
2024-01-05T10:00:00.000,Buy,i1,Kraken,My Kraken,p1,,Platform Fee,USD,-5,
2024-02-05T10:00:00.000,Withdrawal,i2,Kraken,My Kraken,p2,h2,Debit,BTC,-0.01,
2024-03-05T10:00:00.000,Theft Loss,i3,Kraken,My Kraken,p3,,Debit,BTC,-0.001,`;

test("the export joins the legs of one internal id", () => {
  expect(formatOf(EXPORT)).toBe("CoinLedger export");
  expect(fatesOf(EXPORT)).toEqual({
    lines: [
      "2: 2024-01-05 purchase 0.02 BTC for 1005 in My Kraken",
      "6: 2024-03-05 Lost 0.001 BTC from My Kraken",
    ],
    problems: ["5 Error transfer-nowhere"],
    joined: [3, 4],
    withoutEffect: [],
  });
  expectNoRowLost(EXPORT);
});

test("legs that stand apart are joined all the same", () => {
  const [head = "", debit = "", credit = "", fee = "", other = ""] = EXPORT.split("\n");
  expect(fatesOf([head, fee, other, credit, debit].join("\n"))).toMatchObject({
    lines: ["2: 2024-01-05 purchase 0.02 BTC for 1005 in My Kraken"],
    joined: [4, 5],
  });
});

test("two credits under one id do not say what was paid for which, and are refused", () => {
  const [head = "", debit = "", credit = ""] = EXPORT.split("\n");
  const text = [head, debit, credit, credit.replace("BTC,0.02", "ETH,0.1")].join("\n");
  expect(fatesOf(text)).toMatchObject({
    lines: [],
    problems: ["2 Error unknown-type", "3 Error unknown-type", "4 Error unknown-type"],
    joined: [],
  });
});
