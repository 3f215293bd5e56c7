import { expect, test } from "vitest";
import "../services/all.ts";
import { implementations } from "../service.ts";
import { publishedMethod, publishedMethodNames, publishedTypings } from "./typings.ts";

test("the typings are read: classes, enums, overloads and inherited methods", () => {
  const { classes, enums } = publishedTypings();
  expect(classes.size).toBeGreaterThan(200);
  expect(enums.get("Spreadsheet.BorderStyle")).toEqual([
    "DOTTED",
    "DASHED",
    "SOLID",
    "SOLID_MEDIUM",
    "SOLID_THICK",
    "DOUBLE",
  ]);
  expect(publishedMethod("Spreadsheet.Sheet", "getRange")).toHaveLength(4);
  expect(publishedMethodNames("Base.Blob")).toContain("getBytes");
  expect(publishedMethod("Spreadsheet.Range", "setValuesQuickly")).toEqual([]);
});

test("every method that is written is published", () => {
  const unpublished = [...implementations].flatMap(([type, methods]) =>
    Object.keys(methods)
      .filter((name) => publishedMethod(type, name).length === 0)
      .map((name) => `${type}.${name}`),
  );
  expect(unpublished).toEqual([]);
  expect(implementations.size).toBeGreaterThan(30);
});
