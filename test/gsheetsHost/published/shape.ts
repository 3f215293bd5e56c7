import ts from "typescript";

/** The shape of a value as the typings write it, as far as a call can be checked against it. */
export type Shape =
  | { readonly kind: "any" | "string" | "number" | "integer" | "boolean" | "date" | "function" }
  | { readonly kind: "null" | "undefined" | "nothing" }
  | { readonly kind: "array"; readonly element: Shape }
  | { readonly kind: "union"; readonly members: readonly Shape[] }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "record"; readonly fields: ReadonlyMap<string, Field> }
  | { readonly kind: "dictionary"; readonly element: Shape }
  | { readonly kind: "named"; readonly name: string }
  | { readonly kind: "enum"; readonly name: string };

/** A field of a record of options. */
export type Field = { readonly shape: Shape; readonly optional: boolean };

/** The classes, enums and type aliases that a name may mean. */
export type Names = {
  readonly known: Set<string>;
  readonly aliases: Map<string, { readonly node: ts.TypeNode; readonly prefix: string }>;
};

/** The shape that a type node describes, its names looked up from the namespace outwards. */
export function shapeOf(node: ts.Node | undefined, prefix: string, names: Names): Shape {
  if (node === undefined) return { kind: "any" };
  const keyword = KEYWORDS.get(node.kind);
  if (keyword !== undefined) return keyword;
  if (ts.isParenthesizedTypeNode(node)) return shapeOf(node.type, prefix, names);
  if (ts.isArrayTypeNode(node))
    return { kind: "array", element: shapeOf(node.elementType, prefix, names) };
  if (ts.isUnionTypeNode(node)) {
    return { kind: "union", members: node.types.map((type) => shapeOf(type, prefix, names)) };
  }
  if (ts.isLiteralTypeNode(node)) return literal(node);
  if (ts.isFunctionTypeNode(node)) return { kind: "function" };
  if (ts.isTypeLiteralNode(node)) return record(node, prefix, names);
  if (ts.isTypeQueryNode(node)) {
    const found = lookUp(node.exprName.getText(), prefix, names);
    return found === undefined ? { kind: "any" } : { kind: "enum", name: found };
  }
  return reference(node, prefix, names);
}

const KEYWORDS = new Map<ts.SyntaxKind, Shape>([
  [ts.SyntaxKind.AnyKeyword, { kind: "any" }],
  [ts.SyntaxKind.UnknownKeyword, { kind: "any" }],
  [ts.SyntaxKind.ObjectKeyword, { kind: "any" }],
  [ts.SyntaxKind.StringKeyword, { kind: "string" }],
  [ts.SyntaxKind.NumberKeyword, { kind: "number" }],
  [ts.SyntaxKind.BooleanKeyword, { kind: "boolean" }],
  [ts.SyntaxKind.VoidKeyword, { kind: "nothing" }],
  [ts.SyntaxKind.UndefinedKeyword, { kind: "undefined" }],
]);

const WELL_KNOWN: Readonly<Record<string, Shape>> = {
  Integer: { kind: "integer" },
  Byte: { kind: "integer" },
  Char: { kind: "string" },
  Date: { kind: "date" },
  "Base.Date": { kind: "date" },
  Object: { kind: "any" },
  Function: { kind: "function" },
};

function literal(node: ts.LiteralTypeNode): Shape {
  if (node.literal.kind === ts.SyntaxKind.NullKeyword) return { kind: "null" };
  if (ts.isStringLiteral(node.literal)) return { kind: "literal", value: node.literal.text };
  if (ts.isNumericLiteral(node.literal))
    return { kind: "literal", value: Number(node.literal.text) };
  return { kind: "literal", value: node.literal.kind === ts.SyntaxKind.TrueKeyword };
}

function record(node: ts.TypeLiteralNode, prefix: string, names: Names): Shape {
  const fields = new Map<string, Field>();
  for (const member of node.members) {
    if (ts.isIndexSignatureDeclaration(member)) {
      return { kind: "dictionary", element: shapeOf(member.type, prefix, names) };
    }
    if (!ts.isPropertySignature(member)) continue;
    fields.set(member.name.getText(), {
      shape: shapeOf(member.type, prefix, names),
      optional: member.questionToken !== undefined,
    });
  }
  return { kind: "record", fields };
}

function reference(node: ts.Node, prefix: string, names: Names): Shape {
  const [name, parameters] = nameOf(node);
  if (name === undefined) return { kind: "any" };
  if (name === "Array" || name === "ReadonlyArray") {
    return { kind: "array", element: shapeOf(parameters?.[0], prefix, names) };
  }
  const found = lookUp(name, prefix, names);
  const wellKnown = WELL_KNOWN[found ?? name] ?? WELL_KNOWN[name];
  if (wellKnown !== undefined) return wellKnown;
  if (found === undefined) return { kind: "any" };
  const alias = names.aliases.get(found);
  return alias === undefined
    ? { kind: "named", name: found }
    : shapeOf(alias.node, alias.prefix, names);
}

function nameOf(node: ts.Node): [string | undefined, ts.NodeArray<ts.TypeNode> | undefined] {
  if (ts.isTypeReferenceNode(node)) return [node.typeName.getText(), node.typeArguments];
  if (ts.isExpressionWithTypeArguments(node))
    return [node.expression.getText(), node.typeArguments];
  return [undefined, undefined];
}

function lookUp(written: string, prefix: string, names: Names): string | undefined {
  const name = written.replace(/^GoogleAppsScript\./, "");
  const parts = prefix === "" ? [] : prefix.split(".");
  for (let depth = parts.length; depth >= 0; depth -= 1) {
    const candidate = [...parts.slice(0, depth), name].join(".");
    if (names.known.has(candidate) || names.aliases.has(candidate)) return candidate;
  }
  return undefined;
}
