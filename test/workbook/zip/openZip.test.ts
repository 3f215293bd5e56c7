import { expect, test } from "vitest";
import {
  DAMAGED_FILE,
  ENCRYPTED_ARCHIVE,
  isRefusal,
  NOT_A_WORKBOOK,
  TOO_LARGE,
} from "../../../workbook/refusals.ts";
import { openZip } from "../../../workbook/zip/openZip.ts";
import { readEntry } from "../../../workbook/zip/readEntry.ts";
import { findEntry, type ZipPackage } from "../../../workbook/zip/zipPackage.ts";
import { archiveOf, bytesOf, type OddArchive, type OddEntry } from "./archive.ts";

const opened = (entries: readonly OddEntry[], options?: OddArchive): ZipPackage => {
  const zip = openZip(archiveOf(entries, options));
  if (isRefusal(zip)) throw new Error(zip.refusal);
  return zip;
};
const PARTS: readonly OddEntry[] = [
  { name: "[Content_Types].xml", data: "<Types/>".repeat(20) },
  { name: "xl/workbook.xml", data: "<workbook/>", stored: true },
  { name: "xl/médiá.bin", data: "" },
];

test("entries are listed in directory order with sizes, method and checksum", () => {
  const [first, second, third] = opened(PARTS).entries;
  expect(first).toMatchObject({ name: "[Content_Types].xml", method: 8, size: 160 });
  expect(second).toMatchObject({
    name: "xl/workbook.xml",
    method: 0,
    size: 11,
    compressedSize: 11,
    crc: 0x13989ece,
  });
  expect(third).toMatchObject({ name: "xl/médiá.bin", size: 0, flags: 0x800 });
});

test.each<[string, OddArchive]>([
  ["junk before it", { junk: "#!/bin/sh\n" }],
  ["junk after it", { trailing: "\r\n\r\n" }],
  ["a comment", { comment: "made by hand" }],
  ["zip64 end records", { zip64End: true }],
  ["zip64 end records and junk before it", { zip64End: true, junk: "0123456789" }],
  ["a comment that quotes an end record", { comment: "PK\u0005\u0006" + "\0".repeat(18) }],
])("an archive with %s is read", (_, options) => {
  const zip = opened(PARTS, options);
  expect(zip.entries.map(({ name }) => name)).toEqual(PARTS.map(({ name }) => name));
  for (const part of PARTS) expect(readEntry(zip, part.name)).toEqual(bytesOf(part.data));
});

test.each<OddEntry["descriptor"]>(["signed", "bare", "wide"])(
  "an entry with a %s data descriptor ends after it",
  (descriptor) => {
    const zip = opened([{ name: "a", data: "aaaa", descriptor: descriptor! }, PARTS[0]!]);
    expect(readEntry(zip, "a")).toEqual(bytesOf("aaaa"));
    expect(zip.entries[0]!.end).toBe(zip.entries[1]!.start);
  },
);

test("sizes and offset come from the zip64 field where the record is full", () => {
  const zip = opened([PARTS[0]!, { name: "b", data: "bbbbbbbb", zip64: true }]);
  expect(zip.entries[1]).toMatchObject({ size: 8, start: zip.entries[0]!.end });
  expect(readEntry(zip, "b")).toEqual(bytesOf("bbbbbbbb"));
});

test("part names match without regard to case, leading slash or kind of slash", () => {
  const zip = opened([{ name: "xl\\Workbook.xml", data: "w" }]);
  expect(findEntry(zip, "/xl/workbook.xml")?.name).toBe("xl\\Workbook.xml");
  expect(findEntry(zip, "xl/workbook")).toBeUndefined();
});

test("a name that climbs out of its folder is a name like any other", () => {
  const zip = opened([{ name: "../../etc/passwd", data: "x" }]);
  expect(readEntry(zip, "../../etc/passwd")).toEqual(bytesOf("x"));
});

test("records of folders take no part, however often they come", () => {
  const zip = opened([
    { name: "xl/", data: "", stored: true },
    { name: "xl/", data: "", stored: true },
  ]);
  expect(zip.byKey.size).toBe(0);
});

test("an archive cut short anywhere is refused", () => {
  const bytes = archiveOf(PARTS, { comment: "end" });
  for (let length = 4; length < bytes.length; length++) {
    expect(openZip(bytes.slice(0, length)), `${length}`).toEqual(DAMAGED_FILE);
  }
});

