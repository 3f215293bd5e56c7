import { readReference } from "./area.ts";
import { isError, type Scalar } from "./cells.ts";
import { FUNCTIONS, type Matrix, type Operand } from "./formulaFunctions.ts";
import { tokensOf, type Token } from "./formulaTokens.ts";

/** What a formula may ask for: the values of a range, blank cells being null. */
export type FormulaScope = {
  /** Undefined for a sheet that is not there. */
  readonly valuesOf: (
    reference: NonNullable<ReturnType<typeof readReference>>,
  ) => Matrix | undefined;
  /** The formula or reference that a name stands for; undefined for an unknown name. */
  readonly nameOf: (name: string) => string | undefined;
};

/**
 * What a formula gives: arithmetic, comparisons and the few functions of `formulaFunctions.ts`.
 * Any other name is `#NAME?`. Of a range in the place of a single value the first cell counts.
 */
export function formulaValue(formula: string, scope: FormulaScope): Scalar {
  const tokens = tokensOf(formula.replace(/^=/, ""));
  if (tokens === undefined) return { error: "#NAME?" };
  const reader: Reader = { tokens, at: 0, scope };
  const result = comparison(reader);
  if (reader.at < tokens.length) return { error: "#NAME?" };
  return (Array.isArray(result) ? (result as Matrix)[0]?.[0] : (result as Scalar | null)) ?? 0;
}

type Reader = { readonly tokens: readonly Token[]; at: number; readonly scope: FormulaScope };

function comparison(reader: Reader): Operand {
  return leftToRight(reader, ["=", "<>", "<", ">", "<=", ">="], joined);
}

const joined = (reader: Reader): Operand => leftToRight(reader, ["&"], sum);

const sum = (reader: Reader): Operand => leftToRight(reader, ["+", "-"], product);

const product = (reader: Reader): Operand => leftToRight(reader, ["*", "/"], power);

const power = (reader: Reader): Operand => leftToRight(reader, ["^"], signed);

function leftToRight(
  reader: Reader,
  signs: readonly string[],
  next: (reader: Reader) => Operand,
): Operand {
  let left = next(reader);
  for (;;) {
    const token = reader.tokens[reader.at];
    if (token?.kind !== "sign" || !signs.includes(token.text)) return left;
    reader.at++;
    const right = next(reader);
    left = eachCell(left, right, (one, other) => combine(token.text, one, other));
  }
}

function signed(reader: Reader): Operand {
  const token = reader.tokens[reader.at];
  if (token?.kind === "sign" && (token.text === "-" || token.text === "+")) {
    reader.at++;
    const value = signed(reader);
    return token.text === "+" ? value : eachCell(value, 0, (one) => negative(one));
  }
  const value = operand(reader);
  if (!isSign(reader, "%")) return value;
  reader.at++;
  return eachCell(value, 0, (one) => combine("/", one, 100));
}

function operand(reader: Reader): Operand {
  const token = reader.tokens[reader.at++];
  switch (token?.kind) {
    case "number":
      return token.value;
    case "text":
      return token.text;
    case "error":
      return { error: token.text };
    case "reference":
      return cellsOf(token.text, reader.scope);
    case "name":
      return named(token.text, reader.scope);
    case "call":
      return call(token.text, reader);
    case "sign":
      return bracketed(token.text, reader);
    case undefined:
      return { error: "#VALUE!" };
  }
}

function bracketed(sign: string, reader: Reader): Operand {
  if (sign !== "(") return { error: "#VALUE!" };
  const value = comparison(reader);
  if (isSign(reader, ")")) reader.at++;
  return value;
}

function cellsOf(text: string, scope: FormulaScope): Operand {
  const reference = readReference(text);
  const values = reference === undefined ? undefined : scope.valuesOf(reference);
  if (values === undefined) return { error: "#REF!" };
  return values.length === 1 && values[0]?.length === 1 ? (values[0][0] ?? null) : values;
}

function named(text: string, scope: FormulaScope): Operand {
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === "true";
  const meaning = scope.nameOf(text);
  if (meaning === undefined) return { error: "#NAME?" };
  const bare = meaning.replace(/^=/, "");
  return readReference(bare) === undefined ? formulaValue(meaning, scope) : cellsOf(bare, scope);
}

