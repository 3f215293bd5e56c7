import { implement, ServiceException, ServiceObject } from "../service.ts";

/** Text with links and styles of its parts. */
export type RichText = { readonly text: string; readonly parts: readonly RichPart[] };

type RichPart = {
  readonly start: number;
  readonly end: number;
  readonly link?: string | null;
  readonly style?: unknown;
};

type RichTextBuilder = { text: string | undefined; parts: RichPart[] };
type TextStyle = Record<string, unknown>;

function addPart(builder: RichTextBuilder, args: readonly unknown[], key: "link" | "style"): void {
  const { text } = builder;
  if (text === undefined)
    throw new ServiceException("The text must be set before its links and styles.");
  const [start, end, value] = args.length === 3 ? args : [0, text.length, args[0]];
  if (Number(start) < 0 || Number(end) > text.length || Number(start) > Number(end)) {
    throw new ServiceException("The offsets are outside of the text.");
  }
  builder.parts.push({ start: Number(start), end: Number(end), [key]: value });
}

implement<RichTextBuilder>("Spreadsheet.RichTextValueBuilder", {
  setText: (builder, text: string) => {
    Object.assign(builder, { text, parts: [] });
  },
  setLinkUrl: (builder, ...args: unknown[]) => {
    addPart(builder, args, "link");
  },
  setTextStyle: (builder, ...args: unknown[]) => {
    addPart(builder, args, "style");
  },
  build: ({ text, parts }) => {
    if (text === undefined)
      throw new ServiceException("The text of a rich text value must be set.");
    return new ServiceObject("Spreadsheet.RichTextValue", { text, parts: [...parts] });
  },
});

implement<RichText>("Spreadsheet.RichTextValue", {
  getText: ({ text }) => text,
  getStartIndex: () => 0,
  getEndIndex: ({ text }) => text.length,
  getLinkUrl: ({ text, parts }, start?: number, end?: number) => {
    const found = lastOf(
      parts,
      (part) =>
        part.link !== undefined && part.start <= (start ?? 0) && part.end >= (end ?? text.length),
    );
    return found?.link ?? null;
  },
  getTextStyle: ({ parts }) =>
    new ServiceObject(
      "Spreadsheet.TextStyle",
      lastOf(parts, ({ style }) => style !== undefined)?.style ?? {},
    ),
  copy: ({ text, parts }) =>
    new ServiceObject("Spreadsheet.RichTextValueBuilder", { text, parts: [...parts] }),
});

const styleSetters = [
  "setBold",
  "setFontFamily",
  "setFontSize",
  "setForegroundColor",
  "setItalic",
  "setStrikethrough",
  "setUnderline",
];

implement<TextStyle>("Spreadsheet.TextStyleBuilder", {
  ...Object.fromEntries(
    styleSetters.map((name) => [
      name,
      (style: TextStyle, value: unknown) => {
        style[name.slice(3)] = value;
      },
    ]),
  ),
  build: (style) => new ServiceObject("Spreadsheet.TextStyle", { ...style }),
});

implement<TextStyle>("Spreadsheet.TextStyle", {
  ...Object.fromEntries(
    ["getFontFamily", "getFontSize", "getForegroundColor"].map((name) => [
      name,
      (style: TextStyle) => style[name.slice(3)] ?? null,
    ]),
  ),
  ...Object.fromEntries(
    ["isBold", "isItalic", "isStrikethrough", "isUnderline"].map((name) => [
      name,
      (style: TextStyle) => style[name.slice(2)] ?? null,
    ]),
  ),
  copy: (style) => new ServiceObject("Spreadsheet.TextStyleBuilder", { ...style }),
});

/** Rich text as it is built, for `SpreadsheetApp.newRichTextValue`. */
export function newRichText(): ServiceObject {
  return new ServiceObject("Spreadsheet.RichTextValueBuilder", { text: undefined, parts: [] });
}

/** A style as it is built, for `SpreadsheetApp.newTextStyle`. */
export function newTextStyle(): ServiceObject {
  return new ServiceObject("Spreadsheet.TextStyleBuilder", {});
}

function lastOf<Item>(items: readonly Item[], wanted: (item: Item) => boolean): Item | undefined {
  return [...items].reverse().find(wanted);
}
