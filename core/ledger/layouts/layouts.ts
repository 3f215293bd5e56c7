import type { Layout } from "../ledgerSheet.ts";
import { oneAsset } from "./oneAsset.ts";
import { twoSides } from "./twoSides.ts";

/** All known layouts; the first that fits a header row reads the sheet. */
export const LAYOUTS: readonly Layout[] = [twoSides, oneAsset];
