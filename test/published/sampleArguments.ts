import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Argument, FunctionSpec } from "../../core/functions/functionSpec.ts";
import type { CellGrid } from "../../core/ledger/cells.ts";

const sample = JSON.parse(
  readFileSync(fileURLToPath(new URL("../../samples/portfolio.json", import.meta.url)), "utf8"),
) as readonly { readonly name: string; readonly rows: CellGrid }[];

const sheet = (name: string): CellGrid => sample.find((each) => each.name === name)!.rows;

/** By the names that functions share. */
const GIVEN: Readonly<Record<string, Argument>> = {
  transactions: sheet("Transactions"),
  prices: sheet("Prices"),
  options: "wash=conservative; sell_cost=0.5",
  method: "HIFO",
  as_of: undefined,
  tax_year: 2026,
  asset: "BTC",
  sale_date: 46346,
  acquired: 45301,
  sold: 46082,
  filing_status: "single",
  state_rate: 0.05,
};

/** Arguments over the sample that make sense for a function: the same for every host. */
export const sampleArguments = ({ parameters }: FunctionSpec): readonly Argument[] =>
  parameters.map(({ name }) => (name in GIVEN ? GIVEN[name] : 1000));
