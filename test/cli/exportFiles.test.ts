import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseCsv } from "../../workbook/index.ts";
import { inFolder, report, reportOnFullDisk } from "./reportCommand.ts";

const LEDGER = [
  "Date,Type,Asset,Quantity,Total,Wallet",
  "2024-01-02,Buy,BTC,2,50000,Kraken",
  "2026-03-01,Sell,BTC,1,60000,Kraken",
  "2026-03-02,Sell,BTC,1,40000,Kraken",
  "",
].join("\n");

/** A folder with a ledger in it. */
const withLedger = (test: (folder: string, ledger: string) => void): Promise<void> =>
  inFolder((folder) => {
    const ledger = join(folder, "coins.csv");
    writeFileSync(ledger, LEDGER);
    test(folder, ledger);
  });

const ALL = [
  "coins.exports.txt",
  "coins.form-8949.csv",
  "coins.form-8949.txf",
  "coins.gain-loss.csv",
  "coins.taxact.csv",
];

describe("report --export", () => {
  test("writes the files beside the result, and says what they leave out", async () => {
    await withLedger((folder, ledger) => {
      const { code, error } = report(ledger, "--export", "all");
      expect(code).toBe(0);
      expect(readdirSync(folder).sort()).toEqual(["coins.csv", ...ALL, "coins.tlh.xlsx"]);
      const rows = parseCsv(readFileSync(join(folder, "coins.form-8949.csv")));
      expect(rows.map((row) => row[8])).toEqual([
        "(h) Gain or loss",
        "35000.00",
        "15000.00",
        "50000.00",
      ]);
      const notes = readFileSync(join(folder, "coins.exports.txt"), "utf8");
      for (const said of [error, notes]) {
        expect(said).toContain("Form 8949 of 2026, from a ledger as of 2026-03-02: 2 rows.");
        expect(said).toContain("2 rows are not in form-8949.txf");
      }
    });
  });

  test("writes the kinds asked for, of the year of the settings", async () => {
    await withLedger((folder, ledger) => {
      const out = join(folder, "y.xlsx");
      const { code } = report(
        ...[ledger, "--out", out, "--export", "8949, gainloss", "--set", "tax_year=2025"],
      );
      expect(code).toBe(0);
      expect(readdirSync(folder).sort()).toEqual([
        ...["coins.csv", "y.exports.txt", "y.form-8949.csv", "y.gain-loss.csv", "y.xlsx"],
      ]);
      expect(parseCsv(readFileSync(join(folder, "y.gain-loss.csv")))).toHaveLength(1);
    });
  });

  test("refuses a kind that it does not know", async () => {
    await withLedger((folder, ledger) => {
      for (const list of ["8949,pdf", ""]) {
        const { code, error } = report(ledger, "--export", list);
        expect(code).toBe(2);
        expect(error).toContain("choose among 8949, taxact, gainloss, txf and all.");
      }
      expect(readdirSync(folder)).toEqual(["coins.csv"]);
    });
  });
});

describe("files that stand there already", () => {
  test("are replaced when the command made them", async () => {
    await withLedger((folder, ledger) => {
      expect(report(ledger, "--export", "8949").code).toBe(0);
      writeFileSync(ledger, LEDGER.replace("60000", "61000"));
      expect(report(ledger, "--export", "8949").code).toBe(0);
      expect(readFileSync(join(folder, "coins.form-8949.csv"), "utf8")).toContain("61000.00");
    });
  });

  test.each(["coins.form-8949.csv", "coins.exports.txt"])(
    "stay when they are the user's own: %s",
    async (name) => {
      await withLedger((folder, ledger) => {
        writeFileSync(join(folder, name), "mine");
        const { code, error } = report(ledger, "--export", "all");
        expect(code).toBe(2);
        expect(error).toContain(`${name} exists, and this command did not make it`);
        expect(readFileSync(join(folder, name), "utf8")).toBe("mine");
        expect(readdirSync(folder).sort()).toEqual(["coins.csv", name]);
      });
    },
  );

  test("stay when the user has changed them", async () => {
    await withLedger((folder, ledger) => {
      expect(report(ledger, "--export", "taxact").code).toBe(0);
      const changed = join(folder, "coins.taxact.csv");
      writeFileSync(changed, `${readFileSync(changed, "utf8")}mine`);
      expect(report(ledger, "--export", "taxact").code).toBe(2);
      expect(readFileSync(changed, "utf8")).toMatch(/mine$/);
    });
  });

  test("stay when they are the input", async () => {
    await inFolder((folder) => {
      const input = join(folder, "coins.form-8949.csv");
      writeFileSync(input, LEDGER);
      const { code } = report(input, "--out", join(folder, "coins.xlsx"), "--export", "8949");
      expect(code).toBe(2);
      expect(readFileSync(input, "utf8")).toBe(LEDGER);
    });
  });
});

test("on a full disk neither the workbook nor any file is written", async () => {
  await withLedger((folder, ledger) => {
    const { code, error } = reportOnFullDisk(1, ledger, "--export", "all");
    expect(code).toBe(2);
    expect(error).toContain("Nothing was changed.");
    expect(readdirSync(folder)).toEqual(["coins.csv"]);
  });
});

test.each(["y.xlsx", "y.form-8949.csv", "y.exports.txt"])(
  "where a folder has the name %s nothing is written",
  async (name) => {
    await withLedger((folder, ledger) => {
      mkdirSync(join(folder, name));
      const { code } = report(ledger, "--out", join(folder, "y.xlsx"), "--export", "8949");
      expect(code).toBe(2);
      expect(readdirSync(folder).sort()).toEqual(["coins.csv", name]);
    });
  },
);
