/** The 16-bit number at a position; bytes beyond the end count as 0. */
export const uint16At = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);

/** The 32-bit number at a position; bytes beyond the end count as 0. */
export const uint32At = (bytes: Uint8Array, at: number): number =>
  (uint16At(bytes, at) | (uint16At(bytes, at + 2) << 16)) >>> 0;

/** The 64-bit number at a position; inexact above 2^53, which every caller refuses as too large. */
export const uint64At = (bytes: Uint8Array, at: number): number =>
  uint32At(bytes, at) + uint32At(bytes, at + 4) * 2 ** 32;

/** Writes the lowest 16 bits of a number. */
export function setUint16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value & 0xff;
  bytes[at + 1] = (value >>> 8) & 0xff;
}

/** Writes the lowest 32 bits of a number. */
export function setUint32(bytes: Uint8Array, at: number, value: number): void {
  setUint16(bytes, at, value);
  setUint16(bytes, at + 2, value >>> 16);
}
