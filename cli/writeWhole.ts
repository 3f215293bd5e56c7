import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** A file to be written. */
export type FileToWrite = { readonly path: string; readonly bytes: Uint8Array };

/**
 * Writes files whole or not at all: each into a new file beside it, and these take the names only
 * when all bytes of all of them are on the disk. On a full disk, or when the process is killed
 * before that, what was there stays.
 *
 * Throws the file system's error, after removing the unfinished files.
 */
export function writeWhole(files: readonly FileToWrite[]): void {
  const unfinished = files.map(({ path }) =>
    join(dirname(path), `.${basename(path)}.${process.pid}.unfinished`),
  );
  try {
    files.forEach(({ bytes }, place) => {
      writeDown(unfinished[place] ?? "", bytes);
    });
    // What cannot take its name is found out before the first does.
    for (const { path } of files) refuseFolder(path);
    files.forEach(({ path }, place) => {
      renameSync(unfinished[place] ?? "", path);
    });
  } catch (error) {
    for (const path of unfinished) rmSync(path, { force: true });
    throw error;
  }
}

function refuseFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) {
    throw new Error(`${basename(path)} is a folder`);
  }
}

function writeDown(path: string, bytes: Uint8Array): void {
  const file = openSync(path, "wx");
  try {
    let written = 0;
    while (written < bytes.length) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
