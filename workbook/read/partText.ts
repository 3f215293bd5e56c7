import { isRefusal, otherEncoding, type Refusal } from "../refusals.ts";
import { readEntry } from "../zip/readEntry.ts";
import { isUtf8, textOfUtf8 } from "../zip/utf8.ts";
import type { ZipPackage } from "../zip/zipPackage.ts";

/**
 * An XML part as text, without a byte order mark.
 *
 * Refuses what readEntry refuses, and every encoding but UTF-8: guessing could change a figure.
 */
export function partText(zip: ZipPackage, name: string): string | Refusal {
  const part = markedText(zip, name);
  return isRefusal(part) ? part : part.text;
}

/** An XML part as text, and the byte order mark before it, or nothing. */
export type MarkedText = { readonly text: string; readonly mark: string };

/** As partText, with the mark kept for one who writes the part again. */
export function markedText(zip: ZipPackage, name: string): MarkedText | Refusal {
  const bytes = readEntry(zip, name);
  if (isRefusal(bytes)) return bytes;
  if (!isUtf8(bytes) || bytes.subarray(0, 4).includes(0)) return otherEncoding(name);
  const text = textOfUtf8(bytes);
  const declared = ENCODING.exec(text.slice(0, 200))?.[1];
  return declared === undefined || /^(utf-?8|us-ascii)$/i.test(declared)
    ? { text, mark: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? "\uFEFF" : "" }
    : otherEncoding(name);
}

const ENCODING = /^<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']/;
