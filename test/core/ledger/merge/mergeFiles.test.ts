import { describe, expect, test } from "vitest";
import {
  fixedOffset,
  timeZone,
  noZoneOffsets,
  UTC,
  type TimeZone,
} from "../../../../core/calendar/timeZone.ts";
import { problemText } from "../../../../core/ledger/problemText.ts";
import { codesOf, linesOf, readLedger } from "../../../support/readLedger.ts";
import { parseCsv } from "../../../../workbook/csv.ts";
import { mergeFiles } from "../../../../core/ledger/merge/mergeFiles.ts";
import { parseSettings } from "../../../../core/ledger/parseSettings.ts";
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

const TERMS = { settings: parseSettings("").settings, zone: UTC };

const openedIn = (zone: TimeZone) => ({
  settings: parseSettings("opening=2025-01-01").settings,
  zone,
});

const fileOf = (name: string, text: string) => ({
  name,
  grid: parseCsv(text),
  zone: undefined,
  wallet: "",
});

describe("opening lots among the files", () => {
  const OPENING = "opening=2025-01-01";
  const NOTE = "allocation of 2024-12-31";
  const LOTS = [
    "Date,Type,Asset,Quantity,Total,Wallet,Account,Id,Acquired,Holding period start,Loss basis,Evidence",
    `2025-01-01,Opening lot,BTC,2,zero,Kraken,,A1,03/05/2021,,,${NOTE}`,
    `2025-01-01,Opening lot,BTC,1,100,Kraken,IRA,A2,2021-03-05,2020-01-02,60,${NOTE}`,
    "2022-02-02,Opening lot,ETH,3,30,Kraken,,,,,,",
  ].join("\n");
  const LATER = [
    "Date,Type,Asset,Quantity,Total,Wallet,To wallet,Lot",
    "2024-06-01 10:00:00,Buy,BTC,1,60,Kraken,,",
    "2024-06-01 10:00:00,Buy,BTC,1,60,River,,",
    "2025-02-01 10:00:00,Sell,BTC,0.5,100,Kraken,,A1",
  ].join("\n");

  test("keep wallet, days, both bases and name, and the day of the setting keeps its meaning", () => {
    expect(readMerged({ "lots.csv": LOTS, "later.csv": LATER }, OPENING)).toEqual({
      lines: [
        "2022-02-02 opening 3 ETH for 30 in Kraken",
        "2024-06-01 purchase 1 BTC for 60 in River",
        "2021-03-05 opening 2 BTC for 0 in Kraken",
        "2021-03-05 opening 1 BTC for 100, for a loss 60, held from 2020-01-02 in Kraken [IRA]",
        "2025-02-01 Sell 0.5 BTC for 100 from Kraken by row 5",
      ],
      problems: ["later.csv row 2: Error before-opening"],
    });
  });
  test("keep their evidence, for which the merged ledger has columns only then", () => {
    const { grid } = merged({ "lots.csv": LOTS, "later.csv": LATER }, OPENING);
    const opened = readLedger(grid, OPENING).transactions.filter(
      (one) => one.kind === "acquisition" && one.origin === "opening",
    );
    expect(opened.map((lot) => ("evidence" in lot ? lot.evidence : ""))).toEqual(["", NOTE, NOTE]);
    expect(grid[0]).toEqual(
      expect.arrayContaining(["Holding period start", "Loss basis", "Evidence"]),
    );
    expect(grid[0]).not.toContain("Notes");
    expect(merged({ "later.csv": LATER }).grid[0]).not.toContain("Evidence");
  });
  test("may be a table of lots by another program, where the setting says of which day", () => {
    const table = [
      "Holdings by lot,,,,,",
      "Currency,Remaining Quantity,Cost Basis (USD),Date Acquired,Wallet Name,Memo",
      `BTC,2,50,2021-03-05,Kraken,${NOTE}`,
      "ETH,3,900,Various,Kraken,",
      ",,,,,",
    ].join("\n");
    expect(readMerged({ "table.csv": table, "later.csv": LATER }, OPENING)).toEqual({
      lines: [
        "2021-03-05 opening 2 BTC for 50 in Kraken",
        "2024-06-01 purchase 1 BTC for 60 in River",
      ],
      problems: [
        "later.csv row 2: Error before-opening",
        "later.csv row 4: Error lot-unknown",
        "table.csv row 4: Error bad-date",
      ],
    });
    expect(mergeFiles([fileOf("table.csv", table)], TERMS)).toEqual({ noLedger: "table.csv" });
  });
  test("may stand in a sheet of two sides as well, and have the period and the basis there", () => {
    const sides = [
      "Date,Label,Received Amount,Received Currency,Sent Amount,Sent Currency,Received Cost Basis,Acquired,Held since,Loss basis,Wallet,Description",
      `2025-01-01,Opening position,2,BTC,,,50,2021-03-05,2020-01-02,40,Kraken,${NOTE}`,
    ].join("\n");
    const lines = [
      "2021-03-05 opening 2 BTC for 50, for a loss 40, held from 2020-01-02 in Kraken",
    ];
    const alone = readLedger(parseCsv(sides), OPENING);
    expect(linesOf(alone).map((line) => line.slice(3))).toEqual(lines);
    expect(alone.transactions[0]).toMatchObject({ evidence: NOTE });
    expect(readMerged({ "sides.csv": sides }, OPENING)).toEqual({ lines, problems: [] });
  });
  test("are in no transfer and no duplicates of another file, however alike", () => {
    const lot = "2025-01-01,Opening lot,BTC,1,60,Kraken,A1";
    const headings = "Date,Type,Asset,Quantity,Total,Wallet,Id";
    const files = {
      "a.csv": `${headings}\n${lot}`,
      "b.csv": `${headings}\n${lot}\n2025-01-01,Buy,BTC,1,60,Kraken,A1`,
      "c.csv": `${headings}\n2025-01-01,Withdrawal,BTC,1,,River,A1`,
    };
    const { transfers, countedOnce, grid } = merged(files);
    expect({ transfers, countedOnce }).toEqual({ transfers: 0, countedOnce: 0 });
    expect(linesOf(readLedger(grid)).map((line) => line.slice(3))).toEqual([
      "2025-01-01 opening 1 BTC for 60 in Kraken",
      "2025-01-01 opening 1 BTC for 60 in Kraken",
      "2025-01-01 purchase 1 BTC for 60 in Kraken",
    ]);
    // Two lots that say the same are told of, and both count.
    expect(readMerged(files).problems).toEqual([
      "b.csv row 2: Warning duplicate-row",
      "c.csv row 2: Error transfer-nowhere",
    ]);
  });
  test("have the faults that they have in a file of their own", () => {
    const text = [
      "Date,Type,Asset,Quantity,Total,Wallet,Acquired,Holding period start,Loss basis,Notes",
      "2025-01-01,Opening lot,BTC,1,60,K,2021-03-05,2021-03-06,,",
      "2025-01-01,Opening lot,BTC,1,60,K,soon,,,",
      "2025-01-01,Opening lot,BTC,1,60,K,,,,",
      "2025-01-01,Opening lot,BTC,1,,K,2021-03-05,,,",
      "2025-01-01,Opening lot,BTC,1,60,K,2021-03-05,,x,",
      "2025-01-01,Opening lot,BTC,1,60,K,2021-03-05,,,",
      "2025-01-02,Sell,BTC,1,60,K,,,,",
    ].join("\n");
    const told = [
      "2 Error held-after-acquired",
      "3 Error bad-date",
      "4 Warning opening-lot-late",
      "4 Warning opening-without-evidence",
      "5 Error no-amount",
      "6 Error bad-number",
    ];
    expect(codesOf(readLedger(parseCsv(text), OPENING))).toEqual(told);
    expect(codesOf(readLedger(merged({ "a.csv": text }, OPENING).grid, OPENING))).toEqual(told);
    expect(codesOf(readLedger(merged({ "a.csv": text }).grid))).toContain(
      "2 Warning acquired-not-used",
    );
  });
  test("are on the days of the taxpayer, whatever zone their file and its headings name", () => {
    const newYork = timeZone("-05:00", noZoneOffsets)!;
    const text = [
      "Date,Type,Asset,Quantity,Total,Wallet,Acquired (UTC),Holding period start",
      "2025-01-01,Opening lot,BTC,1,60,K,2021-03-05T03:00:00,2020-01-02",
    ].join("\n");
    const alone = readLedger(parseCsv(text), OPENING, newYork);
    const result = mergeFiles([fileOf("a.csv", text)], { ...TERMS, ...openedIn(newYork) });
    if ("noLedger" in result) throw new Error("no ledger");
    const together = readLedger(result.grid, OPENING, newYork);
    // 03:00 in UTC is the evening before in New York; so is the beginning of 2020-01-02.
    expect(linesOf(alone)).toEqual([
      "2: 2021-03-04 opening 1 BTC for 60, held from 2020-01-01 in K",
    ]);
    expect(linesOf(together)).toEqual(linesOf(alone));
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
