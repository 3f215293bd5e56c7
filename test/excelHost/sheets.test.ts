import { describe, expect, it } from "vitest";

import { nodeClient, type NodeClient } from "./nodeClient.ts";
import { workbookOf } from "./workbookOf.ts";

const open = (): NodeClient =>
  nodeClient(
    workbookOf({
      sheets: {
        Ledger: [
          ["Asset", "Loss", "Asset"],
          ["BTC", 100, "x"],
          ["ETH", 50, "y"],
        ],
        Other: [],
      },
    }),
  );

const on = (
  { run }: NodeClient,
  use: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown,
): Promise<void> =>
  run(async (context) => {
    await use(context.workbook.worksheets.getItem("Ledger"), context);
    await context.sync();
  });

const codeOf = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => "no error",
    (error: unknown) => (error as { readonly code: string }).code,
  );

describe("Worksheets", () => {
  it.each([
    ["Summary by FIFO", "no error"],
    ["x".repeat(31), "no error"],
    ["x".repeat(32), "InvalidArgument"],
    ["a/b", "InvalidArgument"],
    ["'quoted'", "InvalidArgument"],
    ["History", "InvalidArgument"],
    ["LEDGER", "ItemAlreadyExists"],
  ])("a new one named %s: %s", async (name, code) => {
    const adding = on(open(), (_, context) => context.workbook.worksheets.add(name));
    expect(await codeOf(adding)).toBe(code);
  });

  it("one renamed to another's name is refused", async () => {
    const renaming = on(open(), (sheet) => {
      sheet.name = "other";
    });
    expect(await codeOf(renaming)).toBe("ItemAlreadyExists");
  });

  it("the last visible one stays", async () => {
    const client = open();
    await on(client, (_, context) => {
      context.workbook.worksheets.getItem("Other").visibility = "Hidden";
    });
    const deleting = on(client, (sheet) => {
      sheet.delete();
    });
    expect(await codeOf(deleting)).toBe("InvalidOperation");
  });

  it("move, and a deleted one gives the focus to its neighbour", async () => {
    const client = open();
    await on(client, (sheet, context) => {
      const tab = context.workbook.worksheets.add("Tab");
      tab.position = 1;
      sheet.activate();
      sheet.delete();
    });
    expect(client.workbook.sheets.map(({ name }) => name)).toEqual(["Tab", "Other"]);
    expect(client.workbook.active?.name).toBe("Tab");
  });

  it("a protected structure takes no new sheet, a protected sheet no value", async () => {
    const client = open();
    client.workbook.isStructureProtected = true;
    expect(await codeOf(on(client, (_, context) => context.workbook.worksheets.add("New")))).toBe(
      "AccessDenied",
    );
    await on(client, (sheet) => {
      sheet.getRange("A1").format.protection.locked = false;
      sheet.protection.protect();
    });
    const write = (address: string): Promise<string> =>
      codeOf(
        on(client, (sheet) => {
          sheet.getRange(address).values = [[1]];
        }),
      );
    expect([await write("A1"), await write("A2")]).toEqual(["no error", "AccessDenied"]);
  });

  it("keep properties of their own and freeze rows", async () => {
    const client = open();
    await on(client, async (sheet, context) => {
      sheet.customProperties.add("tlh.tab", "Summary by FIFO");
      sheet.freezePanes.freezeRows(2);
      const mark = sheet.customProperties.getItemOrNullObject("TLH.TAB").load("value");
      const none = sheet.customProperties.getItemOrNullObject("other");
      const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
      await context.sync();
      expect([mark.value, none.isNullObject, frozen.address]).toEqual([
        "Summary by FIFO",
        true,
        "Ledger!1:2",
      ]);
    });
  });
});

describe("Tables", () => {
  it("make their headers differ, and cannot overlap", async () => {
    const client = open();
    await on(client, async (sheet, context) => {
      const table = sheet.tables.add("A1:C3", true);
      table.name = "Lots";
      table.columns.load("items/name");
      const body = table.getDataBodyRange().load("address");
      await context.sync();
      expect(table.columns.items.map(({ name }) => name)).toEqual(["Asset", "Loss", "Asset2"]);
      expect(body.address).toBe("Ledger!A2:C3");
    });
    expect(await codeOf(on(client, (sheet) => sheet.tables.add("C3:D4", true)))).toBe(
      "InvalidArgument",
    );
  });

  it("cannot be named like a cell", async () => {
    const naming = on(open(), (sheet) => {
      sheet.tables.add("A1:B3", true).name = "LOT1";
    });
    expect(await codeOf(naming)).toBe("InvalidArgument");
  });
});

