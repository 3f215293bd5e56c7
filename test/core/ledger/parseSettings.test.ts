import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayText } from "../../../core/calendar/day.ts";
import type { CellGrid, CellValue } from "../../../core/ledger/cells.ts";
import { DEFAULT_SETTINGS, isSettings, parseSettings } from "../../../core/ledger/parseSettings.ts";
import type { Settings } from "../../../core/ledger/settings.ts";
import { moneyText } from "../../../core/money/amounts.ts";
import { decimalToNumber } from "../../../core/money/decimalNumber.ts";
import { codesOf } from "../../support/readLedger.ts";

/** What the options change, in plain values. */
function changed(options: CellValue | CellGrid | undefined): Record<string, unknown> {
  const { settings } = parseSettings(options);
  const keys = (Object.keys(settings) as (keyof Settings)[]).filter(
    (key) => settings[key] !== DEFAULT_SETTINGS[key],
  );
  return Object.fromEntries(keys.map((key) => [key, settings[key]]));
}
const codes = (options: CellValue | CellGrid): string[] => codesOf(parseSettings(options));

test.each([undefined, null, "", "  ", ";;", 0, []])("%j leaves the defaults", (options) => {
  expect(parseSettings(options)).toEqual({ settings: DEFAULT_SETTINGS, problems: [] });
});

describe("words", () => {
  test.each<[string, Record<string, unknown>]>([
    ["scope=universal", { scope: "universal" }],
    ["SCOPE = Transition ;", { scope: "transition" }],
    ["wash=Conservative; same_lot=count", { wash: "conservative", sameLot: "count" }],
    ["income counts=no", { incomeCounts: "no" }],
    ["Tacking=ADD; transfer-fee=basis", { tacking: "add", transferFee: "basis" }],
    ["filing_status=MFJ", { filingStatus: "mfj" }],
    ["filing_status=head of household", { filingStatus: "hoh" }],
    ["date_system=1904", { dateSystem: 1904 }],
    ["tax_year=2026", { taxYear: 2026 }],
    ["time_zone=America/New_York", { timeZone: "America/New_York" }],
    ["securities=*", { securities: "all" }],
    ["securities=ibit, xyz", { securities: new Set(["IBIT", "XYZ"]) }],
    [
      "identical=BTC=WBTC, eth=weth=steth",
      {
        identical: [
          ["BTC", "WBTC"],
          ["ETH", "WETH", "STETH"],
        ],
      },
    ],
    ["identical=A=B, C=D, B=C", { identical: [["A", "B", "C", "D"]] }],
    [
      "replaces=XYZ 2026-03 C45>xyz",
      { replaces: [{ buying: "XYZ 2026-03 C45", replaced: "XYZ" }] },
    ],
  ])("%s", (options, expected) => {
    expect(changed(options)).toEqual(expected);
    expect(codes(options)).toEqual([]);
  });
});

describe("amounts", () => {
  test.each<[string, keyof Settings, string]>([
    ["taxable_income=$150,000", "taxableIncome", "150000"],
    ["taxable_income=-2500", "taxableIncome", "-2500"],
    ["taxable_income=zero", "taxableIncome", "0"],
    ["taxable_income=0", "taxableIncome", "0"],
    ["magi=1e5", "magi", "100000"],
    ["other_short_gain=(5)", "otherShortGain", "-5"],
    ["other_long_gain=7", "otherLongGain", "7"],
    ["carryover_short=3000", "carryoverShort", "3000"],
    ["carryover_long=1.5", "carryoverLong", "1.5"],
    ["min_loss=100", "minLoss", "100"],
  ])("%s", (options, key, amount) => {
    expect(moneyText(parseSettings(options).settings[key] as never)).toBe(amount);
    expect(codes(options)).toEqual([]);
  });
  test.each<[string, "shortRate" | "longRate" | "stateRate" | "sellCost", number]>([
    ["short_rate=24%", "shortRate", 0.24],
    ["long_rate=0.15", "longRate", 0.15],
    ["state_rate=9.3 %", "stateRate", 0.093],
    ["long_rate=0", "longRate", 0],
    ["short_rate=1", "shortRate", 1],
    ["sell_cost=0.5", "sellCost", 0.5],
    ["sell_cost=0.5%", "sellCost", 0.5],
    ["sell_cost=99.99", "sellCost", 99.99],
  ])("%s", (options, key, value) => {
    expect(decimalToNumber(parseSettings(options).settings[key]!)).toBe(value);
    expect(codes(options)).toEqual([]);
  });
});

test.each<[string, CellValue | CellGrid]>([
  ["as text", "as_of=2026-11-20"],
  ["in the US way", "as_of=11/20/2026"],
  ["as a serial number", [["as_of", 46346]]],
  ["as the serial number that a formula joins to the text", "as_of=46346"],
  ["as a serial number with a time in text", "as_of=46346.75"],
  [
    "in the date system that a later setting chooses",
    [
      ["as_of", 44884],
      ["date_system", 1904],
    ],
  ],
])("as_of %s", (_, options) => {
  const { settings, problems } = parseSettings(options);
  expect(settings.asOf !== undefined && dayText(settings.asOf)).toBe("2026-11-20");
  expect(problems).toEqual([]);
});

