import { describe, expect, test } from "vitest";
import { dayValue, EXCEL_LIMITS, paintTab, type PaintedCell } from "../../../core/index.ts";
import { makeReport } from "../../../pane/run/makeReport.ts";
import { intlZoneOffsets } from "../../../zones/intlZoneOffsets.ts";
import { nodeClient } from "../../excelHost/nodeClient.ts";
import { snapshot, valuesOf, workbookOf } from "../../excelHost/workbookOf.ts";
import { CHOICES, paneOnHost, quietRun, SAMPLE, sampleWorkbook } from "../paneOnHost.ts";

const USER = ["Transactions", "Prices", "Settings"];

const gridOf = (name: string) => SAMPLE.find((sheet) => sheet.name === name)!.rows;

/** The report that the sample's sheets give without a host. */
const expected = () => {
  const report = makeReport(
    {
      grids: {
        transactions: gridOf("Transactions"),
        prices: gridOf("Prices"),
        settings: gridOf("Settings"),
      },
      choices: CHOICES,
      dateSystem: 1900,
    },
    { zones: { offsets: intlZoneOffsets, workbookZone: undefined }, progress: () => undefined },
  );
  if ("sentence" in report) throw new Error(report.sentence);
  return report;
};

function shown(cell: PaintedCell): string | number {
  if (cell === null) return "";
  if (typeof cell !== "object") return cell;
  switch (cell.kind) {
    case "day":
      return dayValue(cell.day, 1900);
    case "formula":
      return cell.value;
    case "source":
      return cell.row;
  }
}

