import { describe, expect, test } from "vitest";
import { fixedOffset, timeZone, noZoneOffsets } from "../../../../core/calendar/timeZone.ts";
import { problemText } from "../../../../core/ledger/problemText.ts";
import { codesOf, linesOf, readLedger } from "../../../support/readLedger.ts";
import { parseCsv } from "../../../../workbook/csv.ts";
import { merged, readMerged } from "../../../support/mergedFiles.ts";

const KRAKEN = `txid,refid,time,type,subtype,aclass,subclass,asset,wallet,amount,fee,balance
L1,R1,2024-01-05 10:00:00,trade,,currency,fiat,ZUSD,spot / main,-1000,5,0
L2,R1,2024-01-05 10:00:00,trade,,currency,crypto,XXBT,spot / main,0.02,0,0.02
L3,R2,2024-01-06 10:00:00,withdrawal,,currency,crypto,XXBT,spot / main,-0.0098,0.0002,0.01`;

const LEDGER = `Date,Type,Asset,Quantity,Total,Wallet
2024-01-06 10:40:00,Deposit,BTC,0.0098,,Ledger
2024-01-07 10:00:00,Sell,BTC,0.005,400,Ledger`;

describe("files become one ledger", () => {
  test("in order of time, each row with its file and row", () => {
    const { grid } = merged({ "kraken.csv": KRAKEN, "own.csv": LEDGER });
    const file = (grid[0] ?? []).indexOf("File");
    expect(grid.slice(1).map((cells) => cells.slice(file, file + 3))).toEqual([
      ["kraken.csv", 2, null],
      ["kraken.csv", 4, "Transfer"],
      ["own.csv", 2, "Joined"],
      ["own.csv", 3, null],
    ]);
  });
  test("a withdrawal and the deposit of another file are one transfer with its fee", () => {
    expect(readMerged({ "kraken.csv": KRAKEN, "own.csv": LEDGER }, "transfer_fee=basis")).toEqual({
      lines: [
        "2024-01-05 purchase 0.02 BTC for 1005 in Kraken",
        "2024-01-06 transfer 0.0098 BTC from Kraken to Ledger, fee 0.0002 BTC worth 0 from Kraken",
        "2024-01-07 Sell 0.005 BTC for 400 from Ledger",
      ],
      problems: [],
    });
  });
  test("a fee whose value nobody states is a problem of the row that leaves", () => {
    expect(readMerged({ "kraken.csv": KRAKEN, "own.csv": LEDGER }).problems).toEqual([
      "kraken.csv row 4: Error fee-without-value",
    ]);
  });
  test("a problem in words names the file and the row", () => {
    const { problems, places } = readLedger(merged({ "own.csv": LEDGER }).grid);
    const [problem] = problems;
    if (problem === undefined) throw new Error("no problem");
    expect(problemText({ ...problem, place: places?.get(problem.row ?? 0) }).problem).toBe(
      "own.csv row 2: 0.0098 BTC arrive, and the row does not say from where; a deposit is no purchase by itself.",
    );
  });
  test("what leaves and what arrives alone are problems, never a sale or a purchase", () => {
    const text = LEDGER.replace("Deposit", "Withdrawal");
    expect(readMerged({ "kraken.csv": KRAKEN, "own.csv": text })).toEqual({
      lines: [
        "2024-01-05 purchase 0.02 BTC for 1005 in Kraken",
        "2024-01-07 Sell 0.005 BTC for 400 from Ledger",
      ],
      problems: [
        "kraken.csv row 4: Error transfer-nowhere",
        "own.csv row 2: Error transfer-nowhere",
      ],
    });
  });
  test("rows that name no wallet are in that of the file, or in the one that the user names", () => {
    const text = "Date,Type,Asset,Quantity,Total\n2024-01-05,Buy,BTC,1,100";
    expect(readMerged({ "river.csv": text }).lines).toEqual([
      "2024-01-05 purchase 1 BTC for 100 in river",
    ]);
    expect(
      readMerged({ "river.csv": text }, "", { "river.csv": { wallet: "River" } }).lines,
    ).toEqual(["2024-01-05 purchase 1 BTC for 100 in River"]);
  });
});