test("standing orders are sorted by day", () => {
  const { settings } = parseSettings("method_since=HIFO 2026-01-01 @Kraken Pro, lifo 2025-01-01");
  expect(settings.methodSince.map((order) => ({ ...order, since: dayText(order.since) }))).toEqual([
    { method: "LIFO", since: "2025-01-01", wallet: undefined },
    { method: "HIFO", since: "2026-01-01", wallet: "Kraken Pro" },
  ]);
});

test("planned acquisitions are units, or dollars' worth", () => {
  const { settings } = parseSettings(
    "planned=BTC 100 USD weekly @Kraken, eth 0.001 Daily, SOL $5 monthly",
  );
  expect(
    settings.planned.map(({ asset, amount, unit, every, wallet }) =>
      [asset, decimalToNumber(amount), unit, every, wallet].join(" "),
    ),
  ).toEqual(["BTC 100 dollars weekly Kraken", "ETH 0.001 units daily ", "SOL 5 dollars monthly "]);
});

describe("bad values are Errors, and the default holds", () => {
  test.each([
    "scope=global",
    "wash=on",
    "securities=A,,B",
    "identical=BTC",
    "identical=BTC=",
    "replaces=A",
    "replaces=A>B>C",
    "same_lot=maybe",
    "as_of=2026-06-31",
    "tax_year=26",
    "tax_year=1899",
    "filing_status=joint",
    "taxable_income=lots",
    "carryover_short=-1",
    "min_loss=-1",
    "short_rate=24",
    "long_rate=101%",
    "long_rate=-0.1",
    "sell_cost=100",
    "sell_cost=-1",
    "method_since=LIFO",
    "method_since=LIFO 2025-02-30",
    "method_since=BEST 2025-01-01",
    "planned=BTC weekly",
    "planned=BTC 0 weekly",
    "planned=BTC 1 yearly",
    "date_system=1900s",
  ])("%s", (options) => {
    expect(codes(options)).toEqual(["- Error bad-setting"]);
    expect(changed(options)).toEqual({});
  });
  test("and so are unknown names, which leave the others alone", () => {
    const { settings, problems } = parseSettings("wsh=off; scope=universal; frobnicate=1");
    expect(settings.scope).toBe("universal");
    expect(problems.map(({ facts }) => facts)).toEqual([
      { code: "unknown-setting", name: "wsh", nearest: "wash" },
      { code: "unknown-setting", name: "frobnicate", nearest: undefined },
    ]);
  });
  test("a piece without a name or a value", () => {
    expect(codes("conservative; =5")).toEqual([
      "- Error setting-without-name",
      "- Error setting-without-name",
    ]);
  });
  test("of two values for one name the last counts, with a Warning", () => {
    expect(codes("wash=off; wash=conservative")).toEqual(["- Warning repeated-setting"]);
    expect(changed("wash=off; wash=conservative")).toEqual({ wash: "conservative" });
  });
});

describe("a range", () => {
  test("has names and values, with a heading or without, and remarks behind", () => {
    const grid = [
      ["Setting", "Value", "Remark"],
      ["wash", "conservative", "risk view"],
      ["identical", "BTC=WBTC", ""],
      ["short_rate", 0.24, ""],
      ["scope", "", "the default"],
      ["long_rate", 0, "blank cells arrive as 0"],
      ["", "", ""],
    ];
    expect(Object.keys(changed(grid)).sort()).toEqual(["identical", "shortRate", "wash"]);
    expect(codes(grid)).toEqual([]);
  });
  test("of one cell is text, and so are rows that hold name=value", () => {
    expect(changed([["wash=off; scope=universal"]])).toEqual({ wash: "off", scope: "universal" });
    expect(
      changed([
        ["wash=off", ""],
        ["scope=universal", ""],
      ]),
    ).toEqual({ wash: "off", scope: "universal" });
  });
  test("yes and no may arrive as true and false", () => {
    expect(changed([["income_counts", false]])).toEqual({ incomeCounts: "no" });
  });
  test("an error value is an Error", () => {
    expect(codes([["as_of", { fault: "error", text: "#N/A" }]])).toEqual(["- Error bad-setting"]);
  });
  test("a value without a name is an Error", () => {
    expect(codes([["", "off"]])).toEqual(["- Error setting-without-name"]);
  });
  test("is known as settings by its names", () => {
    expect(
      isSettings([
        ["Name", "Value"],
        ["wash", "off"],
        ["scope", ""],
      ]),
    ).toBe(true);
    expect(
      isSettings([
        ["Asset", "Price"],
        ["BTC", 5],
      ]),
    ).toBe(false);
  });
});

test("what the call says beats the options", () => {
  const { settings } = parseSettings("wash=off; scope=universal", [["wash", "conservative"]]);
  expect([settings.wash, settings.scope]).toEqual(["conservative", "universal"]);
});

test("no text is beyond reading", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("", "identical=", "as_of=", "planned="),
      (text, name) => {
        const { problems } = parseSettings(name + text);
        for (const { severity, source } of problems) {
          expect([source, ["Error", "Warning"].includes(severity)]).toEqual(["options", true]);
        }
      },
    ),
  );
});
