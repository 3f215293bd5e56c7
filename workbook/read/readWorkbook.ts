import {
  BINARY_WORKBOOK,
  isRefusal,
  NOT_A_WORKBOOK,
  noSuchSheet,
  sheetWithoutCells,
  type Refusal,
} from "../refusals.ts";
import { partKey, type ZipPackage } from "../zip/zipPackage.ts";
import { contentTypeOf } from "./contentTypes.ts";
import { openContainer } from "./openContainer.ts";
import { partText } from "./partText.ts";
import { readRelationships, type Relationship } from "./relationships.ts";
import { readSharedStrings } from "./sharedStrings.ts";
import { readSheetCells, type SheetCells } from "./sheetCells.ts";
import { readTables, type WorkbookTable } from "./tables.ts";
import { readWorkbookPart, type DefinedName, type SheetEntry } from "./workbookPart.ts";

/** A workbook whose sheets can be read, and whose archive can be copied with changes. */
export type OpenWorkbook = {
  readonly package: ZipPackage;
  /** Name of the main part, nearly always `xl/workbook.xml`. */
  readonly workbookPart: string;
  /** The year in which serial dates begin; serial numbers in cells stay as stored. */
  readonly dateSystem: 1900 | 1904;
  /** True for .xlsm, .xltm and .xlam. */
  readonly macroEnabled: boolean;
  /** True when tabs may not be added; see refuseInserting. */
  readonly structureLocked: boolean;
  /** True when the package is digitally signed; see refuseInserting. */
  readonly signed: boolean;
  readonly sheets: readonly SheetEntry[];
  readonly tables: readonly WorkbookTable[];
  readonly definedNames: readonly DefinedName[];
  /** Reads the cells of a sheet by its name, exactly or else without regard to case. */
  readonly readSheet: (name: string, onProgress?: (share: number) => void) => SheetCells | Refusal;
};

/**
 * Opens a workbook: .xlsx, .xlsm, .xltx or .xltm, transitional or strict.
 *
 * Refuses everything else, and what is damaged, encrypted or not UTF-8; see refusals.ts. Cells are
 * read only when asked for.
 */
export function readWorkbook(bytes: Uint8Array): OpenWorkbook | Refusal {
  const zip = openContainer(bytes);
  if (isRefusal(zip)) return zip;
  const links = readRelationships(zip, "");
  if (isRefusal(links)) return links;
  const main = links.find(({ type, external }) => type === "officeDocument" && !external);
  if (main === undefined) return NOT_A_WORKBOOK;
  const contentType = contentTypeOf(zip, main.target);
  if (isRefusal(contentType)) return contentType;
  if (contentType.includes("sheet.binary")) return BINARY_WORKBOOK;
  const book = readWorkbookPart(zip, main.target);
  if (book === undefined) return NOT_A_WORKBOOK;
  if (isRefusal(book)) return book;
  const tables = readTables(zip, book.sheets);
  if (isRefusal(tables)) return tables;
  const { dateSystem, structureLocked, sheets, definedNames, relationships } = book;
  return {
    package: zip,
    workbookPart: main.target,
    dateSystem,
    macroEnabled: contentType.includes("macroEnabled"),
    structureLocked,
    signed: isSigned(zip, links),
    sheets,
    tables,
    definedNames,
    readSheet: sheetReader(zip, sheets, relationships),
  };
}

const isSigned = (zip: ZipPackage, links: readonly Relationship[]): boolean =>
  links.some(
    ({ type, target }) => type === "origin" && partKey(target).startsWith("_xmlsignatures"),
  ) || [...zip.byKey.keys()].some((key) => key.startsWith("_xmlsignatures/"));

function sheetReader(
  zip: ZipPackage,
  sheets: readonly SheetEntry[],
  relationships: readonly Relationship[],
): OpenWorkbook["readSheet"] {
  const stringsPart = relationships.find(({ type }) => type === "sharedStrings")?.target;
  let strings: readonly string[] | Refusal | undefined;
  return (name, onProgress) => {
    const sheet = sheetNamed(sheets, name);
    if (sheet === undefined)
      return noSuchSheet(
        name,
        sheets.map((present) => present.name),
      );
    if (sheet.kind !== "worksheet") return sheetWithoutCells(sheet.name);
    // Read at most once, and only for a sheet that is asked for.
    strings ??= readSharedStrings(zip, stringsPart);
    if (isRefusal(strings)) return strings;
    const text = partText(zip, sheet.partName);
    if (isRefusal(text)) return text;
    const { partName } = sheet;
    return readSheetCells({
      text,
      partName,
      sheetName: sheet.name,
      sharedStrings: strings,
      onProgress,
    });
  };
}

/** The sheet of a name, exactly or else without regard to case. */
export const sheetNamed = (sheets: readonly SheetEntry[], name: string): SheetEntry | undefined =>
  sheets.find((sheet) => sheet.name === name) ??
  sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
