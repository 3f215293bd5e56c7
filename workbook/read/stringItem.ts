import { elementText, nextTag, skipElement, type XmlCursor } from "./xmlCursor.ts";

/**
 * The text of a string item (`si` or `is`) whose start tag was last met: its runs joined, phonetic
 * guides left out. The cursor moves behind its end tag.
 */
export function itemText(cursor: XmlCursor): string {
  if (cursor.kind !== "start") return "";
  const item = cursor.name;
  let text = "";
  for (let kind = nextTag(cursor); kind !== undefined; kind = nextTag(cursor)) {
    if (kind === "end" && cursor.name === item) return unescapeText(text);
    if (kind !== "start") continue;
    if (cursor.name === "t") text += elementText(cursor);
    // A run holds its text beside its font; everything else is no text of the cell.
    else if (cursor.name !== "r") skipElement(cursor);
  }
  cursor.damaged = true;
  return text;
}

/** Resolves escapes such as `_x000D_` for characters that XML cannot hold (ECMA-376, 22.9.2.19). */
export const unescapeText = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(parseInt(code, 16)),
      )
    : text;
