import { expect, test } from "vitest";

import { shiftFormula } from "../../../workbook/edit/shiftFormula.ts";

const shifted = (formula: string, rows: number, columns: number): string | undefined =>
  shiftFormula(formula, { rows, columns });

test("references without $ move along, those with $ stay", () => {
  expect(shifted("D4/SUM(D$4:D$7)", 1, 0)).toBe("D5/SUM(D$4:D$7)");
  expect(shifted("$A1+B$2+$C$3+Z9", 2, 1)).toBe("$A3+C$2+$C$3+AA11");
  expect(shifted("-B10*(b10-B$1)", -9, -1)).toBe("-A1*(A1-A$1)");
});

test("whole columns and rows move along too", () => {
  expect(shifted("SUM(A:A)+SUM($B:C)+SUM(3:$4)+SUM($5:6)", 1, 1)).toBe(
    "SUM(B:B)+SUM($B:D)+SUM(4:$4)+SUM($5:7)",
  );
});

test("references on other sheets and in other workbooks move, names of sheets do not", () => {
  expect(shifted("'A1 ''B2'!A1+Q1!B2+[1]C3!D4+'[2]E 5'!F6", 1, 1)).toBe(
    "'A1 ''B2'!B2+Q1!C3+[1]C3!E5+'[2]E 5'!G7",
  );
  expect(shifted("SUM(Q1:Q4!A1)", 1, 0)).toBe("SUM(Q1:Q4!A2)");
});

test("texts, functions, names, numbers, errors and columns of tables stay", () => {
  for (const fixed of [
    '"A1 ""B2"""',
    "LOG10(2)",
    "MyRate*2",
    "XFE1+A1048577+_A1+A1.x+A1_b+\\A1+Ä1+A1?+A0",
    "1E3+.5E3+2.5",
    "#REF!+#N/A",
    "TRUE",
    "Holdings[[#This Row],[A1]]*Holdings[B2]+T1[C3]",
    "Holdings['[A1']]+Holdings[D''4]",
    "_xlfn.LET(_xlpm.a,2,_xlpm.a*3)",
    "{1,2;3,4}",
  ]) {
    expect(shifted(fixed, 1, 1)).toBe(fixed);
  }
});

test("a reference that would leave the sheet cannot be said", () => {
  expect(shifted("A1", -1, 0)).toBeUndefined();
  expect(shifted("A1", 0, -1)).toBeUndefined();
  expect(shifted("XFD1048576", 1, 0)).toBeUndefined();
  expect(shifted("XFD1048576", 0, 1)).toBeUndefined();
  expect(shifted("SUM(A:B)", 0, -1)).toBeUndefined();
  expect(shifted("SUM(1:2)", -1, 0)).toBeUndefined();
  expect(shifted("XFD1048576", 0, 0)).toBe("XFD1048576");
});
