import { unzipSync, zipSync, strFromU8, strToU8 } from "fflate";
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { createWorkbook, isRefusal, readWorkbook } from "../../workbook/index.ts";
import { inFolder, report, reportKilledAfter, reportOnFullDisk } from "./reportCommand.ts";

const sample = fileURLToPath(new URL("../../samples/portfolio.xlsx", import.meta.url));

const TABS = [
  "Summary by FIFO",
  "Summary by LIFO",
  "FIFO Ordering of Sells",
  "LIFO Ordering of Sells",
];

function sheetsOf(file: string): readonly string[] {
  const workbook = readWorkbook(readFileSync(file));
  if (isRefusal(workbook)) throw new Error(workbook.refusal);
  return workbook.sheets.map(({ name }) => name);
}

function sampleIn(folder: string): string {
  const file = join(folder, "book.xlsx");
  copyFileSync(sample, file);
  return file;
}

test("npm starts the command from its sources", () => {
  const { status, stdout } = spawnSync("npm", ["run", "--silent", "report", "--", "--help"], {
    cwd: fileURLToPath(new URL("../../", import.meta.url)),
    encoding: "utf8",
  });
  expect(status).toBe(0);
  expect(stdout).toContain("npm run report -- ");
});

describe("the report of a workbook", () => {
  test("is a copy with the four tabs added; the input stays as it was", () =>
    inFolder((folder) => {
      const file = sampleIn(folder);
      const { code, out, error } = report(file);
      expect(code).toBe(0);
      expect(out).toContain(`The result is in ${join(folder, "book.tlh.xlsx")}`);
      expect(out).toContain("Summary by FIFO");
      expect(error).toContain("Writing the workbook");
      expect(sheetsOf(join(folder, "book.tlh.xlsx"))).toEqual([
        "Transactions",
        "Prices",
        "Settings",
        ...TABS,
      ]);
      expect(readFileSync(file).equals(readFileSync(sample))).toBe(true);
      expect(readdirSync(folder).sort()).toEqual(["book.tlh.xlsx", "book.xlsx"]);
    }));

  test("written in place again and again replaces its own tabs and nothing else", () =>
    inFolder((folder) => {
      const file = sampleIn(folder);
      expect(report(file, "--in-place").code).toBe(0);
      const first = unzipSync(readFileSync(file));
      expect(report(file, "--in-place", "--as-of", "2026-11-01").code).toBe(0);
      const second = unzipSync(readFileSync(file));
      expect(sheetsOf(file)).toEqual(["Transactions", "Prices", "Settings", ...TABS]);
      expect(Object.keys(second).sort()).toEqual(Object.keys(first).sort());
      for (const part of ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"]) {
        expect(second[part]).toEqual(first[part]);
      }
      expect(report(file, "--in-place", "--as-of", "2026-11-01").code).toBe(0);
      expect(unzipSync(readFileSync(file))).toEqual(second);
    }));

  test("keeps a user's own sheet of that name, and text that looks like a formula as text", () =>
    inFolder((folder) => {
      const file = join(folder, "mine.xlsx");
      const bytes = createWorkbook({
        sheets: [
          {
            name: "Ledger",
            grid: [
              ["Date", "Type", "Asset", "Quantity", "Total", "Wallet"],
              ["2026-01-05", "Buy", "=1+1", "2", "100", "@SUM(A1)"],
              ["2026-01-06", "Buy", "-X", "2", "100", "+cmd"],
            ],
          },
          { name: "summary by fifo", grid: [["my notes"]] },
        ],
      });
      if (isRefusal(bytes)) throw new Error(bytes.refusal);
      writeFileSync(file, bytes);
      expect(report(file).code).toBe(0);
      const made = join(folder, "mine.tlh.xlsx");
      expect(sheetsOf(made)).toEqual([
        "Ledger",
        "summary by fifo",
        "Summary by FIFO (2)",
        ...TABS.slice(1),
      ]);
      const workbook = readWorkbook(readFileSync(made));
      if (isRefusal(workbook)) throw new Error(workbook.refusal);
      const cells = workbook.readSheet("Summary by FIFO (2)");
      if (isRefusal(cells)) throw new Error(cells.refusal);
      const texts = cells.grid.flat();
      for (const text of ["=1+1", "@SUM(A1)", "-X", "+cmd"]) expect(texts).toContain(text);
      expect(strFromU8(unzipSync(readFileSync(made))["xl/worksheets/sheet3.xml"]!)).not.toMatch(
        /<f>[^<]*1\+1/,
      );
    }));

  test("takes sheets, day, settings and tabs by name", () =>
    inFolder((folder) => {
      const file = sampleIn(folder);
      const run = report(
        file,
        ...["--transactions", "transactions", "--prices", "Prices", "--settings", "Settings"],
        ...[
          "--as-of",
          "2026-06-30",
          "--set",
          "filing_status=single",
          "--tabs",
          "Summary by HIFO, Problems",
        ],
        ...["--out", join(folder, "out.xlsx")],
      );
      expect(run.code).toBe(0);
      expect(run.out).toContain("As of 2026-06-30; method HIFO");
      expect(run.out).toContain("filing status: single");
      expect(sheetsOf(join(folder, "out.xlsx")).slice(3)).toEqual(["Summary by HIFO", "Problems"]);
    }));
});

