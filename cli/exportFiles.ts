import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import type { ExportedForms } from "../core/index.ts";
import type { Refusal } from "../workbook/index.ts";
import type { FileToWrite } from "./writeWhole.ts";

/** The first line of the notes, by which the command knows its own. */
const MARK = "Files for tax software, made by the report command of tax-loss-harvesting.";

/**
 * The files for tax software beside a result, named after it, and NAME.exports.txt with what they
 * leave out and the digest of each.
 *
 * Refuses to take the place of a file that the command did not make, or that was changed since: one
 * whose digest is not in the notes that stand there.
 */
export function exportFiles(
  { files, remarks }: ExportedForms,
  result: string,
  inputs: readonly string[],
): readonly FileToWrite[] | Refusal {
  const stem = join(dirname(result), basename(result, extname(result)).replace(/\.tlh$/i, ""));
  const notes = `${stem}.exports.txt`;
  const written = files.map(({ name, text }) => {
    const bytes = new TextEncoder().encode(text);
    return { path: `${stem}.${name}`, bytes, digest: digestOf(bytes) };
  });
  const ours = digestsIn(notes);
  if (ours === undefined) return refusal(notes);
  for (const { path } of written) {
    if (!existsSync(path)) continue;
    if (inputs.some((input) => existsSync(input) && realpathSync(input) === realpathSync(path))) {
      return { refusal: `${path} is the input itself: choose another --out.` };
    }
    if (!ours.has(digestAt(path))) return refusal(path);
  }
  const lines = [
    MARK,
    "",
    ...remarks,
    "",
    ...written.map(({ path, digest }) => `${digest}  ${basename(path)}`),
    "",
  ];
  return [...written, { path: notes, bytes: new TextEncoder().encode(lines.join("\n")) }];
}

/** The digests in the notes; none where there are no notes, undefined where they are not ours. */
function digestsIn(notes: string): ReadonlySet<string> | undefined {
  if (!existsSync(notes)) return new Set();
  if (!statSync(notes).isFile()) return undefined;
  const [mark, ...lines] = readFileSync(notes, "utf8").split("\n");
  if (mark !== MARK) return undefined;
  return new Set(lines.flatMap((line) => /^([0-9a-f]{64}) {2}/.exec(line)?.[1] ?? []));
}

/** The digest of what stands at a path; of a folder there is none. */
const digestAt = (path: string): string =>
  statSync(path).isFile() ? digestOf(readFileSync(path)) : "";

const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const refusal = (path: string): Refusal => ({
  refusal: `${path} exists, and this command did not make it or it was changed since: move it, or choose another --out. Nothing was written.`,
});
