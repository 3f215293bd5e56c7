import { quoted, type WordsFor } from "../problemWords.ts";
import type { DamageEvidence, DamageKind } from "./damage.ts";
import type { DamageFacts } from "./damageFacts.ts";

/** The words for damage done by spreadsheet programs. */
export const DAMAGE_WORDS: WordsFor<DamageFacts> = {
  "column-damaged": ({ kind, column, confidence, count, firstRows, evidence, isMendable }) => ({
    problem: `The column ${column} ${confidence === "certain" ? "was" : "seems"} damaged by a spreadsheet program in ${rowsText(count, firstRows)}: ${evidenceText(evidence)}.`,
    whatToDo: isMendable
      ? `Set repair=${kind} ${REMEDIES[kind]}; your cells stay as they are. If the cells are right, leave the setting out.`
      : REMEDIES[kind],
  }),
  "cell-mended": ({ kind, column, found, read }) => ({
    problem: `The ${column} cell holds ${quoted(found)} and was read as ${read === "" ? "blank" : quoted(read)}, because of repair=${kind}.`,
    whatToDo: `Check it; take ${kind} out of the setting repair if the cell was right.`,
  }),
};

/** What to do; for what can be mended, what the setting does. */
const REMEDIES: Readonly<Record<DamageKind, string>> = {
  dates: "to read these dates with day and month the other way round",
  seconds:
    "The seconds are lost. Export again and bring the file in with its dates as text; until then purchases of one minute count before its sales.",
  ids: "to read these ids as blank, so that none stands for several rows",
  numbers: "to read the comma as the point before the decimals",
  digits: "The digits are lost. Export again and bring the file in with this column as text.",
  zones: "to read these times in the other zone",
  cells:
    "What was typed is lost. Export again and bring the file in with this column as text, or enter the values by hand.",
};

function rowsText(count: number, firstRows: readonly number[]): string {
  if (count === 1) return `row ${firstRows.join("")}`;
  const more = count - firstRows.length;
  if (more > 0) return `rows ${firstRows.join(", ")} and ${more} more`;
  return `rows ${firstRows.slice(0, -1).join(", ")} and ${firstRows[firstRows.length - 1] ?? ""}`;
}

type EvidenceWords = {
  readonly [S in DamageEvidence["sign"]]: (
    evidence: Extract<DamageEvidence, { readonly sign: S }>,
  ) => string;
};

function evidenceText(evidence: DamageEvidence): string {
  // The table has a function for every sign, each for the evidence of that sign alone.
  return (EVIDENCE_WORDS[evidence.sign] as (evidence: DamageEvidence) => string)(evidence);
}

const EVIDENCE_WORDS: EvidenceWords = {
  "day-first": ({ proof, proofRow }) =>
    `they were read month first, but ${quoted(proof)} in row ${proofRow} has its day first, and no date of the column its month`,
  "both-orders": ({ proof, other }) =>
    `${quoted(proof)} has its day first and ${quoted(other)} its month, so that nobody can tell what dates with two low numbers mean`,
  "half-converted": ({ proof, proofRow }) =>
    `texts such as ${quoted(proof)} in row ${proofRow} were left alone, and none of the dates that were converted has a day above 12, so that day and month are swapped`,
  "seconds-elsewhere": ({ proof, proofRow }) =>
    `no time has seconds, but ${quoted(proof)} in row ${proofRow} shows them`,
  "minutes-shared": ({ times }) =>
    `none of its ${times} times has seconds, and these rows share a minute, so that their order is unknown`,
  "scientific-id": ({ example }) => `ids such as ${quoted(example)} have lost their last digits`,
  "rounded-id": ({ example }) =>
    `ids such as ${quoted(example)} have only zeros after the 15th digit`,
  "decimal-comma": ({ proof, isMixed }) =>
    isMixed
      ? `${quoted(proof)} has a comma before its decimals, others a point`
      : `${quoted(proof)} has a comma before its decimals, and no amount of the column has a point there`,
  "fifteen-digits": ({ example, longer }) =>
    `numbers such as ${quoted(example)} end after 15 digits, where ${quoted(longer)} has more`,
  "other-zone": ({ heading, proof }) =>
    `the heading says ${heading}, but ${quoted(proof)} is in another zone, so that those without a zone may be local time`,
  "skipped-hour": ({ zone, proof }) =>
    `clocks in ${zone} skipped ${proof}, so that the times are not of that zone, and may be UTC`,
  "became-date": ({ example }) => `a program made dates such as ${quoted(example)} of them`,
};
