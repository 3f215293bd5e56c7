import type { Host } from "./hostState.ts";
import { copyOfSheet, type Book, type MetadataPlace, type Sheet } from "./model/book.ts";

/** A host in the same state, which may then go another way: a state to try many things from. */
export function copyOfHost(host: Host): Host {
  const { book } = host;
  const copy: Book = {
    ...book,
    sheets: [],
    metadata: [],
    namedRanges: [],
    toasts: [...book.toasts],
    // Marks are copied below, each once.
    switches: { ...book.switches, metadataOfCopy: "left" },
  };
  const copies = new Map<Sheet, Sheet>();
  for (const sheet of book.sheets) {
    const { id, protections } = sheet;
    const made = Object.assign(copyOfSheet(copy, sheet, sheet.name), { id });
    made.protections = protections.map((protection) => ({ ...protection, sheet: made }));
    copies.set(sheet, made);
    copy.sheets.push(made);
  }
  const copied = (sheet: Sheet): Sheet => {
    const made = copies.get(sheet);
    if (made === undefined) throw new Error(`${sheet.name} is no sheet of the spreadsheet.`);
    return made;
  };
  copy.activeSheet = copied(book.activeSheet);
  copy.metadata = book.metadata
    .filter(({ place }) => place.kind === "SPREADSHEET" || copies.has(place.sheet))
    .map((mark) => ({ ...mark, book: copy, place: placeIn(mark.place, copied) }));
  copy.namedRanges = book.namedRanges.map((named) => ({ ...named, sheet: copied(named.sheet) }));
  copy.nextId = book.nextId;
  copy.switches = { ...book.switches };
  const { document, script, user } = host.properties;
  return {
    ...host,
    book: copy,
    properties: { document: new Map(document), script: new Map(script), user: new Map(user) },
    caches: { document: new Map(), script: new Map(), user: new Map() },
    locks: new Set(host.locks),
  };
}

const placeIn = (place: MetadataPlace, copied: (sheet: Sheet) => Sheet): MetadataPlace =>
  place.kind === "SPREADSHEET" ? place : { ...place, sheet: copied(place.sheet) };
