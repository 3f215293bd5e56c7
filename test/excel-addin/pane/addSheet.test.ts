import { describe, expect, test, vi } from "vitest";
import { nodeClient } from "../../excelHost/nodeClient.ts";
import { snapshot, valuesOf, workbookOf } from "../../excelHost/workbookOf.ts";
import { paneOnHost } from "../paneOnHost.ts";

const opened = () => {
  const workbook = workbookOf({ sheets: { trades: [["mine", 1]] } });
  const client = nodeClient(workbook);
  return { workbook, client, host: paneOnHost(client) };
};

const ROWS = [
  ["Date", "Amount", "Note"],
  ["2026-01-05", "0.100000000000000001", '=HYPERLINK("x")'],
  ["", "1.55E+13", "'quoted"],
];

describe("a file's sheet in Excel", () => {
  test("holds its cells as text, beside the user's sheets, whose names it does not take", async () => {
    const { workbook, host } = opened();
    const before = snapshot(workbook, ["trades"]);
    await host.addSheet("trades", ROWS);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["trades", "trades (2)"]);
    expect(valuesOf(workbook, "trades (2)")).toEqual(ROWS);
    expect(workbook.sheet("trades (2)").cells.get(1, 2)).toBe('=HYPERLINK("x")');
    expect(snapshot(workbook, ["trades"])).toEqual(before);
  });

  test("is written in requests that each fit Excel on the web", async () => {
    const { workbook, client, host } = opened();
    const rows = Array.from({ length: 30_000 }, (_, row) => [`row ${String(row)}`, "ü".repeat(60)]);
    await host.addSheet("large", rows);
    expect(valuesOf(workbook, "large")).toEqual(rows);
    const sizes = client.requests.map(({ requestBytes }) => requestBytes);
    expect(sizes.length).toBeGreaterThan(3);
    expect(Math.max(...sizes)).toBeLessThan(5 * 1024 * 1024);
  });

  test("is not there when Excel stops on the way, whatever request it is", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const { client: whole, host: wholeHost } = opened();
    await wholeHost.addSheet("new", ROWS);
    const count = whole.requests.length;
    expect(count).toBeGreaterThan(2);
    for (let number = 1; number <= count; number++) {
      const { workbook, client, host } = opened();
      client.failRequest(number, { kind: "error", code: "GeneralException" });
      await expect(host.addSheet("new", ROWS)).rejects.toThrow();
      expect([number, workbook.sheets.map(({ name }) => name)]).toEqual([number, ["trades"]]);
    }
    expect(warn).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});
