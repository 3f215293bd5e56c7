import { uint16At, uint32At, uint64At } from "./littleEndian.ts";

/** Where the directory of a zip archive lies, and what it says of itself. */
export type DirectoryExtent = {
  /** First byte of the directory in the file. */
  readonly start: number;
  /** First byte after it. */
  readonly end: number;
  readonly count: number;
  /** Bytes of junk before the archive: what is to be added to every stored offset. */
  readonly shift: number;
  readonly comment: Uint8Array;
};

/**
 * Finds the directory from the end of the file; undefined when there is none that fits.
 *
 * Bytes before the archive and after it do not matter, nor does a comment (APPNOTE 6.3.10, 4.3.16).
 */
export function findDirectory(bytes: Uint8Array): DirectoryExtent | undefined {
  const last = bytes.length - END_SIZE;
  const first = Math.max(0, last - 0xffff);
  for (let at = last; at >= first; at--) {
    if (bytes[at] !== 0x50 || uint32At(bytes, at) !== END_SIGNATURE) continue;
    const extent = extentAt(bytes, at);
    if (extent !== undefined) return extent;
  }
  return undefined;
}

const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;
const ZIP64_END_SIGNATURE = 0x06064b50;
const ZIP64_END_SIZE = 56;
const ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
const ZIP64_LOCATOR_SIZE = 20;
const ENTRY_SIGNATURE = 0x02014b50;

type EndRecord = {
  readonly at: number;
  readonly count: number;
  readonly size: number;
  readonly offset: number;
  readonly disk: number;
};

function extentAt(bytes: Uint8Array, at: number): DirectoryExtent | undefined {
  const commentEnd = at + END_SIZE + uint16At(bytes, at + 20);
  if (commentEnd > bytes.length) return undefined;
  const record = zip64RecordBefore(bytes, at) ?? plainRecord(bytes, at);
  if (record.disk !== 0) return undefined;
  const start = directoryStart(bytes, record);
  if (start === undefined) return undefined;
  return {
    start,
    end: start + record.size,
    count: record.count,
    shift: start - record.offset,
    comment: bytes.subarray(at + END_SIZE, commentEnd),
  };
}

const plainRecord = (bytes: Uint8Array, at: number): EndRecord => ({
  at,
  disk: uint16At(bytes, at + 4) | uint16At(bytes, at + 6),
  count: uint16At(bytes, at + 10),
  size: uint32At(bytes, at + 12),
  offset: uint32At(bytes, at + 16),
});

function zip64RecordBefore(bytes: Uint8Array, end: number): EndRecord | undefined {
  const locator = end - ZIP64_LOCATOR_SIZE;
  if (locator < 0 || uint32At(bytes, locator) !== ZIP64_LOCATOR_SIGNATURE) return undefined;
  // With junk before the archive the stored position is off; then the record is just before.
  const at = [uint64At(bytes, locator + 8), locator - ZIP64_END_SIZE].find(
    (candidate) =>
      candidate >= 0 &&
      candidate + ZIP64_END_SIZE <= locator &&
      uint32At(bytes, candidate) === ZIP64_END_SIGNATURE,
  );
  if (at === undefined) return undefined;
  return {
    at,
    disk: uint32At(bytes, at + 16) | uint32At(bytes, at + 20),
    count: uint64At(bytes, at + 32),
    size: uint64At(bytes, at + 40),
    offset: uint64At(bytes, at + 48),
  };
}

/** Just before its end record, or else where it says: an archive may have a gap between. */
function directoryStart(bytes: Uint8Array, record: EndRecord): number | undefined {
  const adjacent = record.at - record.size;
  return [adjacent, record.offset].find(
    (start) =>
      start >= 0 &&
      start + record.size <= record.at &&
      (start === record.at
        ? record.count === 0 && record.offset === start
        : uint32At(bytes, start) === ENTRY_SIGNATURE) &&
      start >= record.offset,
  );
}
