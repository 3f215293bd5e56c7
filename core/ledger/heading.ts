import type { CellValue } from "./cells.ts";
import { wordKey } from "./words.ts";

/** A column's heading: as the user sees it, what it is compared by, and what it says of its dates. */
export type Heading = {
  readonly text: string;
  /** Small letters and digits; without the byte order mark and remarks in parentheses. */
  readonly key: string;
  /** `UTC`, or `UTC+2`, where the heading names the zone of its dates. */
  readonly zone: string | undefined;
  /** True where the heading says that its numbers count from 1970. */
  readonly countsFrom1970: boolean;
};

/** Reads a cell of the header row. Only text is a heading. */
export function headingOf(cell: CellValue | undefined): Heading {
  const text = typeof cell === "string" ? cell.replace(/\uFEFF/g, "").trim() : "";
  const spaced = text.toLowerCase().replace(/_/g, " ");
  const zone = ZONE.exec(spaced);
  return {
    text,
    key: wordKey(spaced.replace(REMARKS, " ").replace(ZONE, " ").replace(FROM_1970, " ")),
    zone: zone === null ? undefined : (zone[1] ?? "").replace(/\s/g, "").toUpperCase(),
    countsFrom1970: spaced.search(FROM_1970) >= 0,
  };
}

const REMARKS = /\((?:optional|read-only|in usd|usd|us\$|\$)\)/g;
const ZONE = /\b((?:utc|gmt)(?:\s*[+-]\d{1,2}(?::?\d{2})?)?)(?![a-z0-9])/;
const FROM_1970 = /\b(?:unix|epoch)\b|\(ms\)/g;
