import { describe, expect, test } from "vitest";
import { codesOf, linesOf, readLedger } from "../../../support/readLedger.ts";
import { merged, readMerged } from "../../../support/mergedFiles.ts";

const HEADINGS =
  "Date,Sent Amount,Sent Currency,Received Amount,Received Currency,Fee Amount,Fee Currency,Net Worth Amount,Fee Worth Amount,Label,Wallet,Account,TxHash";
const file = (...rows: readonly string[]): string => [HEADINGS, ...rows].join("\n");

type Terms = { fee?: string; worth?: string; wallet?: string; id?: string; account?: string };
const date = (time: string): string => (time.includes("-") ? time : `2024-01-05 ${time}`);
const out = (time: string, units: string, terms: Terms = {}): string => {
  const { fee = "", worth = "", wallet = "K", id = "", account = "" } = terms;
  return `${date(time)},${units},BTC,,,${fee},${fee && "BTC"},${worth},,,${wallet},${account},${id}`;
};
const into = (time: string, units: string, terms: Terms = {}): string => {
  const { fee = "", worth = "", wallet = "L", id = "", account = "" } = terms;
  return `${date(time)},,,${units},BTC,${fee},${fee && "BTC"},${worth},,,${wallet},${account},${id}`;
};
const read = (a: readonly string[], b: readonly string[], options = "transfer_fee=basis") => {
  const { lines, problems } = readMerged({ "a.csv": file(...a), "b.csv": file(...b) }, options);
  return { lines: lines.map((line) => line.replace("2024-01-05 ", "")), problems };
};
const found = (a: readonly string[], b: readonly string[]): readonly string[] => read(a, b).lines;

describe("the amount of the other end", () => {
  test("is all that left", () => {
    expect(read([out("10:00", "1")], [into("10:30", "1")])).toEqual({
      lines: ["transfer 1 BTC from K to L"],
      problems: [],
    });
  });
  test("is all that left where the fee comes on top, or that less the fee", () => {
    expect(found([out("10:00", "1", { fee: "0.01" })], [into("10:30", "1")])).toEqual([
      "transfer 1 BTC from K to L, fee 0.01 BTC worth 0 from K",
    ]);
    expect(found([out("10:00", "1", { fee: "0.01" })], [into("10:30", "0.99")])).toEqual([
      "transfer 0.99 BTC from K to L, fee 0.01 BTC worth 0 from K",
    ]);
  });
  test("is up to five percent less where no fee is stated, and the rest is the fee", () => {
    expect(found([out("10:00", "1")], [into("10:30", "0.95")])).toEqual([
      "transfer 0.95 BTC from K to L, fee 0.05 BTC worth 0 from K",
    ]);
    expect(found([out("10:00", "1")], [into("10:30", "0.949999")])).toEqual([]);
  });
  test("is not less than the stated fee leaves, and never more than what left", () => {
    expect(found([out("10:00", "1", { fee: "0.01" })], [into("10:30", "0.98")])).toEqual([]);
    expect(found([out("10:00", "1")], [into("10:30", "1.0001")])).toEqual([]);
  });
  test("counts to the last digit", () => {
    const [a, b] = ["0.123456789012345678", "0.123456789012345679"];
    expect(found([out("10:00", a)], [into("10:30", a)])).toHaveLength(1);
    expect(found([out("10:00", a)], [into("10:30", b)])).toEqual([]);
  });
  test("an arrival with a fee of its own stays, because the fee would be lost", () => {
    expect(read([out("10:00", "1")], [into("10:30", "1", { fee: "0.1" })]).problems).toHaveLength(
      2,
    );
  });
  test("the worth that only the arrival states is that of the transfer's fee too", () => {
    expect(
      read([out("10:00", "1", { fee: "0.1" })], [into("10:30", "1", { worth: "500" })], "").lines,
    ).toEqual(["transfer 1 BTC from K to L, fee 0.1 BTC worth 50 from K"]);
  });
});

