import { functionRegistry, type FunctionSpec, type Parameter } from "../core/index.ts";

/**
 * The metadata of the custom functions as Excel reads them from `functions.json`, from the
 * registry. Excel keeps them for up to a day.
 */
export function functionsJson() {
  return {
    // Results bring their date format along, and arguments may be records, such as currencies.
    allowCustomDataForDataTypeAny: true,
    // A ledger with an error cell is read all the same; the cell is then a problem by its row.
    allowErrorForDataTypeAny: true,
    functions: functionRegistry.map(metadataOf),
  };
}

function metadataOf({ id, summary, parameters, isScalar }: FunctionSpec) {
  const hasRange = parameters.some(isRange);
  return {
    id,
    name: id,
    description: summary,
    parameters: parameters.map((parameter) => ({
      name: parameter.name,
      description: parameter.summary,
      type: "any",
      dimensionality: isRange(parameter) ? "matrix" : "scalar",
      ...(parameter.optional ? { optional: true } : {}),
    })),
    result: { type: "any", dimensionality: isScalar === true ? "scalar" : "matrix" },
    // The address tells whole columns without their cells from an argument that was left out.
    ...(hasRange ? { options: { requiresParameterAddresses: true } } : {}),
  };
}

const isRange = ({ takes }: Parameter): boolean => takes !== "value";
