import { Inflate } from "fflate";
import { DAMAGED_FILE, damagedPart, isRefusal, missingPart, TOO_LARGE } from "../refusals.ts";
import type { Refusal } from "../refusals.ts";
import { crc32 } from "./crc32.ts";
import { MOST_PART_BYTES } from "./limits.ts";
import { findEntry, type ZipEntry, type ZipPackage } from "./zipPackage.ts";

/**
 * Unpacks one entry and checks its size and its checksum.
 *
 * Refuses a name that is not there, damaged data, a method other than stored and deflated, and
 * more bytes than claimed or allowed, without unpacking them.
 */
export function readEntry(zip: ZipPackage, name: string): Uint8Array | Refusal {
  const entry = findEntry(zip, name);
  if (entry === undefined) return missingPart(name);
  if (entry.size > MOST_PART_BYTES) return TOO_LARGE;
  const packed = zip.bytes.subarray(entry.dataStart, entry.dataStart + entry.compressedSize);
  const unpacked = unpack(entry, packed);
  if (isRefusal(unpacked)) return unpacked;
  return crc32(unpacked) === entry.crc ? unpacked : damagedPart(entry.name);
}

/** Deflate's least packed size of one unpacked byte is 1/1032 of a byte. */
const DEFLATE_LIMIT = 1032;

/** Packed bytes a step: bounds what one step can unpack to 66 MB. */
const STEP = 2 ** 16;

function unpack(entry: ZipEntry, packed: Uint8Array): Uint8Array | Refusal {
  if (entry.method === 0) {
    // A copy: what is handed out must not keep the whole file alive, nor change it.
    return entry.size === packed.length ? packed.slice() : damagedPart(entry.name);
  }
  if (entry.method !== 8) return damagedPart(entry.name);
  if (entry.size > packed.length * DEFLATE_LIMIT) return DAMAGED_FILE;
  return inflate(packed, entry.size) ?? damagedPart(entry.name);
}

/** Undefined when the data are damaged or unpack to another size. */
function inflate(packed: Uint8Array, size: number): Uint8Array | undefined {
  const unpacked = new Uint8Array(size);
  let filled = 0;
  const inflater = new Inflate((chunk) => {
    if (filled + chunk.length <= size) unpacked.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length && filled <= size; at += STEP) {
      inflater.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    }
  } catch {
    // fflate throws for damaged data, with nothing more to say about them.
    return undefined;
  }
  return filled === size ? unpacked : undefined;
}
