import type { Execution } from "../realm/execution.ts";
import { Fault, implement, ServiceException, ServiceObject } from "../service.ts";

/** A page as a script makes it. */
export type HtmlOutput = {
  readonly execution: Execution;
  content: string;
  title: string;
  width: number | undefined;
  height: number | undefined;
  readonly metaTags: { readonly name: string; readonly content: string }[];
};

type HtmlTemplate = {
  readonly execution: Execution;
  readonly content: string;
  readonly fields: () => Readonly<Record<string, unknown>>;
};

function output(execution: Execution, content: string): ServiceObject {
  const page: HtmlOutput = {
    execution,
    content,
    title: "",
    width: undefined,
    height: undefined,
    metaTags: [],
  };
  return new ServiceObject("HTML.HtmlOutput", page);
}

function template(execution: Execution, content: string): ServiceObject {
  const state: HtmlTemplate = { execution, content, fields: () => object.fields };
  const object: ServiceObject = new ServiceObject("HTML.HtmlTemplate", state);
  return object;
}

function fileOf({ host }: Execution, name: string): string {
  const bare = name.replace(/\.html$/, "");
  const file = host.project.files.find((other) => other.type === "HTML" && other.name === bare);
  if (file === undefined) throw new ServiceException(`No HTML file named ${name} was found.`);
  return file.source;
}

/** A template's code: text is printed, `<?= ?>` escaped, `<?!= ?>` as it is, `<? ?>` run. */
function codeOf(content: string): string {
  const pieces = content.split(/(<\?!?=?[\s\S]*?\?>)/);
  const lines = pieces.map((piece) => {
    const scriptlet = /^<\?(!?=)?([\s\S]*?);?\s*\?>$/.exec(piece);
    if (scriptlet === null) return `print(${JSON.stringify(piece)});`;
    const [, kind, code = ""] = scriptlet;
    if (kind === undefined) return `${code}\n`;
    return kind === "=" ? `print(escape_(${code}));` : `print(${code});`;
  });
  return lines.join("\n");
}

function evaluate({ execution, content, fields }: HtmlTemplate): ServiceObject {
  const { realm } = execution;
  if (realm === undefined) throw new Fault("A template is evaluated outside of an execution.");
  const given = fields();
  const source = `(function (${["print", "escape_", ...Object.keys(given)].join(", ")}) {${codeOf(content)}\n})`;
  const run = realm.find(source) as ((...args: unknown[]) => void) | undefined;
  if (run === undefined) throw new ServiceException("The template's code cannot be read.");
  let text = "";
  run(
    (piece: unknown) => {
      text += String(piece);
    },
    escapeHtml,
    ...Object.values(given),
  );
  return output(execution, text);
}

function escapeHtml(value: unknown): string {
  const names: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&#34;",
    "'": "&#39;",
  };
  return String(value).replace(/[&<>"']/g, (character) => names[character] ?? character);
}

implement<Execution>("HTML.HtmlService", {
  createHtmlOutput: (execution, html: unknown = "") => {
    if (typeof html !== "string")
      throw new Fault("HtmlService.createHtmlOutput of a blob is not emulated.");
    return output(execution, html);
  },
  createHtmlOutputFromFile: (execution, name: string) => output(execution, fileOf(execution, name)),
  createTemplate: (execution, html: unknown) => {
    if (typeof html !== "string")
      throw new Fault("HtmlService.createTemplate of a blob is not emulated.");
    return template(execution, html);
  },
  createTemplateFromFile: (execution, name: string) => template(execution, fileOf(execution, name)),
});

implement<HtmlTemplate>("HTML.HtmlTemplate", { evaluate, getRawContent: ({ content }) => content });

implement<HtmlOutput>("HTML.HtmlOutput", {
  getContent: ({ content }) => content,
  setContent: (page, content: string) => {
    page.content = content;
  },
  append: (page, content: string) => {
    page.content += content;
  },
  appendUntrusted: (page, content: string) => {
    page.content += escapeHtml(content);
  },
  clear: (page) => {
    page.content = "";
  },
  getTitle: ({ title }) => title,
  setTitle: (page, title: string) => {
    page.title = title;
  },
  getWidth: ({ width }) => width ?? null,
  // A sidebar's width cannot be set; the call is accepted and does nothing there.
  setWidth: (page, width: number) => {
    page.width = width;
  },
  getHeight: ({ height }) => height ?? null,
  setHeight: (page, height: number) => {
    page.height = height;
  },
  addMetaTag: (page, name: string, content: string) => {
    page.metaTags.push({ name, content });
  },
  setSandboxMode: () => undefined,
  setXFrameOptionsMode: () => undefined,
});
