import { describe, expect, test } from "vitest";
import type { Argument, FunctionSpec } from "../../../core/functions/functionSpec.ts";
import { functionRegistry } from "../../../core/functions/registry.ts";
import { inExcel, recordingHost } from "./recordingHost.ts";

const ofRegistry = (id: string): FunctionSpec => functionRegistry.find((spec) => spec.id === id)!;

const ledger = () => [
  ["Date", "Type", "Asset", "Quantity", "Total", "Wallet", "Account"],
  // Blank cells arrive as 0, dates as serial numbers: 2024-01-10 and 2026-03-01.
  [45301, "Buy", "BTC", 1, 40000, "Kraken", 0],
  [46082, "Sell", "BTC", 0.5, 30000, "Kraken", null],
  [0, 0, 0, 0, 0, 0, 0],
];

/** A function that counts how often the core works. */
function counting(run: FunctionSpec["run"] = ([cell]) => valueOf(cell)) {
  const calls: (readonly Argument[])[] = [];
  const spec: FunctionSpec = {
    id: "TLH_TEST",
    summary: "For tests.",
    parameters: [
      { name: "transactions", summary: "", takes: "range or text", optional: true },
      { name: "method", summary: "", takes: "value", optional: true },
    ],
    run: (args, zones) => {
      calls.push(args);
      return run(args, zones);
    },
  };
  return { spec, calls };
}

const valueOf = (cell: Argument): ReturnType<FunctionSpec["run"]> => ({
  kind: "value",
  value: typeof cell === "object" ? "range" : String(cell),
  format: "text",
});

test("a table comes back as rows, titles first, with serial dates and without nulls", () => {
  const gains = inExcel(ofRegistry("TLH_GAINS"));
  const [titles, row, ...more] = gains(ledger(), "FIFO", null, null, {}) as unknown[][];
  expect(titles?.slice(0, 8)).toEqual([
    ...["Asset", "Wallet", "Account", "Quantity", "Acquired", "Sold", "Proceeds", "Cost basis"],
  ]);
  expect(row?.slice(0, 9)).toEqual([
    ...["BTC", "Kraken", "Taxable", 0.5, 45301, 46082, 30000, 20000, 10000],
  ]);
  expect(more).toEqual([]);
  expect([titles, row].flat()).not.toContain(null);
});

test("a function of one value gives the value, one of a row gives a row", () => {
  expect(inExcel(ofRegistry("TLH_TERM"))(45301, 46082, {})).toBe("Long");
  expect(inExcel(ofRegistry("TLH_LONG_TERM_DATE"))(45301, {})).toBe(45668);
  expect(inExcel(ofRegistry("WASH_WINDOW"))(46346, {})).toEqual([[46316, 46376]]);
});

test("dates are in the date system that the options choose", () => {
  const lots = inExcel(ofRegistry("TLH_LOTS"));
  const cells = ledger().map(([date, ...rest]) => [
    typeof date === "number" && date > 0 ? date - 1462 : date!,
    ...rest,
  ]);
  const [, row] = lots(cells, "FIFO", null, [["date_system=1904"]]) as unknown[][];
  expect(row?.[4]).toBe(45301 - 1462);
});