test("CSV files become the sheets of a new workbook: plain numbers as such, all else as text", () =>
  inFolder((folder) => {
    const ledger = join(folder, "ledger.csv");
    const prices = join(folder, "prices.csv");
    writeFileSync(
      ledger,
      "Date,Sent Amount,Sent Currency,Received Amount,Received Currency,Fee Amount,Fee Currency,Net Worth Amount,Net Worth Currency,Label,Description,TxHash\n" +
        '2026-01-05 10:00 UTC,3000,USD,1.000000000000000001,ETH,,,,,,"=HYPERLINK(""x"")",00012\n',
    );
    writeFileSync(prices, "Asset,Price,As of\nETH,2000,2026-11-20\n");
    const { code } = report(ledger, prices);
    expect(code).toBe(0);
    const made = join(folder, "ledger.tlh.xlsx");
    expect(sheetsOf(made)).toEqual(["ledger", "prices", ...TABS]);
    const workbook = readWorkbook(readFileSync(made));
    if (isRefusal(workbook)) throw new Error(workbook.refusal);
    const cells = workbook.readSheet("ledger");
    if (isRefusal(cells)) throw new Error(cells.refusal);
    expect(cells.grid[1]).toEqual([
      "2026-01-05 10:00 UTC",
      3000,
      "USD",
      "1.000000000000000001",
      "ETH",
      null,
      null,
      null,
      null,
      null,
      '=HYPERLINK("x")',
      "00012",
    ]);
  }));

test("a CSV file that cannot be used beside the others is refused, never left out", () =>
  inFolder((folder) => {
    const file = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const first = file("a.csv", "Date,Type,Asset,Quantity,Total\n2026-01-05,Buy,X,1,10\n");
    const prices = ["p.csv", "q.csv"].map((name) => file(name, "Asset,Price\nX,5\n"));
    const other = file("c.csv", "Invoice,Customer\n1,me\n");
    expect(report(first, ...prices)).toMatchObject({
      code: 2,
      error: expect.stringContaining("q.csv and p.csv both hold prices") as string,
    });
    expect(report(first, other)).toMatchObject({
      code: 2,
      error: expect.stringContaining(
        'c.csv begins with "Invoice", "Customer": those are the headings of no ledger',
      ) as string,
    });
    expect(report(other)).toMatchObject({
      code: 2,
      error: expect.stringContaining('c.csv begins with "Invoice"') as string,
    });
    const form = "Asset,Date sold,Proceeds\nX,2026-02-01,9\n";
    const forms = ["broker.csv", "1099 other.csv"].map((name) => file(name, form));
    expect(report(first, ...forms).error).toContain(
      'brokers\' rows: sheets "1099 broker", "1099 other"',
    );
    const held = ["balances 1.csv", "balances 2.csv"].map((name) => file(name, "Asset,Quantity\n"));
    expect(report(first, ...held)).toMatchObject({
      code: 2,
      error: expect.stringContaining("both hold balances: give one of them") as string,
    });
    expect(report(first).error).toContain('transactions: sheet "a", prices: none, settings: none');
  }));

test("--json prints tables and problems, dates as text", () =>
  inFolder((folder) => {
    const { code, out } = report(sampleIn(folder), "--json");
    expect(code).toBe(0);
    const { tabs, problems } = JSON.parse(out) as {
      tabs: Record<string, unknown[][]>;
      problems: unknown[][];
    };
    expect(Object.keys(tabs)).toEqual(TABS);
    expect(tabs["Summary by FIFO"]![0]!.slice(0, 4)).toEqual([
      "Asset",
      "Wallet",
      "Account",
      "Quantity",
    ]);
    expect(tabs["Summary by FIFO"]!.at(-1)![0]).toMatch(/^Total/);
    expect(tabs["FIFO Ordering of Sells"]![1]![4]).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(problems[0]).toEqual(["Row", "Severity", "Problem", "What to do"]);
    expect(problems.length).toBeGreaterThan(5);
  }));