function call(name: string, reader: Reader): Operand {
  const values: Operand[] = [];
  while (!isSign(reader, ")") && reader.at < reader.tokens.length) {
    values.push(isSign(reader, ",") ? null : comparison(reader));
    if (isSign(reader, ",")) reader.at++;
  }
  reader.at++;
  return FUNCTIONS.get(name)?.(values) ?? { error: "#NAME?" };
}

function isSign({ tokens, at }: Reader, sign: string): boolean {
  const token = tokens[at];
  return token?.kind === "sign" && token.text === sign;
}

/** The same for each cell; a single value or a single row or column goes with all. */
function eachCell(
  left: Operand,
  right: Operand,
  compute: (left: Scalar | null, right: Scalar | null) => Scalar,
): Operand {
  if (!Array.isArray(left) && !Array.isArray(right)) {
    return compute(left as Scalar | null, right as Scalar | null);
  }
  const one: Matrix = Array.isArray(left) ? (left as Matrix) : [[left as Scalar | null]];
  const other: Matrix = Array.isArray(right) ? (right as Matrix) : [[right as Scalar | null]];
  const rows = Math.max(one.length, other.length);
  const columns = Math.max(one[0]?.length ?? 0, other[0]?.length ?? 0);
  const cellOf = (of: Matrix, row: number, column: number): Scalar | null => {
    const cells = of[of.length === 1 ? 0 : row] ?? [];
    return cells[cells.length === 1 ? 0 : column] ?? null;
  };
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) =>
      compute(cellOf(one, row, column), cellOf(other, row, column)),
    ),
  );
}

function negative(value: Scalar | null): Scalar {
  const number = numberIn(value);
  return typeof number === "number" ? -number : number;
}

function combine(sign: string, left: Scalar | null, right: Scalar | null): Scalar {
  if (isError(left)) return left;
  if (isError(right)) return right;
  if (sign === "&") return textOf(left) + textOf(right);
  if (["=", "<>", "<", ">", "<=", ">="].includes(sign)) return compared(sign, left, right);
  const one = numberIn(left);
  const other = numberIn(right);
  if (typeof one !== "number") return one;
  if (typeof other !== "number") return other;
  return arithmetic(sign, one, other);
}

function arithmetic(sign: string, one: number, other: number): Scalar {
  if (sign === "/" && other === 0) return { error: "#DIV/0!" };
  const results: Readonly<Record<string, number>> = {
    "+": one + other,
    "-": one - other,
    "*": one * other,
    "/": one / other,
    "^": one ** other,
  };
  const result = results[sign] ?? NaN;
  return Number.isFinite(result) ? result : { error: "#NUM!" };
}

/** Text is above numbers and truth values above text; case does not count. */
function compared(sign: string, left: Scalar | null, right: Scalar | null): boolean {
  const one = comparable(left, right);
  const other = comparable(right, left);
  const order =
    one[0] !== other[0] ? one[0] - other[0] : one[1] < other[1] ? -1 : one[1] > other[1] ? 1 : 0;
  const holds: Readonly<Record<string, boolean>> = {
    "=": order === 0,
    "<>": order !== 0,
    "<": order < 0,
    ">": order > 0,
    "<=": order <= 0,
    ">=": order >= 0,
  };
  return holds[sign] ?? false;
}

function comparable(
  value: Scalar | null,
  other: Scalar | null,
): readonly [number, string | number] {
  if (value === null) return typeof other === "string" ? [1, ""] : [0, 0];
  if (typeof value === "number") return [0, value];
  return typeof value === "boolean" ? [2, Number(value)] : [1, textOf(value).toLowerCase()];
}

function numberIn(value: Scalar | null): number | { readonly error: string } {
  if (value === null) return 0;
  if (isError(value)) return value;
  if (typeof value !== "string") return Number(value);
  return value.trim() !== "" && Number.isFinite(Number(value))
    ? Number(value)
    : { error: "#VALUE!" };
}

const textOf = (value: Scalar | null): string =>
  value === null
    ? ""
    : isError(value)
      ? value.error
      : typeof value === "boolean"
        ? String(value).toUpperCase()
        : String(value);
