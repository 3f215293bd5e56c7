import { expect, test } from "vitest";
import fc from "fast-check";

import type { CellValue } from "../../../core/index.ts";
import type { CellEdit } from "../../../workbook/index.ts";
import { bookOf, edited, gridOf, rowsOf } from "./editedBook.ts";

const ROWS = 7;
const COLUMNS = 5;

type WrittenCell = {
  readonly column: number;
  readonly content: string;
  readonly type: string;
  readonly style: boolean;
  /** Whether it says where it stands; where it must, it does. */
  readonly says: boolean;
};

type WrittenRow = {
  readonly row: number;
  readonly cells: readonly WrittenCell[];
  readonly says: boolean;
};

const content = fc.constantFrom(
  { type: "", content: "" },
  { type: "", content: "<v>3</v>" },
  { type: ' t="b"', content: "<v>1</v>" },
  { type: ' t="inlineStr"', content: "<is><t>text</t></is>" },
  { type: "", content: "<f>1+1</f><v>2</v>" },
);

const ascending = (most: number) =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: most }), { maxLength: most })
    .map((numbers) => [...numbers].sort((a, b) => a - b));

const cells: fc.Arbitrary<readonly WrittenCell[]> = ascending(COLUMNS).chain((columns) =>
  fc.tuple(
    ...columns.map((column) =>
      fc
        .tuple(content, fc.boolean(), fc.boolean())
        .map(([held, style, says]) => ({ column, ...held, style, says })),
    ),
  ),
);

const sheet: fc.Arbitrary<readonly WrittenRow[]> = ascending(ROWS).chain((rows) =>
  fc.tuple(
    ...rows.map((row) =>
      fc.tuple(cells, fc.boolean()).map(([held, says]) => ({ row, cells: held, says })),
    ),
  ),
);

const edits: fc.Arbitrary<readonly CellEdit[]> = fc.array(
  fc.record({
    sheet: fc.constant("Ledger"),
    row: fc.integer({ min: 1, max: ROWS }),
    column: fc.integer({ min: 0, max: COLUMNS - 1 }),
    value: fc.oneof(
      fc.constant(null),
      fc.boolean(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom("", "=A1", "_x0009_", "a\nb", "<&>"),
    ),
  }),
  { minLength: 1, maxLength: 12 },
);

const letter = (column: number): string => String.fromCharCode(64 + column);

/** Rows in order, saying where they and their cells stand only where they must or may. */
function xmlOf(rows: readonly WrittenRow[]): string {
  let before = 0;
  return rows
    .map(({ row, cells: held, says }) => {
      const isNext = row === before + 1;
      before = row;
      let left = 0;
      let isKnown = says || isNext;
      const xml = held.map(({ column, type, content: inside, style, says: saysPlace }) => {
        const mustSay = column !== left + 1 || !isKnown;
        left = column;
        isKnown = true;
        const place = mustSay || saysPlace ? ` r="${letter(column)}${row}"` : "";
        const open = `<c${place}${style ? ' s="1"' : ""}${type}`;
        return inside === "" ? `${open}/>` : `${open}>${inside}</c>`;
      });
      const number = says || (held.length === 0 && !isNext) ? ` r="${row}"` : "";
      return xml.length === 0 ? `<row${number}/>` : `<row${number}>${xml.join("")}</row>`;
    })
    .join("");
}

/** The grid as cells by their place, blank ones left out. */
function cellsOf(file: Uint8Array): ReadonlyMap<string, CellValue> {
  const found = new Map<string, CellValue>();
  gridOf(file).forEach((row, index) => {
    row.forEach((value, column) => {
      if (value !== null) found.set(`${index + 1}/${column}`, value);
    });
  });
  return found;
}

const sorted = (of: ReadonlyMap<string, CellValue>) =>
  [...of].sort(([one], [other]) => (one < other ? -1 : 1));

test("random edits of random sheets give the grid with the same edits, whoever wrote the sheet", () => {
  fc.assert(
    fc.property(sheet, edits, (rows, changes) => {
      const before = bookOf(xmlOf(rows));
      const expected = new Map(cellsOf(before));
      for (const { row, column, value } of changes) {
        if (value === null || value === "") expected.delete(`${row}/${column}`);
        else expected.set(`${row}/${column}`, value === 0 ? 0 : value);
      }
      const after = edited(before, ...changes);
      expect(sorted(cellsOf(after))).toEqual(sorted(expected));
      expect(sorted(cellsOf(edited(after, ...changes)))).toEqual(sorted(expected));
    }),
    { numRuns: 400 },
  );
});

test("rows and cells that say where they stand stay in order, and all others stay as they are", () => {
  fc.assert(
    fc.property(sheet, edits, (rows, changes) => {
      const outspoken = rows.map((row) => ({
        ...row,
        says: true,
        cells: row.cells.map((cell) => ({ ...cell, says: true })),
      }));
      const before = xmlOf(outspoken);
      const file = edited(bookOf(before), ...changes);
      const after = rowsOf(file);
      expect(rowsOf(edited(file, ...changes))).toBe(after);
      const rowNumbers = [...after.matchAll(/<row r="(\d+)"/g)].map(([, row]) => Number(row));
      expect(rowNumbers).toEqual([...new Set(rowNumbers)].sort((a, b) => a - b));
      for (const [, row = ""] of after.matchAll(/<row [^>]*>(.*?)<\/row>/g)) {
        const columns = [...row.matchAll(/<c r="([A-Z])/g)].map(([, column]) => column!);
        expect(columns).toEqual([...new Set(columns)].sort());
      }
      const changed = new Set(changes.map(({ row, column }) => `${letter(column + 1)}${row}`));
      const kept = (xml: string) =>
        [...xml.matchAll(/<c r="(\w+)"[^>]*?(?:\/>|>.*?<\/c>)/g)]
          .filter(([, at = ""]) => !changed.has(at))
          .map(([whole]) => whole);
      expect(kept(after)).toEqual(kept(before));
    }),
    { numRuns: 200 },
  );
});
