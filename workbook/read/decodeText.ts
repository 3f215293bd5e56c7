import { strFromU8 } from "fflate";
import { isUtf8, textOfUtf8 } from "../zip/utf8.ts";

/**
 * The bytes of a text file as text, without a byte order mark.
 *
 * UTF-16 is known by its mark; everything else is UTF-8 where that makes sense, else
 * Windows-1252, in which every byte means something.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, 1);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, 0);
  return isUtf8(bytes) ? textOfUtf8(bytes) : windows1252(bytes);
}

/** Characters a step: more arguments would overflow the stack of a call. */
const STEP = 8192;

/** `high` is where a pair of bytes has its high one; an odd last byte is left out. */
function utf16(bytes: Uint8Array, high: 0 | 1): string {
  const units = new Uint16Array((bytes.length - 2) >>> 1);
  for (let k = 0; k < units.length; k++) {
    const at = 2 * k + 2;
    units[k] = ((bytes[at + high] as number) << 8) | (bytes[at + 1 - high] as number);
  }
  const pieces: string[] = [];
  for (let at = 0; at < units.length; at += STEP) {
    pieces.push(String.fromCharCode(...units.subarray(at, at + STEP)));
  }
  return pieces.join("");
}

/** What Windows-1252 has at 0x80 to 0x9F, where Latin-1 has control characters. */
const WINDOWS_1252 =
  "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
  "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

const windows1252 = (bytes: Uint8Array): string =>
  strFromU8(bytes, true).replace(
    /[\u0080-\u009F]/g,
    (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] as string,
  );
