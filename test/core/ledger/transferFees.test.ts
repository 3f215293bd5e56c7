import { describe, expect, test } from "vitest";
import type { CellValue } from "../../../core/ledger/cells.ts";
import { codesOf, linesOf, readLedger } from "../../support/readLedger.ts";

const HEADER = ["Date", "Type", "Asset", "Quantity", "Total", "Wallet", "To wallet", "Id"];
const transfer: CellValue[] = ["2026-01-05", "Transfer", "ETH", 1, "", "K", "L", "t1"];
const fee = (id: string, total: CellValue = 4, wallet = ""): CellValue[] => [
  ...["2026-01-05", "Fee", "ETH", 0.001],
  ...[total, wallet, "", id],
];

describe("a Fee row with a transfer's Id is that transfer's fee", () => {
  const line = "transfer 1 ETH from K to L, fee 0.001 ETH worth 4 from K";
  test("after it or before it", () => {
    expect(linesOf(readLedger([HEADER, transfer, fee("t1")]))).toEqual([`2: 2026-01-05 ${line}`]);
    expect(linesOf(readLedger([HEADER, fee("t1"), transfer]))).toEqual([`3: 2026-01-05 ${line}`]);
  });
  test("one of several, each from its wallet", () => {
    expect(linesOf(readLedger([HEADER, fee("t1"), transfer, fee("t1", 5, "M")]))).toEqual([
      `3: 2026-01-05 ${line}, fee 0.001 ETH worth 5 from M`,
    ]);
  });
});

test("a Fee row with another Id, or with none, is a disposal", () => {
  expect(linesOf(readLedger([HEADER, transfer, fee("T1"), fee("")]))).toEqual([
    "2: 2026-01-05 transfer 1 ETH from K to L",
    "3: 2026-01-05 Fee 0.001 ETH for 4 from ",
    "4: 2026-01-05 Fee 0.001 ETH for 4 from ",
  ]);
});

describe("a fee without a value", () => {
  test("is an Error where it is disposed of", () => {
    expect(codesOf(readLedger([HEADER, transfer, fee("t1", "")]))).toEqual(["3 Error no-amount"]);
  });
  test("is fine where its basis is carried over with a transfer", () => {
    const ledger = readLedger([HEADER, transfer, fee("t1", "")], "transfer_fee=basis");
    expect(linesOf(ledger)).toEqual([
      "2: 2026-01-05 transfer 1 ETH from K to L, fee 0.001 ETH worth 0 from K",
    ]);
    expect(codesOf(ledger)).toEqual([]);
  });
  test("is an Error where no transfer has its Id, carried over or not", () => {
    const ledger = readLedger([HEADER, transfer, fee("t2", "")], "transfer_fee=basis");
    expect(codesOf(ledger)).toEqual(["3 Error no-amount"]);
    expect(ledger.transactions).toHaveLength(1);
  });
});

test("in rows of two sides too", () => {
  const header =
    "Date,Type,Sending Wallet,Sent Amount,Sent Currency,Receiving Wallet,Received Amount,Received Currency,Net Worth,TxHash";
  const rows = ["2026-01-05,transfer,K,1,ETH,L,1,ETH,,t1", "2026-01-05,fee,K,0.001,ETH,,,,4,t1"];
  expect(linesOf(readLedger([header, ...rows].map((row) => row.split(","))))).toEqual([
    "2: 2026-01-05 transfer 1 ETH from K to L, fee 0.001 ETH worth 4 from K",
  ]);
});
