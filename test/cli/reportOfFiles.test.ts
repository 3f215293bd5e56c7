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
