import type { Book, Metadata, MetadataPlace, Sheet } from "../model/book.ts";
import { EnumMember, enumMember, implement, ServiceException, ServiceObject } from "../service.ts";
import { bookObject, checkAlive, rangeObject, sheetObject, type RangeState } from "./objects.ts";

const VISIBILITY = "Spreadsheet.DeveloperMetadataVisibility";
const LOCATION = "Spreadsheet.DeveloperMetadataLocationType";

function add(
  book: Book,
  place: MetadataPlace,
  [key, ...rest]: readonly (string | EnumMember)[],
): void {
  const value = rest.find((part) => typeof part === "string") ?? null;
  const visibility = rest.find((part) => part instanceof EnumMember)?.name ?? "DOCUMENT";
  book.nextId += 1;
  book.metadata.push({
    id: book.nextId,
    book,
    key: typeof key === "string" ? key : "",
    value,
    visibility: visibility as Metadata["visibility"],
    place,
  });
}

function placeOfRange({ sheet, area }: RangeState): MetadataPlace {
  const row = area.rows === 1 && area.columns === sheet.maxColumns;
  const column = area.columns === 1 && area.rows === sheet.maxRows;
  if (!row && !column) {
    throw new ServiceException(
      "Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.",
    );
  }
  return { kind: row ? "ROW" : "COLUMN", sheet, area };
}

function object(mark: Metadata): ServiceObject {
  return new ServiceObject("Spreadsheet.DeveloperMetadata", mark);
}

function onSheet({ place }: Metadata, sheet: Sheet): boolean {
  return place.kind !== "SPREADSHEET" && place.sheet === sheet;
}

type Finder = {
  readonly book: Book;
  readonly among: (mark: Metadata) => boolean;
  readonly wanted: Partial<Record<"id" | "key" | "value" | "visibility" | "kind", unknown>>;
};

function finder(book: Book, among: (mark: Metadata) => boolean): ServiceObject {
  return new ServiceObject("Spreadsheet.DeveloperMetadataFinder", { book, among, wanted: {} });
}

implement<Book>("Spreadsheet.Spreadsheet", {
  addDeveloperMetadata: (book, ...args: (string | EnumMember)[]) => {
    add(book, { kind: "SPREADSHEET" }, args);
  },
  getDeveloperMetadata: ({ metadata }) =>
    metadata.filter(({ place }) => place.kind === "SPREADSHEET").map(object),
  createDeveloperMetadataFinder: (book) => finder(book, () => true),
});

implement<Sheet>("Spreadsheet.Sheet", {
  addDeveloperMetadata: (sheet, ...args: (string | EnumMember)[]) => {
    checkAlive(sheet);
    add(sheet.book, { kind: "SHEET", sheet }, args);
  },
  getDeveloperMetadata: (sheet) =>
    sheet.book.metadata
      .filter(({ place }) => place.kind === "SHEET" && place.sheet === sheet)
      .map(object),
  createDeveloperMetadataFinder: (sheet) => finder(sheet.book, (mark) => onSheet(mark, sheet)),
});

implement<RangeState>("Spreadsheet.Range", {
  addDeveloperMetadata: (range, ...args: (string | EnumMember)[]) => {
    add(range.sheet.book, placeOfRange(range), args);
  },
});

function narrow(finding: Finder, key: keyof Finder["wanted"]): (value: unknown) => void {
  return (value) => {
    finding.wanted[key] = value instanceof EnumMember ? value.name : value;
  };
}

implement<Finder>("Spreadsheet.DeveloperMetadataFinder", {
  withId: (finding, id: number) => {
    narrow(finding, "id")(id);
  },
  withKey: (finding, key: string) => {
    narrow(finding, "key")(key);
  },
  withValue: (finding, value: string) => {
    narrow(finding, "value")(value);
  },
  withVisibility: (finding, visibility: EnumMember) => {
    narrow(finding, "visibility")(visibility);
  },
  withLocationType: (finding, kind: EnumMember) => {
    narrow(finding, "kind")(kind);
  },
  find: ({ book, among, wanted }) =>
    book.metadata
      .filter(among)
      .filter((mark) => Object.entries(wanted).every(([key, value]) => facts(mark)[key] === value))
      .map(object),
});

function facts({ id, key, value, visibility, place }: Metadata): Record<string, unknown> {
  return { id, key, value, visibility, kind: place.kind };
}

implement<Metadata>("Spreadsheet.DeveloperMetadata", {
  getId: ({ id }) => id,
  getKey: ({ key }) => key,
  getValue: ({ value }) => value,
  setKey: (mark, key: string) => {
    mark.key = key;
  },
  setValue: (mark, value: string) => {
    mark.value = value;
  },
  getVisibility: ({ visibility }) => enumMember(VISIBILITY, visibility),
  setVisibility: (mark, visibility: EnumMember) => {
    mark.visibility = visibility.name as Metadata["visibility"];
  },
  getLocation: (mark) => new ServiceObject("Spreadsheet.DeveloperMetadataLocation", mark),
  moveToSheet: (mark, sheet: Sheet) => {
    mark.place = { kind: "SHEET", sheet };
  },
  moveToSpreadsheet: (mark) => {
    mark.place = { kind: "SPREADSHEET" };
  },
  remove: (mark) => {
    mark.book.metadata = mark.book.metadata.filter((other) => other !== mark);
  },
});

implement<Metadata>("Spreadsheet.DeveloperMetadataLocation", {
  getLocationType: ({ place }) => enumMember(LOCATION, place.kind),
  getSpreadsheet: ({ book, place }) => (place.kind === "SPREADSHEET" ? bookObject(book) : null),
  getSheet: ({ place }) => (place.kind === "SHEET" ? sheetObject(place.sheet) : null),
  getRow: ({ place }) => (place.kind === "ROW" ? rangeObject(place.sheet, place.area) : null),
  getColumn: ({ place }) => (place.kind === "COLUMN" ? rangeObject(place.sheet, place.area) : null),
});
