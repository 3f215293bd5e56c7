import * as fc from "fast-check";
import { expect, test } from "vitest";
import { damagedPart, isRefusal } from "../../../workbook/refusals.ts";
import { decodeEntities, encodeEntities } from "../../../workbook/xml/entities.ts";
import { tokenizeXml, type XmlStartTag, type XmlToken } from "../../../workbook/xml/tokenize.ts";

const tokens = (text: string): readonly XmlToken[] => {
  const read = tokenizeXml(text, "xl/part.xml");
  if (isRefusal(read)) throw new Error(read.refusal);
  return read;
};
const tags = (text: string) =>
  tokens(text).filter((token): token is XmlStartTag => token.kind === "start");

const STYLED = `<?xml version="1.0"?>\r\n<!-- a > b --><x:a xmlns:x="urn:m" n='1 &gt; 0'>t&amp;u<b/><![CDATA[<c>&amp;]]></x:a >\n`;

test("every kind of piece becomes a token, and together they are the text without gaps", () => {
  const read = tokens(STYLED);
  expect(read.map(({ kind }) => kind)).toEqual([
    "instruction",
    "text",
    "comment",
    "start",
    "text",
    "start",
    "cdata",
    "end",
    "text",
  ]);
  expect(read.map(({ start, end }) => STYLED.slice(start, end)).join("")).toBe(STYLED);
});

test("text has its entities resolved, CDATA is taken literally", () => {
  expect(tokens(STYLED).flatMap((token) => ("text" in token ? [token.text] : []))).toEqual([
    "\n",
    "t&u",
    "<c>&amp;",
    "\n",
  ]);
});

test("an attribute gives its value and the offsets of the value as written", () => {
  const [root] = tags(STYLED);
  const attribute = root!.attributes[1]!;
  expect(attribute).toMatchObject({ name: "n", local: "n", prefix: "", value: "1 > 0" });
  expect(STYLED.slice(attribute.valueStart, attribute.valueEnd)).toBe("1 &gt; 0");
  expect(STYLED.slice(attribute.start, attribute.end)).toBe("n='1 &gt; 0'");
});

test("an attribute's offsets hold when its name occurs in the white space's neighbourhood", () => {
  const text = `<s  s = "s s"\n\ts2="s"/>`;
  const spans = tags(text)[0]!.attributes.map(({ start, end }) => text.slice(start, end));
  expect(spans).toEqual([`s = "s s"`, `s2="s"`]);
});

test("prefixes stand for namespaces, by the nearest declaration", () => {
  const text = `<a xmlns="urn:1" xmlns:r="urn:r"><b r:id="7" id="8"/><c xmlns="urn:2"><d/></c><e/></a>`;
  expect(tags(text).map(({ local, namespace }) => `${local} ${namespace}`)).toEqual([
    "a urn:1",
    "b urn:1",
    "c urn:2",
    "d urn:2",
    "e urn:1",
  ]);
  expect(tags(text)[1]!.attributes.map(({ local, namespace }) => [local, namespace])).toEqual([
    ["id", "urn:r"],
    ["id", ""],
  ]);
  expect(tags(text)[4]!.namespaces.get("r")).toBe("urn:r");
});

test("depth counts from the root", () => {
  expect(tags("<a><b><c/></b><d/></a>").map(({ name, depth }) => `${name}${depth}`)).toEqual([
    "a0",
    "b1",
    "c2",
    "d1",
  ]);
});

test.each([
  ["an unclosed element", "<a><b></a>"],
  ["an element closed too late", "<a></a></a>"],
  ["no element", "  "],
  ["two roots", "<a/><b/>"],
  ["text outside the root", "<a/>x"],
  ["a cut start tag", "<a b='1'"],
  ["a cut end tag", "<a></a"],
  ["a cut comment", "<a/><!-- "],
  ["a cut CDATA section", "<a><![CDATA[x</a>"],
  ["an unquoted attribute", "<a b=1/>"],
  ["attributes run together", `<a b="1"c="2"/>`],
  ["an attribute twice", `<a b="1" b="2"/>`],
  ["an unknown entity", "<a>&nbsp;</a>"],
  ["a lone ampersand", "<a>R&D</a>"],
  ["a less-than sign in a value", `<a b="<"/>`],
  ["a document type", `<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`],
  ["an empty name", "<a>< b/></a>"],
  ["a character that does not exist", "<a>&#x110000;</a>"],
])("XML with %s is refused by the name of the part", (_, text) => {
  expect(tokenizeXml(text, "xl/part.xml")).toEqual(damagedPart("xl/part.xml"));
});

test("more prefixes than any part has are refused: each element may copy them", () => {
  const declared = (count: number) =>
    `<a ${Array.from({ length: count }, (_, k) => `xmlns:p${k}="u"`).join(" ")}/>`;
  expect(isRefusal(tokenizeXml(declared(200), "p"))).toBe(false);
  expect(tokenizeXml(declared(300), "p")).toEqual(damagedPart("p"));
});

test("nesting beyond the limit is refused", () => {
  const nested = (depth: number) => "<a>".repeat(depth) + "</a>".repeat(depth);
  expect(isRefusal(tokenizeXml(nested(400), "p"))).toBe(false);
  expect(tokenizeXml(nested(100_000), "p")).toEqual(damagedPart("p"));
});

test("any text survives encoding, in an element and in an attribute", () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(
          "a",
          "\r",
          "\n",
          "\t",
          "\u00A0",
          "\uFEFF",
          "&",
          "<",
          ">",
          '"',
          "'",
          ";",
          "\u{1F600}",
        ),
      }),
      (text) => {
        expect(decodeEntities(encodeEntities(text))).toBe(text);
        const [root, content] = tokens(
          `<a b="${encodeEntities(text)}">${encodeEntities(text)}x</a>`,
        );
        expect((root as XmlStartTag).attributes[0]!.value).toBe(text);
        expect(content).toMatchObject({ text: `${text}x` });
      },
    ),
  );
});

test("references name characters by decimal and hexadecimal number", () => {
  expect(decodeEntities("&#65;&#x1F600;&#x0000041;&apos;")).toBe("A\u{1F600}A'");
});

test("white space in an attribute becomes spaces, a no-break space stays", () => {
  expect(tags('<a b="1\r\n2\t3\u00A04"/>')[0]!.attributes[0]!.value).toBe("1 2 3\u00A04");
});

test("line ends are read as XML reads them, a written carriage return stays", () => {
  expect(decodeEntities("a\r\nb\rc&#13;d")).toBe("a\nb\nc\rd");
});

test("arbitrary text is taken apart or refused, never anything else", () => {
  const piece = fc.constantFrom(
    "<",
    ">",
    "/",
    "a",
    "b",
    "=",
    '"',
    "'",
    " ",
    "&",
    ";",
    "!",
    "--",
    "?",
    "[CDATA[",
    "]]",
    "#",
    "xmlns",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join("");
      const read = tokenizeXml(text, "p");
      if (!isRefusal(read))
        expect(read.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
    }),
    { numRuns: 3000 },
  );
});
