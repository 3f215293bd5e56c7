import { describe, expect, test } from "vitest";
import { problemText } from "../../../../core/ledger/problemText.ts";
import { readLedger } from "../../../support/readLedger.ts";
import { merged, readMerged } from "../../../support/mergedFiles.ts";

const HEADINGS =
  "Date,Sent Amount,Sent Currency,Received Amount,Received Currency,Fee Amount,Fee Currency,Net Worth Amount,Label,Wallet,TxHash";
const file = (...rows: readonly string[]): string => [HEADINGS, ...rows].join("\n");
const buy = (
  time: string,
  { id = "", units = "0.5", dollars = "100", wallet = "K" } = {},
): string => `2024-01-05 ${time},${dollars},USD,${units},BTC,,,,,${wallet},${id}`;
const counted = (files: Record<string, string>): readonly string[] => readMerged(files).lines;
const PURCHASE = "2024-01-05 purchase 0.5 BTC for 100 in K";

describe("a transaction that two files have counts once", () => {
  test("within five seconds, whatever the ids; both places are said", () => {
    const files = {
      "api.csv": file(buy("10:00:00", { id: "x1" })),
      "csv.csv": file(buy("10:00:05", { id: "T-9" })),
    };
    expect(readMerged(files)).toEqual({
      lines: [PURCHASE],
      problems: ["csv.csv row 2: Warning counted-once"],
    });
    const [problem] = readLedger(merged(files).grid).problems;
    expect(problem && problemText(problem).problem).toBe(
      'The row says the same as "api.csv row 2"; only that one is counted.',
    );
  });
  test("not six seconds apart", () => {
    const files = { "api.csv": file(buy("10:00:00")), "csv.csv": file(buy("10:00:06")) };
    expect(counted(files)).toEqual([PURCHASE, PURCHASE]);
  });
  test("although one file includes its fee in the dollars", () => {
    const files = {
      "a.csv": file(buy("10:00:00")),
      "b.csv": file(buy("10:00:00", { dollars: "101" })),
    };
    expect(counted(files)).toEqual([PURCHASE]);
  });
  test("not with other units, and not in another wallet", () => {
    const files = {
      "a.csv": file(buy("10:00:00")),
      "b.csv": file(buy("10:00:00", { units: "0.6" }), buy("10:00:00", { wallet: "L" })),
    };
    expect(counted(files)).toHaveLength(3);
  });
  test("two equal fills of one file stay two", () => {
    const two = file(buy("10:00:00", { id: "1" }), buy("10:00:01", { id: "2" }));
    expect(counted({ "a.csv": two })).toHaveLength(2);
    expect(counted({ "a.csv": two, "b.csv": two })).toHaveLength(2);
    expect(counted({ "a.csv": two, "b.csv": file(buy("10:00:01")) })).toHaveLength(2);
  });
  test("three files with one transaction leave one", () => {
    const one = file(buy("10:00:00"));
    expect(readMerged({ "a.csv": one, "b.csv": one, "c.csv": one })).toEqual({
      lines: [PURCHASE],
      problems: ["b.csv row 2: Warning counted-once", "c.csv row 2: Warning counted-once"],
    });
  });
  test("the row that says what it was counts, not the bare deposit", () => {
    const reward = "2024-01-05 10:00:00,,,0.1,ETH,,,250,reward,K,";
    const bare = "2024-01-05 10:00:02,,,0.1,ETH,,,,,K,";
    expect(readMerged({ "a.csv": file(bare), "b.csv": file(reward) })).toEqual({
      lines: ["2024-01-05 income 0.1 ETH for 250 in K"],
      problems: ["a.csv row 2: Warning counted-once"],
    });
  });
  test("a cleared Merge cell counts the row after all", () => {
    const one = file(buy("10:00:00"));
    const { grid } = merged({ "a.csv": one, "b.csv": one });
    const cleared = grid.map((cells) =>
      cells.map((cell) => (cell === "Counted once" ? null : cell)),
    );
    expect(readLedger(cleared).transactions).toHaveLength(2);
  });
});

describe("exports of one kind with ids of their own", () => {
  const kraken = (refid: string): string =>
    `txid,refid,time,type,subtype,aclass,subclass,asset,wallet,amount,fee,balance
L1${refid},${refid},2024-01-05 10:00:00,trade,,currency,fiat,ZUSD,spot / main,-100,0,0
L2${refid},${refid},2024-01-05 10:00:00,trade,,currency,crypto,XXBT,spot / main,0.5,0,1`;
  test("overlap where the ids are the same", () => {
    expect(counted({ "2023.csv": kraken("R1"), "2024.csv": kraken("R1") })).toHaveLength(1);
  });
  test("are different where the ids are", () => {
    expect(counted({ "2023.csv": kraken("R1"), "2024.csv": kraken("R2") })).toHaveLength(2);
  });
});
