import { strToU8 } from "fflate";
import { partText } from "../read/partText.ts";
import { isRefusal, type Refusal } from "../refusals.ts";
import { parseXml, type XmlElement } from "../xml/element.ts";
import { splice, type Edit } from "../xml/splice.ts";
import { readEntry } from "../zip/readEntry.ts";
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
  const text = partText(zip, name);
  if (isRefusal(text)) return text;
  const root = parseXml(text, name);
  if (isRefusal(root)) return root;
  const bytes = readEntry(zip, name);
  if (isRefusal(bytes)) return bytes;
  return { name, text, root, mark: bytes[0] === 0xef ? "\uFEFF" : "" };
}

/** The part with its edits made, as bytes. */
export const editedBytes = (part: EditablePart, edits: readonly Edit[]): Uint8Array =>
  strToU8(part.mark + splice(part.text, edits));
