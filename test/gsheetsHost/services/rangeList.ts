import type { Sheet } from "../model/book.ts";
import { publishedMethodNames } from "../published/typings.ts";
import { implement, implementations, ServiceObject, type Methods } from "../service.ts";
import { rangeObject, rangeOfText, type RangeState } from "./objects.ts";

type RangeListState = { readonly ranges: readonly RangeState[] };

implement<Sheet>("Spreadsheet.Sheet", {
  getRangeList: (sheet, references: string[]) =>
    new ServiceObject("Spreadsheet.RangeList", {
      ranges: references.map((reference) => rangeOfText(sheet.book, reference, sheet).state),
    }),
});

/** What a Range can do and a RangeList is published to do, it does to each of its ranges. */
function eachRange(): Methods<RangeListState> {
  const written = implementations.get("Spreadsheet.Range") as Methods<RangeState> | undefined;
  const names = publishedMethodNames("Spreadsheet.RangeList").filter(
    (name) => written?.[name] !== undefined,
  );
  return Object.fromEntries(
    names.map((name) => [
      name,
      ({ ranges }: RangeListState, ...args: unknown[]) => {
        for (const range of ranges) written?.[name]?.(range, ...(args as never[]));
      },
    ]),
  );
}

implement<RangeListState>("Spreadsheet.RangeList", {
  ...eachRange(),
  getRanges: ({ ranges }) => ranges.map(({ sheet, area }) => rangeObject(sheet, area)),
});
