import { strToU8 } from "fflate";
import { parseCsv, writeCsv } from "../../workbook/csv.ts";
import type { CellGrid } from "../../core/ledger/cells.ts";
import { promise, type FuzzTarget } from "./fuzzTarget.ts";
import { mutatedText, nastyText } from "./nasty.ts";
import type { Random } from "./random.ts";

/**
 * Comma-separated text: whatever it is, every character but separators, quotes and line ends is in a
 * cell, in its order; and cells that were written come back as they were.
 */
export const csvTarget: FuzzTarget = {
  name: "csv",
  quick: 2000,
  feed: (random) => {
    const kind = random.below(3);
    if (kind === 0) return feedCells(random);
    if (kind === 1) return feedBytes(random);
    const text = random.percent(30) ? "" : mutatedText(random, writeCsv(cells(random)));
    return feedText(text + nastyText(random));
  },
};

/** What is left of text when all that CSV may take away is gone. */
const content = (text: string): string => text.replace(/[",;\t\r\n\uFEFF]/g, "");

function feedText(text: string): string {
  const grid = parseCsv(text);
  if (/^\uFEFF?sep=/i.test(text)) return "text that names its separator";
  const kept = grid.flat().map(String).join("");
  promise(content(kept) === content(text), "a character lost or gained", { text, grid });
  return "text";
}

/** Bytes of any kind: the reader must get through them. */
function feedBytes(random: Random): string {
  const source = strToU8(writeCsv(cells(random)));
  const bytes = random.percent(50) ? source : new Uint8Array([...wide(source)]);
  for (let left = random.below(6); left > 0 && bytes.length > 0; left -= 1) {
    bytes[random.below(bytes.length)] = random.below(256);
  }
  const grid = parseCsv(
    bytes.subarray(0, random.percent(30) ? random.below(bytes.length + 1) : bytes.length),
  );
  const isText = grid.every((row) => row.every((cell) => typeof cell === "string"));
  promise(isText, "a cell that is no text", { bytes: [...bytes] });
  return "bytes";
}

/** UTF-16, little end first, with its mark. */
function* wide(bytes: Uint8Array): Generator<number> {
  yield* [0xff, 0xfe];
  for (const byte of bytes) yield* [byte, 0];
}

function feedCells(random: Random): string {
  const grid = cells(random);
  const separator = random.pick([",", ";", "\t"] as const);
  const read = parseCsv(writeCsv(grid, { separator }));
  // Without a separator in the text nothing tells which it is, and nothing depends on it.
  promise(JSON.stringify(read) === JSON.stringify(grid), "cells that came back otherwise", {
    grid,
    separator,
    read,
  });
  return "cells and back";
}

/** A rectangle of texts. */
function cells(random: Random): CellGrid {
  const width = 1 + random.below(5);
  const row = (): string[] =>
    Array.from({ length: width }, () =>
      random.percent(60) ? `v${random.below(99)}` : nastyText(random),
    );
  return Array.from({ length: 1 + random.below(8) }, row);
}
