import { HostError, invalidArgument } from "../hostObject.ts";
import type { Area } from "../model/area.ts";
import type { Json } from "../wire.ts";
import type { Place } from "./rangeArguments.ts";

/** The most links that a worksheet bears, and the most cells that one read may ask for. */
const MOST_LINKS = 65_530;
const MOST_CELLS_READ = 5_000_000;

/** Puts a link on each cell, with its text where it has one, and Excel's look of links. */
export function linkCells({ sheet, area }: Place, link: Json): void {
  sheet.refuseUnbounded(area);
  sheet.refuseProtected(area);
  if (typeof link !== "object" || link === null || Array.isArray(link)) {
    throw invalidArgument("A link is an object.");
  }
  const { textToDisplay } = link as { readonly textToDisplay?: Json };
  if (linkedCells(sheet.formats.areas("hyperlink")) + area.rows * area.columns > MOST_LINKS) {
    throw new HostError("InvalidOperation", `A worksheet bears ${MOST_LINKS} links.`);
  }
  if (typeof textToDisplay === "string") {
    const row = Array.from({ length: area.columns }, () => textToDisplay);
    sheet.write(
      area,
      Array.from({ length: area.rows }, () => row),
    );
  }
  sheet.formats.set("hyperlink", area, link);
  sheet.formats.set("style", area, "Hyperlink");
  sheet.formats.set("font.color", area, "#0563C1");
  sheet.formats.set("font.underline", area, "Single");
}

/** Refuses to read more cells at once than Excel does. */
export function refuseTooManyCells(area: Area): void {
  if (area.rows * area.columns > MOST_CELLS_READ) {
    throw new HostError(
      "ResponsePayloadSizeLimitExceeded",
      `At most ${MOST_CELLS_READ} cells are read at once.`,
    );
  }
}

function linkedCells(areas: Iterable<{ readonly area: Area }>): number {
  let count = 0;
  for (const { area } of areas) count += area.rows * area.columns;
  return count;
}
