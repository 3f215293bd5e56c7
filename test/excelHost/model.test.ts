import { describe, expect, it } from "vitest";

import { nodeClient, type NodeClient } from "./nodeClient.ts";
import { setFormulaValue, valuesOf, workbookOf } from "./workbookOf.ts";

const open = (rows: Parameters<typeof workbookOf>[0]["sheets"][string] = []): NodeClient =>
  nodeClient(workbookOf({ sheets: { Sheet1: rows } }));

/** Does something with the first sheet. */
const on = <Result>(
  { run }: NodeClient,
  use: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Result | Promise<Result>,
): Promise<Result> =>
  run(async (context) => {
    const result = await use(context.workbook.worksheets.getItem("Sheet1"), context);
    await context.sync();
    return result;
  });

const codeOf = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => "no error",
    (error: unknown) => (error as { readonly code: string }).code,
  );

describe("Values as typed", () => {
  it.each([
    ["12", 12, "General"],
    ["0012", 12, "General"],
    ["1,234.50", 1234.5, "#,##0.00"],
    ["(5)", -5, "General"],
    ["12%", 0.12, "0%"],
    ["$3.50", 3.5, "$#,##0.00_);[Red]($#,##0.00)"],
    ["1e5", 100000, "0.00E+00"],
    ["2024-01-05", 45296, "m/d/yyyy"],
    ["1/5/2024", 45296, "m/d/yyyy"],
    ["5-Jan-24", 45296, "d-mmm"],
    ["12:00", 0.5, "h:mm"],
    ["2024-01-05 18:00", 45296.75, "m/d/yyyy h:mm"],
    ["true", true, "General"],
    ["#N/A", "#N/A", "General"],
    ["2024-02-30", "2024-02-30", "General"],
    ["BTC", "BTC", "General"],
    ["1,23", "1,23", "General"],
    ["'0012", "0012", "General"],
    ["-", "-", "General"],
  ])("%s becomes %s", async (typed, value, format) => {
    await on(open(), async (sheet, context) => {
      const cell = sheet.getRange("A1");
      cell.values = [[typed]];
      cell.load("values,numberFormat");
      await context.sync();
      expect([cell.values[0]![0], cell.numberFormat[0]![0]]).toEqual([value, format]);
    });
  });

  it("text stays text in cells formatted as text", async () => {
    const client = open();
    await on(client, (sheet) => {
      sheet.getRange("A1:A3").numberFormat = [["@"], ["@"], ["@"]];
      sheet.getRange("A1:A3").values = [["0012"], ["=1+1"], ["2024-01-05"]];
    });
    expect(valuesOf(client.workbook, "Sheet1")).toEqual([["0012"], ["=1+1"], ["2024-01-05"]]);
  });

  it("text that begins like a formula is one, whatever sign begins it", async () => {
    const client = open();
    await on(client, (sheet) => {
      sheet.getRange("A1:A3").values = [["=1+2"], ["+cmd"], ["-A1"]];
    });
    expect(valuesOf(client.workbook, "Sheet1")).toEqual([[3], ["#NAME?"], [-3]]);
  });

  it("null leaves a cell as it is, and an empty text clears it", async () => {
    const client = open([["a", "b"]]);
    await on(client, (sheet) => {
      sheet.getRange("A1:B1").values = [[null, ""]];
    });
    expect(valuesOf(client.workbook, "Sheet1")).toEqual([["a"]]);
  });

  it("writes of the wrong size are refused, small and split ones", async () => {
    const wrong = (address: string, rows: number): Promise<string> =>
      codeOf(
        on(open(), (sheet) => {
          sheet.getRange(address).values = Array.from({ length: rows }, () => [1]);
        }),
      );
    expect(await wrong("A1:A3", 2)).toBe("InvalidArgument");
    expect(await wrong("A1:A3000", 2999)).toBe("InvalidArgument");
  });

  it("a text above 32,767 characters and a broken formula are refused", async () => {
    for (const text of ["x".repeat(32_768), "=SUM(A1", '="open']) {
      const code = await codeOf(
        on(open(), (sheet) => {
          sheet.getRange("A1").values = [[text]];
        }),
      );
      expect(code).toBe("InvalidArgument");
    }
  });
});

