import { describe, expect, it, vi } from "vitest";

import { nodeClient, type NodeClient } from "./nodeClient.ts";
import { snapshot, valuesOf, workbookOf } from "./workbookOf.ts";

const open = (): NodeClient =>
  nodeClient(workbookOf({ sheets: { Transactions: [["Asset"], ["BTC"]], Prices: [["Asset"]] } }));

/** The error with which a batch ends. */
const errorOf = (
  run: Promise<unknown>,
): Promise<{ readonly code: string; readonly message: string }> =>
  run.then(
    () => ({ code: "no error", message: "" }),
    (error: unknown) => error as { readonly code: string; readonly message: string },
  );

describe("Rules of the client itself", () => {
  it("a property that was not loaded cannot be read", async () => {
    const { run } = open();
    const error = await errorOf(
      run(async (context) => {
        const sheet = context.workbook.worksheets.getFirst();
        await context.sync();
        return sheet.name;
      }),
    );
    expect(error.code).toBe("PropertyNotLoaded");
  });

  it("a missing item is a null object, and so is what hangs on it", async () => {
    const { run } = open();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("Nowhere");
      const used = sheet.getUsedRangeOrNullObject();
      used.load("address");
      await context.sync();
      expect([sheet.isNullObject, used.isNullObject]).toEqual([true, true]);
    });
  });

  it("what is asked of a null object is not done", async () => {
    const { run, workbook } = open();
    await run(async (context) => {
      context.workbook.worksheets.getItemOrNullObject("Nowhere").delete();
      await context.sync();
    });
    expect(workbook.sheets).toHaveLength(2);
  });

  it("a missing item without null object ends the batch with its statement", async () => {
    const { run } = open();
    const error = await errorOf(
      run(async (context) => {
        context.workbook.worksheets.getItem("Nowhere").activate();
        await context.sync();
      }),
    );
    expect(error.code).toBe("ItemNotFound");
    expect(error).toHaveProperty("debugInfo.statement", expect.stringContaining("getItem"));
  });

  it("ranges are kept by reference and given back after the run", async () => {
    const { run, requests } = open();
    await run(async (context) => {
      const range = context.workbook.worksheets.getItem("Transactions").getRange("A2");
      range.load("values");
      await context.sync();
      range.values = [["ETH"]];
      await context.sync();
    });
    await vi.waitFor(() => {
      expect(requests.map(({ actions }) => actions)).toEqual([
        ["load GetRange"],
        ["set ref1.Values"],
        [],
      ]);
    });
  });

  it("a collection loads its items with what is asked of each", async () => {
    const { run } = open();
    await run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/name,items/visibility");
      const count = worksheets.getCount();
      await context.sync();
      expect(worksheets.items.map(({ name, visibility }) => [name, visibility])).toEqual([
        ["Transactions", "Visible"],
        ["Prices", "Visible"],
      ]);
      expect(count.value).toBe(2);
      expect(() => worksheets.items[0]!.tabColor).toThrow(/not available/);
    });
  });

  it("load without names brings every plain property", async () => {
    const { run } = open();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.load();
      await context.sync();
      expect(sheet.toJSON()).toMatchObject({
        name: "Transactions",
        position: 0,
        showGridlines: true,
      });
    });
  });

  it("asks for a newer Excel than there is only up to the version declared", async () => {
    const { run } = nodeClient(workbookOf({ sheets: { A: [["a"], [1]] } }), { excelApi: "1.12" });
    const error = await errorOf(
      run(async (context) => {
        context.workbook.worksheets.getFirst().tables.add("A1:A2", true).resize("A1:B2");
        await context.sync();
      }),
    );
    expect(error.code).toBe("ApiNotFound");
  });

  it("tells which version each member needs", async () => {
    const { run, auditRequirementSets } = open();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.freezePanes.freezeRows(1);
      sheet.customProperties.add("mark", "yes");
      await context.sync();
    });
    expect(auditRequirementSets().highest).toBe("1.12");
    expect(auditRequirementSets().byMember.get("freezePanes")).toBe("1.7");
  });
});

describe("What is not modelled", () => {
  it("fails with the name of the member", async () => {
    const { run } = open();
    const error = await errorOf(
      run(async (context) => {
        context.workbook.worksheets.getFirst().shapes.addTextBox("text");
        await context.sync();
      }),
    );
    expect(error.code).toBe("NotImplemented");
    expect(error.message).toContain("Worksheet.shapes");
  });
});

