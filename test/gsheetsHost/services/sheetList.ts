import { newSheet, type Book, type Sheet } from "../model/book.ts";
import { checkCells } from "../model/lines.ts";
import { ServiceException } from "../service.ts";

/** Refuses a name that another sheet has, letters of either case being the same, and an empty one. */
export function checkSheetName(book: Book, name: string, except?: Sheet): void {
  if (name === "") throw new ServiceException("Please enter a sheet name.");
  if (name.length > 100) throw new ServiceException("Sheet names can have at most 100 characters.");
  const taken = book.sheets.some(
    (other) => other !== except && other.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken)
    throw new ServiceException(
      `A sheet with the name "${name}" already exists. Please enter another name.`,
    );
}

/** The name that a copy of a sheet gets: `Copy of X`, then with a number. */
export function duplicateName(book: Book, name: string): string {
  const taken = new Set(book.sheets.map((other) => other.name.toLowerCase()));
  let candidate = `Copy of ${name}`;
  for (let number = 2; taken.has(candidate.toLowerCase()); number += 1)
    candidate = `Copy of ${name} ${number}`;
  return candidate;
}

/** Adds an empty sheet at a place counted from 0, after the active sheet where none is given, and makes it active. */
export function addSheet(book: Book, name: string | undefined, place: number | undefined): Sheet {
  if (name !== undefined) checkSheetName(book, name);
  const at = place ?? book.sheets.indexOf(book.activeSheet) + 1;
  if (at < 0 || at > book.sheets.length)
    throw new ServiceException("The sheet index is out of bounds.");
  const sheet = newSheet(book, name ?? freeName(book));
  checkCells(book, sheet.maxRows * sheet.maxColumns);
  book.sheets.splice(at, 0, sheet);
  book.activeSheet = sheet;
  return sheet;
}

function freeName(book: Book): string {
  const taken = new Set(book.sheets.map(({ name }) => name));
  let number = book.sheets.length + 1;
  while (taken.has(`Sheet${number}`)) number += 1;
  return `Sheet${number}`;
}

/** Deletes a sheet with its metadata and named ranges; the last one, and the last visible one, stay. */
export function removeSheet(book: Book, sheet: Sheet): void {
  if (!sheet.alive) throw new ServiceException(`Sheet ${sheet.id} not found`);
  const others = book.sheets.filter((other) => other !== sheet);
  if (others.every(({ hidden }) => hidden))
    throw new ServiceException("You can't remove all the visible sheets in a document.");
  const place = book.sheets.indexOf(sheet);
  book.sheets = others;
  sheet.alive = false;
  book.metadata = book.metadata.filter(
    ({ place: at }) => at.kind === "SPREADSHEET" || at.sheet !== sheet,
  );
  book.namedRanges = book.namedRanges.filter((named) => named.sheet !== sheet);
  if (book.activeSheet === sheet) {
    const before = others.slice(0, place).reverse();
    book.activeSheet = [...before, ...others].find(({ hidden }) => !hidden) ?? book.activeSheet;
  }
}