test("a changed byte never crashes: the archive opens, or it is refused", () => {
  const bytes = archiveOf(PARTS, { zip64End: true });
  for (let at = 0; at < bytes.length; at++) {
    for (const value of [0, 0x7f, 0xff]) {
      const changed = bytes.slice();
      changed[at] = value;
      const zip = openZip(changed);
      if (isRefusal(zip)) continue;
      for (const entry of zip.entries) readEntry(zip, entry.name);
    }
  }
});

test.each<[string, readonly OddEntry[]]>([
  ["share a name", [PARTS[0]!, PARTS[0]!]],
  ["share a name but for case", [PARTS[0]!, { ...PARTS[0]!, name: "[CONTENT_types].xml" }]],
  ["have another name in their own header", [{ name: "a", data: "aa", localName: "c" }]],
])("an archive whose entries %s is refused", (_, entries) => {
  expect(openZip(archiveOf(entries))).toEqual(DAMAGED_FILE);
});

test("overlapping entries with agreeing names are refused", () => {
  const inner = archiveOf([{ name: "b", data: "bb", stored: true }]).subarray(0, 60);
  const bytes = archiveOf([
    { name: "a", data: inner, stored: true },
    { name: "b", data: "bb", stored: true },
  ]);
  const before = openZip(bytes);
  if (isRefusal(before)) throw new Error(before.refusal);
  // The second record is pointed at the local header that lies inside the first entry's data.
  const record = before.entries[1]!.directory;
  const offset = before.entries[0]!.dataStart;
  bytes[record.offsetField] = offset;
  bytes[record.offsetField + 1] = 0;
  expect(openZip(bytes)).toEqual(DAMAGED_FILE);
});

const altered = (entries: readonly OddEntry[], at: number, value: number) => {
  const bytes = archiveOf(entries);
  bytes[at < 0 ? bytes.length + at : at] = value;
  return openZip(bytes);
};

test("an archive of several files, or of another count of entries, is refused", () => {
  expect(altered(PARTS, -18, 1)).toEqual(DAMAGED_FILE);
  expect(altered(PARTS, -12, 2)).toEqual(DAMAGED_FILE);
  expect(isRefusal(altered(PARTS, -12, 3))).toBe(false);
});

test("a full record without zip64 field, or with one that is too short, is refused", () => {
  const entries: readonly OddEntry[] = [{ name: "a", data: "a", zip64: true }];
  const field = opened(entries).entries[0]!.directory.start + 46 + 1;
  // Its kind, then its length: two of the three numbers.
  expect(altered(entries, field, 9)).toEqual(DAMAGED_FILE);
  expect(altered(entries, field + 2, 16)).toEqual(DAMAGED_FILE);
  expect(isRefusal(altered(entries, field + 2, 24))).toBe(false);
});

test("encrypted entries are refused", () => {
  expect(openZip(archiveOf([{ name: "a", data: "a", flags: 1 }]))).toEqual(ENCRYPTED_ARCHIVE);
});

test("what is no archive is refused as such", () => {
  for (const text of ["", "P", "<html></html>", "a,b\n1,2\n", "\0".repeat(100)]) {
    expect(openZip(bytesOf(text))).toEqual(NOT_A_WORKBOOK);
  }
});

test("an entry that claims a thousand times its packed size is refused", () => {
  const zeros = new Uint8Array(20 * 2 ** 20);
  expect(openZip(archiveOf([{ name: "bomb", data: zeros }]))).toEqual(TOO_LARGE);
});

test("entries that together claim more than the limit are refused", () => {
  // 3 MB of packed noise each, so that the ratio is not what refuses them.
  const entries = [1, 2, 3].map((k) => ({
    name: `part${k}`,
    data: new Uint8Array(10_000_000).fill(k, 0, 1),
    stored: false,
    claim: { size: 9 * 2 ** 20 },
  }));
  expect(isRefusal(openZip(archiveOf(entries)))).toBe(false);
  const huge = entries.map((entry) => ({ ...entry, zip64: true, claim: { size: 800_000_000 } }));
  expect(openZip(archiveOf(huge))).toEqual(TOO_LARGE);
});