describe("Conditional formats", () => {
  it("keep rule and look, newest first, and are cleared with their range", async () => {
    const client = open();
    await on(client, async (sheet, context) => {
      const losses = sheet.getRange("B2:B3");
      const below = losses.conditionalFormats.add("CellValue").cellValue;
      below.format.font.color = "#C0281C";
      below.rule = { formula1: "=0", operator: "LessThan" };
      const custom = losses.conditionalFormats.add("Custom");
      custom.custom.rule.formula = '=$C2="x"';
      losses.conditionalFormats.load("items/type");
      await context.sync();
      expect(losses.conditionalFormats.items.map(({ type }) => type)).toEqual([
        "Custom",
        "CellValue",
      ]);
    });
    const [, rule] = client.workbook.sheet("Ledger").conditions;
    expect(rule?.look.toJson()).toMatchObject({
      cellValue: { rule: { formula1: "=0" }, format: { font: { color: "#C0281C" } } },
    });
    await on(client, (sheet) => {
      sheet.getRange("A1:C3").clear("Formats");
    });
    expect(client.workbook.sheet("Ledger").conditions).toEqual([]);
  });
});

describe("Charts", () => {
  it("take series from the first row and categories from the first column", async () => {
    const client = open();
    await on(client, async (sheet, context) => {
      const chart = sheet.charts.add("BarClustered", sheet.getRange("A1:B3"), "Columns");
      chart.title.text = "Harvestable loss";
      chart.legend.visible = false;
      chart.axes.categoryAxis.reversePlotOrder = true;
      chart.setPosition("E2", "K20");
      const series = chart.series.getItemAt(0);
      series.format.fill.setSolidColor("#1F3864");
      series.load("name");
      chart.load("left,top");
      await context.sync();
      expect([series.name, chart.left, chart.top]).toEqual(["Loss", 192, 15]);
    });
    const [chart] = client.workbook.sheet("Ledger").charts;
    expect(chart?.series[0]).toMatchObject({
      values: { area: { row: 1, column: 1, rows: 2, columns: 1 } },
      categories: { area: { row: 1, column: 0, rows: 2, columns: 1 } },
    });
    expect(chart?.look.toJson()).toMatchObject({
      title: { text: "Harvestable loss" },
      axes: { categoryAxis: { reversePlotOrder: true } },
    });
  });
});

describe("The workbook", () => {
  it("keeps names, settings and parts of XML", async () => {
    const client = open();
    await on(client, async (sheet, context) => {
      const { workbook } = context;
      workbook.names.add("Losses", sheet.getRange("B2:B3"));
      workbook.settings.add("choices", { tabs: ["Summary by FIFO"] });
      workbook.customXmlParts.add('<tlh xmlns="urn:tlh"/>');
      const name = workbook.names.getItem("losses").load("formula");
      const setting = workbook.settings.getItem("choices").load("value");
      const parts = workbook.customXmlParts.getByNamespace("urn:tlh").load("items/id");
      await context.sync();
      expect(name.formula).toBe("=Ledger!$B$2:$B$3");
      expect(setting.value).toEqual({ tabs: ["Summary by FIFO"] });
      expect(parts.items).toHaveLength(1);
    });
  });

  it("takes no name that is a cell, and none twice", async () => {
    const naming = (...names: readonly string[]): Promise<string> =>
      codeOf(
        on(open(), (_, context) => {
          for (const name of names) context.workbook.names.add(name, "=1");
        }),
      );
    expect(await naming("A1")).toBe("InvalidArgument");
    expect(await naming("Rate", "RATE")).toBe("ItemAlreadyExists");
  });

  it("takes links up to Excel's number for a sheet", async () => {
    const client = open();
    const link = (address: string): Promise<string> =>
      codeOf(
        on(client, (sheet) => {
          sheet.getRange(address).hyperlink = { documentReference: "Ledger!A1" };
        }),
      );
    expect(await link("Z1:Z65530")).toBe("no error");
    expect(await link("AA1")).toBe("InvalidOperation");
  });

  it("says what is selected", async () => {
    const client = open();
    await on(client, async (sheet, context) => {
      sheet.getRange("B3").select();
      const selected = context.workbook.getSelectedRange().load("address");
      await context.sync();
      expect(selected.address).toBe("Ledger!B3");
    });
  });
});
