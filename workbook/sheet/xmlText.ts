/** The most characters (UTF-16 units) that a cell can hold. */
export const CELL_TEXT_LIMIT = 32767;

/**
 * Text as the content of a cell, cut with an ellipsis where a cell could not hold it.
 *
 * Characters that XML cannot carry are written the way of ECMA-376 Part 1, 22.9.2.19 (ST_Xstring):
 * `_x000B_`; a user's own text of that look is guarded, so that it stays what it was. Halves of
 * surrogate pairs stand for no character and become U+FFFD.
 */
export const cellText = (text: string): string => xString(cut(text));

/** Text as the value of an attribute between double quotes; what XML cannot carry is dropped. */
export const attributeText = (text: string): string =>
  ATTRIBUTE_UNSAFE.test(text)
    ? text
        .replace(NOT_IN_XML, "")
        .replace(SURROGATES, wholeOrReplaced)
        .replace(ATTRIBUTE_UNSAFE_EACH, entityOf)
    : text;

/** Text as the content of an element that is not a cell: a formula, a name's value, a chart's. */
export const elementText = (text: string): string => attributeText(text);

const CELL_UNSAFE = /[&<>_\r]|[^\t\n\x20-\uD7FF]/;
const ATTRIBUTE_UNSAFE = /[&<>"\t\n\r]|[^\x20-\uD7FF]/;
const ATTRIBUTE_UNSAFE_EACH = /[&<>"\t\n\r]/g;

const NOT_IN_XML = /[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g;

const WRITTEN_AS_CODE = /[\x00-\x08\x0B-\x1F\uFFFE\uFFFF]/g;
const LOOKS_LIKE_CODE = /_(?=x[0-9A-Fa-f]{4}_)/g;
const SURROGATES = /[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

const entityOf = (character: string): string => ENTITIES[character] ?? character;

function xString(text: string): string {
  if (!CELL_UNSAFE.test(text)) return text;
  return text
    .replace(LOOKS_LIKE_CODE, "_x005F_")
    .replace(WRITTEN_AS_CODE, codeOf)
    .replace(SURROGATES, wholeOrReplaced)
    .replace(/[&<>]/g, entityOf);
}

const wholeOrReplaced = (found: string): string => (found.length === 2 ? found : "\uFFFD");

const codeOf = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

function cut(text: string): string {
  if (text.length <= CELL_TEXT_LIMIT) return text;
  const last = text.charCodeAt(CELL_TEXT_LIMIT - 2);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return `${text.slice(0, CELL_TEXT_LIMIT - (splitsPair ? 2 : 1))}…`;
}