describe("generating in Excel", () => {
  test("writes the tabs behind the user's sheets, each cell as painted, and touches nothing else", async () => {
    const workbook = sampleWorkbook();
    const before = snapshot(workbook, USER);
    const host = paneOnHost(nodeClient(workbook));
    const outcome = await host.generate(CHOICES, quietRun());
    expect(outcome.kind === "failed" ? outcome.sentence : outcome.kind).toBe("done");
    expect(workbook.sheets.map(({ name }) => name)).toEqual([...USER, ...CHOICES.tabs]);
    expect(snapshot(workbook, USER)).toEqual(before);
    for (const tab of expected().tabs) {
      const { cells, layout } = paintTab(tab, { hasSource: true, limits: EXCEL_LIMITS });
      const values = valuesOf(workbook, tab.name);
      cells(1, layout.rowCount).forEach((row, index) => {
        row.forEach((cell, column) => {
          const held = values[index]?.[column] ?? "";
          const where = `${tab.name} ${index + 1}/${column}`;
          if (typeof held === "number" && typeof shown(cell) === "number") {
            expect([where, Math.abs(held - Number(shown(cell))) < 1e-6]).toEqual([where, true]);
          } else if (!(cell !== null && typeof cell === "object" && cell.kind === "source")) {
            expect([where, held]).toEqual([where, shown(cell)]);
          }
        });
      });
    }
  });

  test("a second run replaces its own tabs in place: what refers to them goes on referring", async () => {
    const workbook = sampleWorkbook();
    const client = nodeClient(workbook);
    const host = paneOnHost(client);
    await host.generate(CHOICES, quietRun());
    workbook.sheet("Summary by FIFO").name = "My losses";
    const id = workbook.sheet("My losses").id;
    await client.run(async (context) => {
      const cell = context.workbook.worksheets.getItem("Prices").getRange("H1");
      cell.formulas = [["='My losses'!A1"]];
      await context.sync();
    });
    const names = workbook.sheets.map(({ name }) => name);
    const others = ["Summary by LIFO", "FIFO Ordering of Sells"];
    const before = others.map((name) => valuesOf(workbook, name));
    const outcome = await host.generate(CHOICES, quietRun());
    expect(outcome).toMatchObject({ kind: "done", tabs: ["My losses", ...CHOICES.tabs.slice(1)] });
    expect(workbook.sheets.map(({ name }) => name)).toEqual(names);
    expect(workbook.sheet("My losses").id).toBe(id);
    expect(valuesOf(workbook, "Prices")[0]?.[7]).toBe("Summary by FIFO");
    expect(others.map((name) => valuesOf(workbook, name))).toEqual(before);
    expect(workbook.sheet("My losses").charts).toHaveLength(1);
    expect(workbook.sheet("My losses").tables).toHaveLength(1);
    expect(workbook.sheet("My losses").conditions).toHaveLength(
      workbook.sheet("Summary by LIFO").conditions.length,
    );
  });

  test("reported balances and brokers' rows are read where the workbook has them", async () => {
    const workbook = workbookOf({
      sheets: {
        Trades: [
          ["Date", "Type", "Asset", "Quantity", "Total", "Wallet"],
          ["2026-01-05", "Buy", "BTC", 2, 200, "A"],
          ["2026-03-05", "Sell", "BTC", 1, 150, "A"],
        ],
        Balances: [
          ["Asset", "Quantity", "Wallet"],
          ["BTC", 3, "A"],
        ],
        "1099-DA": [
          ["Asset", "Quantity", "Date sold", "Proceeds", "Cost basis"],
          ["BTC", 1, "2026-03-05", 149, 100],
        ],
      },
    });
    const host = paneOnHost(nodeClient(workbook));
    const choices = {
      ...CHOICES,
      transactions: "sheet:Trades",
      prices: undefined,
      settings: undefined,
      tabs: ["Proof", "1099 Check"],
    };
    const stated = { ...choices, balances: "sheet:Balances", brokers: ["sheet:1099-DA"] };
    expect((await host.generate(stated, quietRun())).kind).toBe("done");
    const textsOf = (name: string) => valuesOf(workbook, name).flat().map(String).join("\n");
    expect(textsOf("Proof")).toContain("Balances reported");
    expect(textsOf("1099 Check")).not.toContain("No brokers' rows were found");
    const gone = { ...stated, balances: "sheet:Gone", brokers: ["sheet:Gone"] };
    expect((await host.generate(gone, quietRun())).kind).toBe("done");
    expect(textsOf("Proof")).not.toContain("Balances reported");
    expect(textsOf("1099 Check")).toContain("No brokers' rows were found");
  });

  test("a user's own sheet of a tab's name stays, and the tab gets a suffix", async () => {
    const workbook = sampleWorkbook();
    workbook.addSheet("summary by fifo").cells.set(0, 0, "mine");
    await paneOnHost(nodeClient(workbook)).generate(CHOICES, quietRun());
    expect(valuesOf(workbook, "summary by fifo")).toEqual([["mine"]]);
    expect(workbook.sheets.map(({ name }) => name)).toContain("Summary by FIFO (2)");
  });

  test("rows of an earlier, longer report are gone", async () => {
    const workbook = sampleWorkbook();
    const client = nodeClient(workbook);
    const host = paneOnHost(client);
    await host.generate(CHOICES, quietRun());
    const long = valuesOf(workbook, "FIFO Ordering of Sells").length;
    await host.generate({ ...CHOICES, set: { as_of: "2023-01-01" } }, quietRun());
    const short = valuesOf(workbook, "FIFO Ordering of Sells");
    expect(short.length).toBeLessThan(long);
    expect(short.at(-1)?.[0]).not.toBe("");
  });

  test("the ledger may be a table, and rows then count from its headings", async () => {
    const workbook = sampleWorkbook();
    const client = nodeClient(workbook);
    await client.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Transactions");
      sheet.tables.add(sheet.getUsedRange(), true).name = "Trades";
      await context.sync();
    });
    const host = paneOnHost(client);
    const sources = await host.sources();
    expect(sources.map(({ id }) => id)).toEqual([
      "sheet:Transactions",
      "sheet:Prices",
      "sheet:Settings",
      "table:Trades",
    ]);
    const outcome = await host.generate({ ...CHOICES, transactions: "table:Trades" }, quietRun());
    expect(outcome.kind).toBe("done");
    await host.selectRow({ source: "table:Trades", row: 3 });
    expect(workbook.active?.name).toBe("Transactions");
    expect(workbook.selection.row).toBe(2);
  });

  test("serial dates of a 1904 workbook are read and written as such", async () => {
    const workbook = sampleWorkbook();
    await paneOnHost(nodeClient(workbook)).generate(CHOICES, quietRun());
    const usual = valuesOf(workbook, "Summary by FIFO");
    const shifted = sampleWorkbook();
    shifted.dateSystem = 1904;
    const sheets = ["Transactions", "Prices"];
    for (const name of sheets) {
      valuesOf(shifted, name).forEach((row, index) => {
        row.forEach((value, column) => {
          const isDate = typeof value === "number" && value > 40000 && value < 47000;
          const isDateColumn = (SAMPLE.find((one) => one.name === name)?.formats ?? [])[column];
          if (isDate && isDateColumn === "date") {
            shifted.sheet(name).cells.set(index, column, value - 1462);
          }
        });
      });
    }
    await paneOnHost(nodeClient(shifted)).generate(CHOICES, quietRun());
    let days = 0;
    valuesOf(shifted, "Summary by FIFO").forEach((row, index) => {
      row.forEach((value, column) => {
        const other = usual[index]?.[column];
        const isDay =
          typeof value === "number" && typeof other === "number" && other - value === 1462;
        if (isDay) days += 1;
        expect([index, column, isDay || value === other]).toEqual([index, column, true]);
      });
    });
    expect(days).toBeGreaterThan(20);
  });
});

