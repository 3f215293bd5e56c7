import { strFromU8, strToU8 } from "fflate";
import type { CellGrid } from "../../core/ledger/cells.ts";
import { createWorkbook } from "../../workbook/create/createWorkbook.ts";
import { isRefusal } from "../../workbook/refusals.ts";
import { readWorkbook } from "../../workbook/read/readWorkbook.ts";
import { openZip } from "../../workbook/zip/openZip.ts";
import { readEntry } from "../../workbook/zip/readEntry.ts";
import { createZip } from "../../workbook/zip/writeZip.ts";
import { bookBytes, sure, worksheet } from "../workbook/read/book.ts";
import { archiveOf } from "../workbook/zip/archive.ts";
import { promise, type FuzzTarget } from "./fuzzTarget.ts";
import { mutatedText } from "./nasty.ts";
import type { Random } from "./random.ts";

/**
 * Workbook files that are cut short, have wrong bytes, wrong XML, missing parts or false sizes: each
 * is read or refused with a sentence, soon, and wrong bytes never change what a cell says.
 */
export const workbookTarget: FuzzTarget = {
  name: "workbooks",
  quick: 400,
  feed: (random) => {
    const kind = random.below(400);
    if (kind < 120) return feedWrongBytes(random);
    if (kind < 160) return feedCutShort(random);
    if (kind < 320) return feedWrongXml(random);
    if (kind < 370) return feedMissingPart(random);
    return kind < 399 ? feedFalseSize(random) : feedHugeSheet(random);
  },
};

const CELLS: CellGrid = [
  ["Date", "Type", "Asset", "Quantity", "Total", "Notes & <more>"],
  ["2024-01-05", "Buy", "BTC", "1.5", "30000", "first"],
  ["2024-02-05 10:00", "Sell", "BTC", "0.5", "9000", '"quoted"'],
  ["2024-03-05", "Buy", "ETH", "12", "24,000", ""],
];

/** Files to damage: one of our own, and one with shared strings, tables of values and formulas. */
const SOURCES: readonly Uint8Array[] = [
  sure(createWorkbook({ sheets: [{ name: "Ledger", grid: CELLS }] })),
  bookBytes({
    "xl/worksheets/sheet1.xml": worksheet(
      `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>` +
        `<row r="2" spans="1:3"><c r="A2"><v>45000.5</v></c><c r="B2" t="b"><v>1</v></c>` +
        `<c r="C2"><f t="shared" ref="C2:C3" si="0">A2*2</f><v>90001</v></c></row>` +
        `<row r="3"><c r="A3" t="e"><v>#N/A</v></c><c r="B3" t="inlineStr"><is><r><t>rich</t></r>` +
        `<r><t xml:space="preserve"> text</t></r></is></c><c r="C3"><f t="shared" si="0"/></c></row>`,
    ),
    "xl/sharedStrings.xml": `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Date</t></si><si><t>A &amp; B</t></si></sst>`,
  }),
];

const TRUTHS = SOURCES.map((bytes) => outcomeOf(bytes));

/** The parts of each source, unpacked. */
const PARTS = SOURCES.map((bytes) => {
  const zip = sure(openZip(bytes));
  return zip.entries.map(({ name }) => [name, sure(readEntry(zip, name))] as const);
});

/** The cells of all sheets as text, or the sentence of the refusal. */
function outcomeOf(bytes: Uint8Array): { readonly refused?: string; readonly cells?: string } {
  const book = readWorkbook(bytes);
  if (isRefusal(book)) return refused(book.refusal);
  const grids: CellGrid[] = [];
  for (const { name } of book.sheets) {
    const sheet = book.readSheet(name);
    if (isRefusal(sheet)) return refused(sheet.refusal);
    promise(sheet.rows === sheet.grid.length, "a wrong count of rows", { rows: sheet.rows });
    grids.push(sheet.grid);
  }
  return { cells: grids.some((grid) => grid.length > 5000) ? "many" : JSON.stringify(grids) };
}

function refused(sentence: string): { readonly refused: string } {
  promise(/^[A-Z].*\.$/s.test(sentence), "a refusal that is no sentence", sentence);
  return { refused: sentence };
}

const word = (outcome: ReturnType<typeof outcomeOf>): string =>
  outcome.refused === undefined ? "read" : "refused";

