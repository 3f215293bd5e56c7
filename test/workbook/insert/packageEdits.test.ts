import { expect, test } from "vitest";
import {
  contentTypeEdits,
  freeRelationshipIds,
  relationshipEdits,
  relationshipsXml,
  relativeTarget,
} from "../../../workbook/insert/packageEdits.ts";
import { isRefusal } from "../../../workbook/refusals.ts";
import { parseXml, type XmlElement } from "../../../workbook/xml/element.ts";
import { splice, type Edit } from "../../../workbook/xml/splice.ts";

function parsed(text: string): XmlElement {
  const root = parseXml(text, "part");
  if (isRefusal(root)) throw new Error(root.refusal);
  return root;
}

const edited = (text: string, edits: (root: XmlElement) => readonly Edit[]): string =>
  splice(text, edits(parsed(text)));

test("new relationship ids are no one else's, whatever their case", () => {
  const root = parsed("<Relationships><Relationship Id='RIDTLH2'/></Relationships>");
  expect(freeRelationshipIds(root, 2)).toEqual(["rIdTlh1", "rIdTlh3"]);
});

test("relationships are added, and those that go are taken out", () => {
  const text =
    '<Relationships><Relationship Id="a" Target="x"/><Relationship Id="b"/></Relationships>';
  expect(
    edited(text, (root) =>
      relationshipEdits(root, [{ id: "c", type: "t", target: "y&z" }], new Set(["b"])),
    ),
  ).toBe(
    '<Relationships><Relationship Id="a" Target="x"/><Relationship Id="c" Type="t" Target="y&amp;z"/></Relationships>',
  );
});

test("content types are added once, and those of removed parts go", () => {
  const text =
    '<Types><Default Extension="RELS" ContentType="r"/><Override PartName="/xl/Kept.xml" ContentType="k"/>' +
    '<Override PartName="/xl/gone.xml" ContentType="g"/><Override PartName="/xl/other.xml" ContentType="o"/></Types>';
  const added = new Map([
    ["xl/kept.xml", "k"],
    ["xl/other.xml", "new"],
    ["xl/fresh.xml", "f"],
  ]);
  expect(
    edited(text, (root) => contentTypeEdits(root, added, new Set(["xl/gone.xml", "xl/kept.xml"]))),
  ).toBe(
    '<Types><Default Extension="RELS" ContentType="r"/><Override PartName="/xl/Kept.xml" ContentType="k"/>' +
      '<Override PartName="/xl/other.xml" ContentType="new"/><Override PartName="/xl/fresh.xml" ContentType="f"/></Types>',
  );
});

test("relationship files get a type where the package states none", () => {
  expect(edited("<Types/>", (root) => contentTypeEdits(root, new Map(), new Set()))).toContain(
    'Extension="rels"',
  );
});

test.each([
  ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "worksheets/sheet1.xml"],
  ["xl/worksheets/sheet1.xml", "xl/drawings/drawing1.xml", "../drawings/drawing1.xml"],
  ["workbook.xml", "worksheets/sheet1.xml", "worksheets/sheet1.xml"],
  ["a/b/c.xml", "d/e.xml", "../../d/e.xml"],
])("from %s the part %s is %s", (from, to, target) => {
  expect(relativeTarget(from, to)).toBe(target);
});

test("a file of relationships holds the links given", () => {
  expect(relationshipsXml([{ id: "rId1", type: "t", target: "x.xml" }])).toMatch(
    /<Relationships xmlns="[^"]+"><Relationship Id="rId1" Type="t" Target="x.xml"\/><\/Relationships>$/,
  );
});
