import { termOn } from "../../calendar/holdingPeriod.ts";
import type { Form8949Row } from "../form8949.ts";
import { boxMeaning } from "../form8949Box.ts";
import { csvText } from "./csvText.ts";
import { rowsThatFit, WITHOUT_BASIS, type ExportedFiles } from "./exportedFile.ts";
import { centsText, usDate } from "./formText.ts";

const NAME = "gain-loss.csv";

const TITLES = ["Currency Name", "Purchase Date", "Cost Basis", "Date Sold", "Proceeds"];

/**
 * The gain and loss of digital assets in the five columns that several tax programs read: no units,
 * no box, no adjustment, no negative amount. A row that these columns would turn into another one
 * is left out and reported.
 *
 * Decision: D-48.
 */
export function gainLossCsv(rows: readonly Form8949Row[]): ExportedFiles {
  const { kept, remarks } = rowsThatFit(rows, NAME, reasonToLeaveOut);
  return {
    files: [{ name: NAME, text: csvText([TITLES, ...kept.map(record)]) }],
    remarks: [
      ...remarks,
      `${NAME} does not say which box a row belongs to: choose it in the program, by the Form 1099-DA received.`,
    ],
  };
}

const BY_HAND = "enter what form-8949.csv says by hand";

function reasonToLeaveOut(row: Form8949Row): string | undefined {
  if (row.asset.isSecurity) return "it knows digital assets alone: use another file for securities";
  if (row.basis === undefined) return WITHOUT_BASIS;
  if (row.washSale !== undefined) return `it has no column for adjustments: ${BY_HAND}`;
  if (row.proceeds < 0 || row.basis < 0) return `it takes no negative amounts: ${BY_HAND}`;
  if (!datesTellTheTerm(row)) return `its dates would tell another term: ${BY_HAND}`;
  return undefined;
}

/** False for what was inherited, was given, or replaced units sold at a loss, in short periods. */
const datesTellTheTerm = ({ acquired, sold, box }: Form8949Row): boolean =>
  typeof acquired === "number" && termOn(acquired, sold) === boxMeaning(box).term;

const record = ({ asset, acquired, basis, sold, proceeds }: Form8949Row): readonly string[] => [
  asset.symbol,
  typeof acquired === "number" ? usDate(acquired) : "",
  basis === undefined ? "" : centsText(basis),
  usDate(sold),
  centsText(proceeds),
];
