/** functions.json, the description of the functions that Excel registers, made from their one declaration. */
import { CHOICES, FUNCTIONS, type ArgumentEntry, type FunctionEntry } from "../src/functions/catalogue";

interface ParameterMetadata {
  name: string;
  description: string;
  type: "any" | "string";
  dimensionality: "scalar" | "matrix";
  optional?: true;
  customEnumId?: string;
}

function parameter(entry: ArgumentEntry): ParameterMetadata {
  const choices = entry.kind === "process" ? CHOICES.process : CHOICES.status;
  const offersWords = entry.kind === "process" || entry.kind === "status" || entry.kind === "statuses";
  return {
    name: entry.name,
    description: entry.help,
    // "any" also takes cards and errors in; completion from a list of words asks for "string".
    type: offersWords ? "string" : "any",
    dimensionality: entry.kind === "item" ? "matrix" : "scalar",
    ...(entry.optional ? { optional: true as const } : {}),
    ...(offersWords ? { customEnumId: choices.id } : {}),
  };
}

function metadata(entry: FunctionEntry): object {
  return {
    id: entry.id,
    name: entry.id,
    description: entry.help,
    parameters: entry.arguments.map(parameter),
    result: { type: "any", dimensionality: "matrix" },
    // The address tells which cell to calculate again when an item changes.
    options: { requiresAddress: true },
  };
}

/** The content of functions.json; the namespace stands in the manifest alone. */
export function functionsMetadata(): object {
  return {
    $schema: "https://developer.microsoft.com/json-schemas/office-js/custom-functions.schema.json",
    allowCustomDataForDataTypeAny: true,
    allowErrorForDataTypeAny: true,
    functions: FUNCTIONS.map(metadata),
    enums: Object.values(CHOICES).map(({ id, values }) => ({
      id,
      type: "string",
      values: values.map((value) => ({ name: value, stringValue: value })),
    })),
  };
}
