import { expect, test } from "vitest";
import {
  readRelationships,
  relationshipsPart,
  resolveTarget,
} from "../../../workbook/read/relationships.ts";
import { openBook, rels } from "./book.ts";

test("the relationships of a part lie beside it", () => {
  expect(relationshipsPart("")).toBe("_rels/.rels");
  expect(relationshipsPart("xl/workbook.xml")).toBe("xl/_rels/workbook.xml.rels");
  expect(relationshipsPart("book.xml")).toBe("_rels/book.xml.rels");
});

test("a target is seen from the folder of its part, or from the root", () => {
  expect(resolveTarget("xl/workbook.xml", "worksheets/sheet1.xml")).toBe(
    "xl/worksheets/sheet1.xml",
  );
  expect(resolveTarget("xl/worksheets/sheet1.xml", "../tables/./t.xml")).toBe("xl/tables/t.xml");
  expect(resolveTarget("xl/workbook.xml", "/xl/a.xml")).toBe("xl/a.xml");
  expect(resolveTarget("", "xl/workbook.xml")).toBe("xl/workbook.xml");
  expect(resolveTarget("xl/workbook.xml", "../../../a.xml")).toBe("a.xml");
});

test("a link out of the file keeps its address, a link inside becomes a part's name", () => {
  const book = openBook({
    "xl/_rels/workbook.xml.rels": rels(
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "http://purl.oclc.org/ooxml/x/externalLinkPath", "file:///a/b.xlsx", "External"],
    ),
  });
  expect(readRelationships(book.package, "xl/workbook.xml")).toEqual([
    { id: "rId1", type: "worksheet", target: "xl/worksheets/sheet1.xml", external: false },
    { id: "rId2", type: "externalLinkPath", target: "file:///a/b.xlsx", external: true },
  ]);
  expect(readRelationships(book.package, "xl/worksheets/sheet1.xml")).toEqual([]);
});
