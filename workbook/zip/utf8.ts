import { strFromU8 } from "fflate";

/** True when the bytes are well-formed UTF-8: no stray or missing bytes, no surrogates. */
export function isUtf8(bytes: Uint8Array): boolean {
  let at = 0;
  for (;;) {
    while ((bytes[at] as number) < 0x80) at++;
    if (at >= bytes.length) return true;
    const length = sequenceLength(bytes, at);
    if (length === 0) return false;
    at += length;
  }
}

/** Well-formed UTF-8 as text, without a byte order mark. */
export function textOfUtf8(bytes: Uint8Array): string {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return strFromU8(marked ? bytes.subarray(3) : bytes);
}

/** Bytes of the character beyond ASCII at a position; 0 when it is malformed. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  // 0x80 to 0xC1 never begin a character; above 0xF4 lies nothing.
  if (first < 0xc2 || first > 0xf4) return 0;
  for (let next = at + 1; next < at + length; next++) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return isShortestForm(first, bytes[at + 1] as number) ? length : 0;
}

/** Rules out overlong forms, surrogates and what lies beyond U+10FFFF. */
function isShortestForm(first: number, second: number): boolean {
  if (first === 0xe0) return second >= 0xa0;
  if (first === 0xed) return second < 0xa0;
  if (first === 0xf0) return second >= 0x90;
  return first !== 0xf4 || second < 0x90;
}