describe("errors", () => {
  test("a call that makes no sense is #VALUE! with the core's sentence", () => {
    const order = inExcel(ofRegistry("TLH_LOTS"));
    expect(() => order(ledger(), "BEST", null, null)).toThrow(
      'invalidValue: "BEST" is no method: write one of FIFO, LIFO, HIFO, LOFO, SPECIFIC.',
    );
  });

  test("a range without cells is #N/A with what to type", () => {
    expect(() => inExcel(ofRegistry("TLH_LOTS"))(null, "FIFO", null, null)).toThrow(
      /^notAvailable: Excel handed over no cells for transactions\./,
    );
  });

  test("whole columns are told by the addresses that come with the call", () => {
    const { spec } = counting();
    const run = inExcel(spec);
    expect(run(null, null, { parameterAddresses: ["", ""] })).toEqual([["undefined"]]);
    expect(() => run(null, null, { parameterAddresses: ["L!A:N", ""] })).toThrow(/no cells/);
    expect(run(null, null, { parameterAddresses: null })).toEqual([["undefined"]]);
  });

  test("a fault of ours names the function, and developers get to see it", () => {
    const { host, reported } = recordingHost();
    const { spec } = counting(() => {
      throw new RangeError("lots below zero");
    });
    expect(() => inExcel(spec, host)("x")).toThrow(
      "notAvailable: TLH_TEST met a fault of its own (lots below zero). Please report it",
    );
    expect(reported).toEqual([new RangeError("lots below zero")]);
  });

  test("an error cell in a ledger is left to TLH_PROBLEMS", () => {
    const cells = ledger();
    cells[2]![3] = { type: "Error", basicType: "Error", basicValue: "#N/A" } as never;
    expect(inExcel(ofRegistry("TLH_GAINS"))(cells, "FIFO", null, null)).toHaveLength(1);
    const [, problem] = inExcel(ofRegistry("TLH_PROBLEMS"))(cells, null, null) as unknown[][];
    expect(problem?.slice(0, 3)).toEqual([3, "Error", expect.stringContaining("#N/A")]);
  });

  test("on the web a result above its limit is a sentence, not #BUSY! for ever", () => {
    const rows = Array.from({ length: 3000 }, () =>
      Array.from({ length: 4 }, () => "x".repeat(96)),
    );
    const columns = ["a", "b", "c", "d"].map(
      (title) => ({ title, format: "text", width: 1 }) as const,
    );
    const { spec } = counting(() => ({ kind: "table", table: { columns, rows } }));
    // 12,000 cells of 99 characters of JSON.
    const within = recordingHost({ mostCharacters: () => 1_200_000 }).host;
    const beyond = recordingHost({ mostCharacters: () => 1_190_000 }).host;
    expect(inExcel(spec, within)("x")).toHaveLength(3001);
    expect(() => inExcel(spec, beyond)("x")).toThrow(
      /^notAvailable: TLH_TEST gives 3001 rows, .*single tax year/,
    );
  });
});

describe("equal formulas", () => {
  test("are worked out once, and get the same answer", () => {
    const { spec, calls } = counting();
    const run = inExcel(spec);
    const first = run(ledger(), "FIFO", {});
    expect(run(ledger(), "FIFO", {})).toBe(first);
    expect(calls).toHaveLength(1);
  });

  test("are not equal when an argument differs", () => {
    const { spec, calls } = counting();
    const run = inExcel(spec);
    const changed = ledger();
    changed[1]![4] = 40001;
    const all = [
      [ledger(), "FIFO"],
      [ledger(), "LIFO"],
      [changed, "FIFO"],
      ["FIFO"],
      [null, "FIFO"],
    ];
    for (const values of [...all, ...all]) run(...values);
    expect(calls).toHaveLength(5);
  });

  test("are worked out again when Excel has come to know data types", () => {
    let knows = false;
    const { spec, calls } = counting();
    const run = inExcel(spec, recordingHost({ hasDataTypes: () => knows }).host);
    run("x");
    knows = true;
    run("x");
    expect(calls).toHaveLength(2);
  });

  test("get an error again without work", () => {
    const { spec, calls } = counting(() => ({ kind: "error", sentence: "No." }));
    const run = inExcel(spec);
    for (let time = 0; time < 2; time++) expect(() => run("x")).toThrow("invalidValue: No.");
    expect(calls).toHaveLength(1);
  });
});

test("different formulas over one range hand the core one and the same grid", () => {
  const { spec, calls } = counting();
  const run = inExcel(spec);
  for (const method of ["FIFO", "LIFO", "HIFO"]) run(ledger(), method);
  expect(calls).toHaveLength(3);
  expect(new Set(calls.map(([grid]) => grid)).size).toBe(1);
  expect(Object.isFrozen(calls[0]![0])).toBe(true);
});
