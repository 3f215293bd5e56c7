import type { CellValue } from "../../core/ledger/cells.ts";
import type { Random } from "./random.ts";

/** Characters and pieces of text that readers stumble over. */
const PIECES: readonly string[] = [
  ...[
    "0",
    "1",
    "9",
    "007",
    "-",
    "+",
    ".",
    ",",
    "e",
    "E5",
    "e-400",
    "e999",
    "%",
    "$",
    "(",
    ")",
    "()",
  ],
  ...["USD", "US$", "€", "BTC", "NaN", "Infinity", "-0", "0x1F", "1_000", "٣", "１", "½", "−", "–"],
  ...[" ", "\u00a0", "\u202f", "\u200b", "\ufeff", "\t", "\r", "\n", "\r\n", "\0", "\u2028"],
  ...['"', '""', "'", "=", "@", ";", "|", "\\", "/", ":", "<", ">", "&", "&amp;", "]]>", "<!--"],
  ...[
    "T",
    "Z",
    "UTC",
    "+05:30",
    "-14:00",
    "am",
    "PM",
    "Jan",
    "february",
    "Mon",
    "1/1",
    "2024-02-30",
  ],
  ...["=1+1", "#N/A", "__proto__", "constructor", "toString", "null", "undefined", "true"],
  ...["é", "e\u0301", "😀", "\ud800", "\udfff", "\u202e", "İ", "ß", "Ａ"],
];

/** A short text of such pieces. */
export function nastyText(random: Random): string {
  let text = "";
  for (let left = 1 + random.below(6); left > 0; left -= 1) text += random.pick(PIECES);
  return random.percent(1) ? text.repeat(1 + random.below(2000)) : text;
}

/** The text with a few characters put in, taken out, doubled or moved. */
export function mutatedText(random: Random, text: string): string {
  let mutated = text;
  for (let left = 1 + random.below(3); left > 0; left -= 1) {
    const at = random.below(mutated.length + 1);
    const end = at + random.below(4);
    const kind = random.below(5);
    if (kind === 0) mutated = mutated.slice(0, at) + mutated.slice(end);
    else if (kind === 1) mutated = mutated.slice(0, at) + random.pick(PIECES) + mutated.slice(at);
    else if (kind === 2) mutated = mutated.slice(0, end) + mutated.slice(at);
    else if (kind === 3) mutated = mutated.slice(end) + mutated.slice(0, end);
    else mutated = mutated.slice(0, at) + random.pick(PIECES) + mutated.slice(end);
  }
  return mutated;
}

const NUMBERS: readonly number[] = [
  ...[0, -0, 1, -1, 0.1, 1 / 3, 1e-8, 1e-9, 1e-18, 1e-300, 5e-324, 1e8, 1e15, 2 ** 53, 2 ** 53 + 2],
  ...[
    1e21,
    1e60,
    1e61,
    1e300,
    Number.MAX_VALUE,
    NaN,
    Infinity,
    -Infinity,
    45_000,
    45_000.999_999_9,
  ],
  ...[-45_000, 60, 61, 73_050, 109_574, 1e9, 1.7e9, 1.7e12, 8.64e15],
];

/** A cell of any kind that hosts hand over. */
export function nastyCell(random: Random): CellValue {
  const kind = random.below(10);
  if (kind < 4) return nastyText(random);
  if (kind < 7) return random.pick(NUMBERS);
  if (kind === 7) return random.percent(50);
  if (kind === 8) return random.pick<CellValue>([null, "", " "]);
  const fault = random.pick(["error", "uncached-formula"] as const);
  return { fault, text: random.pick(["#N/A", "#REF!", "=A1", ""]) };
}
