import { expect, test } from "vitest";
import { decodeText } from "../../../workbook/read/decodeText.ts";

const decode = (...bytes: readonly number[]) => decodeText(new Uint8Array(bytes));

test("bytes that make sense as UTF-8 are UTF-8", () => {
  expect(decode(0x61, 0xc3, 0xa9, 0xe2, 0x82, 0xac)).toBe("aé€");
  expect(decode(0xef, 0xbb, 0xbf, 0x61)).toBe("a");
});

test("bytes that make none are Windows-1252", () => {
  expect(decode(0xe9, 0x80, 0x8e, 0x9f, 0x81, 0xa0)).toBe("é€\u017D\u0178\u0081\u00A0");
});

test("UTF-16 of either order is known by its mark, an odd last byte is left out", () => {
  expect(decode(0xff, 0xfe, 0xac, 0x20, 0x61, 0x00)).toBe("€a");
  expect(decode(0xfe, 0xff, 0x20, 0xac, 0x00, 0x61, 0x00)).toBe("€a");
});
