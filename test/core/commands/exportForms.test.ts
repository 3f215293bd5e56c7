import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { EXPORT_KINDS, exportForms, type CellGrid, type ExportKind } from "../../../core/index.ts";
import { centsText, usDate } from "../../../core/report/exports/formText.ts";
import { parseCsv } from "../../../workbook/index.ts";
import { generated } from "../../support/makeTab.ts";
import { on, usd } from "../../support/transactions.ts";

const TITLES = ["Date", "Type", "Asset", "Quantity", "Total", "Wallet", "Id", "1099", "Acquired"];
type Cells = readonly (string | number)[];
const buy = (date: string, asset: string, units: number, total: number): Cells => [
  ...[date, "Buy", asset, units, total, "W", "", "", ""],
];
const sell = (date: string, asset: string, units: number, total: number, id = "", report = "") => [
  ...[date, "Sell", asset, units, total, "W", id, report, ""],
];

function exported(rows: readonly Cells[], kinds: readonly ExportKind[], options = "") {
  const { books, replayOfYear } = generated([], [TITLES, ...rows] as CellGrid, options);
  return exportForms({ books, replay: replayOfYear() }, kinds);
}

const textOf = (rows: readonly Cells[], kind: ExportKind, options = ""): string =>
  exported(rows, [kind], options).files[0]!.text;

const cellsOf = (rows: readonly Cells[], kind: ExportKind, options = "") =>
  parseCsv(textOf(rows, kind, options));

/** A coin with a gain, a security with a wash sale, an inheritance, and units without a lot. */
const MIXED: readonly Cells[] = [
  buy("2024-01-02", "BTC", 2, 50_000),
  ["2026-01-05", "Inherited", "ETH", 1, 2_000, "W", "", "", ""],
  buy("2026-01-10", "IBIT", 10, 500.005),
  sell("2026-03-01", "BTC", 0.5, 30_000.125, "0xabc", "basis not reported"),
  sell("2026-03-02", "ETH", 1, 2_500),
  sell("2026-04-01", "IBIT", 10, 400, "T-1", "basis reported"),
  buy("2026-04-10", "IBIT", 4, 170),
  sell("2026-05-01", "DOGE", 5, 10),
];

describe("form-8949.csv", () => {
  test("has every row under the form's titles, with the totals of each box under its rows", () => {
    expect(cellsOf(MIXED, "8949")).toEqual([
      [
        ...["Box", "(a) Description", "(b) Acquired", "(c) Sold", "(d) Proceeds", "(e) Cost basis"],
        ...["(f) Code", "(g) Adjustment", "(h) Gain or loss"],
      ],
      ["A", "10 IBIT", "01/10/2026", "04/01/2026", "400.00", "500.01", "W", "40.00", "-60.00"],
      ["Total A", "", "", "", "400.00", "500.01", "", "40.00", "-60.00"],
      ["I", "5 DOGE", "", "05/01/2026", "10.00", "", "", "", ""],
      ["Total I", "", "", "", "10.00", "0.00", "", "0.00", "0.00"],
      [
        ...["K", "0.5 BTC, transaction 0xabc", "01/02/2024", "03/01/2026"],
        ...["30000.13", "12500.00", "", "", "17500.13"],
      ],
      ["Total K", "", "", "", "30000.13", "12500.00", "", "0.00", "17500.13"],
      ["L", "1 ETH", "INHERITED", "03/02/2026", "2500.00", "2000.00", "", "", "500.00"],
      ["Total L", "", "", "", "2500.00", "2000.00", "", "0.00", "500.00"],
      ["Total", "", "", "", "32910.13", "15000.01", "", "40.00", "17940.12"],
    ]);
  });

  test("rounds rows and totals, and never sums rounded rows", () => {
    const rows = [
      buy("2026-01-01", "BTC", 3, 0),
      ...[1, 2, 3].map((day) => sell(`2026-02-0${day}`, "BTC", 1, 10.004)),
    ];
    const proceeds = cellsOf(
      rows.map((row) => (row[1] === "Buy" ? [...row.slice(0, 4), "zero", ...row.slice(5)] : row)),
      "8949",
    ).map((row) => row[4]);
    expect(proceeds).toEqual(["(d) Proceeds", "10.00", "10.00", "10.00", "30.01"]);
  });

  test("ends its lines in CRLF", () => {
    const text = textOf(MIXED, "8949");
    expect(text.split("\r\n")).toHaveLength(11);
    expect(text.replace(/\r\n/g, "")).not.toMatch(/[\r\n]/);
  });
});

