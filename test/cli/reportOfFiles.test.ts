import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readCommandLine } from "../../cli/commandLine.ts";
import { mergedSheet } from "../../cli/mergedSheet.ts";
import { isRefusal, parseCsv, readWorkbook } from "../../workbook/index.ts";
import { inFolder, report } from "./reportCommand.ts";

const KRAKEN = `txid,refid,time,type,subtype,aclass,subclass,asset,wallet,amount,fee,balance
L1,R1,2026-01-05 10:00:00,trade,,currency,fiat,ZUSD,spot / main,-1000,5,0
L2,R1,2026-01-05 10:00:00,trade,,currency,crypto,XXBT,spot / main,0.02,0,0.02
L3,R2,2026-01-06 10:00:00,withdrawal,,currency,crypto,XXBT,spot / main,-0.01,0,0.01
`;
const OWN = `Date,Type,Asset,Quantity,Total
2026-01-06 05:30:00,Deposit,BTC,0.01,
2026-01-07 10:00:00,Deposit,ETH,2,
`;
const PRICES = "Asset,Price\nBTC,40000\n";

type Told = {
  readonly tabs: Record<string, readonly (readonly unknown[])[]>;
  readonly problems: unknown[][];
};

const written = (folder: string): readonly string[] =>
  Object.entries({ "kraken.csv": KRAKEN, "own.csv": OWN, "prices.csv": PRICES }).map(
    ([name, text]) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    },
  );

test("several files with transactions are one sheet of the result, and problems name file and row", () =>
  inFolder((folder) => {
    const files = written(folder);
    const terms = ["--zone", "own.csv=America/New_York", "--wallet", "own.csv=Ledger", "--json"];
    const { code, out, error } = report(...files, ...terms);
    expect(code).toBe(0);
    expect(error).toContain(
      "Merged kraken.csv, own.csv; transfers joined: 1, rows counted once: 0",
    );
    const { tabs, problems } = JSON.parse(out) as Told;
    expect(tabs["Summary by FIFO"]?.slice(1, 3).map((row) => row.slice(0, 5))).toEqual([
      ["BTC", "Kraken", "Taxable", 0.01, 502.5],
      ["BTC", "Ledger", "Taxable", 0.01, 502.5],
    ]);
    expect(problems.slice(1).map((row) => row.slice(0, 3))).toEqual([
      [
        5,
        "Error",
        "own.csv row 3: 2 ETH arrive, and the row does not say from where; a deposit is no purchase by itself.",
      ],
    ]);
    const path = join(folder, "kraken.tlh.xlsx");
    const workbook = readWorkbook(readFileSync(path));
    if (isRefusal(workbook)) throw new Error(workbook.refusal);
    expect(workbook.sheets.slice(0, 4).map(({ name }) => name)).toEqual([
      "Merged ledger",
      "kraken",
      "own",
      "prices",
    ]);
    const again = report(path, "--json", "--out", join(folder, "again.xlsx"));
    expect((JSON.parse(again.out) as Told).tabs).toEqual(tabs);
  }));

describe("what cannot be is refused in one sentence", () => {
  const sheets = [
    { file: "kraken.csv", name: "kraken", grid: parseCsv(KRAKEN) },
    { file: "own.csv", name: "own", grid: parseCsv(OWN) },
  ];
  const asked = (...args: readonly string[]): unknown => {
    const request = readCommandLine(args);
    return "usage" in request ? request : mergedSheet(sheets, request);
  };
  test("a zone that nobody knows", () => {
    expect(asked("--zone", "own.csv=Gotham")).toEqual({
      refusal:
        "Gotham, the zone for own.csv, is no known time zone: write one such as America/New_York, or an offset such as -05:00.",
    });
  });
  test("a file that is not there", () => {
    expect(asked("--zone", "mine.csv=UTC")).toEqual({
      refusal:
        "There is no file mine.csv among kraken.csv, own.csv: name it as it is called, with its ending.",
    });
  });
  test("a wallet without its file", () => {
    expect(asked("--wallet", "own.csv")).toEqual({
      usage: "--wallet own.csv: write a name and a value, --wallet kraken.csv=Kraken.",
    });
  });
  test("nothing is merged where the user names the sheet with the transactions", () => {
    expect(asked("--transactions", "own")).toBeUndefined();
  });
});

