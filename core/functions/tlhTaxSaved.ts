import { ZERO_MONEY, type Money } from "../money/amounts.ts";
import { taxSaved } from "../netting/taxSaved.ts";
import { TAX_YEARS } from "../netting/taxParameters.ts";
import { amountsTable } from "../report/amountsTable.ts";
import {
  dollarsArgument,
  filingStatusArgument,
  isError,
  optionalDollars,
  rateArgument,
  yearArgument,
  type Read,
} from "./arguments.ts";
import { callError, type FunctionResult, type FunctionSpec } from "./functionSpec.ts";
import { FILING_STATUS, numberParameter } from "./parameters.ts";

/**
 * `=TLH_TAX_SAVED(tax_year, filing_status, ordinary_income, short_gain, long_gain,
 * harvested_short, harvested_long, [state_rate], [magi])`: tax without a harvest less tax with it.
 */
export const tlhTaxSaved: FunctionSpec = {
  id: "TLH_TAX_SAVED",
  summary: "Tax that harvested losses save, by recomputing the year without and with them.",
  parameters: [
    { name: "tax_year", summary: "The tax year.", takes: "value", optional: false },
    FILING_STATUS,
    numberParameter("ordinary_income", "Ordinary taxable income before gains.", "needed"),
    numberParameter("short_gain", "Short-term gain, net of losses carried in.", "needed"),
    numberParameter("long_gain", "Long-term gain, net of losses carried in.", "needed"),
    numberParameter("harvested_short", "Short-term loss harvested, negative.", "needed"),
    numberParameter("harvested_long", "Long-term loss harvested, negative.", "needed"),
    numberParameter("state_rate", "Flat state rate, such as 5%.", "optional"),
    numberParameter(
      "magi",
      "Modified adjusted gross income before gains; left out, income and standard deduction.",
      "optional",
    ),
  ],
  run: ([yearCell, statusCell, ...amountCells]) => {
    const year = yearArgument(yearCell);
    if (isError(year)) return year.error;
    if (year.value === undefined || !TAX_YEARS.has(year.value)) return unknownYear(year.value);
    const status = filingStatusArgument(statusCell);
    if (isError(status)) return status.error;
    const amounts = AMOUNTS.map((name, place) => dollarsArgument(amountCells[place], name));
    const bad = amounts.find(isError);
    if (bad !== undefined) return bad.error;
    const [ordinaryIncome, shortGain, longGain, harvestedShort, harvestedLong] = amounts.map(
      valueOf,
    ) as [Money, Money, Money, Money, Money];
    const stateRate = rateArgument(amountCells[AMOUNTS.length], "state_rate");
    if (isError(stateRate)) return stateRate.error;
    const magi = optionalDollars(amountCells[AMOUNTS.length + 1], "magi");
    if (isError(magi)) return magi.error;
    const saved = taxSaved(
      {
        taxYear: year.value,
        filingStatus: status.value,
        ordinaryIncome,
        magi: magi.value,
        stateRate: stateRate.value,
        gains: { shortGain, longGain },
      },
      { shortGain: harvestedShort, longGain: harvestedLong },
    );
    if (saved === undefined) return unknownYear(year.value);
    return {
      kind: "table",
      table: amountsTable([
        ["Federal tax saved", saved.federal],
        ["State tax saved", saved.state],
        ["Carried forward short-term", saved.carriedShort],
        ["Carried forward long-term", saved.carriedLong],
      ]),
    };
  },
};

const AMOUNTS = [
  "ordinary_income",
  "short_gain",
  "long_gain",
  "harvested_short",
  "harvested_long",
] as const;

const valueOf = (read: Read<Money>): Money => (isError(read) ? ZERO_MONEY : read.value);

function unknownYear(year: number | undefined): FunctionResult {
  const known = [...TAX_YEARS.keys()].join(", ");
  return callError(
    year === undefined
      ? `No tax year was given: write one of ${known}.`
      : `The tax figures of ${year} are not known here: write one of ${known}.`,
  );
}