describe("Faults", () => {
  const twoSteps = ({ run }: NodeClient): Promise<unknown> =>
    run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Prices");
      sheet.getRange("B1").values = [["Price"]];
      await context.sync();
      sheet.getRange("B2").values = [[1]];
      await context.sync();
    });

  it("an error at the second request leaves what the first one did", async () => {
    const client = open();
    client.failRequest(2, { kind: "error", code: "GeneralException" });
    expect((await errorOf(twoSteps(client))).code).toBe("GeneralException");
    expect(valuesOf(client.workbook, "Prices")).toEqual([["Asset", "Price"]]);
  });

  it("an error at a step leaves what the steps before it did", async () => {
    const client = open();
    const failing = client.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.add("One");
      worksheets.add("Two");
      await context.sync();
    });
    client.failWhen(({ Actions }) => ({
      kind: "error",
      code: "GeneralException",
      action: Actions.length - 1,
    }));
    await errorOf(failing);
    expect(client.workbook.sheets.map(({ name }) => name)).toEqual([
      "Transactions",
      "Prices",
      "One",
    ]);
  });

  it("a lost request does nothing, a lost answer does everything, and both are errors", async () => {
    for (const [kind, rows] of [
      ["lost request", 1],
      ["lost answer", 2],
    ] as const) {
      const client = open();
      client.failRequest(2, { kind });
      expect((await errorOf(twoSteps(client))).code).toBe("GeneralException");
      expect(valuesOf(client.workbook, "Prices")).toHaveLength(rows);
    }
  });

  it("while a cell is edited every request is refused", async () => {
    const client = open();
    client.workbook.isCellEditing = true;
    expect((await errorOf(twoSteps(client))).code).toBe("InvalidOperationInCellEditMode");
    client.workbook.isCellEditing = false;
    expect((await errorOf(twoSteps(client))).code).toBe("no error");
  });

  it("the web refuses a request above 5 MB, Windows takes it", async () => {
    for (const [flavour, code] of [
      ["web", "RequestPayloadSizeLimitExceeded"],
      ["windows", "no error"],
    ] as const) {
      const client = nodeClient(workbookOf({ sheets: { A: [] } }), { flavour });
      const error = await errorOf(
        client.run(async (context) => {
          const long = "x".repeat(30_000);
          context.workbook.worksheets.getFirst().getRange("A1:A200").values = Array.from(
            { length: 200 },
            () => [long],
          );
          await context.sync();
        }),
      );
      expect(error.code).toBe(code);
    }
  });

  it("the web refuses an answer above 5 MB", async () => {
    const rows = Array.from({ length: 200 }, () => ["x".repeat(30_000)]);
    const client = nodeClient(workbookOf({ sheets: { A: rows } }));
    const error = await errorOf(
      client.run(async (context) => {
        context.workbook.worksheets.getFirst().getUsedRange().load("values");
        await context.sync();
      }),
    );
    expect(error.code).toBe("ResponsePayloadSizeLimitExceeded");
  });
});

describe("A snapshot", () => {
  it("is the same after reading, and differs after any change", async () => {
    const client = open();
    const before = snapshot(client.workbook);
    const change = async (write: (sheet: Excel.Worksheet) => void): Promise<void> => {
      await client.run(async (context) => {
        write(context.workbook.worksheets.getItem("Prices"));
        await context.sync();
      });
    };
    await change((sheet) => sheet.getUsedRange().load("values,numberFormat,text"));
    expect(snapshot(client.workbook)).toEqual(before);
    const changes: readonly ((sheet: Excel.Worksheet) => void)[] = [
      (sheet) => (sheet.getRange("A1").numberFormat = [["@"]]),
      (sheet) => (sheet.getRange("C1").format.fill.color = "#FFFFFF"),
      (sheet) => (sheet.getRange("A:A").format.columnWidth = 100),
      (sheet) => (sheet.tabColor = "#FF0000"),
      (sheet) => sheet.names.add("here", sheet.getRange("A1")),
    ];
    let last = before;
    for (const one of changes) {
      await change(one);
      const now = snapshot(client.workbook);
      expect(now["Prices"]).not.toBe(last["Prices"]);
      expect(now["Transactions"]).toBe(before["Transactions"]);
      last = now;
    }
  });
});
