import { strToU8 } from "fflate";
import { markedText } from "../read/partText.ts";
import { isRefusal, type Refusal } from "../refusals.ts";
import { parseXml, type XmlElement } from "../xml/element.ts";
import { splice, type Edit } from "../xml/splice.ts";
import type { ZipPackage } from "../zip/zipPackage.ts";

/** An XML part that is about to change by splicing. */
export type EditablePart = {
  readonly name: string;
  readonly text: string;
  readonly root: XmlElement;
  /** The byte order mark that the part begins with, or nothing. */
  readonly mark: string;
};

/** Opens a part for splicing; refuses as partText and parseXml do. */
export function editablePart(zip: ZipPackage, name: string): EditablePart | Refusal {
  const part = markedText(zip, name);
  if (isRefusal(part)) return part;
  const root = parseXml(part.text, name);
  return isRefusal(root) ? root : { ...part, name, root };
}

/** The part with its edits made, as bytes. */
const editedBytes = (part: EditablePart, edits: readonly Edit[]): Uint8Array =>
  strToU8(part.mark + splice(part.text, edits));

/** Parts and the edits that each gets, as bytes by their names; a part without edits is left out. */
export const changedParts = (
  changes: readonly { readonly part: EditablePart; readonly edits: readonly Edit[] }[],
): ReadonlyMap<string, Uint8Array> =>
  new Map(
    changes
      .filter(({ edits }) => edits.length > 0)
      .map(({ part, edits }) => [part.name, editedBytes(part, edits)]),
  );
