import { isError, type Scalar } from "./cells.ts";

/** Values of a range, row by row; null is a blank cell. */
export type Matrix = readonly (readonly (Scalar | null)[])[];

/** What a function is called with: a single value or a range. */
export type Operand = Scalar | null | Matrix;

/** The worksheet functions that the host computes; the product writes no others. */
export const FUNCTIONS: ReadonlyMap<string, (values: readonly Operand[]) => Operand> = new Map([
  ["SUM", (values) => overNumbers(values, (numbers) => numbers.reduce(add, 0))],
  ["COUNT", (values) => values.flatMap(cellsOf).filter((one) => typeof one === "number").length],
  ["COUNTA", (values) => values.flatMap(cellsOf).filter((one) => one !== null).length],
  ["MAX", (values) => overNumbers(values, (numbers) => numbers.reduce(larger, numbers[0] ?? 0))],
  ["MIN", (values) => overNumbers(values, (numbers) => numbers.reduce(smaller, numbers[0] ?? 0))],
  ["ABS", ([value]) => overNumbers([value ?? null], ([number = 0]) => Math.abs(number))],
  ["SUMPRODUCT", sumProduct],
  ["SUMIFS", ([summed, ...conditions]) => sumIfs(summed ?? null, conditions)],
  [
    "SUMIF",
    ([tested, wanted, summed]) =>
      sumIfs(summed ?? tested ?? null, [tested ?? null, wanted ?? null]),
  ],
  ["SUBTOTAL", ([, ...values]) => overNumbers(values, (numbers) => numbers.reduce(add, 0))],
  ["ROUND", ([value, digits]) => rounded(value ?? null, digits ?? null)],
  ["IF", ([test, yes, no]) => (isError(test) ? test : truth(test) ? (yes ?? 0) : (no ?? false))],
  ["IFERROR", ([value, otherwise]) => (isError(value) ? (otherwise ?? 0) : (value ?? 0))],
  ["HYPERLINK", ([link, shown]) => shown ?? link ?? ""],
  ["NA", () => ({ error: "#N/A" })],
]);

const add = (one: number, other: number): number => one + other;
const larger = (one: number, other: number): number => Math.max(one, other);
const smaller = (one: number, other: number): number => Math.min(one, other);

const cellsOf = (operand: Operand): readonly (Scalar | null)[] =>
  Array.isArray(operand) ? (operand as Matrix).flat() : [operand as Scalar | null];

const truth = (operand: Operand | undefined): boolean =>
  operand === true || (typeof operand === "number" && operand !== 0);

/** Text and truth values within ranges are left out; an error is the result. */
function overNumbers(
  values: readonly Operand[],
  compute: (numbers: readonly number[]) => number,
): Scalar {
  const numbers: number[] = [];
  for (const value of values) {
    for (const cell of cellsOf(value)) {
      if (isError(cell)) return cell;
      if (typeof cell === "number") numbers.push(cell);
      else if (!Array.isArray(value) && typeof cell === "boolean") numbers.push(Number(cell));
      else if (!Array.isArray(value) && typeof cell === "string") return { error: "#VALUE!" };
    }
  }
  return compute(numbers);
}

function sumProduct(values: readonly Operand[]): Scalar {
  const factors = values.map(cellsOf);
  const [first = []] = factors;
  if (factors.some(({ length }) => length !== first.length)) return { error: "#VALUE!" };
  let sum = 0;
  for (const index of first.keys()) {
    let product = 1;
    for (const factor of factors) {
      const cell = factor[index] ?? null;
      if (isError(cell)) return cell;
      product *= typeof cell === "number" ? cell : 0;
    }
    sum += product;
  }
  return sum;
}

function sumIfs(summed: Operand, conditions: readonly Operand[]): Scalar {
  const cells = cellsOf(summed);
  const tests: { readonly tested: readonly (Scalar | null)[]; readonly holds: Test }[] = [];
  for (let index = 0; index + 1 < conditions.length; index += 2) {
    const tested = cellsOf(conditions[index] ?? null);
    if (tested.length !== cells.length) return { error: "#VALUE!" };
    tests.push({ tested, holds: criterion(cellsOf(conditions[index + 1] ?? null)[0] ?? null) });
  }
  let sum = 0;
  for (const [index, cell] of cells.entries()) {
    if (!tests.every(({ tested, holds }) => holds(tested[index] ?? null))) continue;
    if (isError(cell)) return cell;
    if (typeof cell === "number") sum += cell;
  }
  return sum;
}

type Test = (cell: Scalar | null) => boolean;

/** `5`, `">5"`, `"<>x"`, and text in which `*` and `?` stand for any letters. */
function criterion(wanted: Scalar | null): Test {
  if (typeof wanted !== "string") return (cell) => (cell ?? 0) === (wanted ?? 0);
  const [, sign = "", rest = ""] = /^(<>|<=|>=|=|<|>)?(.*)$/s.exec(wanted) ?? [];
  const number = rest.trim() === "" ? NaN : Number(rest);
  if (sign.startsWith("<") || sign.startsWith(">")) {
    if (sign !== "<>") return (cell) => typeof cell === "number" && ordered(sign, cell, number);
    const isEqual = criterion(rest);
    return (cell) => !isEqual(cell);
  }
  if (!Number.isNaN(number)) return (cell) => cell === number || cell === rest;
  const pattern = rest
    .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replace(/~?[*?]/g, (one) =>
      one.length > 1 ? `\\${one.charAt(1)}` : one === "*" ? ".*" : ".",
    );
  const whole = new RegExp(`^${pattern}$`, "is");
  return (cell) => (cell === null ? rest === "" : typeof cell === "string" && whole.test(cell));
}

function ordered(sign: string, cell: number, limit: number): boolean {
  if (sign === "<") return cell < limit;
  if (sign === ">") return cell > limit;
  return sign === "<=" ? cell <= limit : cell >= limit;
}

function rounded(value: Operand, digits: Operand): Scalar {
  if (isError(value)) return value;
  if (typeof value !== "number" || typeof digits !== "number") return { error: "#VALUE!" };
  const scale = 10 ** digits;
  return (Math.sign(value) * Math.round(Math.abs(value) * scale)) / scale;
}
