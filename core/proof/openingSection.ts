import { dayText } from "../calendar/day.ts";
import { moneyNumber, quantityNumber } from "../money/amounts.ts";
import { countWords, dollarWords } from "../report/amountWords.ts";
import type { TabSection } from "../report/tab.ts";
import type { Column, TableCell } from "../report/table.ts";
import type { OpeningHolding, OpeningPosition } from "./openingPosition.ts";

/** The section "Opening position" of the tab Proof: what the books begin with, and its evidence. */
export const openingSection = (position: OpeningPosition): TabSection => ({
  title: "Opening position",
  remark: [heldLine(position), ...allocationLine(position), evidenceLine(position)].join(" "),
  table: { columns: OPENING_COLUMNS, rows: position.holdings.map(holdingRow) },
});

function heldLine({ opening, lots, basis }: OpeningPosition): string {
  const held = `${countWords(lots, "lot")} with a basis of ${dollarWords(basis)}`;
  return opening === undefined
    ? `${held}, in place of the history before them; no setting opening says of which day.`
    : `Held when ${dayText(opening)} began, in place of the history before it: ${held}.`;
}

const allocationLine = ({ allocating, lots }: OpeningPosition): readonly string[] =>
  allocating === 0
    ? []
    : [
        `Allocating a history that is in the ledger as well, without adding units: ${allocating} of ${countWords(lots, "lot")}.`,
      ];

/** What is not noted is asked for; whether it has to be is for the Problems to say. */
function evidenceLine({ withoutEvidence, lots }: OpeningPosition): string {
  if (withoutEvidence === 0) {
    return "Evidence is what the ledger says of each lot: keep it with the return's records.";
  }
  const which =
    withoutEvidence === lots ? "" : ` for ${withoutEvidence} of ${countWords(lots, "lot")}`;
  return `No evidence noted${which}: keep the allocation or the export it came from with the return's records.`;
}

/** The first columns are those of the checks above, which are as wide. */
const OPENING_COLUMNS = [
  { title: "Evidence", format: "text", width: 52 },
  { title: "Asset", format: "text", width: 11 },
  { title: "Wallet", format: "text", width: 16 },
  { title: "Account", format: "text", width: 14 },
  { title: "Lots", format: "integer", width: 9 },
  { title: "First acquired", format: "date", width: 12 },
  { title: "Last acquired", format: "date", width: 12 },
  { title: "Units", format: "quantity", width: 16 },
  { title: "Basis", format: "money", width: 16 },
] as const satisfies readonly Column[];

const holdingRow = (holding: OpeningHolding): readonly TableCell[] => [
  evidenceWords(holding),
  holding.asset.symbol,
  holding.wallet.name,
  holding.wallet.account,
  holding.lots,
  holding.firstAcquired,
  holding.lastAcquired,
  quantityNumber(holding.quantity, holding.asset.decimals),
  moneyNumber(holding.basis),
];

/** So many different texts stand in one cell, each up to so many characters. */
const MOST_TEXTS = 3;
const LONGEST_TEXT = 200;

function evidenceWords({ evidence, withoutEvidence, lots }: OpeningHolding): string {
  if (withoutEvidence === lots) return "None noted";
  const more = evidence.length - MOST_TEXTS;
  return [
    ...evidence.slice(0, MOST_TEXTS).map(onOneLine),
    ...(more > 0 ? [`${more} more`] : []),
    ...(withoutEvidence > 0 ? [`none noted for ${withoutEvidence} of ${lots} lots`] : []),
  ].join("; ");
}

function onOneLine(text: string): string {
  const characters = Array.from(text.replace(/[\s\u0000-\u001F\u007F]+/g, " ").trim());
  return characters.length <= LONGEST_TEXT
    ? characters.join("")
    : `${characters.slice(0, LONGEST_TEXT).join("")}…`;
}
