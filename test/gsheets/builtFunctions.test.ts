import { beforeAll, describe, expect, test } from "vitest";
import { dayOfText } from "../../core/calendar/day.ts";
import { resultRows, type ResultCell } from "../../core/functions/resultRows.ts";
import { functionRegistry } from "../../core/functions/registry.ts";
import { createSpreadsheet, type UserCell } from "../gsheetsHost/createSpreadsheet.ts";
import { enterFormula } from "../gsheetsHost/customFunction.ts";
import { createHost } from "../gsheetsHost/host.ts";
import type { PushedFile } from "../gsheetsHost/project.ts";
import { everySwitch, type Conditions } from "../gsheetsHost/switches.ts";
import type { FunctionCaller } from "../published/callFunction.ts";
import { describeInvalidCases } from "../published/invalidCases.ts";
import { describeOwnCases } from "../published/ownCases.ts";
import { describePublishedAnswers } from "../published/publishedAnswers.ts";
import { sampleArguments } from "../published/sampleArguments.ts";
import type { ResultRows } from "../published/tableText.ts";
import { intlZoneOffsets } from "../../zones/intlZoneOffsets.ts";
import { builtProject } from "./builtProject.ts";
import { filledCells, sheetsCallerOf } from "./sheetsCaller.ts";

let files: readonly PushedFile[];

beforeAll(async () => {
  ({ files } = await builtProject());
}, 180_000);

const EVERY = everySwitch();

const sheetsCaller = (conditions: Conditions): FunctionCaller =>
  sheetsCallerOf(() => files, conditions);

/** A cell with an empty text is a blank one. */
const blanked = (rows: ResultRows): ResultRows =>
  rows.map((row) => row.map((cell) => (cell === "" ? null : cell)));

/** The core with the spreadsheet's zone. */
const coreAt =
  (timeZone: string): FunctionCaller =>
  (id, args) => {
    const spec = functionRegistry.find((each) => each.id === id)!;
    const result = spec.run(args, { offsets: intlZoneOffsets, workbookZone: timeZone });
    if (result.kind === "error") throw new Error(result.sentence);
    return blanked(resultRows(result));
  };

/** Two places, and all that differs for functions, in few combinations. */
const FEW = [
  EVERY[0]!,
  EVERY.find(
    ({ place, switches }) => place.locale === "de_DE" && switches.omittedArgument === "empty text",
  )!,
];

/** Functions that between them take and give all that there is. */
const VARIED = ["TLH_LOTS", "WASH_STATUS", "TLH_TAX_SAVED", "WASH_WINDOW"];

describe.each(EVERY)("under $title", (conditions) => {
  const specs = functionRegistry.filter(
    ({ id }) => FEW.includes(conditions) || VARIED.includes(id),
  );
  test(`${specs.length} functions give the core's table, cell by cell`, () => {
    const core = coreAt(conditions.place.timeZone);
    for (const spec of specs) {
      const args = sampleArguments(spec);
      expect([spec.id, sheetsCaller(conditions)(spec.id, args)]).toEqual([
        spec.id,
        core(spec.id, args),
      ]);
    }
  });
});

describe("through the pushed project", () => {
  describePublishedAnswers(sheetsCaller(EVERY[0]!));
  describeOwnCases(sheetsCaller(EVERY[0]!), "first");
});

describe.each(FEW)("under $title", (conditions) => {
  describeInvalidCases(sheetsCaller(conditions));
});

