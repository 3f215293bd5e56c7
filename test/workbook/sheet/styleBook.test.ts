import { describe, expect, test } from "vitest";
import { isRefusal } from "../../../workbook/refusals.ts";
import { newStylesheet, openStyles, type StyleBook } from "../../../workbook/sheet/styleBook.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

function opened(text: string): StyleBook {
  const book = openStyles(text, "xl/styles.xml");
  if (isRefusal(book)) throw new Error(book.refusal);
  return book;
}

const USER =
  `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="170" formatCode="0.0&quot;x&quot;"/></numFmts>` +
  '<fonts count="1"><font><sz val="10"/><name val="Arial"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="170" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  "</styleSheet>";

describe("looks are appended behind the user's own", () => {
  test("every list grows by what is new, and counts follow", () => {
    const book = opened(USER);
    expect(book.styleOf({ numberFormat: "yyyy-mm-dd", font: { bold: true }, fill: "112233" })).toBe(
      2,
    );
    expect(book.overlayOf({ color: "C00000" })).toBe(0);
    expect(book.text()).toBe(
      USER.replace('numFmts count="1"', 'numFmts count="2"')
        .replace("</numFmts>", '<numFmt numFmtId="171" formatCode="yyyy-mm-dd"/></numFmts>')
        .replace('fonts count="1"', 'fonts count="2"')
        .replace("</fonts>", '<font><b/><sz val="10"/><name val="Arial"/></font></fonts>')
        .replace('fills count="2"', 'fills count="3"')
        .replace(
          "</fills>",
          '<fill><patternFill patternType="solid"><fgColor rgb="FF112233"/><bgColor indexed="64"/></patternFill></fill></fills>',
        )
        .replace('cellXfs count="2"', 'cellXfs count="3"')
        .replace(
          "</cellXfs>",
          '<xf numFmtId="171" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"/></cellXfs>' +
            '<dxfs count="1"><dxf><font><color rgb="FFC00000"/></font></dxf></dxfs>',
        ),
    );
  });

  test("a look that is there is used again: a second run adds nothing", () => {
    const look = { numberFormat: "yyyy-mm-dd", font: { italic: true }, wrap: true } as const;
    const first = opened(USER);
    const style = first.styleOf(look);
    const overlay = first.overlayOf({ fill: "FFFFCC" });
    const text = first.text() as string;
    const second = opened(text);
    expect([second.styleOf(look), second.overlayOf({ fill: "FFFFCC" })]).toEqual([style, overlay]);
    expect(second.text()).toBe(text);
  });

  test("built-in and known number formats keep their numbers", () => {
    const book = opened(USER);
    book.styleOf({ numberFormat: "#,##0.00" });
    book.styleOf({ numberFormat: '0.0"x"' });
    const text = book.text() as string;
    expect(text).toContain('numFmts count="1"');
    expect(text).toContain('<xf numFmtId="4" fontId="0"');
    expect(text.match(/<xf numFmtId="170"/g)).toHaveLength(2);
  });
});

test("lists that are missing come in the order of the schema, with Excel's first entries", () => {
  const book = opened(
    `<x:styleSheet xmlns:x="${MAIN}"><x:cellStyles count="0"/><x:colors/></x:styleSheet>`,
  );
  expect(book.styleOf({ numberFormat: "0.000", top: { style: "thin", color: "000000" } })).toBe(1);
  book.overlayOf({ bold: true });
  const names = [...(book.text() as string).matchAll(/<x:(\w+)(?: count="(\d+)")?/g)]
    .map(([, name, count]) => `${name ?? ""} ${count ?? ""}`.trim())
    .filter((name) => /^(numFmts|fonts|fills|borders|cellXfs|cellStyles|dxfs|colors)/.test(name));
  expect(names).toEqual([
    "numFmts 1",
    "fonts 1",
    "fills 2",
    "borders 2",
    "cellXfs 2",
    "cellStyles 0",
    "dxfs 1",
    "colors",
  ]);
});

test("an empty stylesheet element opens to take everything", () => {
  const book = opened(`<styleSheet xmlns="${MAIN}"/>`);
  expect(book.styleOf({ fill: "FFFFFF" })).toBe(1);
  expect(book.text()).toMatch(/<cellXfs count="2">.*<\/cellXfs><\/styleSheet>$/);
});

test("a new stylesheet has what Excel expects and takes looks", () => {
  const book = opened(newStylesheet(MAIN));
  expect(book.styleOf({ wrap: true })).toBe(1);
  expect(book.text()).toContain('<alignment wrapText="1"/></xf></cellXfs><cellStyles');
});

test("more cell formats than Excel opens are refused", () => {
  const full = USER.replace(
    '<cellXfs count="2">',
    `<cellXfs count="65490">${'<xf numFmtId="1"/>'.repeat(65488)}`,
  );
  const book = opened(full);
  book.styleOf({ wrap: true });
  expect(isRefusal(book.text())).toBe(true);
});
