import { strToU8 } from "fflate";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isUtf8, textOfUtf8 } from "../../../workbook/zip/utf8.ts";

test("the encoding of any text is well-formed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(isUtf8(new TextEncoder().encode(text))).toBe(true);
    }),
  );
});

test("any bytes are well-formed exactly when a strict decoder takes them", () => {
  const strict = new TextDecoder("utf-8", { fatal: true });
  const byte = fc.oneof(
    fc.integer({ min: 0x70, max: 0xff }),
    fc.constantFrom(0x80, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xe0, 0xed, 0xf0, 0xf4, 0xf5),
  );
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 5 }), (bytes) => {
      let accepted = true;
      try {
        strict.decode(new Uint8Array(bytes));
      } catch {
        accepted = false;
      }
      expect(isUtf8(new Uint8Array(bytes))).toBe(accepted);
    }),
    { numRuns: 5000 },
  );
});

test("a byte order mark is no text", () => {
  expect(textOfUtf8(strToU8("\uFEFFété"))).toBe("été");
});