describe("the zone of a file", () => {
  const text = (heading: string, date: string): string =>
    `${heading},Type,Asset,Quantity,Total\n${date},Buy,BTC,1,100`;
  const newYork = timeZone("-05:00", noZoneOffsets);
  const dateOf = (heading: string, date: string, declared = false): unknown =>
    merged({ "a.csv": text(heading, date) }, "", {
      "a.csv": declared && newYork !== undefined ? { zone: newYork } : {},
    }).grid[1]?.[0];
  test("is what the user declares, against the heading, but not against the date itself", () => {
    expect(fixedOffset("-05:00")).toBe(-300);
    expect(dateOf("Date", "2024-01-05 23:00:00", true)).toBe("2024-01-06T04:00:00Z");
    expect(dateOf("Date (UTC)", "2024-01-05 23:00:00", true)).toBe("2024-01-06T04:00:00Z");
    expect(dateOf("Date (UTC)", "2024-01-05T23:00:00Z", true)).toBe("2024-01-05T23:00:00Z");
  });
  test("else the heading's, else the taxpayer's", () => {
    expect(dateOf("Date (UTC+2)", "2024-01-05 23:00:00")).toBe("2024-01-05T21:00:00Z");
    expect(dateOf("Date", "2024-01-05 23:00:00")).toBe("2024-01-05T23:00:00Z");
  });
  test("a date that cannot be read stays, and is a problem of the row", () => {
    expect(readMerged({ "a.csv": text("Date", "soon") }).problems).toEqual([
      "a.csv row 2: Error bad-date",
    ]);
  });
  test("a date with the day first is warned of as it stands", () => {
    expect(dateOf("Date", "13/01/2024")).toBe("13/01/2024");
  });
});

describe("damage by spreadsheet programs is looked for in each file", () => {
  const text = `Date (UTC),Received Quantity,Received Currency,Sent Quantity,Sent Currency,Fee Amount,Fee Currency,Tag
1/6/2024 10:00,0.5,BTC,100,USD,,,
13/6/2024 10:00,0.5,BTC,100,USD,,,`;
  test("and told with the file and its row, once", () => {
    const { problems, grid } = merged({ "a.csv": text });
    expect(problems.map(({ facts, place }) => `${place ?? ""} ${facts.code}`)).toContain(
      "a.csv row 2 column-damaged",
    );
    expect(codesOf(readLedger(grid)).filter((code) => code.includes("damaged"))).toEqual([]);
  });
  test("and mended on consent before anything else", () => {
    expect(readMerged({ "a.csv": text }, "repair=dates").lines[0]).toBe(
      "2024-06-01 purchase 0.5 BTC for 100 in a",
    );
  });
});

describe("an opening lot", () => {
  const text = (acquired: string): string =>
    `Date,Type,Asset,Quantity,Total,Wallet,Acquired\n2025-01-01,Opening lot,BTC,1,100,K,${acquired}`;
  test("with its date and basis is merged", () => {
    expect(readMerged({ "a.csv": text("") }).lines).toEqual([
      "2025-01-01 opening 1 BTC for 100 in K",
    ]);
  });
  test("with more than that is a problem, and not read without it", () => {
    const not = { lines: [], problems: ["a.csv row 2: Error not-merged"] };
    expect(readMerged({ "a.csv": text("2021-05-05") })).toEqual(not);
    expect(readMerged({ "a.csv": text("") }, "opening=2025-01-01")).toMatchObject({
      lines: [],
      problems: expect.arrayContaining(not.problems) as string[],
    });
  });
});

describe("the word zero is an amount of money that is nothing", () => {
  const SIDES =
    "Date,Sent Amount,Sent Currency,Received Amount,Received Currency,Fee Amount,Fee Currency,Wallet";
  test("paid or got for units, and as a fee, in the files and in the merged ledger", () => {
    const text = [
      SIDES,
      "2024-01-05 10:00:00,zero,USD,2,BTC,zero,,K",
      "2024-01-06 10:00:00,1,BTC,Zero,usd,1,USD,K",
    ].join("\n");
    const lines = ["2024-01-05 purchase 2 BTC for 0 in K", "2024-01-06 Sell 1 BTC for -1 from K"];
    expect(linesOf(readLedger(parseCsv(text))).map((line) => line.slice(3))).toEqual(lines);
    expect(readMerged({ "a.csv": text })).toEqual({
      lines,
      problems: ["a.csv row 3: Warning fee-above-amount"],
    });
  });
  test.each(["zero,BTC,100,USD", "100,USD,zero,BTC", "zero,EUR,1,BTC"])(
    "and never a number of units or of another currency: %s",
    (sides) => {
      const text = `${SIDES}\n2024-01-05 10:00:00,${sides},,,K`;
      expect(readMerged({ "a.csv": text })).toEqual({
        lines: [],
        problems: ["a.csv row 2: Error bad-number"],
      });
    },
  );
  test("so that such a row of two files counts once, and such a fee keeps no transfer apart", () => {
    const HEADINGS = "Date,Type,Asset,Quantity,Total,Fee,Wallet";
    const given = "2024-01-05 10:00:00,Buy,BTC,2,zero,,K";
    const files = {
      "a.csv": `${HEADINGS}\n${given}\n2024-01-06 10:00:00,Withdrawal,BTC,1,,zero,K`,
      "b.csv": `${HEADINGS}\n${given}\n2024-01-06 10:01:00,Deposit,BTC,1,,zero,L`,
    };
    expect(readMerged(files)).toEqual({
      lines: ["2024-01-05 purchase 2 BTC for 0 in K", "2024-01-06 transfer 1 BTC from K to L"],
      problems: ["b.csv row 2: Warning counted-once"],
    });
  });
});

