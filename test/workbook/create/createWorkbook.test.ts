import { describe, expect, test } from "vitest";
import {
  createWorkbook,
  isRefusal,
  parseCsv,
  readWorkbook,
  type NewWorkbook,
} from "../../../workbook/index.ts";
import { elements, packageParts, partText } from "../../support/packageParts.ts";
import { packageFaults } from "../nasty/packageFaults.ts";

function created(workbook: NewWorkbook): Uint8Array {
  const bytes = createWorkbook(workbook);
  if (isRefusal(bytes)) throw new Error(bytes.refusal);
  return bytes;
}

function gridOf(bytes: Uint8Array, sheet: string) {
  const workbook = readWorkbook(bytes);
  if (isRefusal(workbook)) throw new Error(workbook.refusal);
  const cells = workbook.readSheet(sheet);
  if (isRefusal(cells)) throw new Error(cells.refusal);
  return cells.grid;
}

const sheetText = (bytes: Uint8Array, number = 1): string =>
  partText(packageParts(bytes), `xl/worksheets/sheet${number}.xml`);

describe("a workbook made of a CSV file", () => {
  const csv =
    "Exported 2026-11-20\nDate,Asset,Quantity,Id,Notes\n2024-01-02,BTC,100.50,0012,=1+1\n" +
    "2024-01-03,ETH,0.123456789012345678,12,\n";
  const bytes = created({ sheets: [{ name: "Transactions", grid: parseCsv(csv) }] });

  test("is a whole package", () => {
    expect(packageFaults(bytes)).toEqual([]);
  });

  test("has numbers where no digit is lost, and the text as it was everywhere else", () => {
    expect(gridOf(bytes, "Transactions")).toEqual([
      ["Exported 2026-11-20"],
      ["Date", "Asset", "Quantity", "Id", "Notes"],
      ["2024-01-02", "BTC", 100.5, "0012", "=1+1"],
      ["2024-01-03", "ETH", "0.123456789012345678", 12],
    ]);
  });

  test("shows a number with the digits that the file has", () => {
    const formats = elements(partText(packageParts(bytes), "xl/styles.xml"), "numFmt");
    expect(formats.map(({ formatCode }) => formatCode)).toEqual(["0.00"]);
  });

  test("has no formula, whatever a cell begins with", () => {
    expect(sheetText(bytes)).not.toContain("<f>");
  });

  test("freezes the titles, which stand below the preamble, and filters from there", () => {
    expect(elements(sheetText(bytes), "pane")[0]).toMatchObject({ ySplit: "2", state: "frozen" });
    expect(elements(sheetText(bytes), "autoFilter")).toEqual([{ ref: "A2:E4" }]);
    const book = partText(packageParts(bytes), "xl/workbook.xml");
    expect(book).toContain("'Transactions'!$A$2:$E$4</definedName>");
    expect(book).toContain("'Transactions'!$2:$2</definedName>");
  });

  test("is the same bytes each time", () => {
    expect(created({ sheets: [{ name: "Transactions", grid: parseCsv(csv) }] })).toEqual(bytes);
  });
});

describe("a workbook made of typed cells", () => {
  const sheets: NewWorkbook["sheets"] = [
    {
      name: "Data",
      titlesRow: 1,
      formats: [undefined, "money"],
      widths: [20],
      rows: [
        ["Day", "Amount", "Sum"],
        [{ day: 20000 }, 1234.5, { formula: 'IF(A2<1,"",B2)', value: 1234.5, format: "money" }],
        [{ serial: 45000.5, shows: "day and time" }, { error: "#N/A" }, true],
        [{ number: 0.25, format: "quantity" }, { number: 7, decimals: 1 }, "00123"],
      ],
    },
  ];

  test("keeps every cell as what it is", () => {
    expect(gridOf(created({ sheets }), "Data")).toEqual([
      ["Day", "Amount", "Sum"],
      [45569, 1234.5, 1234.5],
      [45000.5, { fault: "error", text: "#N/A" }, true],
      [0.25, 7, "00123"],
    ]);
  });

  test("counts days from 1904 where the workbook does", () => {
    const bytes = created({ sheets, dateSystem: 1904 });
    expect(gridOf(bytes, "Data")[1]?.[0]).toBe(44107);
    const workbook = readWorkbook(bytes);
    expect(workbook).toMatchObject({ dateSystem: 1904 });
  });

  test("escapes a formula and gives its value", () => {
    expect(sheetText(created({ sheets }))).toContain(
      "<f>IF(A2&lt;1,&quot;&quot;,B2)</f><v>1234.5</v>",
    );
  });
});

test("sheets get names that a workbook can have", () => {
  const bytes = created({
    sheets: [
      { name: "a/b", rows: [] },
      { name: "A B", rows: [] },
      { name: "'", rows: [] },
    ],
  });
  const workbook = readWorkbook(bytes);
  expect(isRefusal(workbook) ? [] : workbook.sheets.map(({ name }) => name)).toEqual([
    "a b",
    "A B (2)",
    "Sheet",
  ]);
});

test("a sheet wider than a worksheet is refused", () => {
  const row = Array.from({ length: 16385 }, () => "x");
  expect(isRefusal(createWorkbook({ sheets: [{ name: "S", rows: [row] }] }))).toBe(true);
});