describe("when something is in the way", () => {
  const failing = async (arrange: (workbook: ReturnType<typeof sampleWorkbook>) => void) => {
    const workbook = sampleWorkbook();
    const client = nodeClient(workbook);
    const host = paneOnHost(client);
    await host.generate(CHOICES, quietRun());
    arrange(workbook);
    const before = snapshot(workbook);
    const outcome = await host.generate(CHOICES, quietRun());
    expect(snapshot(workbook)).toEqual(before);
    return outcome.kind === "failed" ? outcome.sentence : outcome.kind;
  };

  test("a protected workbook is left as it is, with a sentence", async () => {
    const sentence = await failing((workbook) => {
      workbook.isStructureProtected = true;
    });
    expect(sentence).toMatch(/structure is protected.*unprotect it.*Nothing was changed/);
  });

  test("so is one in which a cell is being edited", async () => {
    const workbook = sampleWorkbook();
    workbook.isCellEditing = true;
    const before = snapshot(workbook);
    const outcome = await paneOnHost(nodeClient(workbook)).generate(CHOICES, quietRun());
    expect(outcome).toMatchObject({ kind: "failed" });
    expect(outcome.kind === "failed" && outcome.sentence).toMatch(/A cell is being edited/);
    expect(snapshot(workbook)).toEqual(before);
  });

  test("a run that is stopped leaves the earlier report and no sheet of its own", async () => {
    const workbook = sampleWorkbook();
    const host = paneOnHost(nodeClient(workbook));
    await host.generate(CHOICES, quietRun());
    const before = snapshot(workbook);
    const stop = new AbortController();
    const outcome = await host.generate(CHOICES, {
      signal: stop.signal,
      progress: (step) => {
        if (step.startsWith("Writing LIFO Ordering")) stop.abort();
      },
    });
    expect(outcome.kind).toBe("cancelled");
    expect(snapshot(workbook)).toEqual(before);
  });

  test("a sheet that is gone is named", async () => {
    const outcome = await paneOnHost(nodeClient(sampleWorkbook())).generate(
      { ...CHOICES, prices: "sheet:Old prices" },
      quietRun(),
    );
    expect(outcome.kind === "failed" && outcome.sentence).toMatch(/There is no "Old prices"/);
  });
});
