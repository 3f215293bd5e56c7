import { areaOfA1, splitReference, type Area } from "./area.ts";
import type { Sheet } from "./book.ts";
import { localeRules, type LocaleRules } from "./locale.ts";
import { serialOfDay } from "./serialTime.ts";

/** An argument of a formula: cells, a constant, a day, or nothing between two separators. */
export type FormulaArgument =
  | { readonly kind: "cells"; readonly sheet: Sheet; readonly area: Area }
  | { readonly kind: "constant"; readonly value: string | number | boolean }
  | { readonly kind: "day"; readonly serial: number }
  | { readonly kind: "omitted" };

/** A formula that is one call of a function, as its user types it in the spreadsheet's locale. */
export type FormulaCall = { readonly name: string; readonly args: readonly FormulaArgument[] };

/** Reads `=NAME(Sheet!A1:B2; "text"; 1,5)`. Throws for anything but one call with plain arguments. */
export function parseFormulaCall(formula: string, on: Sheet): FormulaCall {
  const rules = localeRules(on.book.locale);
  const [, name, inside] = /^=\s*([A-Za-z_][A-Za-z0-9_]*)\s*\(([\s\S]*)\)\s*$/.exec(formula) ?? [];
  if (name === undefined || inside === undefined)
    throw new Error(`${formula} is no call of one function.`);
  const parts = inside.trim() === "" ? [] : splitArguments(inside, rules.argument);
  return { name, args: parts.map((part) => argumentOf(part.trim(), on, rules)) };
}

/** Splits at separators that stand in no quotes and no brackets. */
function splitArguments(text: string, separator: string): string[] {
  const parts: string[] = [];
  let part = "";
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[\s\S]/g)) {
    if (token === separator && depth === 0) {
      parts.push(part);
      part = "";
      continue;
    }
    if (token === "(") depth += 1;
    if (token === ")") depth -= 1;
    part += token;
  }
  return [...parts, part];
}

function argumentOf(text: string, on: Sheet, rules: LocaleRules): FormulaArgument {
  if (text === "") return { kind: "omitted" };
  const quoted = /^"((?:[^"]|"")*)"$/.exec(text);
  if (quoted !== null) return { kind: "constant", value: (quoted[1] ?? "").replaceAll('""', '"') };
  const upper = text.toUpperCase();
  if (upper === "TRUE" || upper === rules.true) return { kind: "constant", value: true };
  if (upper === "FALSE" || upper === rules.false) return { kind: "constant", value: false };
  return numberOf(text, rules) ?? dayOf(text, rules) ?? cellsOf(text, on);
}

function numberOf(text: string, rules: LocaleRules): FormulaArgument | undefined {
  const percent = text.endsWith("%");
  const digits = text.replace("%", "").replace(rules.decimal, ".");
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(digits)) return undefined;
  return { kind: "constant", value: percent ? Number(digits) / 100 : Number(digits) };
}

function dayOf(text: string, rules: LocaleRules): FormulaArgument | undefined {
  const found = /^DATE\(([^)]*)\)$/i.exec(text);
  if (found === null) return undefined;
  const [year = 0, month = 0, day = 0] = (found[1] ?? "").split(rules.argument).map(Number);
  const serial = serialOfDay(year, month, day);
  if (serial === undefined) throw new Error(`${text} is no day.`);
  return { kind: "day", serial };
}

function cellsOf(text: string, on: Sheet): FormulaArgument {
  const { sheet: name, cells } = splitReference(text);
  const sheet = name === undefined ? on : on.book.sheets.find((other) => other.name === name);
  const area = sheet === undefined ? undefined : areaOfA1(cells, sheet);
  if (sheet === undefined || area === undefined)
    throw new Error(`${text} is no argument that the emulator reads.`);
  return { kind: "cells", sheet, area };
}
