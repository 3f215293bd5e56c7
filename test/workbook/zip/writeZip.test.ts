import * as fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { isRefusal, OUTPUT_TOO_LARGE, type Refusal } from "../../../workbook/refusals.ts";
import { openZip } from "../../../workbook/zip/openZip.ts";
import { readEntry } from "../../../workbook/zip/readEntry.ts";
import { createZip, writeZip } from "../../../workbook/zip/writeZip.ts";
import type { ZipPackage } from "../../../workbook/zip/zipPackage.ts";
import { archiveOf, bytesOf, type OddEntry } from "./archive.ts";

const sure = <T>(value: T | Refusal): T => {
  if (isRefusal(value)) throw new Error(value.refusal);
  return value;
};
const written = (
  zip: ZipPackage,
  changes: ReadonlyMap<string, Uint8Array | "remove">,
): ZipPackage => sure(openZip(sure(writeZip(zip, changes))));
const rawEntries = (zip: ZipPackage): readonly (readonly [string, Uint8Array])[] =>
  zip.entries.map(({ name, start, end }) => [name, zip.bytes.slice(start, end)] as const);
const names = (zip: ZipPackage) => zip.entries.map(({ name }) => name);
const textOf = (zip: ZipPackage, name: string) => strFromU8(sure(readEntry(zip, name)));

const oddEntry = (name: string): fc.Arbitrary<OddEntry> =>
  fc
    .record({
      data: fc.uint8Array({ maxLength: 300 }),
      stored: fc.boolean(),
      zip64: fc.boolean(),
      descriptor: fc.constantFrom("signed", "bare", "wide", undefined),
    })
    .map(({ descriptor, ...entry }) =>
      descriptor === undefined ? { name, ...entry } : { name, ...entry, descriptor },
    );
const oddArchive = fc
  .uniqueArray(fc.constantFrom("a", "b", "xl/c.xml", "d é", "e/f/g", "h"), { minLength: 1 })
  .chain((chosen) => fc.tuple(...chosen.map(oddEntry)));

test("without changes every entry keeps its bytes, its order and its record", () => {
  fc.assert(
    fc.property(oddArchive, fc.constantFrom("", "junk"), (entries, junk) => {
      const original = sure(openZip(archiveOf(entries, { junk, comment: "kept" })));
      const copy = written(original, new Map());
      expect(rawEntries(copy)).toEqual(rawEntries(original));
      expect(strFromU8(copy.comment)).toBe("kept");
      const facts = (zip: ZipPackage) =>
        zip.entries.map(({ crc, size, compressedSize, flags, method }) => ({
          crc,
          size,
          compressedSize,
          flags,
          method,
        }));
      expect(facts(copy)).toEqual(facts(original));
    }),
  );
});

test("an archive without oddities is copied to the very same bytes", () => {
  const bytes = archiveOf(
    [
      { name: "a", data: "aaa" },
      { name: "b", data: "b", stored: true },
    ],
    { comment: "c" },
  );
  expect(sure(writeZip(sure(openZip(bytes)), new Map()))).toEqual(bytes);
});

test("one changed part leaves all others as stored, in their places", () => {
  fc.assert(
    fc.property(oddArchive, fc.nat(), fc.uint8Array(), (entries, pick, data) => {
      const original = sure(openZip(archiveOf(entries)));
      const changed = names(original)[pick % entries.length]!;
      const copy = written(original, new Map([[changed, data]]));
      expect(names(copy)).toEqual(names(original));
      expect(readEntry(copy, changed)).toEqual(data);
      const untouched = (zip: ZipPackage) => rawEntries(zip).filter(([name]) => name !== changed);
      expect(untouched(copy)).toEqual(untouched(original));
    }),
  );
});

test("parts are removed, new parts follow the last, in the order of the changes", () => {
  const original = sure(
    openZip(
      archiveOf([
        { name: "a", data: "1" },
        { name: "b", data: "2" },
        { name: "c", data: "3" },
      ]),
    ),
  );
  const changes = new Map<string, Uint8Array | "remove">([
    ["z", bytesOf("new")],
    ["b", "remove"],
    ["absent", "remove"],
    ["é", bytesOf("accent")],
  ]);
  const copy = written(original, changes);
  expect(names(copy)).toEqual(["a", "c", "z", "é"]);
  expect(textOf(copy, "é")).toBe("accent");
});

test("a part is replaced under the name that it has, whatever the case of the change", () => {
  const original = sure(openZip(archiveOf([{ name: "xl/Workbook.xml", data: "old" }])));
  const copy = written(original, new Map([["/xl/workbook.xml", bytesOf("new")]]));
  expect(names(copy)).toEqual(["xl/Workbook.xml"]);
  expect(textOf(copy, "xl/Workbook.xml")).toBe("new");
});

test("the original bytes stay as they were", () => {
  const bytes = archiveOf([{ name: "a", data: "aaa", zip64: true }]);
  const before = bytes.slice();
  written(sure(openZip(bytes)), new Map([["b", bytesOf("b")]]));
  expect(bytes).toEqual(before);
});

test("a fresh archive reads back by another reader, and is the same each time", () => {
  const parts = new Map([
    ["[Content_Types].xml", bytesOf("<Types/>".repeat(100))],
    ["empty", new Uint8Array(0)],
    ["é.bin", bytesOf("x")],
  ]);
  const bytes = sure(createZip(parts));
  expect(Object.entries(unzipSync(bytes))).toEqual([...parts]);
  expect(sure(createZip(parts))).toEqual(bytes);
});

test("repetitive parts are deflated, incompressible and empty ones are stored", () => {
  const zip = sure(
    openZip(
      sure(
        createZip(
          new Map([
            ["text", bytesOf("abc".repeat(1000))],
            ["short", bytesOf("x")],
            ["empty", new Uint8Array(0)],
          ]),
        ),
      ),
    ),
  );
  expect(zip.entries.map(({ method }) => method)).toEqual([8, 0, 0]);
  expect(zip.entries[0]!.compressedSize).toBeLessThan(100);
});

test("a host's own deflate is used", () => {
  let calls = 0;
  const deflate = (bytes: Uint8Array) => {
    calls++;
    return bytes;
  };
  sure(createZip(new Map([["a", bytesOf("aaa")]]), { deflate }));
  expect(calls).toBe(1);
});

test("more parts than the plain format can count are refused", () => {
  const nothing = new Uint8Array(0);
  const parts = (count: number) =>
    new Map(Array.from({ length: count }, (_, k) => [`p${k}`, nothing]));
  expect(isRefusal(createZip(parts(65_534)))).toBe(false);
  expect(createZip(parts(65_535))).toEqual(OUTPUT_TOO_LARGE);
});
