import { types } from "node:util";
import { Fault, ServiceException } from "../service.ts";
import type { Book } from "./book.ts";
import { BLANK, UNCALCULATED, type Cell, type Entry } from "./cell.ts";
import { localeRules } from "./locale.ts";
import { parseEntry, type Typed } from "./parseEntry.ts";
import { serialOfInstant } from "./serialTime.ts";

const MOST_CHARACTERS = 50_000;

/** A cell after setValue: text is read as if typed in, a date becomes a serial number in the spreadsheet's zone. */
export function cellWithValue(book: Book, old: Cell | undefined, value: unknown): Cell {
  const { format, note, validation } = old ?? BLANK;
  const typed = typedValue(book, format.numberFormat, value);
  const automatic = format.numberFormat === "" && typed.numberFormat !== undefined;
  return {
    entry: typed.entry,
    format: automatic ? { ...format, numberFormat: typed.numberFormat } : format,
    ...(typed.formula === undefined ? {} : { formula: typed.formula }),
    ...(note === undefined ? {} : { note }),
    ...(validation === undefined ? {} : { validation }),
  };
}

/** A cell after setFormula. */
export function cellWithFormula(book: Book, old: Cell | undefined, formula: string): Cell {
  const { format, note, validation } = old ?? BLANK;
  if (format.numberFormat === "@" && formula !== "") {
    throw new Fault("A formula set in a cell of format @: what it becomes is not documented.");
  }
  checkLength(formula);
  const written = formula === "" || formula.startsWith("=") ? formula : `=${formula}`;
  return {
    ...(formula === "" ? { entry: null } : formulaTyped(book, written)),
    format,
    ...(note === undefined ? {} : { note }),
    ...(validation === undefined ? {} : { validation }),
  };
}

/** A cell after setRichTextValue: always text, whatever it looks like. */
export function cellWithRichText(old: Cell | undefined, text: string, richText: unknown): Cell {
  const { format, note, validation } = old ?? BLANK;
  checkLength(text);
  return {
    entry: text === "" ? null : text,
    format,
    richText,
    ...(note === undefined ? {} : { note }),
    ...(validation === undefined ? {} : { validation }),
  };
}

function typedValue(book: Book, numberFormat: string, value: unknown): Typed {
  if (value === null) return { entry: null };
  if (typeof value === "string") return typedText(book, numberFormat, value);
  const entry = plainEntry(book, value);
  if (numberFormat === "@") {
    throw new Fault(
      `${describe(value)} written to a cell of format @: what it becomes is not documented.`,
    );
  }
  return types.isDate(value) ? { entry, numberFormat: dateFormatOf(book, entry) } : { entry };
}

function plainEntry(book: Book, value: unknown): Entry {
  if (typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (types.isDate(value) && Number.isFinite(value.getTime())) {
    return serialOfInstant(value.getTime(), book.timeZone);
  }
  throw new Fault(`${describe(value)} written to a cell: what it becomes is not documented.`);
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return "An array";
  if (types.isDate(value)) return "A date";
  if (typeof value === "number" || value === undefined) return String(value);
  return `A value of type ${typeof value}`;
}

function dateFormatOf(book: Book, serial: Entry): string {
  const rules = localeRules(book.locale);
  return Number.isInteger(serial) ? rules.dateFormat : rules.dateTimeFormat;
}

function typedText(book: Book, numberFormat: string, text: string): Typed {
  checkLength(text);
  if (numberFormat === "@") return plainText(book, text);
  if (text.startsWith("=") && text.length > 1) return formulaTyped(book, text);
  const typed = parseEntry(text, localeRules(book.locale), book.year);
  const signed = /^[+-]./.test(text) && typeof typed.entry === "string";
  if (signed && book.switches.leadingSign === "formula") {
    return formulaTyped(book, text.startsWith("+") ? `=${text}` : `=${text}`);
  }
  return typed;
}

function plainText(book: Book, text: string): Typed {
  if (text.startsWith("=") && text.length > 1 && book.switches.plainTextFormula === "formula") {
    return formulaTyped(book, text);
  }
  if (text.startsWith("'") && book.switches.plainTextApostrophe === "dropped") {
    return { entry: text.slice(1) };
  }
  return { entry: text === "" ? null : text };
}

function formulaTyped(book: Book, formula: string): { entry: Entry; formula: string } {
  const { argument } = localeRules(book.locale);
  const foreign = book.switches.formulaLocale === "spreadsheet" && argument === ";";
  const bare = formula.replace(/"[^"]*"|'[^']*'/g, "");
  const readable = foreign ? !bare.includes(",") : !bare.includes(";");
  return { entry: readable ? UNCALCULATED : { error: "#ERROR!" }, formula };
}

function checkLength(text: string): void {
  if (text.length > MOST_CHARACTERS) {
    throw new ServiceException(
      "Your input contains more than the maximum of 50000 characters in a single cell.",
    );
  }
}
