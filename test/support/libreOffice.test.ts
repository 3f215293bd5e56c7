import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";

import { NASTY_VARIANTS, nastyWorkbook } from "../workbook/nasty/nastyWorkbook.ts";
import { disagreements } from "../workbook/nasty/disagreements.ts";
import { convertTo, describeWithLibreOffice, recalculated } from "./libreOffice.ts";

const file = nastyWorkbook(NASTY_VARIANTS[0]!);

describeWithLibreOffice("LibreOffice as a checker", () => {
  test("finds planted totals that are wrong by a cent", async () => {
    const wrong = replaced(file, "xl/worksheets/sheet12.xml", "<v>110.5</v>", "<v>110.51</v>");
    const [opened] = await recalculated([{ bytes: wrong, extension: "xlsx" }]);
    expect(disagreements(wrong, opened!)).toEqual([
      "Summary by FIFO!A2: SUM(Transactions!D2:D4) is 110.51, computed 110.5",
    ]);
  });

  test("refuses what is no workbook", async () => {
    await expect(
      recalculated([{ bytes: file.subarray(0, 900), extension: "xlsx" }]),
    ).rejects.toThrow("LibreOffice did not open");
  });

  test("converts to a format that can be looked at", async () => {
    const pdf = await convertTo({ bytes: file, extension: "xlsx" }, "pdf");
    expect(strFromU8(pdf.subarray(0, 5))).toBe("%PDF-");
  });
});

function replaced(bytes: Uint8Array, part: string, found: string, put: string): Uint8Array {
  const parts = unzipSync(bytes);
  const text = strFromU8(parts[part]!);
  expect(text).toContain(found);
  return zipSync({ ...parts, [part]: strToU8(text.replace(found, put)) });
}