describe("taxact.csv", () => {
  test("has the columns that TaxAct names, a wash sale on one row, and the box as category", () => {
    expect(cellsOf(MIXED, "taxact")).toEqual([
      [
        ...["Description", "Date Acquired", "Date Sold", "Sales Proceeds", "Cost or Other Basis"],
        ...["Wash Sale", "Adjustment Code", "Adjustment Amount", "Reporting Category"],
      ],
      ["10 IBIT", "01/10/2026", "04/01/2026", "400.00", "500.01", "W", "W", "40.00", "A"],
      [
        ...["0.5 BTC, transaction 0xabc", "01/02/2024", "03/01/2026", "30000.13", "12500.00"],
        ...["", "", "", "K"],
      ],
      ["1 ETH", "INHERITED", "03/02/2026", "2500.00", "2000.00", "", "", "", "L"],
    ]);
    const { remarks } = exported(MIXED, ["taxact"]);
    expect(remarks).toContain(
      "1 row is not in taxact.csv, because the basis is missing: enter the purchase in the ledger first.",
    );
    expect(remarks.join(" ")).toContain("TaxAct's help names the reporting categories A to F");
  });

  test("is parted into files of 2,000 rows, each with the titles", () => {
    const sales = Array.from({ length: 2001 }, (_, place) =>
      sell("2026-03-01", "BTC", 1, 10, `t${place}`),
    );
    const { files, remarks } = exported(
      [buy("2024-01-02", "BTC", 3000, 3000), ...sales],
      ["taxact"],
    );
    expect(files.map(({ name, text }) => [name, parseCsv(text).length])).toEqual([
      ["taxact.csv", 2001],
      ["taxact-2.csv", 2],
    ]);
    expect(parseCsv(files[1]!.text)[0]![0]).toBe("Description");
    expect(remarks.join(" ")).toContain("TaxAct takes 2000 sales");
  });
});

describe("gain-loss.csv", () => {
  test("has five columns, of digital assets alone", () => {
    expect(cellsOf(MIXED, "gainloss")).toEqual([
      ["Currency Name", "Purchase Date", "Cost Basis", "Date Sold", "Proceeds"],
      ["BTC", "01/02/2024", "12500.00", "03/01/2026", "30000.13"],
    ]);
  });

  test("leaves out what its columns would make another row of, and says what and why", () => {
    const washed = [
      buy("2026-01-10", "ADA", 10, 500),
      sell("2026-02-01", "ADA", 10, 400),
      buy("2026-02-10", "ADA", 10, 410),
    ];
    const { remarks } = exported([...MIXED, ...washed], ["gainloss"], "wash=conservative");
    for (const words of [
      "1 row is not in gain-loss.csv, because it knows digital assets alone",
      "1 row is not in gain-loss.csv, because the basis is missing",
      "1 row is not in gain-loss.csv, because its dates would tell another term",
      "1 row is not in gain-loss.csv, because it has no column for adjustments",
    ]) {
      expect(remarks.join("\n")).toContain(words);
    }
    expect(cellsOf([...MIXED, ...washed], "gainloss", "wash=conservative")).toHaveLength(2);
  });

  test("leaves out negative proceeds", () => {
    const titles = [...TITLES, "Fee"];
    const { books, replayOfYear } = generated([], [
      titles,
      [...buy("2026-01-10", "ADA", 10, 500), ""],
      [...sell("2026-02-01", "ADA", 10, 4), 9],
    ] as CellGrid);
    const { files, remarks } = exportForms({ books, replay: replayOfYear() }, ["gainloss"]);
    expect(parseCsv(files[0]!.text)).toHaveLength(1);
    expect(remarks.join(" ")).toContain("it takes no negative amounts");
  });
});

