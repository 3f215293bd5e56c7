import { describe, expect, test } from "vitest";
import { dayText, type Day } from "../../../../core/calendar/day.ts";
import { expectNoRowLost, fatesOf } from "../../../support/importedLedger.ts";
import { readLedger } from "../../../support/readLedger.ts";
import { parseCsv } from "../../../../workbook/csv.ts";

const OLDER =
  "Transaction ID,Date,Transaction Type,Currency,Amount,Fee,Net Amount,Asset Type,Asset Price,Asset Amount,Status,Notes,Name of sender/receiver,Account";
const NEWER =
  "Date,Transaction ID,Transaction Type,Currency,Amount,Fee,Net Amount,Asset Type,Asset Price,Asset Amount,Status,Notes,Name of sender/receiver,Account";
const ROWS = `a1,2024-01-05 10:00:00 EST,Bitcoin Buy,USD,-$98.15,-$2.00,-$100.15,BTC,"$61,071.57",0.00160713 BTC,COMPLETE,,,Your Cash
a2,2024-01-06 10:00:00 EST,Bitcoin Sale,USD,$50.00,-$1.49,$48.51,BTC,"$107,642.54",0.0004645,COMPLETE,,,Your Cash
a3,2024-01-07 10:00:00 EST,Bitcoin Withdrawal,USD,"$1,252.41",$0.00,"$1,252.41",BTC,"$125,241.22",0.01 BTC,COMPLETE,,,Your Cash
a4,2024-01-08 10:00:00 EST,Bitcoin Deposit,USD,-$67.39,$0.00,-$67.39,BTC,"$67,397.09",0.001 BTC,COMPLETE,,,Your Cash
a5,2024-01-09 10:00:00 EST,Bitcoin Boost,USD,$1.00,$0.00,$1.00,BTC,$61000,0.00001639,COMPLETE,,,Your Cash
a6,2024-01-10 10:00:00 EST,Cash Card Debit,USD,-$9.99,$0,-$9.99,,,,CARD CHARGED,,Shop,Cash Card
a7,2024-01-11 10:00:00 EST,Bitcoin Buy,USD,-$5.00,$0,-$5.00,BTC,$60000,0.00008,FAILED,,,Your Cash
a8,2024-01-12 10:00:00 EST,Bitcoin Roundup,USD,-$5.00,$0,-$5.00,BTC,$60000,0.00008,COMPLETE,,,Your Cash`;

test("coins are read; dollars alone change no lot", () => {
  expect(fatesOf(`${OLDER}\n${ROWS}`)).toEqual({
    lines: [
      "2: 2024-01-05 purchase 0.00160713 BTC for 100.15 in Cash App",
      "3: 2024-01-06 Sell 0.0004645 BTC for 48.51 from Cash App",
      "6: 2024-01-09 income 0.00001639 BTC for 1 in Cash App",
    ],
    problems: ["4 Error transfer-nowhere", "5 Error transfer-nowhere", "9 Error unknown-type"],
    joined: [],
    withoutEffect: [7, 8],
  });
});

test("newer exports begin with the date, and have coins that move as the row's currency", () => {
  const text = `${NEWER},To wallet
2024-01-05 10:00:00 EST,b1,Bitcoin Buy,USD,($370),($6.71),($376.71),BTC,$9838.74,0.03760644,COMPLETED,,,Cash Balance,
2024-01-06 10:00:00 EST,b2,Bitcoin Withdrawal,BTC,0.02,,-0.02,,,,COMPLETED,,,Cash Balance,Vault`;
  expect(fatesOf(text).lines).toEqual([
    "2: 2024-01-05 purchase 0.03760644 BTC for 376.71 in Cash App",
    "3: 2024-01-06 transfer 0.02 BTC from Cash App to Vault",
  ]);
});

describe("dates name a zone of the United States", () => {
  test.each([
    ["2024-01-05 23:30:00 EST", "2024-01-06T04:30"],
    ["2024-07-05 23:30:00 EDT", "2024-07-06T03:30"],
    ["2024-01-05 23:30:00 CST", "2024-01-06T05:30"],
    ["2024-01-05 23:30:00 MST", "2024-01-06T06:30"],
    ["2024-07-05 23:30:00 PDT", "2024-07-06T06:30"],
    ["2024-01-05 23:30:00 PST", "2024-01-06T07:30"],
    ["2024-01-05 23:30:00 HST", "2024-01-06T09:30"],
  ])("%s is %s in UTC", (date, moment) => {
    const row = `${date},b1,Bitcoin Buy,USD,-$1,$0,-$1,BTC,$1,1,COMPLETE,,,`;
    const at = Number(readLedger(parseCsv(`${NEWER}\n${row}`)).transactions[0]?.at);
    const minutes = (at % 86_400_000) / 60_000;
    const clock = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
    expect(`${dayText(Math.floor(at / 86_400_000) as Day)}T${clock}`).toBe(moment);
  });
});

test("no row is lost", () => {
  expectNoRowLost(`${OLDER}\n${ROWS}`);
});