describe("a sheet of one asset a row is the same ledger when it is merged", () => {
  const HEADINGS =
    "Date,Type,Asset,Quantity,Price,Total,Fee,Wallet,Account,To wallet,Lot,Id,Acquired,1099";
  const rows = [
    "2024-01-01,Buy,BTC,2,100,,1.5,K,,,,A1,,",
    "2024-01-01,Buy,ETH,2,100,150,,K,IRA,,,A2,,",
    "2024-01-02,Sell,BTC,-0.5,,80,1,K,,,A1:0.25,S1,,basis reported",
    "2024-01-03,Spend,BTC,0.1,200,,2,K,,,,,,",
    "2024-01-04,Staking,ETH,0.1,200,,,K,,,,,,",
    "2024-01-04,Airdrop,UNI,5,,zero,,K,,,,,,",
    "2024-01-05,Gift received,BTC,1,80,100,,K,,,,,2020-05-05,",
    "2024-01-06,Gift sent,BTC,0.1,,,,K,,,,,,",
    "2024-01-06,Donation,BTC,0.1,,,,K,Spouse,,,,,",
    "2024-01-06,Stolen,BTC,0.1,,,,K,,,,,,",
    "2024-01-07,Inherited,BTC,1,,500,,K,,,,,,",
    "2024-01-07,Opening lot,BTC,1,,500,,K,,,,,,",
    "2024-01-08,Transfer,BTC,0.4,,,,K,,L,A1,T1,,",
    "2024-01-08,Fee,BTC,0.001,,0.2,,K,,,,T1,,",
    "2024-01-08,Gas,ETH,0.001,,0.2,,K,,,,,,",
    "2024-01-09,Withdrawal,BTC,0.3,,,,K,,L,,,,",
    "2024-01-09,Deposit,USD,100,,,,K,,,,,,",
    "2024-01-10,Short sell,BTC,1,,100,,K,,,,,,",
    "2024-01-10,Juggle,BTC,1,,100,,K,,,,,,",
    "2024-01-10,Buy,BTC,1,,,,K,,,,,,",
    "2024-01-10,Buy,BTC,many,,100,,K,,,,,,",
    "2024-01-11,Sell,BTC,1,x,,,K,,,,,,",
    "2024-01-12,Buy,BTC,1,,100,,K,Uncle,,,,,",
    "2024-01-13,Buy,BTC,1,,zero,1,K,,,,,,",
    "2024-01-13,Buy,BTC,1,Zero,,zero,K,,,,,,",
    "2024-01-13,Sell,BTC,1,,zero,,K,,,,,,",
    "2024-01-13,Sell,BTC,1,,zero,2,K,,,,,,",
    "2024-01-13,Spend,BTC,1,,ZERO,zero,K,,,,,,",
    "2024-01-13,Inherited,BTC,1,,zero,,K,,,,,,",
    "2024-01-13,Opening lot,BTC,1,,zero,,K,,,,,,",
    "2024-01-13,Gift received,BTC,1,zero,zero,,K,,,,,,",
    "2024-01-13,Buy,BTC,2,100,0.00,,K,,,,,,",
    "2024-01-13,Buy,BTC,2,100,,0,K,,,,,,",
    "2024-01-13,Buy,BTC,2,,0,,K,,,,,,",
    "2024-01-13,Buy,BTC,2,,-5,,K,,,,,,",
    "2024-01-13,Sell,BTC,2,x,100,,K,,,,,,",
    "2024-01-13,Gift sent,BTC,1,,x,,K,,,,,,",
    "2024-01-13,Donation,BTC,1,-4,,,K,,,,,,",
    "2024-01-13,Fee,BTC,1,,100,1,K,,,,,,",
  ];
  test.each(rows)("%s", (row) => {
    // The lot that rows name, and the wallet of a fee's transfer, stand above.
    const text = [HEADINGS, rows[0], rows[12], row].join("\n");
    const own = readLedger(merged({ "own.csv": text }).grid);
    const alone = readLedger(text.split("\n").map((line) => line.split(",")));
    const errorRows = (ledger: typeof own): string[] =>
      codesOf(ledger)
        .filter((code) => code.includes("Error"))
        .map((code) => code.replace(/ \S+$/, ""));
    const inOrder = (ledger: typeof own): string[] =>
      linesOf(ledger)
        .map((line) => line.replace(/^\d+: /, "").replace(/row \d+/g, "row"))
        .sort();
    expect(inOrder(own)).toEqual(inOrder(alone));
    expect(errorRows(own)).toHaveLength(errorRows(alone).length);
  });
});
