import { describe, expect, test } from "vitest";
import { functionRegistry } from "../../core/functions/registry.ts";
import { functionsJson } from "../../excel-addin/functionsJson.ts";

const { functions, ...settings } = functionsJson();

test("every function of the registry is there once, under the name that users type", () => {
  expect(functions.map(({ id }) => id)).toEqual(functionRegistry.map(({ id }) => id));
  expect(functions.every(({ id, name }) => id === name)).toBe(true);
  expect(new Set(functions.map(({ id }) => id)).size).toBe(functions.length);
});

test("one function in full", () => {
  expect(functions.find(({ id }) => id === "TLH_LOTS")).toEqual({
    id: "TLH_LOTS",
    name: "TLH_LOTS",
    description: "Every account's open lots, with basis, dates and term.",
    parameters: [
      {
        name: "transactions",
        description: "The transactions, with their header row.",
        type: "any",
        dimensionality: "matrix",
      },
      {
        name: "method",
        description: "How lots are relieved: FIFO, LIFO, HIFO, LOFO or SPECIFIC.",
        type: "any",
        dimensionality: "scalar",
      },
      {
        name: "as_of",
        description: "The day of the lots; left out, the day of the last transaction.",
        type: "any",
        dimensionality: "scalar",
        optional: true,
      },
      {
        name: "options",
        description:
          'Settings: a range of names and values, or text such as "scope=wallet; sell_cost=0.5".',
        type: "any",
        dimensionality: "matrix",
        optional: true,
      },
    ],
    result: { type: "any", dimensionality: "matrix" },
    options: { requiresParameterAddresses: true },
  });
});

test("a function of one value gives one, so that it can be filled down and lifted over ranges", () => {
  expect(functions.find(({ id }) => id === "TLH_TERM")).toEqual({
    id: "TLH_TERM",
    name: "TLH_TERM",
    description: "Whether property acquired on one day and sold on another was held Short or Long.",
    parameters: [
      {
        name: "acquired",
        description: "The day of acquisition.",
        type: "any",
        dimensionality: "scalar",
      },
      { name: "sold", description: "The day of sale.", type: "any", dimensionality: "scalar" },
    ],
    result: { type: "any", dimensionality: "scalar" },
  });
});

test("error cells and data types are let in, and data types out", () => {
  expect(settings).toEqual({ allowCustomDataForDataTypeAny: true, allowErrorForDataTypeAny: true });
});

describe("what Excel accepts", () => {
  // Columns end at XFD, so three letters and digits are a cell, as are R1C1 references.
  const CELL = /^(?:[A-Z]{1,3}\d+|R\d*C\d*)$/;

  test.each(functions)("$id", ({ id, description, parameters, result, options }) => {
    expect(id).toMatch(/^[A-Z][A-Z0-9_]{2,127}$/);
    expect(id).not.toMatch(CELL);
    // The box of the function wizard shows 255 characters.
    expect(description.length).toBeLessThanOrEqual(255);
    expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length);
    for (const parameter of parameters) {
      expect(parameter.name).toMatch(/^[a-z][a-z_]*$/);
      expect(parameter.description.length).toBeLessThanOrEqual(255);
    }
    const firstOptional = parameters.findIndex(({ optional }) => optional === true);
    const behind = firstOptional < 0 ? [] : parameters.slice(firstOptional);
    expect(behind.every(({ optional }) => optional === true)).toBe(true);
    // Excel gives parameter addresses only to functions whose result is a matrix.
    if (options !== undefined) expect(result.dimensionality).toBe("matrix");
  });

  test("Windows reads no more than a megabyte of metadata", () => {
    expect(JSON.stringify(functionsJson()).length).toBeLessThan(100_000);
  });
});