describe("what cannot be done is one sentence and exit code 2", () => {
  const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const edited = (part: string, edit: (text: string) => string): Uint8Array => {
    const parts = unzipSync(readFileSync(sample));
    parts[part] = strToU8(edit(strFromU8(parts[part]!)));
    return zipSync(parts);
  };
  const files: [name: string, bytes: () => Uint8Array, sentence: RegExp][] = [
    ["old.xls.xlsx", () => new Uint8Array([...ole, ...new Uint8Array(2000)]), /\.xlsx/],
    ["truncated.xlsx", () => readFileSync(sample).subarray(0, 9000), /damaged|incomplete/i],
    ["empty.xlsx", () => new Uint8Array(0), /workbook/i],
    ["text.xlsx", () => strToU8("Date,Type\n"), /workbook/i],
    [
      "locked.xlsx",
      () =>
        edited("xl/workbook.xml", (text) =>
          text.replace("<sheets>", '<workbookProtection lockStructure="1"/><sheets>'),
        ),
      /protect/i,
    ],
    [
      "binary.xlsx",
      () =>
        edited("[Content_Types].xml", (text) =>
          text.replace(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "application/vnd.ms-excel.sheet.binary.macroEnabled.main",
          ),
        ),
      /\.xlsb/,
    ],
    ["bomb.xlsx", () => zipSync({ "xl/workbook.xml": new Uint8Array(60_000_000) }), /[.]/],
  ];
  test.each(files)("%s", (name, bytes, sentence) =>
    inFolder((folder) => {
      const file = join(folder, name);
      writeFileSync(file, bytes());
      const before = readFileSync(file);
      const { code, out, error } = report(file);
      expect(code).toBe(2);
      expect(out).toBe("");
      const [last, ...more] = error.trimEnd().split("\n").reverse();
      expect(last).toMatch(sentence);
      expect(more.every((line) => line.startsWith("Opening "))).toBe(true);
      expect(readdirSync(folder)).toEqual([name]);
      expect(readFileSync(file).equals(before)).toBe(true);
    }),
  );

  test.each([
    [["missing.xlsx"], /missing\.xlsx cannot be read/],
    [["--colour"], /--colour/],
    [["--tabs", "Nothing"], /There is no tab "Nothing"/],
    [["--as-of", "soon"], /--as-of soon is no date/],
    [["--set", "scope"], /--set scope/],
    [["--transactions", "Nowhere"], /There is no sheet "Nowhere"/],
    [["--in-place", "--out", "x.xlsx"], /exclude each other/],
    [["--out", "/nowhere/at/all.xlsx"], /could not be written/],
  ])("%j", (args, sentence) => {
    const { code, error } = report(...args);
    expect(code).toBe(2);
    expect(error).toMatch(sentence);
    expect(error).not.toContain("    at ");
  });

  test("an output that would take the place of the input, or of something of the user's", () =>
    inFolder((folder) => {
      const file = sampleIn(folder);
      expect(report(file, "--out", file)).toMatchObject({ code: 2 });
      writeFileSync(join(folder, "book.tlh.xlsx"), "mine");
      expect(report(file).error).toContain("was not made by this command");
      expect(readFileSync(join(folder, "book.tlh.xlsx"), "utf8")).toBe("mine");
    }));
});

describe("whole or not at all", () => {
  test("a full disk leaves no output, and the input as it was", () =>
    inFolder((folder) => {
      const file = sampleIn(folder);
      const { code, error } = reportOnFullDisk(8, file);
      expect(code).toBe(2);
      expect(error).toContain("could not be written");
      expect(readdirSync(folder)).toEqual(["book.xlsx"]);
      const inPlace = reportOnFullDisk(8, file, "--in-place");
      expect(inPlace.code).toBe(2);
      expect(readFileSync(file).equals(readFileSync(sample))).toBe(true);
    }));

  test("a kill at any time leaves no output or a whole one", () =>
    inFolder(async (folder) => {
      const file = sampleIn(folder);
      const made = join(folder, "book.tlh.xlsx");
      const before = performance.now();
      report(file);
      const whole = performance.now() - before;
      rmSync(made);
      for (const part of [0.2, 0.4, 0.55, 0.65, 0.75, 0.85, 0.95]) {
        await reportKilledAfter(part * whole, file);
        if (existsSync(made)) expect(sheetsOf(made)).toHaveLength(7);
        expect(readFileSync(file).equals(readFileSync(sample))).toBe(true);
      }
    }));

  test("nothing is left beside a target that cannot be replaced", () =>
    inFolder((folder) => {
      const file = sampleIn(folder);
      mkdirSync(join(folder, "out.xlsx"));
      const { code, error } = report(file, "--out", join(folder, "out.xlsx"));
      expect(code).toBe(2);
      expect(error).toContain("could not be written");
      expect(readdirSync(folder).sort()).toEqual(["book.xlsx", "out.xlsx"]);
    }));
});
