import { carryoverWorksheet } from "../netting/carryover.ts";
import { netGains } from "../netting/netGains.ts";
import { magnitude } from "../money/amounts.ts";
import { amountsTable } from "../report/amountsTable.ts";
import { dollarsArgument, filingStatusArgument, isError, optionalDollars } from "./arguments.ts";
import type { FunctionSpec } from "./functionSpec.ts";
import { FILING_STATUS, numberParameter } from "./parameters.ts";

/**
 * `=TLH_CARRYOVER(short_gain, long_gain, filing_status, [taxable_income], [carryover_short],
 * [carryover_long])`: Schedule D, the limit, and the carryover worksheet.
 */
export const tlhCarryover: FunctionSpec = {
  id: "TLH_CARRYOVER",
  summary: "Nets the gains of a year and works out the losses carried forward.",
  parameters: [
    numberParameter("short_gain", "Short-term gain of the year; a loss is negative.", "needed"),
    numberParameter("long_gain", "Long-term gain of the year; a loss is negative.", "needed"),
    FILING_STATUS,
    numberParameter(
      "taxable_income",
      "Form 1040 line 15 after the capital gain line; may be negative. Left out, no floor.",
      "optional",
    ),
    numberParameter("carryover_short", "Short-term loss carried in, positive.", "optional"),
    numberParameter("carryover_long", "Long-term loss carried in, positive.", "optional"),
  ],
  run: ([shortCell, longCell, statusCell, incomeCell, carriedShortCell, carriedLongCell]) => {
    const shortGain = dollarsArgument(shortCell, "short_gain");
    if (isError(shortGain)) return shortGain.error;
    const longGain = dollarsArgument(longCell, "long_gain");
    if (isError(longGain)) return longGain.error;
    const status = filingStatusArgument(statusCell);
    if (isError(status)) return status.error;
    const income = optionalDollars(incomeCell, "taxable_income");
    if (isError(income)) return income.error;
    const short = dollarsArgument(carriedShortCell, "carryover_short", "1250.50");
    if (isError(short)) return short.error;
    const long = dollarsArgument(carriedLongCell, "carryover_long", "1250.50");
    if (isError(long)) return long.error;
    const scheduleD = netGains(
      { shortGain: shortGain.value, longGain: longGain.value },
      // A loss carried in is a loss, whichever sign it was written with.
      { short: magnitude(short.value), long: magnitude(long.value) },
      status.value,
    );
    const carryover = carryoverWorksheet(scheduleD, income.value);
    return {
      kind: "table",
      table: amountsTable([
        ["Schedule D line 7", scheduleD.line7],
        ["Schedule D line 15", scheduleD.line15],
        ["Schedule D line 16", scheduleD.line16],
        ["Schedule D line 21", scheduleD.line21],
        ["Form 1040 capital gain", scheduleD.capitalGain],
        ...carryover.lines.map((line, place) => [`Worksheet line ${place + 1}`, line] as const),
        ["Short-term carryover", carryover.short],
        ["Long-term carryover", carryover.long],
      ]),
    };
  },
};
