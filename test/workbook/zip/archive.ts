import { deflateSync, strToU8 } from "fflate";
import { crc32 } from "../../../workbook/zip/crc32.ts";

/** One entry of an archive written by hand, odd where its fields say so. */
export type OddEntry = {
  readonly name: string;
  readonly data: Uint8Array | string;
  readonly stored?: boolean;
  readonly method?: number;
  readonly flags?: number;
  readonly descriptor?: "signed" | "bare" | "wide";
  /** Sizes and offset in the zip64 field of the directory record. */
  readonly zip64?: boolean;
  /** Written instead of the truth. */
  readonly claim?: { readonly size?: number; readonly crc?: number };
  readonly localName?: string;
};

/** What lies around the entries of an archive written by hand. */
export type OddArchive = {
  readonly junk?: string;
  readonly trailing?: string;
  readonly comment?: string;
  readonly zip64End?: boolean;
};

/** Builds the bytes of an archive independently of the writer under test. */
export function archiveOf(entries: readonly OddEntry[], options: OddArchive = {}): Uint8Array {
  const locals: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const fields = fieldsOf(entry);
    const local = localOf(entry, fields);
    records.push(recordOf(entry, fields, offset));
    locals.push(local);
    offset += local.length;
  }
  const directory = joined(records);
  const counts = { count: entries.length, size: directory.length, offset };
  return joined([
    strToU8(options.junk ?? ""),
    ...locals,
    directory,
    options.zip64End === true ? zip64End(counts) : plainEnd(counts),
    u16((options.comment ?? "").length),
    strToU8(options.comment ?? ""),
    strToU8(options.trailing ?? ""),
  ]);
}

export const bytesOf = (data: Uint8Array | string): Uint8Array =>
  typeof data === "string" ? strToU8(data) : data;

type Fields = {
  readonly packed: Uint8Array;
  readonly size: number;
  readonly crc: number;
  /** Version, flags, method, time and date. */
  readonly head: Uint8Array;
};

function fieldsOf(entry: OddEntry): Fields {
  const data = bytesOf(entry.data);
  const accented = strToU8(entry.name).length > entry.name.length ? 0x800 : 0;
  const flags = (entry.flags ?? 0) | (entry.descriptor === undefined ? 0 : 8) | accented;
  const method = entry.method ?? (entry.stored === true ? 0 : 8);
  return {
    packed: entry.stored === true ? data : deflateSync(data),
    size: entry.claim?.size ?? data.length,
    crc: entry.claim?.crc ?? crc32(data),
    head: joined([u16(20), u16(flags), u16(method), u32(0x65434321)]),
  };
}

function localOf(entry: OddEntry, { packed, size, crc, head }: Fields): Uint8Array {
  const later = entry.descriptor !== undefined;
  const name = strToU8(entry.localName ?? entry.name);
  // An extra field of an unknown kind, as Excel leaves room to grow.
  const extra = joined([u16(0xa220), u16(4), u32(0x04030201)]);
  const sizes = later ? u64(0) : joined([u32(packed.length), u32(size)]);
  const lengths = joined([u16(name.length), u16(extra.length)]);
  const header = [u32(0x04034b50), head, u32(later ? 0 : crc), sizes, lengths, name, extra];
  return joined([...header, packed, ...descriptorOf(entry, { packed, size, crc, head })]);
}

function descriptorOf(entry: OddEntry, { packed, size, crc }: Fields): Uint8Array[] {
  if (entry.descriptor === undefined) return [];
  const length = entry.descriptor === "wide" ? u64 : u32;
  const signature = entry.descriptor === "bare" ? [] : [u32(0x08074b50)];
  return [...signature, u32(crc), length(packed.length), length(size)];
}

function recordOf(entry: OddEntry, fields: Fields, offset: number): Uint8Array {
  const { packed, size, crc, head } = fields;
  const name = strToU8(entry.name);
  const wide = entry.zip64 === true;
  const extra = wide
    ? joined([u16(1), u16(24), u64(size), u64(packed.length), u64(offset)])
    : new Uint8Array(0);
  const narrow = (value: number) => u32(wide ? 0xffffffff : value);
  return joined([
    joined([u32(0x02014b50), u16(45), head, u32(crc), narrow(packed.length), narrow(size)]),
    joined([u16(name.length), u16(extra.length), u16(3), u16(0), u16(0), u32(0x81a40000)]),
    joined([narrow(offset), name, extra, strToU8("abc")]),
  ]);
}

type Counts = { readonly count: number; readonly size: number; readonly offset: number };

const plainEnd = ({ count, size, offset }: Counts) =>
  joined([u32(0x06054b50), u32(0), u16(count), u16(count), u32(size), u32(offset)]);

const zip64End = ({ count, size, offset }: Counts) =>
  joined([
    joined([u32(0x06064b50), u64(44), u16(45), u16(45), u64(0), u64(count), u64(count)]),
    joined([u64(size), u64(offset), u32(0x07064b50), u32(0), u64(offset + size), u32(1)]),
    joined([u32(0x06054b50), u32(0), u32(0xffffffff), u32(0xffffffff), u32(0xffffffff)]),
  ]);

const u16 = (value: number) => new Uint8Array([value & 255, (value >>> 8) & 255]);
const u32 = (value: number) => joined([u16(value), u16(value >>> 16)]);
const u64 = (value: number) => joined([u32(value), u32(0)]);

const joined = (pieces: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(pieces));
