/** One entry of a zip archive: what its directory says, and where its bytes lie in the file. */
export type ZipEntry = {
  /** As stored; the parts of a workbook have names such as `xl/workbook.xml`. */
  readonly name: string;
  /** 0 stored, 8 deflated; others cannot be read but can be copied. */
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  /** In bytes, as the directory claims. */
  readonly compressedSize: number;
  /** In bytes, as the directory claims; reading the entry checks it. */
  readonly size: number;
  /** First byte of the local header. */
  readonly start: number;
  /** First byte of the compressed data. */
  readonly dataStart: number;
  /** First byte after the entry, its data descriptor included. */
  readonly end: number;
  readonly directory: DirectoryRecord;
};

/** Where the directory record of an entry lies, and in it the field with the entry's offset. */
export type DirectoryRecord = {
  readonly start: number;
  readonly end: number;
  /** Its lowest 4 bytes; a file that is opened is too small to need more. */
  readonly offsetField: number;
};

/** An opened zip archive: the untouched bytes and its entries in directory order. */
export type ZipPackage = {
  readonly bytes: Uint8Array;
  readonly entries: readonly ZipEntry[];
  /** Entries by partKey of their name. */
  readonly byKey: ReadonlyMap<string, ZipEntry>;
  readonly comment: Uint8Array;
};

/** The entry of a name, as findEntry compares names; undefined when there is none. */
export const findEntry = (zip: ZipPackage, name: string): ZipEntry | undefined =>
  zip.byKey.get(partKey(name));

/**
 * What two names have in common when they name the same part: case does not count (ECMA-376 part
 * 2, 7.2.3), nor a leading slash, nor the backslashes of some old writers.
 */
export const partKey = (name: string): string =>
  name.replace(/\\/g, "/").replace(/^\/+/, "").toLowerCase();

/** True for the record of a folder, which holds nothing. */
export const isFolder = (name: string): boolean => name.endsWith("/") || name.endsWith("\\");
