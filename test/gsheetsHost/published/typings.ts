import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ts from "typescript";
import { shapeOf, type Names, type Shape } from "./shape.ts";

/** One way to call a method: its parameters in order, and what it returns. */
export type Signature = {
  readonly parameters: readonly Parameter[];
  readonly returns: Shape;
};

/** A parameter; a rest parameter takes any number of values of its element's shape. */
export type Parameter = {
  readonly name: string;
  readonly shape: Shape;
  readonly optional: boolean;
  readonly rest: boolean;
};

/** A class of Apps Script as published: every overload of every method, its enums and its bases. */
export type PublishedClass = {
  readonly name: string;
  readonly methods: Map<string, Signature[]>;
  readonly properties: Map<string, Shape>;
  readonly bases: string[];
};

/** All that the typings publish, by qualified name such as `Spreadsheet.Range`. */
export type Published = {
  readonly classes: ReadonlyMap<string, PublishedClass>;
  readonly enums: ReadonlyMap<string, readonly string[]>;
  /** The global variables, with the class of each. */
  readonly globals: ReadonlyMap<string, string>;
};

/** The typings of Apps Script's own services, read once a process. Advanced services are left out: they need a manifest entry. */
export function publishedTypings(): Published {
  known ??= readTypings();
  return known;
}

/** A method with the overloads of its class and of the classes that this one extends. */
export function publishedMethod(className: string, method: string): readonly Signature[] {
  const { classes } = publishedTypings();
  const found = classes.get(className);
  if (found === undefined) return [];
  const own = found.methods.get(method);
  if (own !== undefined) return own;
  for (const base of found.bases) {
    const inherited = publishedMethod(base, method);
    if (inherited.length > 0) return inherited;
  }
  return [];
}

/** Names of all methods of a class, inherited ones too. */
export function publishedMethodNames(className: string): readonly string[] {
  const found = publishedTypings().classes.get(className);
  if (found === undefined) return [];
  const inherited = found.bases.flatMap((base) => publishedMethodNames(base));
  return [...new Set([...found.methods.keys(), ...inherited])];
}

let known: Published | undefined;

type Reading = {
  readonly classes: Map<string, PublishedClass>;
  readonly enums: Map<string, string[]>;
  readonly globals: Map<string, string>;
  readonly names: Names;
};

function readTypings(): Published {
  const sources = typingFiles();
  const reading: Reading = {
    classes: new Map(),
    enums: new Map(),
    globals: new Map(),
    names: { known: new Set(), aliases: new Map() },
  };
  for (const source of sources)
    source.forEachChild((node) => {
      collectNames(node, "", reading);
    });
  for (const source of sources)
    source.forEachChild((node) => {
      collectMembers(node, "", reading);
    });
  return reading;
}

function typingFiles(): ts.SourceFile[] {
  const packageFile = createRequire(import.meta.url).resolve(
    "@types/google-apps-script/package.json",
  );
  const folder = dirname(packageFile);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".d.ts"))
    .map((name) =>
      ts.createSourceFile(
        name,
        readFileSync(join(folder, name), "utf8"),
        ts.ScriptTarget.ES2022,
        true,
      ),
    );
}

function qualified(prefix: string, name: string): string {
  if (prefix === "" && name === "GoogleAppsScript") return "";
  return prefix === "" ? name : `${prefix}.${name}`;
}

function collectNames(node: ts.Node, prefix: string, reading: Reading): void {
  if (ts.isModuleDeclaration(node) && node.body !== undefined) {
    const inside = qualified(prefix, node.name.text);
    node.body.forEachChild((child) => {
      collectNames(child, inside, reading);
    });
  } else if (ts.isInterfaceDeclaration(node) || ts.isEnumDeclaration(node)) {
    reading.names.known.add(qualified(prefix, node.name.text));
  } else if (ts.isTypeAliasDeclaration(node)) {
    reading.names.aliases.set(qualified(prefix, node.name.text), { node: node.type, prefix });
  }
}

function collectMembers(node: ts.Node, prefix: string, reading: Reading): void {
  if (ts.isModuleDeclaration(node) && node.body !== undefined) {
    const inside = qualified(prefix, node.name.text);
    node.body.forEachChild((child) => {
      collectMembers(child, inside, reading);
    });
  } else if (ts.isInterfaceDeclaration(node)) {
    collectClass(node, prefix, reading);
  } else if (ts.isEnumDeclaration(node)) {
    const members = node.members.map((member) => member.name.getText());
    reading.enums.set(qualified(prefix, node.name.text), members);
  } else if (ts.isVariableStatement(node)) {
    for (const { name, type } of node.declarationList.declarations) {
      if (type === undefined) continue;
      const shape = shapeOf(type, prefix, reading.names);
      if (shape.kind === "named") reading.globals.set(name.getText(), shape.name);
    }
  }
}

function collectClass(node: ts.InterfaceDeclaration, prefix: string, reading: Reading): void {
  const name = qualified(prefix, node.name.text);
  const found = reading.classes.get(name) ?? {
    name,
    methods: new Map<string, Signature[]>(),
    properties: new Map<string, Shape>(),
    bases: [],
  };
  reading.classes.set(name, found);
  for (const clause of node.heritageClauses ?? []) {
    for (const type of clause.types) {
      const base = shapeOf(type, prefix, reading.names);
      if (base.kind === "named") found.bases.push(base.name);
    }
  }
  for (const member of node.members) collectMember(member, found, { prefix, names: reading.names });
}

function collectMember(
  member: ts.TypeElement,
  into: PublishedClass,
  { prefix, names }: { readonly prefix: string; readonly names: Names },
): void {
  if (ts.isMethodSignature(member)) {
    const signature: Signature = {
      parameters: member.parameters.map((parameter) => ({
        name: parameter.name.getText(),
        shape: shapeOf(parameter.type, prefix, names),
        optional: parameter.questionToken !== undefined,
        rest: parameter.dotDotDotToken !== undefined,
      })),
      returns: shapeOf(member.type, prefix, names),
    };
    const name = member.name.getText();
    const overloads = into.methods.get(name);
    if (overloads === undefined) into.methods.set(name, [signature]);
    else overloads.push(signature);
  } else if (ts.isPropertySignature(member)) {
    into.properties.set(member.name.getText(), shapeOf(member.type, prefix, names));
  }
}