describe("Ranges", () => {
  it("whole columns give null and refuse writes, but take looks", async () => {
    const client = open([["a"]]);
    await on(client, async (sheet, context) => {
      const column = sheet.getRange("A:A");
      column.load("values,address");
      column.format.font.bold = true;
      await context.sync();
      expect([column.values, column.address]).toEqual([null, "Sheet1!A:A"]);
    });
    const code = await codeOf(
      on(client, (sheet) => {
        sheet.getRange("A:A").values = "x" as never;
      }),
    );
    expect(code).toBe("InvalidArgument");
    expect(client.workbook.sheet("Sheet1").formats.at("font.bold", 99, 0)).toBe(true);
  });

  it("end where the sheet ends", async () => {
    const beyond = (address: string): Promise<string> =>
      codeOf(on(open(), (sheet) => void sheet.getRange(address).load("address")));
    expect(await beyond("XFD1048576")).toBe("no error");
    expect(await beyond("A1048577")).toBe("InvalidArgument");
    expect(await beyond("XFE1")).toBe("InvalidArgument");
  });

  it("of different looks answer null", async () => {
    await on(open(), async (sheet, context) => {
      sheet.getRange("A1").format.fill.color = "#ff0000";
      const one = sheet.getRange("A1").format.fill.load("color");
      const two = sheet.getRange("A1:A2").format.fill.load("color");
      await context.sync();
      expect([one.color, two.color]).toEqual(["#FF0000", null]);
    });
  });

  it("the used range has values alone, or looks too", async () => {
    await on(open([["a"]]), async (sheet, context) => {
      sheet.getRange("C3").format.fill.color = "#FFF1C9";
      const values = sheet.getUsedRange(true).load("address");
      const all = sheet.getUsedRange().load("address");
      await context.sync();
      expect([values.address, all.address]).toEqual(["Sheet1!A1", "Sheet1!A1:C3"]);
    });
  });

  it("show their values by number format", async () => {
    await on(open([[-1234.5, 45296, 0.256, 5, "x"]]), async (sheet, context) => {
      const range = sheet.getRange("A1:E1");
      range.numberFormat = [
        ["#,##0.00;[Red](#,##0.00)", "yyyy-mm-dd", "0.0%", "#,##0.##########", "@"],
      ];
      range.load("text");
      await context.sync();
      expect(range.text).toEqual([["(1,234.50)", "2024-01-05", "25.6%", "5.", "x"]]);
    });
  });

  it("merging keeps the first cell and takes no values for the others", async () => {
    const client = open([["a", "b"]]);
    await on(client, (sheet) => {
      sheet.getRange("A1:B1").merge(false);
      sheet.getRange("A1:B1").values = [["title", "lost"]];
    });
    expect(valuesOf(client.workbook, "Sheet1")).toEqual([["title"]]);
  });
});

describe("Formulas", () => {
  const ledger = [
    ["Asset", "Loss"],
    ["BTC", 100],
    ["eth", 50],
    ["BTC", 7],
    [">5", 1],
  ];

  it.each([
    ["=SUM(B2:B5)", 158],
    ["=SUM(B:B)", 158],
    ['=SUMPRODUCT(--($A$2:$A$5="btc"),$B$2:$B$5)', 107],
    ["=SUMPRODUCT(--($A$2:$A$5=$A5),$B$2:$B$5)", 1],
    ['=SUMIFS(B2:B5,A2:A5,"ETH")', 50],
    ['=SUMIFS(B2:B5,B2:B5,">7")', 150],
    ["=-B2*2+1", -199],
    ["=1/0", "#DIV/0!"],
    ['=B2&" of "&A2', "100 of BTC"],
    ["=Sheet1!B2+'Sheet1'!B3", 150],
    ["=Nowhere!B2", "#REF!"],
    ["=TLH_FIFO(A1:B5)", "#NAME?"],
  ])("%s gives %s", async (formula, value) => {
    await on(open(ledger), async (sheet, context) => {
      const cell = sheet.getRange("D1");
      cell.formulas = [[formula]];
      cell.load("values,formulas");
      await context.sync();
      expect(cell.values).toEqual([[value]]);
      expect(cell.formulas).toEqual([[formula]]);
    });
  });

  it("of other functions give what a test says", () => {
    const { workbook } = open([[{ formula: "=TODAY()" }]]);
    setFormulaValue(workbook, { sheet: "Sheet1", address: "A1" }, 45296);
    expect(valuesOf(workbook, "Sheet1")).toEqual([[45296]]);
  });

  it("follow a sheet that is renamed and lose one that is deleted", async () => {
    const client = open([[{ formula: "=SUM(Other!A1:A2)" }]]);
    const other = client.workbook.addSheet("Other");
    other.cells.set(0, 0, 5);
    await on(client, (_, context) => {
      context.workbook.worksheets.getItem("Other").name = "By lot";
    });
    const formula = (): unknown => client.workbook.sheet("Sheet1").cells.get(0, 0);
    expect(formula()).toEqual({ formula: "=SUM('By lot'!A1:A2)" });
    expect(valuesOf(client.workbook, "Sheet1")).toEqual([[5]]);
    await on(client, (_, context) => {
      context.workbook.worksheets.getItem("By lot").delete();
    });
    expect(formula()).toEqual({ formula: "=SUM(#REF!)" });
  });
});
