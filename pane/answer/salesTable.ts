import type { Answer, SaleToMake } from "../../core/index.ts";
import { button } from "../controls/button.ts";
import { section, paragraph } from "../controls/section.ts";
import { table } from "../controls/table.ts";
import { element, type Child } from "../element.ts";
import { counted, dollars, units } from "../format.ts";
import type { Pane } from "../state.ts";
import { salesCsv } from "./salesCsv.ts";

/** Rows shown before the user asks for the others. */
const FIRST_ROWS = 20;

/** What to sell first, from which wallet, how much, and the days to wait for. */
export function salesSection(answer: Answer, { act, host }: Pane): HTMLElement | undefined {
  const { sales } = answer;
  if (sales.length === 0) return undefined;
  const place = element("div", {}, salesTable(sales.slice(0, FIRST_ROWS)));
  const rest = sales.length - FIRST_ROWS;
  const more =
    rest <= 0
      ? undefined
      : button(`Show ${counted(rest, "more row")}`, { key: "more", size: "small" }, () => {
          place.replaceChildren(salesTable(sales));
          more?.remove();
        });
  return section(
    "Sell first",
    paragraph("Best first. Each row is worked out as if it alone were sold.", "hint"),
    place,
    element(
      "div",
      { class: "buttons" },
      more,
      button("Save as CSV", { key: "sales-csv", size: "small" }, () => {
        act.ask(() => host.saveFile("what-to-sell.csv", salesCsv(sales)));
      }),
    ),
    ...leftOut(answer),
  );
}

function salesTable(sales: readonly SaleToMake[]): HTMLElement {
  const hasTax = sales.some(({ taxSaved }) => taxSaved !== null && taxSaved > 0);
  return table({
    caption: "What to sell first",
    heads: [
      { title: "Asset and wallet" },
      { title: "Sell", isNumber: true },
      ...(hasTax ? [{ title: "Tax saved", isNumber: true }] : []),
      { title: "Loss kept", isNumber: true },
      { title: "Clear to sell" },
      { title: "Rebuy from" },
      { title: "At risk", isNumber: true },
      { title: "Proceeds", isNumber: true },
    ],
    rows: sales.map((sale) => [
      holding(sale),
      units(sale.quantity),
      ...(hasTax ? [dollars(sale.taxSaved)] : []),
      dollars(sale.kept),
      sale.clearToSell ?? "–",
      sale.rebuyFrom,
      dollars(sale.atRisk),
      dollars(sale.proceeds),
    ]),
  });
}

const holding = ({ asset, wallet, account }: SaleToMake): HTMLElement =>
  element(
    "span",
    { class: "holding" },
    element("span", { class: "asset" }, asset),
    element(
      "span",
      { class: "wallet" },
      [wallet, account === "Taxable" ? "" : account].filter((one) => one !== "").join(", "),
    ),
  );

/** Rows with a loss that are not in the table, and those that have no price. */
export function leftOut({ leftOut: left }: Answer): readonly Child[] {
  const lines: string[] = [];
  if (left.disallowed > 0) {
    lines.push(`${counted(left.disallowed, "loss", "losses")} would be disallowed whole.`);
  }
  if (left.small > 0) {
    lines.push(`${counted(left.small, "loss", "losses")} below the smallest worth a sale.`);
  }
  if (left.unpriced > 0) lines.push(`${counted(left.unpriced, "holding")} without a price.`);
  return lines.length === 0 ? [] : [paragraph(`Not listed: ${lines.join(" ")}`, "hint")];
}
