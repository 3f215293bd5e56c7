import { expect, test } from "vitest";
import { damagedPart, isRefusal } from "../../../workbook/refusals.ts";
import {
  attributeOf,
  childOf,
  childrenOf,
  isTrue,
  parseXml,
  relationshipIdOf,
} from "../../../workbook/xml/element.ts";

const root = (text: string) => {
  const element = parseXml(text, "p");
  if (isRefusal(element)) throw new Error(element.refusal);
  return element;
};
const TEXT = `<?xml version="1.0"?><w:book xmlns:w="urn:w" xmlns:q="http://purl.oclc.org/ooxml/officeDocument/relationships"><w:s q:id="r1" id="x">a<!-- - -->b<![CDATA[c]]></w:s><w:t/><w:s/></w:book>`;

test("children, text and attributes are found by local name", () => {
  const book = root(TEXT);
  expect(childrenOf(book, "s")).toHaveLength(2);
  expect(childOf(book, "s")?.text).toBe("abc");
  expect(childOf(book, "none")).toBeUndefined();
  expect(attributeOf(childOf(book, "s")!, "id")).toBe("x");
  expect(relationshipIdOf(childOf(book, "s")!)).toBe("r1");
  expect(relationshipIdOf(childOf(book, "t")!)).toBeUndefined();
});

test("offsets cut an element, and its content, out of the text", () => {
  const book = root(TEXT);
  const first = childOf(book, "s")!;
  expect(TEXT.slice(first.tag.start, first.end)).toBe(
    `<w:s q:id="r1" id="x">a<!-- - -->b<![CDATA[c]]></w:s>`,
  );
  expect(TEXT.slice(first.tag.end, first.contentEnd)).toBe("a<!-- - -->b<![CDATA[c]]>");
  const empty = childOf(book, "t")!;
  expect(TEXT.slice(empty.tag.start, empty.end)).toBe("<w:t/>");
  expect(TEXT.slice(book.contentEnd)).toBe("</w:book>");
});

test("what is not well-formed is refused", () => {
  expect(parseXml("<a>", "p")).toEqual(damagedPart("p"));
});

test("the truth values are those of XML Schema", () => {
  expect(["1", "true", "0", "false", "", undefined].map(isTrue)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
