import { isRefusal, type Refusal } from "../refusals.ts";
import { attributeOf, childrenOf, parseXml } from "../xml/element.ts";
import { findEntry, partKey, type ZipPackage } from "../zip/zipPackage.ts";
import { partText } from "./partText.ts";

/**
 * The content type of a part: its own, or that of its file name's ending.
 *
 * "" when the package gives it none, or has no content types at all.
 */
export function contentTypeOf(zip: ZipPackage, part: string): string | Refusal {
  if (findEntry(zip, CONTENT_TYPES) === undefined) return "";
  const text = partText(zip, CONTENT_TYPES);
  if (isRefusal(text)) return text;
  const root = parseXml(text, CONTENT_TYPES);
  if (isRefusal(root)) return root;
  const key = partKey(part);
  const ending = key.slice(key.lastIndexOf(".") + 1);
  const declared =
    childrenOf(root, "Override").find(
      (element) => partKey(attributeOf(element, "PartName") ?? "") === key,
    ) ??
    childrenOf(root, "Default").find(
      (element) => attributeOf(element, "Extension")?.toLowerCase() === ending,
    );
  return declared === undefined ? "" : (attributeOf(declared, "ContentType") ?? "");
}

const CONTENT_TYPES = "[Content_Types].xml";
