import type { Portfolio } from "../harvest/portfolio.ts";
import { add, moneyNumber, subtract, ZERO_MONEY, type Money } from "../money/amounts.ts";
import { lossByAsset } from "./lossByAsset.ts";
import { standingOrderSections } from "./standingOrderSections.ts";
import { SUMMARY_COLUMNS, summaryTable } from "./summaryTable.ts";
import type { Breakdown, Tab, TotalCell } from "./tab.ts";
import { tabHeading } from "./tabHeading.ts";

/** The tab "Summary by FIFO", or by another method, with totals and a chart of losses by asset. */
export function summaryTab(portfolio: Portfolio): Tab {
  const name = `Summary by ${portfolio.method}`;
  return {
    key: `summary-${portfolio.method}`,
    name,
    heading: tabHeading(name, portfolio),
    table: summaryTable(portfolio),
    totals: totals(portfolio),
    breakdown: lossBars(portfolio),
    sections: standingOrderSections(portfolio),
    emphasis: undefined,
  };
}

const BLANK: TotalCell = { kind: "blank" };

function totals(portfolio: Portfolio): readonly TotalCell[] {
  const { harvests } = portfolio;
  const sums = new Map<string, Money>();
  const count = (title: string, amount: Money): void => {
    sums.set(title, add(sums.get(title) ?? ZERO_MONEY, amount));
  };
  for (const { position, stop } of harvests) {
    count("Cost basis", position.basis);
    const { worth } = position;
    if (worth === undefined || stop === undefined) continue;
    count("Market value", worth.marketValue);
    count("Unrealized gain or loss", worth.gain);
    count("Unrealized short-term", worth.shortGain);
    count("Unrealized long-term", worth.longGain);
    count("Harvestable loss", stop.loss);
    count("Proceeds", stop.proceeds);
    count("Harvest short-term", stop.shortGain);
    count("Harvest long-term", stop.longGain);
  }
  const unpriced = harvests.filter(({ position }) => position.worth === undefined).length;
  return SUMMARY_COLUMNS.map(({ title }) => {
    if (title === "Asset") {
      return { kind: "text", text: unpriced === 0 ? "Total" : `Total (${unpriced} unpriced)` };
    }
    const joint = jointAmount(title, portfolio, sums.get("Harvestable loss") ?? ZERO_MONEY);
    if (joint !== undefined) return { kind: "value", value: moneyNumber(joint), note: TOGETHER };
    if (!ADDITIVE.has(title)) return BLANK;
    return { kind: "sum", value: moneyNumber(sums.get(title) ?? ZERO_MONEY) };
  });
}

const TOGETHER =
  "worked out as if all rows were sold together, because no unit bought can wash two losses; the rows above each assume that they alone are sold.";

/** What only selling all rows together can tell; undefined for every other column. */
function jointAmount(
  title: string,
  { together }: Portfolio,
  harvestable: Money,
): Money | undefined {
  switch (title) {
    case "Disallowed now":
      return together.now.disallowed;
    case "Loss kept now":
      return subtract(harvestable, together.now.disallowed);
    case "At risk if rule extended":
      return together.atRisk.disallowed;
    case "Tax saved":
      return together.tax?.saved;
    case "Carried forward":
      return together.tax?.carriedForward;
    default:
      return undefined;
  }
}

/** Columns whose rows add up; the others are blank or need one joint recomputation. */
const ADDITIVE: ReadonlySet<string> = new Set([
  "Cost basis",
  "Market value",
  "Unrealized gain or loss",
  "Unrealized short-term",
  "Unrealized long-term",
  "Harvestable loss",
  "Proceeds",
  "Harvest short-term",
  "Harvest long-term",
]);

/** More bars than this cannot be read; the largest losses are shown. */
const MOST_BARS = 12;

function lossBars(portfolio: Portfolio): Breakdown | undefined {
  const losses = lossByAsset(portfolio);
  if (losses.length === 0) return undefined;
  const lines = losses
    .slice(0, MOST_BARS)
    .map(({ asset, loss }) => ({ key: asset, values: [moneyNumber(loss)] }));
  return {
    title: "Harvestable loss by asset",
    keyColumn: SUMMARY_COLUMNS.findIndex(({ title }) => title === "Asset"),
    valueColumns: [SUMMARY_COLUMNS.findIndex(({ title }) => title === "Harvestable loss")],
    lines,
    chart: "bars",
  };
}
