import { decodeEntities } from "../xml/entities.ts";

/**
 * A place in XML that is too large for tokens: the cells of a sheet, the shared strings.
 *
 * It moves forward only. `damaged` is set for good when the XML makes no sense.
 */
export type XmlCursor = {
  readonly text: string;
  /** First offset after the tag last met. */
  at: number;
  kind: TagKind | undefined;
  /** Local name of that tag, whatever its prefix. */
  name: string;
  /** First offset after its name: there its attributes begin. */
  nameEnd: number;
  damaged: boolean;
};

/** A start tag, an element that is one tag only, an end tag. */
export type TagKind = "start" | "empty" | "end";

/** A cursor before the first tag. */
export const cursorOn = (text: string): XmlCursor => ({
  text,
  at: 0,
  kind: undefined,
  name: "",
  nameEnd: 0,
  damaged: false,
});

/** Moves to the next tag; undefined at the end of the text or where it is damaged. */
export function nextTag(cursor: XmlCursor): TagKind | undefined {
  const { text } = cursor;
  for (;;) {
    const start = text.indexOf("<", cursor.at);
    if (start < 0) return stop(cursor, cursor.damaged);
    const next = text.charCodeAt(start + 1);
    if (next !== EXCLAMATION && next !== QUESTION) return readTag(cursor, start, next === SLASH);
    const end = asideEnd(text, start);
    if (end < 0) return stop(cursor, true);
    cursor.at = end;
  }
}

/**
 * The character data of the element whose start tag was last met, entities resolved; the cursor
 * moves behind its end tag. Elements inside are passed over.
 */
export function elementText(cursor: XmlCursor): string {
  if (cursor.kind !== "start") return "";
  const { text } = cursor;
  const from = cursor.at;
  const first = text.indexOf("<", from);
  // Nearly always there is nothing but text before the end tag.
  if (text.charCodeAt(first + 1) === SLASH) {
    nextTag(cursor);
    return decoded(cursor, text.slice(from, first));
  }
  return mixedText(cursor);
}

/** Moves behind the end tag of the element whose start tag was last met. */
export function skipElement(cursor: XmlCursor): void {
  let depth = cursor.kind === "start" ? 1 : 0;
  while (depth > 0) {
    const kind = nextTag(cursor);
    if (kind === "start") depth++;
    else if (kind === "end") depth--;
    else if (kind === undefined) {
      cursor.damaged = true;
      return;
    }
  }
}

/**
 * The value of an attribute without prefix of the tag last met, as written. A value that does not
 * stand in quotes is damage.
 */
export function attributeText(cursor: XmlCursor, name: string): string | undefined {
  const { text } = cursor;
  let at = cursor.nameEnd;
  for (;;) {
    while (isSpace(text.charCodeAt(at))) at++;
    const equals = text.indexOf("=", at);
    if (equals < 0 || equals >= cursor.at) return undefined;
    let open = equals + 1;
    while (isSpace(text.charCodeAt(open))) open++;
    const close = isQuote(text.charCodeAt(open)) ? text.indexOf(text.charAt(open), open + 1) : -1;
    if (close < 0 || close >= cursor.at) {
      cursor.damaged = true;
      return undefined;
    }
    if (text.startsWith(name, at) && isNameEnd(text.charCodeAt(at + name.length))) {
      return text.slice(open + 1, close);
    }
    at = close + 1;
  }
}

const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const GREATER_THAN = 0x3e;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;

const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

const isQuote = (code: number): boolean => code === DOUBLE_QUOTE || code === SINGLE_QUOTE;

const isNameEnd = (code: number): boolean => code === EQUALS || isSpace(code);

function stop(cursor: XmlCursor, damaged: boolean): TagKind | undefined {
  cursor.at = cursor.text.length;
  cursor.kind = undefined;
  cursor.damaged = damaged;
  return cursor.kind;
}

/** First offset after a comment, CDATA section or instruction; -1 for a document type. */
function asideEnd(text: string, start: number): number {
  const terminator = text.startsWith("<!--", start)
    ? "-->"
    : text.startsWith("<![CDATA[", start)
      ? "]]>"
      : text.startsWith("<?", start)
        ? "?>"
        : undefined;
  if (terminator === undefined) return -1;
  const end = text.indexOf(terminator, start + (terminator === "-->" ? 4 : 2));
  return end < 0 ? -1 : end + terminator.length;
}

function readTag(cursor: XmlCursor, start: number, isEnd: boolean): TagKind | undefined {
  const { text } = cursor;
  let at = isEnd ? start + 2 : start + 1;
  let nameStart = at;
  let code = text.charCodeAt(at);
  while (code !== GREATER_THAN && code !== SLASH && !isSpace(code)) {
    if (code === COLON) nameStart = at + 1;
    if (Number.isNaN(code)) return stop(cursor, true);
    code = text.charCodeAt(++at);
  }
  const close = tagClose(text, at);
  if (close < 0) return stop(cursor, true);
  cursor.name = text.slice(nameStart, at);
  cursor.nameEnd = at;
  cursor.at = close + 1;
  cursor.kind = isEnd ? "end" : text.charCodeAt(close - 1) === SLASH ? "empty" : "start";
  return cursor.kind;
}

/** The `>` of a tag, passing over those in attribute values; -1 when the text ends before it. */
function tagClose(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === GREATER_THAN) return at;
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
      at = text.indexOf(code === DOUBLE_QUOTE ? '"' : "'", at + 1);
      if (at < 0) return -1;
    }
  }
  return -1;
}

/** Character data around comments, CDATA sections and elements, up to the end tag. */
function mixedText(cursor: XmlCursor): string {
  const { text } = cursor;
  let joined = "";
  for (;;) {
    const start = text.indexOf("<", cursor.at);
    if (start < 0) {
      stop(cursor, true);
      return joined;
    }
    joined += decoded(cursor, text.slice(cursor.at, start));
    if (text.startsWith("<![CDATA[", start)) joined += cdata(cursor, start);
    else if (text.startsWith("<!", start) || text.startsWith("<?", start)) {
      cursor.at = asideEnd(text, start);
      if (cursor.at < 0) stop(cursor, true);
    } else {
      const kind = nextTag(cursor);
      if (kind === "start") skipElement(cursor);
      else if (kind !== "empty") return joined;
    }
  }
}

function cdata(cursor: XmlCursor, start: number): string {
  const end = asideEnd(cursor.text, start);
  if (end < 0) {
    stop(cursor, true);
    return "";
  }
  cursor.at = end;
  return cursor.text.slice(start + 9, end - 3).replace(/\r\n?/g, "\n");
}

function decoded(cursor: XmlCursor, raw: string): string {
  const text = decodeEntities(raw);
  if (text === undefined) cursor.damaged = true;
  return text ?? "";
}
