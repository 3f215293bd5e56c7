import { describe, expect, test } from "vitest";
import { dialectOf } from "../../../workbook/insert/dialect.ts";
import {
  nameEdits,
  recalculationEdits,
  sheetEdits,
} from "../../../workbook/insert/workbookEdits.ts";
import { isRefusal } from "../../../workbook/refusals.ts";
import { childOf, parseXml, type XmlElement } from "../../../workbook/xml/element.ts";
import { splice, type Edit } from "../../../workbook/xml/splice.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function edited(text: string, edits: (root: XmlElement) => readonly Edit[]): string {
  const root = parseXml(text, "xl/workbook.xml");
  if (isRefusal(root)) throw new Error(root.refusal);
  return splice(text, edits(root));
}

describe("a sheet is added behind the last one", () => {
  const added = [{ name: 'A & "B"', relationshipId: "rId9" }];
  const add = (text: string): string =>
    edited(text, (root) => sheetEdits(childOf(root, "sheets")!, added, dialectOf(MAIN)));

  test("with the prefixes that the file uses", () => {
    expect(
      add(
        `<x:workbook xmlns:x="${MAIN}" xmlns:rel="${LINKS}"><x:sheets><x:sheet name="S" sheetId="7" rel:id="rId1"/></x:sheets></x:workbook>`,
      ),
    ).toContain(
      '<x:sheet name="S" sheetId="7" rel:id="rId1"/><x:sheet name="A &amp; &quot;B&quot;" sheetId="8" rel:id="rId9"/></x:sheets>',
    );
  });

  test("with a declaration of its own where each sheet declares the prefix itself", () => {
    expect(
      add(
        `<workbook xmlns="${MAIN}"><sheets><sheet xmlns:r="${LINKS}" name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
    ).toContain(`sheetId="2" xmlns:r="${LINKS}" r:id="rId9"/></sheets>`);
  });

  test("with the smallest free number where the largest is taken", () => {
    expect(
      add(
        `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets><sheet name="S" sheetId="1" r:id="a"/><sheet name="T" sheetId="65534" r:id="b"/></sheets></workbook>`,
      ),
    ).toContain('sheetId="2" r:id="rId9"/>');
  });
});

describe("names of sheets", () => {
  const mark = { name: "_tlh_tab", place: 2, refersTo: '"k"', hidden: true };
  const titles = { name: "_xlnm.Print_Titles", place: 2, refersTo: "'A & B'!$4:$4", hidden: false };
  const ours =
    '<definedName name="_tlh_tab" localSheetId="2" hidden="1">&quot;k&quot;</definedName>';
  const add = (text: string): string => edited(text, (root) => nameEdits(root, [titles, mark]));

  test("stand in the order of the alphabet among the user's", () => {
    expect(
      add(
        `<workbook xmlns="${MAIN}"><sheets/><definedNames><definedName name="Zeta">1</definedName></definedNames></workbook>`,
      ),
    ).toBe(
      `<workbook xmlns="${MAIN}"><sheets/><definedNames>${ours}<definedName name="_xlnm.Print_Titles" localSheetId="2">'A &amp; B'!$4:$4</definedName><definedName name="Zeta">1</definedName></definedNames></workbook>`,
    );
  });

  test("get their new value in place", () => {
    const before = `<workbook xmlns="${MAIN}"><sheets/><definedNames><definedName name="_TLH_tab" localSheetId="2">old</definedName><definedName name="_tlh_tab" localSheetId="1">other</definedName><definedName name="_xlnm.Print_Titles" localSheetId="2"/></definedNames></workbook>`;
    expect(add(before)).toBe(
      `<workbook xmlns="${MAIN}"><sheets/><definedNames>${ours}<definedName name="_tlh_tab" localSheetId="1">other</definedName><definedName name="_xlnm.Print_Titles" localSheetId="2">'A &amp; B'!$4:$4</definedName></definedNames></workbook>`,
    );
  });

  test("come behind external references where there are none yet", () => {
    expect(
      add(
        `<x:workbook xmlns:x="${MAIN}"><x:sheets/><x:externalReferences/><x:calcPr/></x:workbook>`,
      ),
    ).toMatch(
      /<x:externalReferences\/><x:definedNames><x:definedName .*<\/x:definedNames><x:calcPr\/>/,
    );
  });

  test("fill an empty list", () => {
    expect(
      add(`<workbook xmlns="${MAIN}"><sheets/><definedNames/></workbook>`).match(/definedNames/g),
    ).toHaveLength(2);
  });
});

test.each([
  ["<sheets/><calcPr calcId='1'/>", "<sheets/><calcPr fullCalcOnLoad=\"1\" calcId='1'/>"],
  ['<sheets/><calcPr fullCalcOnLoad="0"/>', '<sheets/><calcPr fullCalcOnLoad="1"/>'],
  ['<sheets/><calcPr fullCalcOnLoad="true"/>', '<sheets/><calcPr fullCalcOnLoad="true"/>'],
  [
    "<sheets/><definedNames/><extLst/>",
    '<sheets/><definedNames/><calcPr fullCalcOnLoad="1"/><extLst/>',
  ],
])("Excel is told to compute on opening: %s", (before, after) => {
  expect(edited(`<workbook>${before}</workbook>`, recalculationEdits)).toBe(
    `<workbook>${after}</workbook>`,
  );
});
