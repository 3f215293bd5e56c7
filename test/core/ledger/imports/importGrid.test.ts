import { describe, expect, test } from "vitest";
import { detectSheets } from "../../../../core/commands/detectSheets.ts";
import { importGrid, recognizedExport } from "../../../../core/ledger/imports/importGrid.ts";
import { parseLedger } from "../../../../core/ledger/parseLedger.ts";
import { parseSettings } from "../../../../core/ledger/parseSettings.ts";
import { recognizedColumns } from "../../../../core/ledger/recognizedColumns.ts";
import { UTC } from "../../../../core/calendar/timeZone.ts";
import { parseCsv } from "../../../../workbook/csv.ts";
import { fatesOf } from "../../../support/importedLedger.ts";

const HEADINGS = "txid,refid,time,type,subtype,aclass,subclass,asset,wallet,amount,fee,balance";
const trade = (refid: string, asset: string, amount: string): string =>
  `T${refid}${asset},${refid},2024-01-05 10:00:00,trade,,currency,crypto,${asset},spot / main,${amount},0,0`;
const sheet = (...lines: string[]): string => lines.join("\r\n");

describe("a service's export is read as it is", () => {
  test("with the rows of the export, also below a preamble and blank rows", () => {
    const text = sheet(
      "My trades",
      "",
      HEADINGS,
      "",
      trade("R1", "ZUSD", "-100"),
      trade("R1", "XXBT", "0.5"),
    );
    expect(fatesOf(text)).toEqual({
      lines: ["5: 2024-01-05 purchase 0.5 BTC for 100 in Kraken"],
      problems: [],
      joined: [6],
      withoutEffect: [],
    });
  });
  test("with a byte order mark, semicolons and other capitals", () => {
    const lines = [HEADINGS.toUpperCase(), trade("R1", "ZUSD", "-100"), trade("R1", "XXBT", "0.5")];
    expect(fatesOf(`\uFEFF${sheet(...lines).replace(/,/g, ";")}`).lines).toEqual([
      "2: 2024-01-05 purchase 0.5 BTC for 100 in Kraken",
    ]);
  });
  test("passes over headings that are repeated in the middle", () => {
    const text = sheet(HEADINGS, trade("R1", "ZUSD", "-100"), trade("R1", "XXBT", "0.5"), HEADINGS);
    expect(fatesOf(text).withoutEffect).toEqual([4]);
  });
  test("reports a row at its own number", () => {
    const text = sheet(HEADINGS, HEADINGS, "", trade("R1", "XXBT", "0.5").replace("trade", "odd"));
    expect(fatesOf(text).problems).toEqual(["4 Error unknown-type"]);
  });
  test("takes blank cells that a host hands over as 0 for blank", () => {
    const grid = parseCsv(sheet(HEADINGS, "")).concat([Array.from({ length: 12 }, () => 0)]);
    expect(importGrid(grid)?.rows).toEqual([1]);
  });
});

describe("a move whose other end is unknown", () => {
  const moved = (type: string, amount: string): string =>
    `L1,R1,2024-01-05 10:00:00,${type},,currency,crypto,XXBT,spot / main,${amount},0,1`;
  test("is a Deposit or a Withdrawal without wallets of its ends", () => {
    const grid = importGrid(
      parseCsv(sheet(HEADINGS, moved("transfer", "1"), moved("transfer", "-1"))),
    )?.grid;
    const ends = ["Type", "From wallet", "To wallet"].map((heading) => grid?.[0]?.indexOf(heading));
    const found = grid?.slice(1).map((cells) => ends.map((place) => cells[place!]));
    expect(found).toEqual([
      ["Deposit", null, null],
      ["Withdrawal", null, null],
    ]);
  });
  test("is a problem and neither a purchase nor a sale", () => {
    expect(fatesOf(sheet(HEADINGS, moved("deposit", "1"), moved("withdrawal", "-1")))).toEqual({
      lines: [],
      problems: ["2 Error transfer-nowhere", "3 Error transfer-nowhere"],
      joined: [],
      withoutEffect: [],
    });
  });
  test("is a transfer where the user has added the other wallet", () => {
    const added = sheet(
      `${HEADINGS},From wallet,To wallet`,
      `${moved("deposit", "1")},Ledger,`,
      `${moved("withdrawal", "-1")},,Vault`,
    );
    expect(fatesOf(added).lines).toEqual([
      "2: 2024-01-05 transfer 1 BTC from Ledger to Kraken",
      "3: 2024-01-05 transfer 1 BTC from Kraken to Vault",
    ]);
  });
});

describe("columns that the user adds to an export", () => {
  test("say what a trade of coins was worth", () => {
    const text = sheet(
      `${HEADINGS},Net Worth Amount`,
      `${trade("R1", "XETH", "-10")},20000`,
      `${trade("R1", "XXBT", "0.5")},`,
    );
    expect(fatesOf(text).lines).toEqual([
      "2: 2024-01-05 exchange 0.5 BTC for 20000 in Kraken",
      "2: 2024-01-05 Sell 10 ETH for 20000 from Kraken",
    ]);
  });
  test("say what a deposit really was", () => {
    const text = sheet(
      `${HEADINGS},Label,Received Cost Basis,Acquired,Account`,
      "L1,R1,2024-01-05 10:00:00,deposit,,currency,crypto,XXBT,spot / main,1,0,1,Gift received,500,2020-01-05,IRA",
    );
    expect(fatesOf(text).lines).toEqual([
      "2: 2024-01-05 gift 1 BTC for 500, held from 2020-01-05 in Kraken [IRA]",
    ]);
  });
});

describe("an export is recognised", () => {
  test("by its headings within the first ten rows", () => {
    const preamble = (rows: number): string =>
      sheet(...Array<string>(rows).fill("words"), HEADINGS);
    expect(recognizedExport(parseCsv(preamble(9)))).toEqual({
      format: "Kraken ledgers",
      headerRow: 10,
    });
    expect(recognizedExport(parseCsv(preamble(10)))).toBeUndefined();
  });
  test("not without one of the headings that it needs", () => {
    expect(recognizedExport(parseCsv(HEADINGS.replace("refid", "reference")))).toBeUndefined();
  });
  test("as a sheet with transactions", () => {
    const grid = parseCsv(HEADINGS);
    expect(detectSheets([{ name: "ledgers", grid }]).transactions).toBe("ledgers");
  });
  test("by name, with no columns to choose", () => {
    const found = recognizedColumns(parseCsv(sheet("words", HEADINGS)));
    expect(found).toMatchObject({
      format: "Kraken ledgers",
      isComplete: true,
      headerRow: 2,
      missing: [],
    });
    expect(found.headings).toHaveLength(12);
    expect(found.addable).toContain("Net Worth Amount");
    expect(recognizedColumns(parseCsv("Date,Type,Asset,Quantity")).format).toBeUndefined();
  });
  test("and an unknown one is refused with what was seen", () => {
    const grid = parseCsv("Portfolio,Day,Symbol,Bought\r\nA,2024-01-05,BTC,1");
    expect(parseLedger(grid, parseSettings("").settings, UTC)).toEqual({
      unreadable: expect.stringMatching(/row 1 comes nearest with Symbol\./) as string,
    });
  });
});
