import type { FunctionSpec, Parameter } from "../../core/index.ts";

/** The name of the library's global. */
export const LIBRARY = "TLH";

/**
 * The file `Code.js`: the functions that Google finds by name, each declared literally, with the
 * comment from which the help in cells is made. `menu` says where the menu goes.
 */
export const codeJs = (registry: readonly FunctionSpec[], menu: "add-on" | "bound"): string =>
  [
    "/**\n * @OnlyCurrentDoc\n */",
    ...registry.map(worksheetFunction),
    plainFunction("onOpen", "event", `${LIBRARY}.addMenu(${JSON.stringify(menu)});`),
    plainFunction("onInstall", "event", "onOpen(event);"),
    plainFunction("tlhOpenPane", "", `${LIBRARY}.openPane();`),
    plainFunction("tlhGenerateTabs", "", `${LIBRARY}.generateTabs();`),
    plainFunction("tlhPane", "request", `return ${LIBRARY}.answerPane(request);`),
    "",
  ].join("\n\n");

function worksheetFunction({ id, summary, parameters }: FunctionSpec): string {
  const names = parameters.map(({ name }) => name).join(", ");
  return [
    "/**",
    ` * ${oneLine(summary)}`,
    " *",
    ...parameters.map((parameter) => ` * @param {${typeOf(parameter)}} ${help(parameter)}`),
    " * @customfunction",
    " */",
    `function ${id}(${names}) {`,
    `  return ${LIBRARY}.callFunction("${id}", Array.prototype.slice.call(arguments));`,
    "}",
  ].join("\n");
}

/** Google's help knows no optional arguments: the words say it. */
const help = ({ name, summary, optional }: Parameter): string =>
  `${name} ${optional ? "(Optional) " : ""}${oneLine(summary)}`;

const typeOf = ({ takes }: Parameter): string => (takes === "value" ? "any" : "Array<Array<any>>");

/** A comment ends at its first asterisk with a slash, and help drops line breaks. */
const oneLine = (text: string): string => text.replace(/\s+/g, " ").replace(/\*\//g, "* /");

const plainFunction = (name: string, parameter: string, body: string): string =>
  `function ${name}(${parameter}) {\n  ${body}\n}`;
