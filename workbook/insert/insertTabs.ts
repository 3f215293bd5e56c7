import { strToU8 } from "fflate";
import type { Tab } from "../../core/index.ts";
import { readWorkbook, type OpenWorkbook } from "../read/readWorkbook.ts";
import { refuseInserting } from "../read/refuseInserting.ts";
import { isRefusal, type Refusal } from "../refusals.ts";
import { newStylesheet, openStyles, type StyleBook } from "../sheet/styleBook.ts";
import { writeZip, type PackOptions } from "../zip/writeZip.ts";
import { findEntry, partKey, type ZipPackage } from "../zip/zipPackage.ts";
import { editablePart } from "./editablePart.ts";
import { listParts } from "./listParts.ts";
import { openMainParts, partsToRemove, type MainParts } from "./mainParts.ts";
import { planTabs } from "./planTabs.ts";
import { tabParts } from "./tabParts.ts";
import type { TabSource } from "./tabPlace.ts";

/** A workbook and the tabs to put into it. */
export type InsertRequest = PackOptions & {
  readonly bytes: Uint8Array;
  readonly tabs: readonly Tab[];
  /** The sheet that holds the ledger; source rows become links to it. */
  readonly sourceSheet?: string | undefined;
  /** Rows of that sheet above the first one of the ledger's range; none when absent. */
  readonly rowsAboveSource?: number | undefined;
  /** Told the share of all rows that is written, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
};

/**
 * A copy of a workbook with tabs put in: new ones at the end, those of an earlier run in the place
 * and under the name that they have now.
 *
 * Every part of the user's stays as it is, byte for byte, but for the list of sheets, its
 * relationships, the content types and the stylesheet, to which lines are added. When a tab is
 * replaced, a calculation chain that names its cells goes (Excel builds it anew), and Excel is told
 * to compute formulas that may read it. Refuses what readWorkbook and refuseInserting refuse.
 */
export function insertTabs(request: InsertRequest): Uint8Array | Refusal {
  const workbook = readWorkbook(request.bytes);
  if (isRefusal(workbook)) return workbook;
  const locked = refuseInserting(workbook);
  if (locked !== undefined) return locked;
  const zip = workbook.package;
  const plan = planTabs(workbook, request.tabs);
  if (isRefusal(plan)) return plan;
  const main = openMainParts(workbook);
  if (isRefusal(main)) return main;
  const removed = partsToRemove(workbook, main, plan);
  if (isRefusal(removed)) return removed;
  const freePart = freePartNames(zip, removed.parts);
  const styles = stylesOf(zip, main, freePart);
  if (isRefusal(styles)) return styles;

  const onRows = rowCounter(request);
  const made = plan.map((planned) =>
    tabParts(planned, {
      dialect: main.dialect,
      folder: main.folder,
      styles: styles.book,
      dateSystem: workbook.dateSystem,
      source: sourceOf(workbook, request),
      freePart,
      onRows,
    }),
  );
  const stylesheet = styles.changed();
  if (isRefusal(stylesheet)) return stylesheet;

  const lists = listParts({ main, plan, made, removed, newStyles: styles.newPart });
  const changes = new Map<string, Uint8Array | "remove">();
  // What comes later in this list wins: a new part may have the name of one that goes.
  for (const part of removed.parts) changes.set(part, "remove");
  for (const parts of [lists, stylesheet, ...made.map(({ bytes }) => bytes)]) {
    for (const [part, bytes] of parts) changes.set(part, bytes);
  }
  return writeZip(zip, changes, request);
}

/** Gives names of parts that no other has; those that go are free again. */
function freePartNames(zip: ZipPackage, removed: ReadonlySet<string>): (stem: string) => string {
  const gone = new Set([...removed].map(partKey));
  const given = new Set<string>();
  return (stem) => {
    for (let number = 1; ; number++) {
      const name = `${stem}${number}.xml`;
      const key = partKey(name);
      if (given.has(key) || (zip.byKey.has(key) && !gone.has(key))) continue;
      given.add(key);
      return name;
    }
  };
}

type WorkbookStyles = {
  readonly book: StyleBook;
  /** The stylesheet by its name; nothing when nothing was added to it. */
  readonly changed: () => ReadonlyMap<string, Uint8Array> | Refusal;
  /** Its name again where the workbook had none. */
  readonly newPart: string | undefined;
};

function stylesOf(
  zip: ZipPackage,
  main: MainParts,
  freePart: (stem: string) => string,
): WorkbookStyles | Refusal {
  const present = main.relationships.find(({ type }) => type === "styles")?.target;
  const part = present ?? usualOrFree(zip, `${main.folder}styles`, freePart);
  const opened = present === undefined ? undefined : editablePart(zip, present);
  if (isRefusal(opened)) return opened;
  const before = opened?.text ?? newStylesheet(main.dialect.main);
  const book = openStyles(before, part);
  if (isRefusal(book)) return book;
  return {
    book,
    changed: () => {
      const text = book.text();
      if (isRefusal(text)) return text;
      const isSame = opened !== undefined && text === before;
      return new Map(isSame ? [] : [[part, strToU8((opened?.mark ?? "") + text)]]);
    },
    newPart: present === undefined ? part : undefined,
  };
}

const usualOrFree = (zip: ZipPackage, stem: string, freePart: (stem: string) => string): string =>
  findEntry(zip, `${stem}.xml`) === undefined ? `${stem}.xml` : freePart(stem);

/** The sheet that source rows link to; undefined when the workbook has none of that name. */
function sourceOf(workbook: OpenWorkbook, request: InsertRequest): TabSource | undefined {
  const wanted = request.sourceSheet?.toLowerCase();
  const sheet = workbook.sheets.find(({ name }) => name.toLowerCase() === wanted);
  return sheet === undefined
    ? undefined
    : { sheet: sheet.name, rowsAbove: request.rowsAboveSource ?? 0 };
}

function rowCounter({ tabs, onProgress }: InsertRequest): ((rows: number) => void) | undefined {
  if (onProgress === undefined) return undefined;
  const all = tabs.reduce((sum, { table }) => sum + table.rows.length, 0);
  let written = 0;
  return (rows) => {
    written += rows;
    onProgress(all === 0 ? 1 : written / all);
  };
}
