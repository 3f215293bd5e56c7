import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";

import { packageFaults } from "../workbook/nasty/packageFaults.ts";
import { differingParts, illFormed, isInsertionOnly, packageParts } from "./packageParts.ts";

const TYPES =
  '<Types><Default Extension="rels" ContentType="r"/><Override PartName="/a.xml" ContentType="a"/></Types>';
const RELATIONS = '<Relationships><Relationship Id="r1" Type="t" Target="a.xml"/></Relationships>';
const whole = { "[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "a.xml": "<a/>" };

const zipOf = (texts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)])));

test.each([
  { broken: {}, faults: [] },
  { broken: { "a.xml": "<a><b></a>" }, faults: ["a.xml is not well formed at </a>"] },
  {
    broken: { "b.bin": "" },
    faults: ["b.bin has no content type", "nothing leads to b.bin"],
  },
  {
    broken: { "_rels/.rels": RELATIONS.replace("a.xml", "c.xml") },
    faults: [" r1 leads to c.xml, which is not there", "nothing leads to a.xml"],
  },
  { broken: { "a.xml": '<a r:id="r9"/>' }, faults: ["a.xml uses r9, which is not given"] },
  {
    broken: {
      "[Content_Types].xml": TYPES.replace("/>", '/><Override PartName="/d" ContentType="d"/>'),
    },
    faults: ["a content type is given to /d, which is not there"],
  },
])("a package's faults are found: $faults", ({ broken, faults }) => {
  expect(packageFaults(zipOf({ ...whole, ...broken }))).toEqual(faults);
});

test("parts that came, went and changed are told apart", () => {
  const before = packageParts(zipOf({ same: "1", gone: "2", changed: "3" }));
  const after = packageParts(zipOf({ same: "1", added: "2", changed: "4" }));
  expect(differingParts(before, after)).toEqual({
    added: ["added"],
    gone: ["gone"],
    changed: ["changed"],
  });
});

test.each([
  { after: '<a x="1"><b/>text</a>', isInsertion: true },
  { after: '<a x="1"><b></b><c y="2"/>text<d/></a>', isInsertion: true },
  { after: '<a x="2"><b/>text</a>', isInsertion: false },
  { after: '<a x="1">text<b/></a>', isInsertion: false },
  { after: '<a x="1"><b/>texts</a>', isInsertion: false },
  { after: '<a x="1"><b z="1"/>text</a>', isInsertion: false },
])("$after is an insertion: $isInsertion", ({ after, isInsertion }) => {
  expect(isInsertionOnly('<a x="1"><b/>text</a>', after)).toBe(isInsertion);
});

test.each([
  { text: '<?xml version="1.0"?><a b="1 > 0"><!-- </a> --><c/>&amp;&#10;</a>', fault: undefined },
  { text: "<a>", fault: "a left open" },
  { text: "<a>AT&T</a>", fault: "AT&T" },
  { text: "<a b=1></a>", fault: "<a b=1>" },
])("$text is ill formed at $fault", ({ text, fault }) => {
  expect(illFormed(text)).toBe(fault);
});
