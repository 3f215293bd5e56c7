import { partsOf } from "../calendar/day.ts";
import type { TimeZone } from "../calendar/timeZone.ts";
import type { LotDisposal } from "../disposals/lotDisposal.ts";
import type { Books } from "../harvest/books.ts";
import { taxYearOf } from "../harvest/taxYear.ts";
import { assetKey } from "../ledger/asset.ts";
import { moneyNumber, quantityNumber, subtract, ZERO_MONEY, type Money } from "../money/amounts.ts";
import { decimalToNumber } from "../money/decimalNumber.ts";
import type { Replay } from "../replay/replayLedger.ts";
import { FORMS_LINE, pastMethodWords } from "../report/form8949Tab.ts";
import { disposalsOfYear } from "../report/lotPieces.ts";
import type { Tab } from "../report/tab.ts";
import type { Column, TableCell } from "../report/table.ts";
import { basicsLine, methodLine, NOT_TAX_ADVICE } from "../report/tabHeading.ts";
import { comparedSale, differ, reportOf, type ComparedSale } from "./comparedSale.ts";
import { DAYS_APART, matchBrokerRows } from "./matchBrokerRows.ts";
import { readBrokerRows, type BrokerRow, type BrokerSheet } from "./readBrokerRows.ts";

/**
 * The tab "1099 Check" of the tax year: the sales of the ledger beside the rows of the brokers'
 * Forms 1099-DA and 1099-B, and what Form 8949 needs where they differ. Decisions: D-65, D-66.
 */
export function brokerCheckTab(
  books: Books,
  { disposals }: Replay,
  { brokers, zone }: { readonly brokers: readonly BrokerSheet[]; readonly zone: TimeZone },
): Tab {
  const taxYear = taxYearOf(books);
  const symbols = new Set(books.ledger.assets.map(({ symbol }) => assetKey(symbol)));
  const { rows, unread } = readBrokerRows(brokers, symbols, { ...books, zone });
  const ofYear = rows.filter(({ sold }) => partsOf(sold).year === taxYear);
  const matches =
    brokers.length === 0 ? [] : matchBrokerRows(disposalsOfYear(disposals, taxYear), ofYear);
  const lines = [
    ...matches.flatMap(({ pieces, rows: of }) => {
      const [first, ...others] = pieces;
      return first === undefined ? of.map(rowAlone) : [saleLine([first, ...others], of)];
    }),
    ...unread.map(unreadLine),
  ];
  const count = (status: Status): number => lines.filter((line) => line[0] === status).length;
  return {
    key: "1099-check",
    name: "1099 Check",
    heading: [
      `1099 check for ${taxYear}`,
      brokers.length === 0
        ? NO_SHEET
        : `Agree: ${count("Agrees")}; differ: ${count("Differs")}; not in the ledger: ${count("Not in ledger")}; not on a 1099: ${count("Not on 1099")}; not read: ${count("Not read")}; of other years and left out: ${rows.length - ofYear.length}.`,
      basicsLine(books, pastMethodWords(books)),
      methodLine({ books, method: "FIFO" }),
      `A row and a sale are the same by transaction ID; else by asset, quantity and day, or ${DAYS_APART} days apart at most; a form without quantities by asset, proceeds and day. Each is matched once.`,
      "Code B: the basis on the form is not the ledger's. E: the form's proceeds are before costs of selling. T: the form has the other term. W: a wash sale. A blank basis needs no code where it was not reported.",
      FORMS_LINE,
      NOT_TAX_ADVICE,
    ],
    table: { columns: COLUMNS, rows: lines },
    totals: undefined,
    breakdown: undefined,
    sections: [],
    emphasis: { column: 0, value: "Differs" },
  };
}

const NO_SHEET =
  "No brokers' rows were found. Put them in a sheet with 1099 in its name, with the headings Asset, Quantity, Date sold, Proceeds, Cost basis, Basis reported?, and where there is one Transaction ID; then generate again.";

type Status = "Agrees" | "Differs" | "Not in ledger" | "Not on 1099" | "Not read";

type Line = readonly [Status, ...(readonly TableCell[])];

const COLUMNS = [
  { title: "Result", format: "text", width: 14 },
  { title: "Asset", format: "text", width: 11 },
  { title: "Sold", format: "date", width: 12 },
  { title: "Quantity", format: "quantity", width: 16 },
  { title: "Proceeds on 1099", format: "money", width: 15 },
  { title: "Proceeds by ledger", format: "money", width: 15 },
  { title: "Basis on 1099", format: "money", width: 15 },
  { title: "Basis by ledger", format: "money", width: 15 },
  { title: "Box", format: "text", width: 8 },
  { title: "(f) Code", format: "text", width: 8 },
  { title: "(g) Adjustment", format: "signedMoney", width: 14 },
  { title: "1099 row", format: "text", width: 10 },
  { title: "Source row", format: "sourceRow", width: 10 },
  { title: "What to do", format: "text", width: 60 },
] as const satisfies readonly Column[];

