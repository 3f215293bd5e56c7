import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createSpreadsheet } from "../gsheetsHost/createSpreadsheet.ts";
import { enterFormula } from "../gsheetsHost/customFunction.ts";
import { createHost, runFunction } from "../gsheetsHost/host.ts";
import { localeRules } from "../gsheetsHost/model/locale.ts";
import type { PushedFile } from "../gsheetsHost/project.ts";
import { everySwitch } from "../gsheetsHost/switches.ts";

const text = (path: string): string =>
  readFileSync(new URL(`../../gsheets/${path}`, import.meta.url), "utf8");

const FILES: readonly PushedFile[] = [
  { name: "appsscript", type: "JSON", source: text("appsscript.json") },
  { name: "probe", type: "SERVER_JS", source: text("probe/probe.gs") },
];

test.each(everySwitch())("the probe tells how Google answers: $title", ({ place, switches }) => {
  const sheets = { Data: [[{ error: "#N/A" }]] };
  const spreadsheet = createSpreadsheet({ ...place, switches, sheets });
  const host = createHost({ spreadsheet, files: FILES, published: false });
  const answersOf = (name: string): unknown => {
    const { error, value } = runFunction(host, name);
    expect(error).toBeUndefined();
    return JSON.parse(value as string);
  };
  const { plainTextFormula, plainTextApostrophe, leadingSign, metadataOfCopy } = switches;
  expect(answersOf("probe")).toEqual({
    ...{ plainTextFormula, plainTextApostrophe, leadingSign, metadataOfCopy },
    // The emulator refuses a semicolon wherever commas part arguments; Google may take both.
    semicolon:
      place.locale === "en_US" || switches.formulaLocale === "english"
        ? "refused"
        : "parts arguments",
    formulaLocale:
      place.locale === "en_US" ? "set the locale to Germany to see" : switches.formulaLocale,
    intl: switches.intl,
    bigInt: "present",
    builtIns: switches.builtIns,
  });
  expect(spreadsheet.sheets.map(({ name }) => name)).toEqual(["Data", "Probe"]);
  // Google computes the formulas that the probe wrote; here they are entered again.
  const { argument } = localeRules(place.locale);
  enterFormula(host, "Probe!C1", `=PROBE_OMITTED(B1${argument}${argument}B2)`);
  enterFormula(host, "Probe!C2", "=PROBE_ERROR(Data!A1)");
  expect(answersOf("probeFormulas")).toEqual({
    omittedArgument: switches.omittedArgument,
    errorArgument: switches.errorArgument,
  });
});
