import { strToU8 } from "fflate";
import { isRefusal, type Refusal } from "../../../workbook/refusals.ts";
import { readWorkbook, type OpenWorkbook } from "../../../workbook/read/readWorkbook.ts";
import type { SheetCells } from "../../../workbook/read/sheetCells.ts";
import { createZip } from "../../../workbook/zip/writeZip.ts";

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships";
const BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

/** A .rels file of these links: id, type, target and, when external, its mode. */
export const rels = (...links: readonly (readonly [string, string, string, string?])[]): string =>
  `<Relationships xmlns="${PACKAGE_LINKS}">${links
    .map(
      ([id, type, target, mode]) =>
        `<Relationship Id="${id}" Type="${type.includes(":") ? type : `${LINKS}/${type}`}" Target="${target}"${
          mode === undefined ? "" : ` TargetMode="${mode}"`
        }/>`,
    )
    .join("")}</Relationships>`;

export const contentTypes = (bookType: string): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${bookType}"/></Types>`;

export const worksheet = (rows: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;

export const workbookXml = (inside: string): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}">${inside}</workbook>`;

/** The parts of a workbook with one sheet "Ledger"; overrides replace, add or ("") drop parts. */
export function bookParts(overrides: Readonly<Record<string, string | Uint8Array>> = {}) {
  const parts: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": contentTypes(BOOK_TYPE),
    "_rels/.rels": rels(["rId1", "officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml": workbookXml(
      `<sheets><sheet name="Ledger" sheetId="1" r:id="rId1"/></sheets>`,
    ),
    "xl/_rels/workbook.xml.rels": rels(
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "sharedStrings", "sharedStrings.xml"],
    ),
    "xl/worksheets/sheet1.xml": worksheet(""),
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}"/>`,
    ...overrides,
  };
  return new Map(
    Object.entries(parts)
      .filter(([, part]) => part !== "")
      .map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part] as const),
  );
}

export const bookBytes = (overrides?: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  sure(createZip(bookParts(overrides)));

export const openBook = (overrides?: Readonly<Record<string, string | Uint8Array>>): OpenWorkbook =>
  sure(readWorkbook(bookBytes(overrides)));

/** The cells of a sheet with this XML inside sheetData. */
export const cellsOf = (rows: string, sharedStrings = ""): SheetCells =>
  sure(
    openBook({
      "xl/worksheets/sheet1.xml": worksheet(rows),
      "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${sharedStrings}</sst>`,
    }).readSheet("Ledger"),
  );

export const sure = <T>(value: T | Refusal): T => {
  if (isRefusal(value)) throw new Error(value.refusal);
  return value;
};
