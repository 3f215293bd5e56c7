import { describe, expect, test } from "vitest";
import { recognizedColumns } from "../../../core/ledger/recognizedColumns.ts";

const headingFor = (
  columns: ReturnType<typeof recognizedColumns>["columns"],
  name: string,
): string | undefined => columns.find((column) => column.name === name)?.heading;

describe("one asset a row", () => {
  const grid = [
    ["Export of an exchange", null],
    ["Timestamp (UTC)", "Transaction Type", "Coin", "Amount", "Color", "Fee (USD)"],
    ["2026-01-01", "Buy", "BTC", 1, "red", 2],
  ];
  const recognized = recognizedColumns(grid);

  test("each column has the user's own heading", () => {
    expect(recognized).toMatchObject({
      shape: "one asset a row",
      headerRow: 2,
      isComplete: true,
    });
    expect(headingFor(recognized.columns, "Date")).toBe("Timestamp (UTC)");
    expect(headingFor(recognized.columns, "Asset")).toBe("Coin");
    expect(headingFor(recognized.columns, "Fee")).toBe("Fee (USD)");
    expect(headingFor(recognized.columns, "Wallet")).toBeUndefined();
  });

  test("headings that stand for nothing are named, and so is an amount that is missing", () => {
    expect(recognized.unrecognized).toEqual(["Color"]);
    expect(recognized.missing).toEqual(["Price or Total"]);
  });

  test("a chosen heading is shown for its column", () => {
    const chosen = recognizedColumns(grid, { Price: "Color", Fee: "" });
    expect(headingFor(chosen.columns, "Price")).toBe("Color");
    expect(headingFor(chosen.columns, "Fee")).toBeUndefined();
    expect(chosen.missing).toEqual([]);
    expect(chosen.unrecognized).toEqual(["Fee (USD)"]);
  });
});

test("what is needed and not there is named", () => {
  const { isComplete, missing, headings } = recognizedColumns([
    ["Date", "Kind of deal", "Asset", "How much"],
  ]);
  expect(isComplete).toBe(false);
  expect(missing).toEqual(["Type", "Quantity", "Price or Total"]);
  expect(headings).toEqual(["Date", "Kind of deal", "Asset", "How much"]);
});

test("two sides a row", () => {
  const { shape, isComplete, missing, columns } = recognizedColumns([
    ["Date", "Sent Amount", "Sent Currency", "Received Amount", "Received Currency", "TxHash"],
  ]);
  expect({ shape, isComplete, missing }).toEqual({
    shape: "two sides a row",
    isComplete: true,
    missing: [],
  });
  expect(headingFor(columns, "Id")).toBe("TxHash");
  const half = recognizedColumns([["Date", "Sent Amount", "Sent Currency"]]);
  expect(half.missing).toEqual(["Received Amount", "Received Currency"]);
});

test("base and quote a row", () => {
  const { shape, isComplete } = recognizedColumns([
    ["Timestamp", "Type", "Base Currency", "Base Amount", "Quote Currency", "Quote Amount"],
  ]);
  expect({ shape, isComplete }).toEqual({ shape: "base and quote a row", isComplete: true });
});

test("a sheet of nothing has every column missing", () => {
  expect(recognizedColumns([])).toMatchObject({
    isComplete: false,
    headerRow: 1,
    headings: [],
    missing: ["Date", "Type", "Asset", "Quantity", "Price or Total"],
  });
});