describe("a file of opening lots among several", () => {
  const LOTS = `Holdings by lot,,,,,
Asset,Quantity,Cost basis,Date acquired,Wallet,Source
BTC,2,zero,2021-03-05,Kraken,"Safe-harbor allocation of 2024-12-31, signed copy in file"
ETH,3,90,Various,Kraken,
`;
  const LATER = `Date,Type,Asset,Quantity,Total,Wallet
2024-06-01,Buy,BTC,1,60,Kraken
2026-02-01,Sell,BTC,0.5,100,Kraken
`;
  const OPENING = ["--set", "opening=2025-01-01", "--as-of", "2026-11-20"];
  const filesIn = (folder: string, texts: Readonly<Record<string, string>>): readonly string[] =>
    Object.entries(texts).map(([name, text]) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    });

  test("is merged with them, row by row, and its evidence stands in the Proof tab", () =>
    inFolder((folder) => {
      const files = filesIn(folder, { "lots.csv": LOTS, "later.csv": LATER });
      const { code, out, error } = report(...files, ...OPENING, "--tabs", "Proof", "--json");
      expect(error).toContain(
        "Merged lots.csv, later.csv; transfers joined: 0, rows counted once: 0",
      );
      expect(code).toBe(0);
      const { problems } = JSON.parse(out) as Told;
      expect(problems.slice(1).map((row) => [row[1], String(row[2]).slice(0, 40)])).toEqual([
        ["Error", "later.csv row 2: This acquisition of BTC"],
        ["Error", expect.stringContaining("lots.csv row 4: ") as string],
      ]);
      const workbook = readWorkbook(readFileSync(join(folder, "lots.tlh.xlsx")));
      if (isRefusal(workbook)) throw new Error(workbook.refusal);
      const proof = workbook.readSheet("Proof");
      if (isRefusal(proof)) throw new Error(proof.refusal);
      const rows = proof.grid;
      expect(rows.flat()).toContainEqual(
        expect.stringContaining(
          "Rows read: 4; used: 2, joined to another: 0, without effect: 0, left out with an Error: 2.",
        ),
      );
      const title = rows.findIndex(([cell]) => cell === "Opening position");
      expect(rows[title + 1]?.[0]).toContain("Held when 2025-01-01 began, ");
      expect(rows[title + 3]?.slice(0, 5)).toEqual([
        "Safe-harbor allocation of 2024-12-31, signed copy in file",
        "BTC",
        "Kraken",
        "Taxable",
        1,
      ]);
    }));

  const sheets = (texts: Readonly<Record<string, string>>) =>
    Object.entries(texts).map(([file, text]) => ({
      file,
      name: file.replace(".csv", ""),
      grid: parseCsv(text),
    }));
  const mergedOf = (texts: Readonly<Record<string, string>>, ...args: readonly string[]) => {
    const request = readCommandLine(args);
    if ("usage" in request) throw new Error(request.usage);
    const merged = mergedSheet(sheets(texts), request);
    return merged === undefined || isRefusal(merged) ? merged : merged.from;
  };

  test("may be the only one, and a setting in a file says of which day it is as well", () => {
    const settings = "Setting,Value\nopening,2025-01-01\n";
    expect(mergedOf({ "lots.csv": LOTS }, ...OPENING)).toEqual(["lots"]);
    expect(mergedOf({ "lots.csv": LOTS, "settings.csv": settings })).toEqual(["lots"]);
  });
  test("is no ledger without the setting, and a ledger alone is not merged", () => {
    expect(mergedOf({ "lots.csv": LOTS })).toBeUndefined();
    expect(mergedOf({ "later.csv": LATER }, ...OPENING)).toBeUndefined();
  });
  test("is never a file of a broker's sales or of balances", () => {
    const form = `Asset,Quantity,Cost basis,Date acquired,Date sold,Proceeds\nBTC,1,2,2021-03-05,2026-02-01,3\n`;
    const balances = "Asset,Quantity,Wallet\nBTC,1,Kraken\n";
    expect(
      mergedOf({ "later.csv": LATER, "1099.csv": form, "balances.csv": balances }, ...OPENING),
    ).toBeUndefined();
  });
});
