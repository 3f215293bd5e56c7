import { Deflate } from "fflate";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  damagedPart,
  DAMAGED_FILE,
  isRefusal,
  missingPart,
  TOO_LARGE,
} from "../../../workbook/refusals.ts";
import { openZip } from "../../../workbook/zip/openZip.ts";
import { readEntry } from "../../../workbook/zip/readEntry.ts";
import { archiveOf, type OddEntry } from "./archive.ts";

const read = (entry: OddEntry) => {
  const zip = openZip(archiveOf([entry]));
  return isRefusal(zip) ? zip : readEntry(zip, entry.name);
};
const TEXT = "to be or not to be ".repeat(50);

test("any bytes come back as they were packed", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), fc.boolean(), (data, stored) => {
      expect(read({ name: "a", data, stored })).toEqual(data);
    }),
  );
});

test("a part larger than one step of unpacking comes back whole", () => {
  const data = new Uint8Array(400_000);
  let state = 1;
  for (let at = 0; at < data.length; at++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    data[at] = state >>> 24;
  }
  expect(read({ name: "noise", data })).toEqual(data);
});

test("a stored part is a copy, not a view of the file", () => {
  const zip = openZip(archiveOf([{ name: "a", data: "aaa", stored: true }]));
  if (isRefusal(zip)) throw new Error(zip.refusal);
  const part = readEntry(zip, "a") as Uint8Array;
  part[0] = 0;
  expect((readEntry(zip, "a") as Uint8Array)[0]).toBe(0x61);
});

test("a name that is not there is refused by name", () => {
  const zip = openZip(archiveOf([{ name: "a", data: "a" }]));
  if (isRefusal(zip)) throw new Error(zip.refusal);
  expect(readEntry(zip, "xl/b.xml")).toEqual(missingPart("xl/b.xml"));
});

test.each<[string, OddEntry]>([
  ["a wrong checksum", { name: "a", data: TEXT, claim: { crc: 1 } }],
  ["a wrong checksum, stored", { name: "a", data: TEXT, stored: true, claim: { crc: 1 } }],
  ["more bytes than claimed", { name: "a", data: TEXT, claim: { size: TEXT.length - 1 } }],
  ["fewer bytes than claimed", { name: "a", data: TEXT, claim: { size: TEXT.length + 1 } }],
  ["a stored size that differs", { name: "a", data: TEXT, stored: true, claim: { size: 7 } }],
  ["another method", { name: "a", data: TEXT, method: 12 }],
  ["data that are not deflated", { name: "a", data: TEXT, stored: true, method: 8 }],
])("an entry with %s is refused", (_, entry) => {
  expect(read(entry)).toEqual(damagedPart("a"));
});

test("a claim beyond what deflate can do is refused before anything is unpacked", () => {
  expect(read({ name: "a", data: TEXT, claim: { size: 9_000_000 } })).toEqual(DAMAGED_FILE);
});

test("a bomb that claims to be small is given up as soon as it passes its claim", () => {
  // Never-ending blocks of zeros, 6.4 GB in all: unpacking them would take far longer than this.
  const blocks: Uint8Array[] = [];
  const deflater = new Deflate((block) => blocks.push(block));
  deflater.push(new Uint8Array(64_000_000));
  deflater.flush();
  const one = Buffer.concat(blocks);
  const bomb = Buffer.concat(Array.from({ length: 100 }, () => one));
  expect(read({ name: "a", data: bomb, stored: true, method: 8, claim: { size: 100 } })).toEqual(
    damagedPart("a"),
  );
}, 5000);

test("a part that fits no text is refused by its claim", () => {
  const entry = { name: "a", data: new Uint8Array(3_000_000), zip64: true, stored: true };
  expect(read({ ...entry, claim: { size: 600_000_000 } })).toEqual(TOO_LARGE);
});
