import { fileURLToPath } from "node:url";

/** The path of a file on this machine, from its path in the project. */
export const pathOf = (file: string): string =>
  fileURLToPath(new URL(`../../${file}`, import.meta.url));
