import { beforeAll, expect, test } from "vitest";

import { editCells, insertTabs, isRefusal, type Refusal } from "../../../workbook/index.ts";
import {
  describeWithLibreOffice,
  OFFICE_MILLISECONDS,
  recalculated,
  type Recalculated,
} from "../../support/libreOffice.ts";
import { sheetsOf } from "./cachedFormulas.ts";
import { disagreements } from "./disagreements.ts";
import { COMPUTED_ANEW, NASTY_EDITS } from "./nastyEdits.ts";
import { NASTY_VARIANTS, nastyWorkbook } from "./nastyWorkbook.ts";
import { TEST_TABS } from "./testTabs.ts";

const files = NASTY_VARIANTS.flatMap((variant) => {
  const cells = sure(editCells(nastyWorkbook(variant), NASTY_EDITS));
  const tabs = sure(insertTabs({ bytes: cells, tabs: TEST_TABS, sourceSheet: "Transactions" }));
  const { name, extension } = variant;
  return [
    { name, extension, what: "with edited cells", bytes: cells },
    { name, extension, what: "with edited cells and tabs", bytes: tabs },
  ];
});

describeWithLibreOffice("LibreOffice and the nasty workbook after edits", () => {
  let opened: readonly Recalculated[];
  beforeAll(async () => {
    opened = await recalculated(files);
  }, OFFICE_MILLISECONDS);

  test.each(files.map((file, at) => ({ ...file, at })))(
    "$name, $what: every formula has its value but the one that reads an edited cell",
    ({ bytes, at }) => {
      const { sheets, cells } = opened[at]!;
      expect(sheets.map(({ name }) => name)).toEqual(sheetsOf(bytes).map(({ name }) => name));
      expect(disagreements(bytes, opened[at]!)).toEqual(COMPUTED_ANEW);
      // The shared formula goes on in the cells below the one that was written over.
      const shared = cells.filter(
        ({ sheet, cell }) => sheet === "Dashboard" && cell.startsWith("E"),
      );
      expect(shared.map(({ cell, formula }) => `${cell} ${formula}`)).toEqual([
        "E5 =D5/SUM(D$4:D$7)",
        "E6 =D6/SUM(D$4:D$7)",
        "E7 =D7/SUM(D$4:D$7)",
      ]);
    },
  );
});

function sure(result: Uint8Array | Refusal): Uint8Array {
  if (isRefusal(result)) throw new Error(result.refusal);
  return result;
}
