import { beforeAll, expect, test } from "vitest";

import { insertTabs, isRefusal } from "../../../workbook/index.ts";
import {
  describeWithLibreOffice,
  OFFICE_MILLISECONDS,
  recalculated,
  type Recalculated,
} from "../../support/libreOffice.ts";
import { SHEETS } from "./bookParts.ts";
import { sheetsOf } from "./cachedFormulas.ts";
import { disagreements } from "./disagreements.ts";
import { NASTY_VARIANTS, nastyWorkbook } from "./nastyWorkbook.ts";
import { TEST_TABS } from "./testTabs.ts";

const files = NASTY_VARIANTS.map((variant) => ({
  variant,
  once: inserted(nastyWorkbook(variant)),
  twice: inserted(inserted(nastyWorkbook(variant))),
}));

describeWithLibreOffice("LibreOffice and the nasty workbook with tabs", () => {
  let opened: readonly Recalculated[];
  beforeAll(async () => {
    opened = await recalculated(
      files.flatMap(({ variant: { extension }, once, twice }) => [
        { bytes: once, extension },
        { bytes: twice, extension },
      ]),
    );
  }, OFFICE_MILLISECONDS);

  test.each(
    files.flatMap(({ variant, once, twice }, index) => [
      { name: variant.name, run: "a first run", file: once, at: 2 * index },
      { name: variant.name, run: "a second run", file: twice, at: 2 * index + 1 },
    ]),
  )("$name, after $run: every sheet is there and every formula has its value", ({ file, at }) => {
    const { sheets } = opened[at]!;
    expect(sheets.map(({ name }) => name)).toEqual(sheetsOf(file).map(({ name }) => name));
    expect(sheets.map(({ charts }) => charts)).toEqual([1, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0]);
    expect(sheets.slice(SHEETS.length).every(({ isVisible }) => isVisible)).toBe(true);
    expect(disagreements(file, opened[at]!)).toEqual([]);
  });
});

function inserted(bytes: Uint8Array): Uint8Array {
  const result = insertTabs({ bytes, tabs: TEST_TABS, sourceSheet: "Transactions" });
  if (isRefusal(result)) throw new Error(result.refusal);
  return result;
}
