import { beforeAll, describe, expect, test } from "vitest";

import {
  OFFICE_MILLISECONDS,
  recalculated,
  describeWithLibreOffice,
  type Recalculated,
} from "../../support/libreOffice.ts";
import { packageParts, partText } from "../../support/packageParts.ts";
import { ACTIVE_TAB, SHEETS } from "./bookParts.ts";
import { cachedFormulas, sheetsOf } from "./cachedFormulas.ts";
import { disagreements } from "./disagreements.ts";
import { NASTY_VARIANTS, nastyWorkbook } from "./nastyWorkbook.ts";
import { packageFaults } from "./packageFaults.ts";

describe.each(NASTY_VARIANTS)("the nasty workbook $name", (variant) => {
  const file = nastyWorkbook(variant);

  test("is a whole package: every target exists and every part has a content type", () => {
    expect(packageFaults(file)).toEqual([]);
  });

  test("holds the features that a careless program loses", () => {
    const parts = packageParts(file);
    expect(parts.size).toBeGreaterThanOrEqual(42);
    expect(sheetsOf(file).map(({ name }) => name)).toEqual(SHEETS.map(({ name }) => name));
    const book = partText(parts, "xl/workbook.xml");
    expect(book).toContain(`activeTab="${ACTIVE_TAB}"`);
    expect(cachedFormulas(file).length).toBeGreaterThanOrEqual(27);
  });
});

describeWithLibreOffice("LibreOffice and the nasty workbook", () => {
  let opened: readonly Recalculated[];
  beforeAll(async () => {
    opened = await recalculated(
      NASTY_VARIANTS.map((variant) => ({
        bytes: nastyWorkbook(variant),
        extension: variant.extension,
      })),
    );
  }, OFFICE_MILLISECONDS);

  test.each(NASTY_VARIANTS.map((variant, index) => ({ variant, index })))(
    "$variant.name: opens with every sheet and chart, and all values are as computed",
    ({ variant, index }) => {
      const { sheets } = opened[index]!;
      expect(sheets.map(({ name }) => name)).toEqual(SHEETS.map(({ name }) => name));
      expect(sheets.map(({ charts }) => charts)).toEqual([1, 0, 0, 0, 0, 0, 1, 0]);
      expect(disagreements(nastyWorkbook(variant), opened[index]!)).toEqual([]);
    },
  );
});
