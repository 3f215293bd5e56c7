import { strFromU8 } from "fflate";
import {
  ENCRYPTED,
  isRefusal,
  NOT_A_WORKBOOK,
  OLD_EXCEL,
  OPEN_DOCUMENT,
  type Refusal,
} from "../refusals.ts";
import { uint16At, uint32At } from "../zip/littleEndian.ts";
import { openZip } from "../zip/openZip.ts";
import { readEntry } from "../zip/readEntry.ts";
import { findEntry, type ZipPackage } from "../zip/zipPackage.ts";

/** Opens the zip archive of a workbook; refuses other kinds of file, each by its own sentence. */
export function openContainer(bytes: Uint8Array): ZipPackage | Refusal {
  if (uint32At(bytes, 0) === 0xe011cfd0 && uint32At(bytes, 4) === 0xe11ab1a1) {
    return refuseCompoundFile(bytes);
  }
  const zip = openZip(bytes);
  if (isRefusal(zip) || findEntry(zip, "mimetype") === undefined) return zip;
  const mediaType = readEntry(zip, "mimetype");
  if (isRefusal(mediaType)) return mediaType;
  // LibreOffice's other documents are archives of the same kind.
  return strFromU8(mediaType, true).startsWith("application/vnd.oasis.opendocument.spreadsheet")
    ? OPEN_DOCUMENT
    : NOT_A_WORKBOOK;
}

/** The container of old Office files, which also wraps an encrypted new one (MS-CFB, MS-OFFCRYPTO). */
function refuseCompoundFile(bytes: Uint8Array): Refusal {
  if (hasStream(bytes, "EncryptedPackage")) return ENCRYPTED;
  return hasStream(bytes, "Workbook") || hasStream(bytes, "Book") ? OLD_EXCEL : NOT_A_WORKBOOK;
}

/** Directory records are 128 bytes from byte 512 on: a name in UTF-16, at 64 its length in bytes. */
function hasStream(bytes: Uint8Array, name: string): boolean {
  const length = 2 * (name.length + 1);
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    if (uint16At(bytes, at + 64) !== length) continue;
    let same = 0;
    while (same < name.length && uint16At(bytes, at + 2 * same) === name.charCodeAt(same)) same++;
    if (same === name.length) return true;
  }
  return false;
}
