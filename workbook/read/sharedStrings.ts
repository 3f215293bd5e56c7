import { damagedPart, isRefusal, type Refusal } from "../refusals.ts";
import type { ZipPackage } from "../zip/zipPackage.ts";
import { partText } from "./partText.ts";
import { itemText } from "./stringItem.ts";
import { cursorOn, nextTag } from "./xmlCursor.ts";

/** The shared strings of a workbook by their index; none when it has no such part. */
export function readSharedStrings(
  zip: ZipPackage,
  part: string | undefined,
): readonly string[] | Refusal {
  if (part === undefined) return [];
  const text = partText(zip, part);
  if (isRefusal(text)) return text;
  const cursor = cursorOn(text);
  const strings: string[] = [];
  let closed = false;
  for (let kind = nextTag(cursor); kind !== undefined; kind = nextTag(cursor)) {
    if (cursor.name === "si" && kind !== "end") strings.push(itemText(cursor));
    else if (cursor.name === "sst") closed = kind !== "start";
  }
  return cursor.damaged || !closed ? damagedPart(part) : strings;
}
