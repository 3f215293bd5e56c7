import type { XmlAttribute } from "../xml/attributes.ts";
import { isTrue } from "../xml/element.ts";
import type { SheetScan } from "./sheetScan.ts";

/**
 * The style that a cell has as long as it is not there: its row's, else its column's; undefined
 * for the usual one. As written, for the attribute `s`.
 */
export function inheritedStyle(
  { columnStyles }: Pick<SheetScan, "columnStyles">,
  row: readonly XmlAttribute[] | undefined,
  column: number,
): string | undefined {
  const valueOf = (name: string): string | undefined =>
    row?.find((attribute) => attribute.name === name)?.value;
  const ofRow = isTrue(valueOf("customFormat")) ? valueOf("s") : undefined;
  return ofRow ?? columnStyles.find(({ first, last }) => first <= column && column <= last)?.style;
}
