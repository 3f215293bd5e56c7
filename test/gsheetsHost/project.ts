import vm from "node:vm";
import ts from "typescript";

/** A file of a script project as clasp pushes it. */
export type PushedFile = {
  readonly name: string;
  readonly type: "SERVER_JS" | "HTML" | "JSON";
  readonly source: string;
};

/** A custom function as the sheet's help shows it, from its JSDoc. */
export type CustomFunction = {
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly { readonly name: string; readonly description: string }[];
};

/** A pushed project, read. */
export type Project = {
  readonly files: readonly PushedFile[];
  readonly scripts: readonly { readonly name: string; readonly script: vm.Script }[];
  readonly scopes: readonly string[];
  readonly timeZone: string;
  /** The names of all functions declared at the top level of any file. */
  readonly functions: ReadonlySet<string>;
  readonly customFunctions: readonly CustomFunction[];
};

/**
 * Reads pushed files as Apps Script takes them. Throws for what it cannot run: a missing manifest,
 * another runtime than V8, modules, private or static class fields.
 */
export function readProject(files: readonly PushedFile[]): Project {
  const manifest = readManifest(files);
  const sources = files
    .filter(({ type }) => type === "SERVER_JS")
    .map(({ name, source }) => readScript(name, source));
  return {
    files,
    scripts: sources.map(({ name, script }) => ({ name, script })),
    ...manifest,
    functions: new Set(sources.flatMap(({ functions }) => functions)),
    customFunctions: sources.flatMap(({ customFunctions }) => customFunctions),
  };
}

type Script = {
  readonly name: string;
  readonly script: vm.Script;
  readonly functions: readonly string[];
  readonly customFunctions: readonly CustomFunction[];
};

const known = new Map<string, Script>();

/** A file is read once, however many hosts a test makes of it. */
function readScript(name: string, source: string): Script {
  const key = `${name}\n${source}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const { ES2022 } = ts.ScriptTarget;
  const tree = ts.createSourceFile(`${name}.js`, source, ES2022, true, ts.ScriptKind.JS);
  refuseSyntax(tree);
  const declared = tree.statements.filter(ts.isFunctionDeclaration);
  const read = {
    name,
    script: new vm.Script(source, { filename: `${name}.gs` }),
    functions: declared.flatMap((node) => node.name?.text ?? []),
    customFunctions: declared.flatMap((node) => customFunction(node) ?? []),
  };
  known.set(key, read);
  return read;
}

function readManifest(files: readonly PushedFile[]): {
  scopes: readonly string[];
  timeZone: string;
} {
  const file = files.find(({ name, type }) => name === "appsscript" && type === "JSON");
  if (file === undefined) throw new Error("The project has no manifest appsscript.json.");
  const manifest = JSON.parse(file.source) as Record<string, unknown>;
  if (manifest["runtimeVersion"] !== "V8")
    throw new Error('The manifest does not say "runtimeVersion": "V8".');
  const scopes = manifest["oauthScopes"];
  if (!Array.isArray(scopes)) throw new Error("The manifest lists no oauthScopes.");
  return { scopes: scopes.map(String), timeZone: String(manifest["timeZone"]) };
}

/** Syntax that the reference of the runtime names as not supported. */
function refuseSyntax(tree: ts.SourceFile): void {
  const refuse = (node: ts.Node, what: string): void => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
    throw new Error(`${tree.fileName}:${line + 1}: Apps Script does not support ${what}.`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPrivateIdentifier(node)) refuse(node, "private class members");
    if (
      ts.isPropertyDeclaration(node) &&
      node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword) === true
    ) {
      refuse(node, "static class fields");
    }
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isExportAssignment(node))
      refuse(node, "modules");
    ts.forEachChild(node, visit);
  };
  visit(tree);
}

function customFunction(node: ts.FunctionDeclaration): CustomFunction | undefined {
  const tags = ts.getJSDocTags(node);
  if (node.name === undefined || !tags.some(({ tagName }) => tagName.text === "customfunction"))
    return undefined;
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const text = (comment: ts.JSDoc["comment"] | undefined): string =>
    ts.getTextOfJSDocComment(comment)?.trim() ?? "";
  return {
    name: node.name.text,
    description: text(doc?.comment),
    parameters: tags.filter(ts.isJSDocParameterTag).map((tag) => ({
      name: tag.name.getText(),
      description: text(tag.comment).replace(/^- /, ""),
    })),
  };
}
