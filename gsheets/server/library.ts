/**
 * The library that the project's top-level functions call. Nothing here does any work when it is
 * loaded, because Google loads it for every formula.
 */
import "./needsBigInt.ts";

export { callFunction } from "./callFunction.ts";
export { answerPane } from "./answerPane.ts";
export { addMenu, generateTabs, openPane } from "./menu.ts";
