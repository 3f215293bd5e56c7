import {
  DAMAGED_FILE,
  ENCRYPTED_ARCHIVE,
  isRefusal,
  NOT_A_WORKBOOK,
  TOO_LARGE,
  type Refusal,
} from "../refusals.ts";
import { readDirectory } from "./directoryEntries.ts";
import { findDirectory } from "./endOfDirectory.ts";
import { HARMLESS_BYTES, MOST_FILE_BYTES, MOST_RATIO, MOST_TOTAL_BYTES } from "./limits.ts";
import { uint32At } from "./littleEndian.ts";
import { isFolder, partKey, type ZipEntry, type ZipPackage } from "./zipPackage.ts";

/**
 * Opens a zip archive without unpacking anything.
 *
 * Refuses one that is cut short, whose entries overlap or share a name, whose entries are
 * encrypted, or that claims to unpack beyond the limits. Names are never used as file paths.
 */
export function openZip(bytes: Uint8Array): ZipPackage | Refusal {
  if (bytes.length > MOST_FILE_BYTES) return TOO_LARGE;
  const extent = findDirectory(bytes);
  if (extent === undefined) {
    return uint32At(bytes, 0) === LOCAL_SIGNATURE ? DAMAGED_FILE : NOT_A_WORKBOOK;
  }
  const entries = readDirectory(bytes, extent);
  if (isRefusal(entries)) return entries;
  const byKey = entriesByKey(entries);
  if (byKey === undefined || overlap(entries)) return DAMAGED_FILE;
  const refusal = refuseEntries(entries);
  return refusal ?? { bytes, entries, byKey, comment: extent.comment };
}

const LOCAL_SIGNATURE = 0x04034b50;

/** Undefined when two entries have the same name: two readers could then see two workbooks. */
function entriesByKey(entries: readonly ZipEntry[]): ReadonlyMap<string, ZipEntry> | undefined {
  const byKey = new Map<string, ZipEntry>();
  for (const entry of entries) {
    if (isFolder(entry.name)) continue;
    const key = partKey(entry.name);
    if (byKey.has(key)) return undefined;
    byKey.set(key, entry);
  }
  return byKey;
}

function overlap(entries: readonly ZipEntry[]): boolean {
  const byStart = [...entries].sort((a, b) => a.start - b.start);
  return byStart.some((entry, k) => k > 0 && (byStart[k - 1] as ZipEntry).end > entry.start);
}

function refuseEntries(entries: readonly ZipEntry[]): Refusal | undefined {
  if (entries.some((entry) => (entry.flags & ENCRYPTED_FLAGS) !== 0)) return ENCRYPTED_ARCHIVE;
  // Reading an entry checks its claimed size, so the claims bound what is ever unpacked.
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  const bomb = entries.some(
    (entry) => entry.size > HARMLESS_BYTES && entry.size > entry.compressedSize * MOST_RATIO,
  );
  return bomb || total > MOST_TOTAL_BYTES ? TOO_LARGE : undefined;
}

/** Bit 0: the entry is encrypted; bit 6: strongly; bit 13: its header is masked. */
const ENCRYPTED_FLAGS = 0x2041;
