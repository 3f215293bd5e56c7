import { describe, expect, test } from "vitest";
import { createSpreadsheet } from "./createSpreadsheet.ts";
import { forEveryServiceCall } from "./everyBreak.ts";
import { createHost, runFunction } from "./host.ts";
import type { Host } from "./hostState.ts";
import { projectOf, sampleFiles } from "./sample/files.ts";
import { sheetNamed, sheetSnapshot } from "./snapshot.ts";
import { everySwitch, type Conditions } from "./switches.ts";

function hostOf({ switches, place }: Conditions, files = sampleFiles()): Host {
  const spreadsheet = createSpreadsheet({
    ...place,
    switches,
    sheets: {
      Data: [
        ["=a", 1],
        ["00b", 2],
      ],
      Mine: [["keep", { day: "2024-02-10" }]],
    },
  });
  return createHost({ spreadsheet, files });
}

describe.each(everySwitch())("under $title", (conditions) => {
  test("the sample's report leaves the user's sheets as they were, whichever service call breaks", () => {
    const prepare = (): Host => hostOf(conditions);
    const before = prepare();
    const calls = forEveryServiceCall({
      prepare,
      act: (host, options) => runFunction(host, "makeReport", options),
      check: (host, { error }, broken) => {
        if (broken.kind === "killed") expect(error?.name).toBe("Killed");
        for (const name of ["Data", "Mine"]) {
          expect(sheetSnapshot(sheetNamed(host.book, name))).toEqual(
            sheetSnapshot(sheetNamed(before.book, name)),
          );
        }
      },
    });
    expect(calls).toBeGreaterThan(15);
  });
});

test("a job that writes into the user's sheet is caught", () => {
  const [usual] = everySwitch();
  if (usual === undefined) throw new Error("There is no combination.");
  const careless = projectOf(
    `function work() { var sheet = SpreadsheetApp.getActive().getSheets()[0]; sheet.getRange("A1").setValue("tmp"); sheet.getRange("A1").setValue("'=a"); }`,
  );
  const changed: number[] = [];
  const before = sheetSnapshot(sheetNamed(hostOf(usual).book, "Data"));
  forEveryServiceCall({
    prepare: () => hostOf(usual, careless),
    act: (host, options) => runFunction(host, "work", options),
    check: (host, _, { call }) => {
      if (JSON.stringify(sheetSnapshot(sheetNamed(host.book, "Data"))) !== JSON.stringify(before))
        changed.push(call);
    },
  });
  expect(changed).toEqual([5, 5, 6, 6]);
});

test("an exception breaks one call alone, an end breaks all that follow", () => {
  const [usual] = everySwitch();
  if (usual === undefined) throw new Error("There is no combination.");
  const files = projectOf(
    `function work() { var seen = []; for (var i = 0; i < 4; i += 1) { try { SpreadsheetApp.getActive(); seen.push("done"); } catch (error) { seen.push("failed"); } } return seen; }`,
  );
  const outcome = (kind: "exception" | "killed"): unknown => {
    const { value, error } = runFunction(hostOf(usual, files), "work", {
      broken: { call: 2, kind },
    });
    return value ?? error?.message;
  };
  expect(outcome("exception")).toEqual(["done", "failed", "done", "done"]);
  expect(outcome("killed")).toBe("The execution was ended.");
});

test("the failing call has done its work or not by the switch", () => {
  const files = projectOf(
    `function work() { try { PropertiesService.getUserProperties().setProperty("k", "v"); } catch (error) { return "failed"; } }`,
  );
  const [usual] = everySwitch();
  if (usual === undefined) throw new Error("There is no combination.");
  const stored = (["before its effect", "after its effect"] as const).map((failedCall) => {
    const host = hostOf({ ...usual, switches: { ...usual.switches, failedCall } }, files);
    return [
      runFunction(host, "work", { broken: { call: 2, kind: "exception" } }).value,
      host.properties.user.size,
    ];
  });
  expect(stored).toEqual([
    ["failed", 0],
    ["failed", 1],
  ]);
});
