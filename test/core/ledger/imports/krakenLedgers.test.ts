import { describe, expect, test } from "vitest";
import { expectNoRowLost, fatesOf, formatOf } from "../../../support/importedLedger.ts";

const HEADING = "txid,refid,time,type,subtype,aclass,subclass,asset,wallet,amount,fee,balance";

/** `type/subtype asset amount fee`, each with the refid R unless a txid and refid are given. */
const line = (text: string, refid = "R1", txid = "L1"): string => {
  const [words = "", asset = "", amount = "", fee = "0"] = text.split(" ");
  const [type = "", subtype = ""] = words.split("/");
  const balance = txid === "" ? "" : "1";
  return `${txid},${refid},2024-01-05 10:00:00,${type.replace("_", " ")},${subtype},currency,,${asset},spot,${amount},${fee},${balance}`;
};
const exported = (...lines: string[]): string => [HEADING, ...lines].join("\n");
const fates = (...lines: string[]): ReturnType<typeof fatesOf> => {
  const found = fatesOf(exported(...lines));
  return { ...found, lines: found.lines.map((text) => text.replace("2024-01-05 ", "")) };
};

describe("the rows of one refid are one trade", () => {
  test("a purchase, its fee beside the amount", () => {
    expect(fates(line("trade ZUSD -20000 52"), line("trade XXBT 0.5"))).toEqual({
      lines: ["2: purchase 0.5 BTC for 20052 in Kraken"],
      problems: [],
      joined: [3],
      withoutEffect: [],
    });
  });
  test("a sale, with the rows in the other order", () => {
    expect(fates(line("trade ZUSD 20000 52"), line("trade XBT.F -0.5")).lines).toEqual([
      "2: Sell 0.5 BTC for 19948 from Kraken",
    ]);
  });
  test("spend and receive", () => {
    expect(fates(line("spend USD -100 1"), line("receive SOL 2")).lines).toEqual([
      "2: purchase 2 SOL for 101 in Kraken",
    ]);
  });
  test("of two coins at the dollars that newer exports state", () => {
    const text = `${HEADING},amountusd\n${line("trade XETH -10")},-20000\n${line("trade XXBT 0.5")},19990`;
    expect(fatesOf(text).lines).toEqual([
      "2: 2024-01-05 exchange 0.5 BTC for 20000 in Kraken",
      "2: 2024-01-05 Sell 10 ETH for 20000 from Kraken",
    ]);
  });
  test("rows of fee credits, or of a fee alone, belong to it", () => {
    const trade = [line("trade ZUSD -20000"), line("trade XXBT 0.5")];
    expect(fates(...trade, line("trade KFEE 0 500"))).toMatchObject({
      lines: ["2: purchase 0.5 BTC for 20000 in Kraken"],
      joined: [3, 4],
    });
    expect(fates(...trade, line("trade ZUSD 0 52")).lines).toEqual([
      "2: purchase 0.5 BTC for 20052 in Kraken",
    ]);
  });
  test("two fees are a problem", () => {
    expect(fates(line("trade ZUSD -20000 52"), line("trade XXBT 0.5 0.001"))).toMatchObject({
      lines: [],
      problems: ["2 Error unknown-type"],
    });
  });
  test("more amounts than two do not say what paid for what", () => {
    const rows = [line("spend XXDG -5"), line("spend XXLM -5"), line("receive USD 1")];
    expect(fates(...rows)).toMatchObject({
      lines: [],
      problems: [2, 3, 4].map((row) => `${String(row)} Error label-against-sides`),
    });
  });
  test("one leg alone is neither a payment nor a deposit", () => {
    expect(fates(line("spend XXBT -1"), line("receive XXBT 1", "R2")).problems).toEqual([
      "2 Error label-against-sides",
      "3 Error label-against-sides",
    ]);
  });
});

