import { describe, expect, test } from "vitest";
import { importGrid } from "../../../../core/ledger/imports/importGrid.ts";
import { expectNoRowLost, fatesOf } from "../../../support/importedLedger.ts";
import { linesOf, readLedger } from "../../../support/readLedger.ts";

const HEADING =
  "Date,Time (UTC),Type,Symbol,Specification,Liquidity Indicator,Trading Fee Rate (bps),USD Amount USD,Fee (USD) USD,USD Balance USD,BTC Amount BTC,Fee (BTC) BTC,BTC Balance BTC,ETH Amount ETH,Fee (ETH) ETH,ETH Balance ETH,Trade ID,Order ID,Order Date,Order Time,Client Order ID,API Session,Tx Hash,Deposit Destination,Deposit Tx Output,Withdrawal Destination,Withdrawal Tx Output";
const EXPORT = `${HEADING}
2024-01-05,04:26:23.644,Buy,BTCUSD,Limit,Taker,35.00,"($20,000.00)",($70.00),"$4,478.35 ",0.5 BTC ,,0.5 BTC ,,,0.0 ETH ,11,21,2024-01-05,04:26:23.643,,,,,,,
2024-01-06,04:26:23.644,Sell,BTCUSD,Limit,Maker,20.00,"$11,000.00",($22.00),$0.00,(0.25 BTC),,0.25 BTC,,,,12,22,,,,,,,,,
2024-01-07,04:26:23.644,Buy,ETHBTC,Limit,Maker,20.00,,,,(0.1 BTC),(0.0002 BTC),0.15 BTC,2.0 ETH,,2.0 ETH,13,23,,,,,,,,,
2024-01-08,10:00:00,Credit,USD,Deposit (ACH),,,"$5,000.00",,,,,,,,,,,,,,,,,,,
2024-01-09,10:00:00,Credit,BTC,Deposit (BTC),,,,,,0.1 BTC,,,,,,,,,,,,0xabc,,,,
2024-01-10,10:00:00,Debit,ETH,Withdrawal (ETH),,,,,,,,,(1.0 ETH),(0.001 ETH),,,,,,,,0xdef,,,,
2024-01-11,10:00:00,Credit,ETH,Administrative Credit,,,,,,,,,0.5 ETH,,,,,,,,,,,,,
,,,,,,,$0.00,$0.00,,0.25 BTC,,,1.5 ETH,,,,,,,,,,,,,
`;

test("each currency has its own columns", () => {
  expect(fatesOf(EXPORT)).toEqual({
    lines: [
      "2: 2024-01-05 purchase 0.5 BTC for 20070 in Gemini",
      "3: 2024-01-06 Sell 0.25 BTC for 10978 from Gemini",
    ],
    problems: [
      "4 Error no-amount",
      "6 Error transfer-nowhere",
      "7 Error transfer-nowhere",
      "8 Error unknown-type",
    ],
    joined: [],
    // Dollars that came in, and the last row, which sums the columns.
    withoutEffect: [9, 5],
  });
});

test("a trade of coins counts at the value that the user adds, the fee in the coin given", () => {
  const [heading, , , row] = EXPORT.split("\n");
  expect(fatesOf(`${heading},Net Worth Amount\n${row},4400`).lines).toEqual([
    "2: 2024-01-07 exchange 2 ETH for 4400 in Gemini",
    "2: 2024-01-07 Sell 0.1002 BTC for 4400 from Gemini",
  ]);
});

describe("credits and debits say in the specification what they are", () => {
  const worth = (specification: string): readonly string[] =>
    fatesOf(
      `${HEADING},Net Worth Amount\n2024-01-08,10:00:00,Credit,ETH,${specification},,,,,,,,,1 ETH,,,,,,,,,,,,,,2000`,
    ).lines;
  test.each(["Interest Credit", "Staking Rewards", "Reward"])("%s is income", (specification) => {
    expect(worth(specification)).toEqual(["2: 2024-01-08 income 1 ETH for 2000 in Gemini"]);
  });
});

test("dates and numbers of a workbook are read as well", () => {
  const heading = HEADING.split(",");
  const row = heading.map(() => null as string | number | null);
  row[0] = 45296;
  row[1] = 0.5;
  row[2] = "Buy";
  row[7] = -20000;
  row[10] = 0.5;
  const grid = [heading, row];
  expect(importGrid(grid)?.grid[1]?.[0]).toBe(45296.5);
  expect(linesOf(readLedger(grid))).toEqual(["2: 2024-01-05 purchase 0.5 BTC for 20000 in Gemini"]);
});

test("a row that moves more currencies than two is a problem", () => {
  const odd = `${HEADING}\n2024-01-05,04:26:23,Buy,BTCUSD,Limit,Taker,35,$1.00,,,1 BTC,,,1 ETH,,,,,,,,,,,,,`;
  expect(fatesOf(odd).problems).toEqual(["2 Error unknown-type"]);
});

test("no row is lost", () => {
  expectNoRowLost(EXPORT);
});
