import { form8949 } from "../report/form8949.ts";
import { form8949Table } from "../report/form8949Table.ts";
import { isError } from "./arguments.ts";
import { callError, type FunctionSpec } from "./functionSpec.ts";
import { replayedYear } from "./ledgerFunction.ts";
import { METHOD, numberParameter, OPTIONS, TRANSACTIONS } from "./parameters.ts";

/** `=TLH_FORM_8949(transactions, method, tax_year, [options])`: the rows of Form 8949, by box. */
export const tlhForm8949: FunctionSpec = {
  id: "TLH_FORM_8949",
  summary: "Form 8949 of a year: one row for each piece of a lot disposed of, by box A to L.",
  parameters: [
    TRANSACTIONS,
    METHOD,
    numberParameter("tax_year", "The year of the form, such as 2026.", "needed"),
    OPTIONS,
  ],
  run: (args, zones) => {
    const year = replayedYear(args, zones);
    if (isError(year)) return year.error;
    const { replay, taxYear } = year.value;
    if (taxYear === undefined) {
      return callError("No tax_year was given: write the year of the form, such as 2026.");
    }
    return { kind: "table", table: form8949Table(form8949(replay.disposals, taxYear)) };
  },
};