describe("staking and earning", () => {
  const income = (text: string): readonly string[] =>
    fatesOf(`${HEADING},Net Worth Amount\n${line(text)},30`).lines;
  test.each(["staking DOT.S 5", "staking DOT28.S 5", "earn/reward DOT 5", "dividend DOT 5"])(
    "%s is income",
    (text) => {
      expect(income(text)).toEqual(["2: 2024-01-05 income 5 DOT for 30 in Kraken"]);
    },
  );
  test("a reward needs its value, which most exports lack", () => {
    expect(fates(line("staking DOT.S 5")).problems).toEqual(["2 Error no-amount"]);
  });
  test("a commission on a reward is a fee of units of it", () => {
    expect(income("earn/reward DOT 5 1")).toEqual([
      "2: 2024-01-05 income 5 DOT for 30 in Kraken",
      "2: 2024-01-05 Fee 1 DOT for 6 from Kraken by 1 of row 2",
    ]);
  });
  test("moves into and out of a program change nothing", () => {
    const rows = [
      ...["transfer/spottostaking DOT -5", "transfer/stakingfromspot DOT.S 5"],
      ...["earn/autoallocation DOT -5", "earn/deallocation DOT 5", "earn/migration DOT 5"],
    ];
    expect(fates(...rows.map((row) => line(row)))).toEqual({
      lines: [],
      problems: [],
      joined: [],
      withoutEffect: [2, 3, 4, 5, 6],
    });
  });
});

describe("deposits and withdrawals", () => {
  test("of coins are problems, of dollars without effect", () => {
    expect(
      fates(
        line("deposit XXBT 1", "A"),
        line("withdrawal XXBT -1 0.0005", "B"),
        line("deposit ZUSD 100", "C"),
      ),
    ).toEqual({
      lines: [],
      problems: ["2 Error transfer-nowhere", "3 Error transfer-nowhere"],
      joined: [],
      withoutEffect: [4],
    });
  });
  test("that are not settled stand for nothing, and those settled count once", () => {
    expect(fates(line("deposit XXBT 1", "A", ""), line("deposit XXBT 1", "A"))).toMatchObject({
      problems: ["3 Error transfer-nowhere"],
      withoutEffect: [2],
    });
  });
  test("that were taken back cancel out", () => {
    const gone = line("withdrawal XXBT -1 0.0005", "A");
    const back = line("withdrawal XXBT 1.0 -0.0005", "A");
    expect(fates(gone, back)).toMatchObject({ problems: [], withoutEffect: [2, 3] });
    expect(fates(gone, line("withdrawal XXBT 0.9", "A")).problems).toHaveLength(2);
  });
  test("an airdrop comes as a transfer without words, and is not guessed", () => {
    expect(fates(line("transfer FLR 5")).problems).toEqual(["2 Error transfer-nowhere"]);
  });
});

test("every variant of the headings is recognised", () => {
  const variants = [
    "txid,refid,time,type,subtype,aclass,asset,amount,fee,balance",
    "txid,refid,time,type,subtype,aclass,asset,wallet,amount,fee,balance",
    `${HEADING},amountusd`,
    HEADING.split(",")
      .map((word) => `"${word}"`)
      .join(","),
  ];
  for (const variant of variants) expect(formatOf(variant)).toBe("Kraken ledgers");
});

test("an unknown type is a problem of its row", () => {
  expect(fates(line("rollover ZUSD -1 1"), line("margin XXBT 1")).problems).toEqual([
    "2 Error unknown-type",
    "3 Error refused-type",
  ]);
});

test("no row is lost", () => {
  const text = exported(
    ...[line("trade ZUSD -20000 52"), line("trade XXBT 0.5"), line("trade KFEE 0 1")],
    ...[line("spend XXBT -1", "R2"), line("receive XETH 10", "R2"), line("deposit XXBT 1", "R3")],
    ...[
      line("withdrawal XXBT -1", "R3"),
      line("deposit XXBT 1", "R3", ""),
      line("staking DOT.S 5"),
    ],
    ...[line("earn/allocation DOT 5", "R4"), line("transfer XXBT 1", "R4"), line("odd XXBT 1", "")],
  );
  expectNoRowLost(text);
});
