/**
 * Character data as text: entities resolved, line ends as XML wants them.
 *
 * Undefined for an entity that XML does not define itself, or a character that does not exist:
 * parts of a workbook declare none.
 */
export function decodeEntities(raw: string): string | undefined {
  const lines = raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
  if (!lines.includes("&")) return lines;
  let text = "";
  let at = 0;
  for (let amp = lines.indexOf("&"); amp >= 0; amp = lines.indexOf("&", at)) {
    // The longest is &#x10FFFF; give or take zeros: a bound keeps a row of lone & linear.
    const body = /^[^;&]{1,32}(?=;)/.exec(lines.slice(amp + 1, amp + 34))?.[0];
    const character = body === undefined ? undefined : characterOf(body);
    if (body === undefined || character === undefined) return undefined;
    text += lines.slice(at, amp) + character;
    at = amp + body.length + 2;
  }
  return text + lines.slice(at);
}

/** Text as it may stand in XML, in an element or between double quotes, line ends kept. */
export const encodeEntities = (text: string): string =>
  text.replace(
    /[&<>"\t\r\n]/g,
    (character) => `&${NAMES[character] ?? `#${character.charCodeAt(0)}`};`,
  );

const NAMES: Readonly<Record<string, string>> = { "&": "amp", "<": "lt", ">": "gt", '"': "quot" };

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

function characterOf(body: string): string | undefined {
  const [, decimal, hex] = /^#(?:(\d+)|[xX]([0-9a-fA-F]+))$/.exec(body) ?? [];
  if (decimal === undefined && hex === undefined) return CHARACTERS.get(body);
  const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
