import { strToU8 } from "fflate";
import { expect, test } from "vitest";
import { crc32 } from "../../../workbook/zip/crc32.ts";

test("the checksum of the nine digits is the published check value", () => {
  expect(crc32(strToU8("123456789"))).toBe(0xcbf43926);
});

test("every length has its checksum, whole words or not", () => {
  expect(crc32(new Uint8Array(0))).toBe(0);
  expect(crc32(strToU8("a"))).toBe(0xe8b7be43);
  expect(crc32(strToU8("abc"))).toBe(0x352441c2);
  expect(crc32(strToU8("abcd"))).toBe(0xed82cd11);
  expect(crc32(strToU8("The quick brown fox jumps over the lazy dog"))).toBe(0x414fa339);
});
