import { strFromU8 } from "fflate";
import { DAMAGED_FILE, isRefusal, type Refusal } from "../refusals.ts";
import type { DirectoryExtent } from "./endOfDirectory.ts";
import { uint16At, uint32At, uint64At } from "./littleEndian.ts";
import { isUtf8, textOfUtf8 } from "./utf8.ts";
import type { ZipEntry } from "./zipPackage.ts";

/**
 * Reads every entry of the directory, in its order, and finds its bytes in the file.
 *
 * Refuses a directory that is cut short or contradicts the entries' own headers.
 */
export function readDirectory(
  bytes: Uint8Array,
  extent: DirectoryExtent,
): readonly ZipEntry[] | Refusal {
  const entries: ZipEntry[] = [];
  let at = extent.start;
  while (at + RECORD_SIZE <= extent.end && uint32At(bytes, at) === RECORD_SIGNATURE) {
    const record = readRecord(bytes, at, extent);
    if (isRefusal(record)) return record;
    const entry = locateEntry(bytes, record, extent.start);
    if (isRefusal(entry)) return entry;
    entries.push(entry);
    at = record.directory.end;
  }
  return entries.length === extent.count ? entries : DAMAGED_FILE;
}

const RECORD_SIGNATURE = 0x02014b50;
const RECORD_SIZE = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
const DESCRIPTOR_SIGNATURE = 0x08074b50;
const SATURATED = 0xffffffff;

type RecordedEntry = Omit<ZipEntry, "dataStart" | "end">;

function readRecord(
  bytes: Uint8Array,
  at: number,
  extent: DirectoryExtent,
): RecordedEntry | Refusal {
  const nameEnd = at + RECORD_SIZE + uint16At(bytes, at + 28);
  const extraEnd = nameEnd + uint16At(bytes, at + 30);
  const end = extraEnd + uint16At(bytes, at + 32);
  if (end > extent.end || uint16At(bytes, at + 34) !== 0) return DAMAGED_FILE;
  const wide = wideFields(bytes, at, { start: nameEnd, end: extraEnd });
  if (wide === undefined) return DAMAGED_FILE;
  return {
    name: entryName(bytes.subarray(at + RECORD_SIZE, nameEnd)),
    flags: uint16At(bytes, at + 8),
    method: uint16At(bytes, at + 10),
    crc: uint32At(bytes, at + 16),
    compressedSize: wide.compressedSize,
    size: wide.size,
    start: wide.offset + extent.shift,
    directory: { start: at, end, offsetField: wide.offsetField },
  };
}

type WideFields = {
  readonly size: number;
  readonly compressedSize: number;
  readonly offset: number;
  readonly offsetField: number;
};

/** Sizes and offset, those of 0xFFFFFFFF from the zip64 field, in this order (APPNOTE 4.5.3). */
function wideFields(
  bytes: Uint8Array,
  at: number,
  extra: { readonly start: number; readonly end: number },
): WideFields | undefined {
  const field = zip64Field(bytes, extra);
  let next = field.start;
  const positions = [at + 24, at + 20, at + 42].map((position) => {
    if (uint32At(bytes, position) !== SATURATED) return position;
    next += 8;
    return next - 8;
  });
  if (next > field.end) return undefined;
  const [size = 0, compressedSize = 0, offsetField = 0] = positions;
  const valueAt = (position: number) =>
    position >= extra.start ? uint64At(bytes, position) : uint32At(bytes, position);
  return {
    size: valueAt(size),
    compressedSize: valueAt(compressedSize),
    offset: valueAt(offsetField),
    offsetField,
  };
}

function zip64Field(
  bytes: Uint8Array,
  extra: { readonly start: number; readonly end: number },
): { readonly start: number; readonly end: number } {
  let at = extra.start;
  while (at + 4 <= extra.end) {
    const end = at + 4 + uint16At(bytes, at + 2);
    if (uint16At(bytes, at) === 1 && end <= extra.end) return { start: at + 4, end };
    at = end;
  }
  return { start: extra.end, end: extra.end };
}

/** Names that are no UTF-8 are read as Latin-1: any reading will do, for no part is named so. */
const entryName = (bytes: Uint8Array): string =>
  isUtf8(bytes) ? textOfUtf8(bytes) : strFromU8(bytes, true);

function locateEntry(
  bytes: Uint8Array,
  entry: RecordedEntry,
  directoryStart: number,
): ZipEntry | Refusal {
  const { start, compressedSize } = entry;
  if (start + LOCAL_SIZE > directoryStart || uint32At(bytes, start) !== LOCAL_SIGNATURE) {
    return DAMAGED_FILE;
  }
  const nameLength = uint16At(bytes, start + 26);
  const dataStart = start + LOCAL_SIZE + nameLength + uint16At(bytes, start + 28);
  const dataEnd = dataStart + compressedSize;
  if (dataEnd > directoryStart || !sameName(bytes, entry, nameLength)) return DAMAGED_FILE;
  const end = dataEnd + descriptorSize(bytes, entry, dataEnd);
  return end > directoryStart ? DAMAGED_FILE : { ...entry, dataStart, end };
}

function sameName(bytes: Uint8Array, entry: RecordedEntry, length: number): boolean {
  if (uint16At(bytes, entry.directory.start + 28) !== length) return false;
  const local = entry.start + LOCAL_SIZE;
  const recorded = entry.directory.start + RECORD_SIZE;
  for (let k = 0; k < length; k++) if (bytes[local + k] !== bytes[recorded + k]) return false;
  return true;
}

/** Bytes of the data descriptor: with or without signature, with 4 or 8 bytes a size, or none. */
function descriptorSize(bytes: Uint8Array, entry: RecordedEntry, at: number): number {
  if ((entry.flags & 0x8) === 0) return 0;
  const signed = uint32At(bytes, at) === DESCRIPTOR_SIGNATURE ? 4 : 0;
  if (uint32At(bytes, at + signed) !== entry.crc) return 0;
  const sizes = at + signed + 4;
  const matches = (read: (bytes: Uint8Array, at: number) => number, width: number) =>
    read(bytes, sizes) === entry.compressedSize && read(bytes, sizes + width) === entry.size;
  if (matches(uint64At, 8)) return signed + 20;
  return matches(uint32At, 4) ? signed + 12 : 0;
}
