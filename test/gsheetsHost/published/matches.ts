import { types } from "node:util";
import { EnumMember, ServiceObject } from "../service.ts";
import type { Shape } from "./shape.ts";
import { publishedTypings, type Parameter, type Signature } from "./typings.ts";

/** The first overload that takes these arguments; undefined where the call does not match the typings. */
export function matchingSignature(
  signatures: readonly Signature[],
  args: readonly unknown[],
): Signature | undefined {
  return signatures.find(({ parameters }) => takes(parameters, args));
}

/** The kinds of the arguments, as Apps Script names them in its complaint. */
export function argumentKinds(args: readonly unknown[]): string {
  return args.map(kindOf).join(",");
}

function takes(parameters: readonly Parameter[], args: readonly unknown[]): boolean {
  const last = parameters.at(-1);
  const rest = last?.rest === true ? last : undefined;
  const fixed = rest === undefined ? parameters : parameters.slice(0, -1);
  if (args.length > fixed.length && rest === undefined) return false;
  const fixedMatch = fixed.every(({ shape, optional }, place) =>
    place < args.length ? matches(args[place], shape) : optional,
  );
  if (!fixedMatch) return false;
  const element = rest?.shape.kind === "array" ? rest.shape.element : undefined;
  return (
    element === undefined || args.slice(fixed.length).every((value) => matches(value, element))
  );
}

/** True where a value of the script (its service objects unwrapped) has a published shape. */
export function matches(value: unknown, shape: Shape): boolean {
  if (!isCompound(shape)) return SIMPLE[shape.kind](value);
  switch (shape.kind) {
    case "literal":
      return value === shape.value;
    case "array":
      return Array.isArray(value) && value.every((element) => matches(element, shape.element));
    case "union":
      return shape.members.some((member) => matches(value, member));
    case "named":
      return isA(value, shape.name);
    case "dictionary":
      return isPlain(value) && Object.values(value).every((field) => matches(field, shape.element));
    case "record":
      return isPlain(value) && recordMatches(value, shape);
  }
}

const COMPOUNDS = ["literal", "array", "union", "named", "dictionary", "record"] as const;
type Compound = (typeof COMPOUNDS)[number];

function isCompound(shape: Shape): shape is Extract<Shape, { kind: Compound }> {
  return (COMPOUNDS as readonly string[]).includes(shape.kind);
}

const SIMPLE: Readonly<Record<Exclude<Shape["kind"], Compound>, (value: unknown) => boolean>> = {
  any: () => true,
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === "boolean",
  function: (value) => typeof value === "function",
  date: (value) => types.isDate(value),
  null: (value) => value === null,
  undefined: (value) => value === undefined,
  // No parameter is void or a whole enum.
  nothing: () => false,
  enum: () => false,
};

function recordMatches(
  value: Readonly<Record<string, unknown>>,
  { fields }: Extract<Shape, { kind: "record" }>,
): boolean {
  const known = Object.keys(value).every((name) => fields.has(name));
  return (
    known &&
    [...fields].every(([name, { shape, optional }]) =>
      name in value ? matches(value[name], shape) : optional,
    )
  );
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !types.isDate(value) &&
    !(value instanceof ServiceObject) &&
    !(value instanceof EnumMember)
  );
}

function isA(value: unknown, name: string): boolean {
  if (value instanceof EnumMember) return value.enumName === name;
  return value instanceof ServiceObject && extendsClass(value.type, name);
}

function extendsClass(type: string, name: string): boolean {
  if (type === name) return true;
  const bases = publishedTypings().classes.get(type)?.bases ?? [];
  return bases.some((base) => extendsClass(base, name));
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (value instanceof EnumMember) return value.enumName;
  if (value instanceof ServiceObject) return `SpreadsheetApp.${value.type.split(".").at(-1) ?? ""}`;
  if (Array.isArray(value)) return "number[]";
  if (types.isDate(value)) return "Date";
  if (typeof value === "object") return "(class)";
  return typeof value === "string" ? "String" : typeof value;
}