describe("form-8949.txf", () => {
  const SECURITIES: readonly Cells[] = [
    buy("2024-01-02", "LONG", 3, 30),
    buy("2026-01-02", "SHORT", 3, 30),
    ...["basis reported", "basis not reported", ""].flatMap((report) => [
      sell("2026-06-01", "LONG", 1, 15, "", report),
      sell("2026-06-01", "SHORT", 1, 12, "", report),
    ]),
  ];
  const securities = "securities=LONG, SHORT; as_of=2026-11-20";

  test("begins with version, program and the as-of day, and ends each record with ^", () => {
    const lines = textOf(MIXED, "txf", "as_of=2026-11-20").split("\r\n");
    expect(lines).toEqual([
      ...["V042", "Atax-loss-harvesting", "D11/20/2026", "^"],
      ...["TD", "N321", "C1", "L1", "P10 IBIT", "D01/10/2026", "D04/01/2026"],
      ...["$500.01", "$400.00", "$40.00", "^", ""],
    ]);
  });

  test("has a reference number for each of the boxes A to F", () => {
    const records = textOf(SECURITIES, "txf", securities).split("^\r\n").slice(1, -1);
    expect(records.map((record) => /N(\d+)[^]*P1 (\w+)/.exec(record)!.slice(1).join(" "))).toEqual([
      "321 SHORT",
      "711 SHORT",
      "712 SHORT",
      "323 LONG",
      "713 LONG",
      "714 LONG",
    ]);
  });

  test("leaves digital assets out, of the years in which they had boxes A to F too", () => {
    const rows = [buy("2023-01-02", "BTC", 2, 20), sell("2024-06-01", "BTC", 1, 15)];
    const { files, remarks } = exported(rows, ["txf"], "tax_year=2024");
    expect(files[0]!.text).not.toContain("BTC");
    expect(remarks).toContain(
      "1 row is not in form-8949.txf, because it knows securities alone: use another file for digital assets.",
    );
  });

  test("leaves out a security without a basis or a day of acquisition", () => {
    const rows: readonly Cells[] = [
      ["2026-01-05", "Inherited", "IBIT", 1, 50, "W", "", "", ""],
      sell("2026-02-01", "IBIT", 1, 60),
      sell("2026-02-02", "FBTC", 1, 60),
    ];
    const { files, remarks } = exported(rows, ["txf"]);
    expect(files[0]!.text).not.toContain("TD");
    expect(remarks.join(" ")).toContain("it takes no word for a date");
    expect(remarks.join(" ")).toContain("the basis is missing");
  });
});

describe("text from the ledger stays text", () => {
  const nasty = ['=HYPERLINK("x")', "+1,5", "-A1", "@SUM", "\t=1+1", "^", 'a"b', "x\r\n^\r\nTD"];
  test.each(nasty)("%j as an asset", (asset) => {
    const rows = [buy("2024-01-02", asset, 2, 20), sell("2026-06-01", asset, 1, 15)];
    const [, coin] = cellsOf(rows, "gainloss");
    expect(coin).toHaveLength(5);
    expect(coin![0]).not.toMatch(/^\s*[=+\-@]/);
    const [, row] = cellsOf(rows, "8949");
    expect(row).toHaveLength(9);
    expect(row![1]).toMatch(/^1 /);
    const lines = textOf(rows, "txf", "securities=*").split("\r\n");
    expect(lines.filter((line) => line === "^")).toHaveLength(2);
    expect(lines.filter((line) => line === "TD")).toHaveLength(1);
  });
});

test("kinds are written in one order, whatever the order asked for", () => {
  const { files } = exported(MIXED, [...EXPORT_KINDS].reverse());
  expect(files.map(({ name }) => name)).toEqual([
    "form-8949.csv",
    "taxact.csv",
    "gain-loss.csv",
    "form-8949.txf",
  ]);
});

test("the remarks say of which year the rows are, how they are rounded, and which forms to check", () => {
  const remarks = exported(MIXED, ["8949"], "as_of=2026-11-20").remarks.join("\n");
  expect(remarks).toContain("Form 8949 of 2026, from a ledger as of 2026-11-20: 4 rows.");
  expect(remarks).toContain("may differ from the sum of the rows by cents");
  expect(remarks).toContain("those of the 2025 forms");
  expect(remarks).not.toContain("do not file them");
  expect(exported(MIXED, ["8949"], "wash=conservative").remarks.join("\n")).toContain(
    "do not file them",
  );
});

test("a year without disposals gives files with titles alone", () => {
  const { files } = exported(MIXED, ["8949", "taxact", "gainloss"], "tax_year=2023");
  expect(files.map(({ text }) => parseCsv(text).length)).toEqual([1, 1, 1]);
});

describe("cents", () => {
  test.each([
    ["1234.5", "1234.50"],
    ["0.005", "0.01"],
    ["0.0049999999", "0.00"],
    ["-0.005", "-0.01"],
    ["-0.004", "0.00"],
    ["99999999999999.995", "100000000000000.00"],
  ])("%s is %s", (amount, cents) => {
    expect(centsText(usd(amount))).toBe(cents);
  });
  test("are within half a cent of the amount", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (parts) => {
        const amount = parts / 1e4;
        expect(Math.abs(Number(centsText(usd(amount))) - amount)).toBeLessThanOrEqual(0.00500001);
      }),
    );
  });
});

test("days are written as month, day and year", () => {
  expect(usDate(on("2026-03-09"))).toBe("03/09/2026");
});
