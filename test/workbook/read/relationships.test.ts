import { expect, test } from "vitest";
import { relationshipsPart, resolveTarget } from "../../../workbook/read/relationships.ts";

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
