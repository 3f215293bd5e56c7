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
  const bytes = readEntry(zip, name);
  if (isRefusal(bytes)) return bytes;
  if (!isUtf8(bytes) || bytes.subarray(0, 4).includes(0)) return otherEncoding(name);
  const text = textOfUtf8(bytes);
  const declared = ENCODING.exec(text.slice(0, 200))?.[1];
  return declared === undefined || /^(utf-?8|us-ascii)$/i.test(declared)
    ? text
    : otherEncoding(name);
}

const ENCODING = /^<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']/;
