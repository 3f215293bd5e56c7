/**
 * Why a file cannot be used, as one sentence that also says what to do.
 *
 * A refusal is about the file as a whole; a fault of one row is a Problem instead.
 */
export type Refusal = { readonly refusal: string };

/** True for a refusal, false for whatever else a function of this folder returns. */
export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === "object" && value !== null && "refusal" in value;

/** A workbook that Excel has encrypted with a password to open. */
export const ENCRYPTED: Refusal = {
  refusal:
    "This workbook is encrypted with a password: open it in Excel, remove the password under " +
    "File > Info > Protect Workbook > Encrypt with Password, and save it again.",
};

/** A zip archive whose entries are encrypted, which no spreadsheet program writes. */
export const ENCRYPTED_ARCHIVE: Refusal = {
  refusal:
    "The archive that holds this workbook is encrypted with a zip password: " +
    "open the workbook in Excel and save it again without one.",
};

/** The binary format of Excel 97 to 2003. */
export const OLD_EXCEL: Refusal = {
  refusal: "This is an Excel 97-2003 workbook (.xls): open it in Excel and save it as .xlsx.",
};

/** The binary workbook of Excel 2007 and later. */
export const BINARY_WORKBOOK: Refusal = {
  refusal: "This is a binary workbook (.xlsb): open it in Excel and save it as .xlsx or .xlsm.",
};

/** An OpenDocument spreadsheet. */
export const OPEN_DOCUMENT: Refusal = {
  refusal:
    "This is an OpenDocument spreadsheet (.ods): open it in LibreOffice or Excel " +
    "and save it as .xlsx.",
};

/** Anything that is no workbook at all: another document, a web page, text. */
export const NOT_A_WORKBOOK: Refusal = {
  refusal:
    "This file is not an Excel workbook, whatever its name says: open it in a spreadsheet " +
    "program and save it as .xlsx, or as .csv if it is plain text.",
};

/** A zip archive that is cut short or contradicts itself. */
export const DAMAGED_FILE: Refusal = {
  refusal:
    "This workbook file is damaged or was not copied completely: get a fresh copy, " +
    "or open it in Excel, let Excel repair it and save it again.",
};

/** A file made to fill the memory, or one beyond what can be read in one go. */
export const TOO_LARGE: Refusal = {
  refusal:
    "This workbook unpacks to more than can be read safely: " +
    "remove the sheets that are not needed and save it again.",
};

/** The copy with the new tabs would need a zip format that not every program reads. */
export const OUTPUT_TOO_LARGE: Refusal = {
  refusal:
    "The workbook with the new tabs would be larger than 4 GB or have more than 65,534 parts: " +
    "remove the sheets that are not needed and save it again.",
};

/** Concerns inserting: the workbook's structure is protected. */
export const STRUCTURE_LOCKED: Refusal = {
  refusal:
    "The structure of this workbook is protected, so no tab can be added: " +
    "switch off Review > Protect Workbook in Excel and save it again.",
};

/** Concerns inserting: a digital signature would no longer hold. */
export const SIGNED: Refusal = {
  refusal:
    "This workbook is digitally signed and adding a tab would break the signature: " +
    "remove the signature under File > Info in Excel, or use an unsigned copy.",
};

/** A part that is no well-formed XML, or whose contents make no sense. */
export const damagedPart = (part: string): Refusal => ({
  refusal:
    `The part ${part} of this workbook is damaged: ` +
    "open the workbook in Excel, let Excel repair it and save it again.",
});

/** A part that the workbook refers to and the file does not hold. */
export const missingPart = (part: string): Refusal => ({
  refusal:
    `The part ${part} of this workbook is missing: ` +
    "open the workbook in Excel, let Excel repair it and save it again.",
});

/** An XML part in UTF-16 or another encoding than UTF-8. */
export const otherEncoding = (part: string): Refusal => ({
  refusal:
    `The part ${part} of this workbook is not stored as UTF-8: ` +
    "open the workbook in Excel and save it again.",
});

/** A sheet whose used cells span more than can be held. */
export const sheetTooLarge = (sheet: string): Refusal => ({
  refusal:
    `The used cells of the sheet "${sheet}" span too large an area: ` +
    "delete what lies far to the right of or below the table and save the workbook again.",
});

/** A sheet that was asked for and is not there. */
export const noSuchSheet = (sheet: string, present: readonly string[]): Refusal => ({
  refusal:
    `There is no sheet "${sheet}" in this workbook: ` +
    `name one of ${present.map((name) => `"${name}"`).join(", ")}.`,
});

/** A sheet that is a chart, a dialog or a macro sheet. */
export const sheetWithoutCells = (sheet: string): Refusal => ({
  refusal: `The sheet "${sheet}" is no worksheet and has no cells to read: name a worksheet.`,
});