function feedWrongBytes(random: Random): string {
  const source = random.below(SOURCES.length);
  const bytes = SOURCES[source]!.slice();
  for (let left = 1 + random.below(4); left > 0; left -= 1) {
    const at = random.below(bytes.length);
    bytes[at] = random.percent(50) ? bytes[at]! ^ (1 << random.below(8)) : random.below(256);
  }
  const outcome = outcomeOf(bytes);
  const isTrue = outcome.refused !== undefined || outcome.cells === TRUTHS[source]!.cells;
  promise(isTrue, "wrong bytes changed a cell", { outcome, base64: base64(bytes) });
  return `wrong bytes ${word(outcome)}`;
}

function feedCutShort(random: Random): string {
  const bytes = random.pick(SOURCES);
  const outcome = outcomeOf(bytes.subarray(0, random.below(bytes.length)));
  promise(outcome.refused !== undefined, "half a file was read", { outcome });
  return "cut short, refused";
}

function feedWrongXml(random: Random): string {
  const parts = new Map(random.pick(PARTS));
  const name = random.pick([...parts.keys()]);
  const text = strFromU8(parts.get(name)!);
  const wrong = random.percent(50) ? mutatedText(random, text) : mutatedXml(random, text);
  parts.set(name, strToU8(wrong));
  return `wrong XML ${word(outcomeOf(sure(createZip(parts))))}`;
}

const XML_PIECES: readonly string[] = [
  ...[
    "<c/>",
    "<c>",
    "</c>",
    "<row>",
    '<row r="0">',
    '<c r="XFD1048576"><v>1</v></c>',
    "<v>",
    "</v>",
  ],
  ...['r="A0"', 'r="AAAAAAAAA1"', 'r="1"', 't="s"', 't="zz"', "<v>99999999999</v>", "<v>-1</v>"],
  ...[
    "<!DOCTYPE x [<!ENTITY a 'b'>]>",
    "&a;",
    "&#0;",
    "&#x110000;",
    "&#xD800;",
    "&lt",
    "<![CDATA[",
  ],
  ...["<!--", "-->", "<?x", "?>", "<", ">", '"', "'", "=", "\0", "\ufffd", "xmlns:x=''", "<x:c/>"],
];

/** The text with a tag, an attribute or a value put in the wrong place, or a stretch left out. */
function mutatedXml(random: Random, text: string): string {
  const marks = [...text.matchAll(/[<>" ]/g)].map(({ index }) => index);
  const [at, end] = [random.pick([0, ...marks]), random.pick([0, ...marks])];
  const piece = random.pick(XML_PIECES);
  return random.percent(60)
    ? text.slice(0, at) + piece + text.slice(at)
    : text.slice(0, Math.min(at, end)) + piece + text.slice(Math.max(at, end));
}

function feedMissingPart(random: Random): string {
  const parts = new Map(random.pick(PARTS));
  const names = [...parts.keys()];
  const name = random.pick(names);
  if (random.percent(70)) parts.delete(name);
  else parts.set(random.pick(names), parts.get(name)!);
  return `missing part ${word(outcomeOf(sure(createZip(parts))))}`;
}

/** Claims of size are not believed, and cells far out cost no memory or are refused. */
function feedHugeSheet(random: Random): string {
  const far = random.pick(["XFD1048576", "A1048576", "XFD1", "XFE1", "A1048577", "ZZZZ99999999"]);
  const row = /\d+$/.exec(far)![0];
  const rows = random.percent(50)
    ? `<row r="${row}"><c r="${far}"><v>7</v></c></row>`
    : Array.from(
        { length: 60 },
        (_, k) => `<row r="${k * 5000 + 1}"><c r="XFD${k * 5000 + 1}"><v>7</v></c></row>`,
      ).join("");
  const sheet = worksheet(rows).replace("<sheetData>", `<dimension ref="A1:${far}"/><sheetData>`);
  return `huge sheet ${word(outcomeOf(bookBytes({ "xl/worksheets/sheet1.xml": sheet })))}`;
}

/** Zip bombs and other lies: the bytes that come out are never more than claimed and allowed. */
function feedFalseSize(random: Random): string {
  const parts = random.pick(PARTS);
  const liar = random.below(parts.length);
  const size = random.pick([0, 1, 2 ** 20, 2 ** 27, 2 ** 31 - 1, 2 ** 32 - 1]);
  const bytes = archiveOf(
    parts.map(([name, data], index) =>
      index === liar
        ? { name, data: random.percent(20) ? new Uint8Array(2 ** 21) : data, claim: { size } }
        : { name, data },
    ),
  );
  const outcome = outcomeOf(bytes);
  return `false size ${word(outcome)}`;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
