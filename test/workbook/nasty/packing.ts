import { Zip, ZipDeflate, zipSync, type Zippable } from "fflate";

import type { WrittenPart } from "./syntax.ts";

/** How the zip file holds its entries. */
export type Packing = "deflated" | "stored" | "dataDescriptors";

const MODIFIED = "2026-11-20T10:00:00";

/** The zip file of these parts, in this order. */
export function packed(parts: readonly WrittenPart[], packing: Packing): Uint8Array {
  return packing === "dataDescriptors" ? streamed(parts) : zipped(parts, packing);
}

function zipped(parts: readonly WrittenPart[], packing: "deflated" | "stored"): Uint8Array {
  const files: Zippable = {};
  // Some programs write entries for folders too.
  if (packing === "stored") files["xl/"] = new Uint8Array();
  for (const { name, bytes } of parts) {
    files[name] = [bytes, { level: packing === "stored" ? 0 : 6, mtime: MODIFIED }];
  }
  return zipSync(files, { mtime: MODIFIED });
}

/** Entries whose sizes stand behind them, as programs write that stream their output. */
function streamed(parts: readonly WrittenPart[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const { name, bytes } of parts) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = MODIFIED;
    zip.add(entry);
    entry.push(bytes, true);
  }
  zip.end();
  return new Uint8Array(Buffer.concat(chunks));
}
