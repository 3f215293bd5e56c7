import { expect, test } from "vitest";
import {
  formulaCell,
  numberCell,
  numberText,
  rowXml,
  textCell,
} from "../../../workbook/sheet/cellXml.ts";

test("text is an inline string, whatever it begins with", () => {
  expect(textCell("A1", 3, "=1+1")).toBe(
    '<c r="A1" s="3" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>',
  );
  expect(textCell("A1", 3, "")).toBe('<c r="A1" s="3"/>');
});

test("numbers keep every digit, and what is no number leaves the cell blank", () => {
  expect(numberCell("A1", 0, 0.1 + 0.2)).toBe('<c r="A1" s="0"><v>0.30000000000000004</v></c>');
  expect(numberCell("A1", 0, NaN)).toBe('<c r="A1" s="0"/>');
  expect(numberCell("A1", 0, Infinity)).toBe('<c r="A1" s="0"/>');
  expect(numberText(-0)).toBe("0");
});

test("a formula stands beside its value, and without one when there is none", () => {
  expect(formulaCell("A1", 2, { xml: "SUM(B1:B2)", value: 4.5 })).toBe(
    '<c r="A1" s="2"><f>SUM(B1:B2)</f><v>4.5</v></c>',
  );
  expect(formulaCell("A1", 2, { xml: "B1", value: NaN })).toBe('<c r="A1" s="2"><f>B1</f></c>');
});

test("a row states its height only when it is fixed", () => {
  expect(rowXml(4, "", 30)).toBe('<row r="4" ht="30" customHeight="1"></row>');
  expect(rowXml(4, "")).toBe('<row r="4"></row>');
});