function saleLine(
  pieces: readonly [LotDisposal, ...LotDisposal[]],
  rows: readonly BrokerRow[],
): Line {
  const sale = comparedSale(pieces, rows);
  const { asset, day, quantity, row } = sale.disposal;
  const todo = whatToDo(sale);
  return [
    rows.length === 0 ? "Not on 1099" : todo === "" ? "Agrees" : "Differs",
    asset.symbol,
    day,
    quantityNumber(quantity, asset.decimals),
    dollars(sale.brokerProceeds),
    moneyNumber(sale.proceeds),
    dollars(sale.brokerBasis),
    dollars(sale.basis),
    sale.boxes.join(", "),
    sale.codes === "" ? null : sale.codes,
    dollars(sale.adjustment),
    rows.map((one) => one.place).join(", "),
    row,
    todo,
  ];
}

const rowAlone = (row: BrokerRow): Line => [
  "Not in ledger",
  row.asset,
  row.sold,
  row.quantity === undefined ? null : decimalToNumber(row.quantity),
  moneyNumber(row.proceeds),
  null,
  dollars(row.basis),
  null,
  "",
  null,
  null,
  row.place,
  null,
  "Look for the sale in the ledger: it may be missing, or have another day, quantity or asset.",
];

const unreadLine = (place: string): Line => [
  "Not read",
  "",
  null,
  null,
  null,
  null,
  null,
  null,
  "",
  null,
  null,
  place,
  null,
  "Write asset, date sold and proceeds, and amounts as numbers.",
];

const dollars = (amount: Money | undefined): number | null =>
  amount === undefined ? null : moneyNumber(amount);

function whatToDo(sale: ComparedSale): string {
  if (sale.rows.length === 0) {
    return sale.disposal.brokerReport === "none"
      ? ""
      : "The ledger says that a broker reported this sale: look for its row, or write none in the 1099 column.";
  }
  return [
    ...quantityWords(sale),
    ...proceedsWords(sale),
    ...basisWords(sale),
    ...termWords(sale),
    ...washWords(sale),
    ...columnWords(sale),
  ].join(" ");
}

/** Rows with one id together should have the units of the sale. */
function quantityWords({ disposal, rows }: ComparedSale): readonly string[] {
  if (rows.some((row) => row.quantity === undefined)) return [];
  const stated = rows.reduce(
    (sum, row) => sum + (row.quantity === undefined ? 0 : Math.abs(decimalToNumber(row.quantity))),
    0,
  );
  const own = quantityNumber(disposal.quantity, disposal.asset.decimals);
  return Math.abs(stated - own) < 1e-8 * Math.max(1, own)
    ? []
    : ["The units differ: correct the ledger, or ask for a corrected form."];
}

function proceedsWords({ brokerProceeds = ZERO_MONEY, proceeds }: ComparedSale): readonly string[] {
  if (!differ(brokerProceeds, proceeds)) return [];
  return brokerProceeds > proceeds
    ? [
        "Put the form's proceeds in (d); code E is right as far as the difference is a cost of selling.",
      ]
    : ["The form has lower proceeds than the ledger: correct the ledger, or ask the broker."];
}

function basisWords({ basis, brokerBasis, isReported }: ComparedSale): readonly string[] {
  if (basis === undefined) return ["The ledger has no lot for all units: enter the purchase."];
  if (brokerBasis === undefined) {
    return isReported
      ? ["Basis was reported, but the row has none for all its units: look on the form."]
      : [];
  }
  if (!differ(basis, brokerBasis)) return [];
  return isReported
    ? ["Put the form's basis in (e), although it is wrong, and code B with the difference in (g)."]
    : ["Put the ledger's basis in (e), and code B with zero in (g)."];
}

function termWords({ codes, boxes }: ComparedSale): readonly string[] {
  if (boxes.length > 1) {
    return ["Units of this sale are short-term and long-term: write a row in each Part."];
  }
  return codes.includes("T") ? ["The form has the other term: use the Part of the box given."] : [];
}

function washWords({ disallowed, brokerWashSale }: ComparedSale): readonly string[] {
  if (!differ(disallowed, brokerWashSale)) return [];
  return subtract(brokerWashSale, disallowed) > 0
    ? ["The form disallows more of the loss than the ledger: attach a statement that explains it."]
    : ["The ledger disallows more of the loss than the form: code W has the ledger's amount."];
}

function columnWords({ disposal, isReported }: ComparedSale): readonly string[] {
  const report = reportOf(isReported);
  return disposal.brokerReport === report ? [] : [`Write ${report} in the 1099 column.`];
}