describe("what a cell can be given", () => {
  const LEDGER: UserCell[][] = [
    ["Date", "Type", "Asset", "Quantity", "Total"],
    [{ day: "2026-01-05" }, "Buy", "BTC", 1, 100],
    [{ day: "2026-02-05", time: "23:30:00" }, "Buy", "BTC", 2, 300],
    [{ day: "2026-03-05" }, "Sell", "BTC", 1, 50],
  ];
  const open = (place = EVERY[0]!.place, ledger = LEDGER) => {
    const sheets = { Result: [], Data: ledger };
    const spreadsheet = createSpreadsheet({ ...place, sheets });
    return { spreadsheet, host: createHost({ spreadsheet, files }) };
  };
  const shown = (formula: string, { spreadsheet, host } = open()) => {
    const result = enterFormula(host, "Result!A1", formula);
    return result.kind === "error"
      ? [result.text, result.note]
      : filledCells(spreadsheet, "Result", result.area);
  };
  const day = (text: string) => ({ day: dayOfText(text) });

  test("an open range reads as far as there are rows", () => {
    const whole = shown('=TLH_LOTS(Data!A1:E4, "FIFO")');
    expect(whole).toHaveLength(2);
    expect(shown('=TLH_LOTS(Data!A:E, "FIFO")')).toEqual(whole);
    expect(shown('=TLH_LOTS(Data!A1:E, "FIFO")')).toEqual(whole);
  });

  test("more rows than a cell can read are refused with a sentence, never cut", () => {
    const rows: UserCell[][] = Array.from({ length: 20_000 }, () => [
      "2026-01-05",
      "Buy",
      "BTC",
      1,
      1,
    ]);
    const long = open(EVERY[0]!.place, [LEDGER[0]!, ...rows]);
    expect(shown('=TLH_LOTS(Data!A1:E20001, "FIFO")', long)).toEqual([
      "#ERROR!",
      "Error: TLH_LOTS reads up to 20000 rows in a cell, and the transactions have 20001: use Extensions > Tax-loss harvesting > Open pane instead, which has no such limit, or pass fewer rows.",
    ]);
  });

  test("a call that makes no sense shows its sentence", () => {
    expect(shown('=TLH_LOTS(Data!A1:E4, "BEST")')).toEqual([
      "#ERROR!",
      'Error: "BEST" is no method: write one of FIFO, LIFO, HIFO, LOFO, SPECIFIC.',
    ]);
    expect(shown('=TLH_LOTS(, "FIFO")')).toEqual([
      "#ERROR!",
      expect.stringContaining("No transactions were given"),
    ]);
  });

  test("omitted, blank and empty arguments are the same", () => {
    const plain = shown('=TLH_CARRYOVER(-5000, 0, "single")');
    expect(shown('=TLH_CARRYOVER(-5000, 0, "single", , , )')).toEqual(plain);
    expect(shown('=TLH_CARRYOVER(-5000, 0, "single", Data!J9, "", Data!J9)')).toEqual(plain);
  });

  test.each([
    "America/New_York",
    "Asia/Kolkata",
    "Pacific/Auckland",
    "America/Sao_Paulo",
    "Etc/UTC",
  ])("dates are the spreadsheet's own, in and out: %s", (timeZone) => {
    // The late hour of a day, and days at whose midnight clocks change in one zone or another.
    const days = ["2018-11-04", "2018-02-18", "2026-03-08", "2026-04-05", "2026-11-01"];
    const host = open({ timeZone, locale: "en_US" }, [
      ["Date", "Type", "Asset", "Quantity", "Total"],
      ...days.map((one): UserCell[] => [{ day: one }, "Buy", "BTC", 1, 100]),
      [{ day: "2026-01-05", time: "23:59:59" }, "Buy", "BTC", 1, 100],
    ]);
    const rows = shown('=TLH_LOTS(Data!A1:E8, "FIFO")', host) as readonly ResultCell[][];
    // Where clocks skip midnight a day begins at one o'clock.
    const skips = timeZone === "America/Sao_Paulo";
    const acquired = rows.slice(1).map((row) => row[4] as { readonly day: number });
    expect(acquired.map((one) => ({ day: skips ? Math.floor(one.day) : one.day }))).toEqual(
      [...days, "2026-01-05"].sort().map(day),
    );
    const again = open({ timeZone, locale: "en_US" }, [[{ day: "2026-03-08" }]]);
    expect(shown("=WASH_WINDOW(Data!A1)", again)).toEqual([[day("2026-02-06"), day("2026-04-07")]]);
  });

  test("a moment with a zone falls on the spreadsheet's own day, and on another zone's if asked", () => {
    const ledger: UserCell[][] = [LEDGER[0]!, ["2026-01-05T03:00:00Z", "Buy", "BTC", 1, 100]];
    const acquired = (options: string) =>
      (
        shown(
          `=TLH_LOTS(Data!A1:E2, "FIFO", , "${options}")`,
          open(EVERY[0]!.place, ledger),
        ) as unknown[][]
      )[1]![4];
    expect(acquired("")).toEqual(day("2026-01-04"));
    expect(acquired("time_zone=Asia/Tokyo")).toEqual(day("2026-01-05"));
    expect(acquired("time_zone=America/Denver")).toEqual(day("2026-01-04"));
  });

  test("five years of days cost few questions to Google", () => {
    const ledger: UserCell[][] = Array.from({ length: 1800 }, (_, place) => [
      { number: 44_200 + place + 0.3, numberFormat: "yyyy-mm-dd hh:mm" },
      ...["Buy", "BTC", 1, 100],
    ]);
    const { host } = open(EVERY[0]!.place, [LEDGER[0]!, ...ledger]);
    const { run } = enterFormula(host, "Result!A1", '=TLH_GAINS(Data!A:E, "FIFO")');
    expect(run?.error).toBeUndefined();
    expect(run?.calls).toBeLessThan(350);
  });
});

test("the help of each function is the registry's, its arguments in order", () => {
  const { project } = createHost({
    spreadsheet: createSpreadsheet({ ...EVERY[0]!.place, sheets: { Data: [] } }),
    files,
  });
  expect(project.customFunctions.map(({ name }) => name)).toEqual(
    functionRegistry.map(({ id }) => id),
  );
  for (const { id, summary, parameters } of functionRegistry) {
    const help = project.customFunctions.find(({ name }) => name === id)!;
    expect(help.description).toBe(summary);
    expect(help.parameters.map(({ name }) => name)).toEqual(parameters.map(({ name }) => name));
    parameters.forEach(({ optional }, place) => {
      expect(help.parameters[place]!.description.startsWith("(Optional) ")).toBe(optional);
    });
  }
});
