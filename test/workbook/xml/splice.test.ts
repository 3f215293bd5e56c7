import { expect, test } from "vitest";
import { isRefusal } from "../../../workbook/refusals.ts";
import { childOf, parseXml, type XmlElement } from "../../../workbook/xml/element.ts";
import {
  appendTo,
  insertAt,
  prefixOf,
  removal,
  setAttribute,
  splice,
} from "../../../workbook/xml/splice.ts";

function parsed(text: string): XmlElement {
  const root = parseXml(text, "part");
  if (isRefusal(root)) throw new Error(root.refusal);
  return root;
}

test("edits are made wherever they are listed, and all else stays", () => {
  expect(splice("abcdef", [insertAt(4, "X"), { start: 1, end: 2, text: "" }])).toBe("acdXef");
});

test("insertions at one place keep their order", () => {
  expect(splice("ab", [insertAt(1, "1"), insertAt(1, "2"), insertAt(1, "3")])).toBe("a123b");
});

test("an element grows behind its last child, white space kept", () => {
  const text = "<a>\n <b/>\n</a>";
  expect(splice(text, [appendTo(parsed(text), "<c/>")])).toBe("<a>\n <b/>\n<c/></a>");
});

test("an empty element opens to take its first child", () => {
  const text = "<x:a k='1' />";
  expect(splice(text, [appendTo(parsed(text), "<x:b/>")])).toBe("<x:a k='1' ><x:b/></x:a>");
});

test("an attribute gets another value between its own quotes, or is added behind the name", () => {
  const text = "<x:a count='3'/>";
  expect(splice(text, [setAttribute(parsed(text), "count", "4")])).toBe("<x:a count='4'/>");
  expect(splice(text, [setAttribute(parsed(text), "b", "1")])).toBe("<x:a b=\"1\" count='3'/>");
});

test("a removed element leaves its neighbours", () => {
  const text = "<a><b>1</b><c/></a>";
  expect(splice(text, [removal(childOf(parsed(text), "b")!)])).toBe("<a><c/></a>");
});

test("a prefix comes with its colon", () => {
  expect(prefixOf(parsed("<x:a/>"))).toBe("x:");
  expect(prefixOf(parsed("<a/>"))).toBe("");
});
