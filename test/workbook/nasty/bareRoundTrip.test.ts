import { describe, expect, test } from "vitest";

import { insertTabs, isRefusal } from "../../../workbook/index.ts";
import {
  describeWithLibreOffice,
  OFFICE_MILLISECONDS,
  recalculated,
} from "../../support/libreOffice.ts";
import { differingParts, packageParts } from "../../support/packageParts.ts";
import { BARE_VARIANTS, bareWorkbook } from "./bareWorkbook.ts";
import { sheetsOf } from "./cachedFormulas.ts";
import { disagreements } from "./disagreements.ts";
import { packageFaults } from "./packageFaults.ts";
import { TEST_TABS } from "./testTabs.ts";

const NAMES = ["Transactions", ...TEST_TABS.map(({ name }) => name)];

describe.each(BARE_VARIANTS)("tabs put into a bare workbook $name", (variant) => {
  const before = bareWorkbook(variant);
  const after = inserted(before);

  test("the package is whole, and the user's sheet is the same", () => {
    expect(packageFaults(before)).toEqual([]);
    expect(packageFaults(after)).toEqual([]);
    const { gone, changed } = differingParts(packageParts(before), packageParts(after));
    expect(gone).toEqual([]);
    expect(changed).not.toContain("xl/worksheets/data.xml");
    expect(sheetsOf(after).map(({ name }) => name)).toEqual(NAMES);
  });

  test("a second run finds its tabs again", () => {
    const again = inserted(after);
    expect(packageFaults(again)).toEqual([]);
    expect(sheetsOf(again).map(({ name }) => name)).toEqual(NAMES);
    expect(packageParts(again).size).toBe(packageParts(after).size);
  });
});

describeWithLibreOffice("LibreOffice and bare workbooks with tabs", () => {
  test(
    "every sheet is there and every formula has its value",
    async () => {
      const files = BARE_VARIANTS.map((variant) => inserted(bareWorkbook(variant)));
      const opened = await recalculated(files.map((bytes) => ({ bytes, extension: "xlsx" })));
      files.forEach((file, index) => {
        expect(opened[index]!.sheets.map(({ name }) => name)).toEqual(NAMES);
        expect(disagreements(file, opened[index]!)).toEqual([]);
      });
    },
    OFFICE_MILLISECONDS,
  );
});

function inserted(bytes: Uint8Array): Uint8Array {
  const result = insertTabs({ bytes, tabs: TEST_TABS, sourceSheet: "Transactions" });
  if (isRefusal(result)) throw new Error(result.refusal);
  return result;
}
