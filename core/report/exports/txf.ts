import type { Day } from "../../calendar/day.ts";
import type { Form8949Row } from "../form8949.ts";
import type { Form8949Box } from "../form8949Box.ts";
import { rowsThatFit, WITHOUT_BASIS, type ExportedFiles } from "./exportedFile.ts";
import { centsText, oneLine, usDate } from "./formText.ts";

const NAME = "form-8949.txf";

/** The reference number of a sale by its box. The format was last changed in 2011. */
const REFERENCES: Readonly<Partial<Record<Form8949Box, number>>> = {
  A: 321,
  B: 711,
  C: 712,
  D: 323,
  E: 713,
  F: 714,
};

/**
 * The sales of securities in the Tax Exchange Format, version 042: record format 4, or 5 with the
 * loss disallowed. It knows no boxes G to L, so digital assets are left out, as is what has no basis
 * or no day of acquisition. `exported` is the day that the file says it was made.
 *
 * Source: TXF specification V042 (30 November 2011), sections IV, VII and VIII. Decision: D-48.
 */
export function txf(rows: readonly Form8949Row[], exported: Day): ExportedFiles {
  const { kept, remarks } = rowsThatFit(rows, NAME, reasonToLeaveOut);
  const lines = ["V042", "Atax-loss-harvesting", `D${usDate(exported)}`, "^"];
  for (const row of kept) lines.push(...recordLines(row));
  return { files: [{ name: NAME, text: lines.map((line) => `${line}\r\n`).join("") }], remarks };
}

function reasonToLeaveOut({ asset, box, basis, acquired }: Form8949Row): string | undefined {
  if (!asset.isSecurity || REFERENCES[box] === undefined)
    return "it knows securities alone: use another file for digital assets";
  if (basis === undefined) return WITHOUT_BASIS;
  return typeof acquired === "number"
    ? undefined
    : "it takes no word for a date: enter what was inherited by hand";
}

const recordLines = (row: Form8949Row): readonly string[] => [
  "TD",
  `N${REFERENCES[row.box] ?? ""}`,
  "C1",
  "L1",
  `P${oneLine(row.description)}`,
  `D${typeof row.acquired === "number" ? usDate(row.acquired) : ""}`,
  `D${usDate(row.sold)}`,
  `$${row.basis === undefined ? "" : centsText(row.basis)}`,
  `$${centsText(row.proceeds)}`,
  ...(row.washSale === undefined ? [] : [`$${centsText(row.washSale)}`]),
  "^",
];