describe("the time of the other end", () => {
  test("is up to twelve hours later", () => {
    expect(found([out("10:00", "1")], [into("22:00:00", "1")])).toHaveLength(1);
    expect(found([out("10:00", "1")], [into("22:00:01", "1")])).toEqual([]);
  });
  test("is up to ten minutes earlier, because clocks differ", () => {
    expect(found([out("10:00", "1")], [into("09:50:00", "1")])).toHaveLength(1);
    expect(found([out("10:00", "1")], [into("09:49:59", "1")])).toEqual([]);
  });
  test("a date without a time is any time of that day", () => {
    expect(found([out("2024-01-05", "1")], [into("23:00", "1")])).toHaveLength(1);
    expect(found([out("20:00", "1")], [into("2024-01-05", "1")])).toHaveLength(1);
    expect(found([out("2024-01-05", "1")], [into("2024-01-07 00:00:00", "1")])).toEqual([]);
  });
  test("with one transaction on the chain it is up to two days away, and any smaller amount", () => {
    const id = "f4184fc596403b9d638783cf57adfe4c75c605f6356fbc91338530e9831e9e16";
    const left = [out("10:00", "1", { id })];
    expect(
      found(left, [into("2024-01-07 10:00:00", "0.5", { id: id.toUpperCase() })]),
    ).toHaveLength(1);
    expect(found(left, [into("2024-01-07 10:00:01", "0.5", { id })])).toEqual([]);
    expect(found([out("10:00", "1", { id: "77" })], [into("10:30", "0.5", { id: "77" })])).toEqual(
      [],
    );
  });
});

describe("one arrival for one departure", () => {
  test("the nearest in time where both are of one wallet", () => {
    const { grid } = merged({
      "a.csv": file(out("10:00", "1"), out("11:00", "1")),
      "b.csv": file(into("10:05", "1"), into("11:05", "1")),
    });
    const place = (grid[0] ?? []).indexOf("Merge with");
    expect(grid.slice(1).map((cells) => cells[place])).toEqual([
      "b.csv row 2",
      "a.csv row 2",
      "b.csv row 3",
      "a.csv row 3",
    ]);
  });
  test("of two wallets the nearer, where it is nearer by more than half an hour", () => {
    const near = into("10:05:00", "1");
    expect(read([out("10:00:00", "1")], [near, into("10:35:01", "1", { wallet: "T" })])).toEqual({
      lines: ["transfer 1 BTC from K to L"],
      problems: ["b.csv row 3: Error transfer-nowhere"],
    });
  });
  test("else it is unclear, and all candidates are named", () => {
    const files = {
      "a.csv": file(out("10:00:00", "1")),
      "b.csv": file(into("10:05:00", "1"), into("10:35:00", "1", { wallet: "T" })),
    };
    expect(readMerged(files)).toEqual({
      lines: [],
      problems: [
        "a.csv row 2: Error transfer-unclear",
        "b.csv row 2: Error transfer-unclear",
        "b.csv row 3: Error transfer-unclear",
      ],
    });
    const { grid } = merged(files);
    expect(grid[1]?.slice(-2)).toEqual(["Unclear", "b.csv row 2, b.csv row 3"]);
    expect(grid[2]?.slice(-2)).toEqual(["Unclear", "a.csv row 2"]);
  });
  test("two departures of different wallets for one arrival are unclear too", () => {
    expect(
      read([out("10:00", "1"), out("10:01", "1", { wallet: "C" })], [into("10:05", "1")]),
    ).toEqual({
      lines: [],
      problems: [
        "a.csv row 2: Error transfer-unclear",
        "a.csv row 3: Error transfer-unclear",
        "b.csv row 2: Error transfer-unclear",
      ],
    });
  });
  test("an amount that fits exactly goes before one that only comes near", () => {
    const arrivals = [into("10:05", "0.99", { wallet: "T" }), into("10:10", "1")];
    expect(found([out("10:00", "1")], arrivals)).toEqual(["transfer 1 BTC from K to L"]);
  });
  test("not within one wallet, and not into another account", () => {
    expect(found([out("10:00", "1")], [into("10:05", "1", { wallet: "k" })])).toEqual([]);
    expect(found([out("10:00", "1")], [into("10:05", "1", { account: "IRA" })])).toEqual([]);
  });
  test("an unclear transfer is settled by writing the other wallet, and Joined at the arrival", () => {
    const files = {
      "a.csv": file(out("10:00:00", "1")),
      "b.csv": file(into("10:05:00", "1"), into("10:35:00", "1", { wallet: "T" })),
    };
    const [headings = [], departure = [], ...others] = merged(files).grid;
    const chosen = departure.map((cell, index) => (headings[index] === "To wallet" ? "L" : cell));
    const arrived = others.map((cells, index) =>
      cells.map((cell, at) => (index === 0 && headings[at] === "Merge" ? "Joined" : cell)),
    );
    const ledger = readLedger([headings, chosen, ...arrived]);
    expect(linesOf(ledger)).toEqual(["2: 2024-01-05 transfer 1 BTC from K to L"]);
    expect(codesOf(ledger)).toEqual(["4 Error transfer-unclear"]);
  });
});
