/** functions.json, the description of the functions that Excel registers, made from their one declaration. */
import { ANNEX_CHOICES, FUNCTIONS, type ArgumentEntry, type FunctionEntry } from "../src/functions/catalogue";

interface ParameterMetadata {
  name: string;
  description: string;
  type: "any" | "string";
  dimensionality: "scalar" | "matrix";
  optional?: true;
  customEnumId?: string;
}

/**
 * Excel refuses a range for a scalar parameter of a function that returns arrays (office-js-docs-pr#2238): whatever can be combined
 * element by element is a matrix.
 */
const SCALARS: ReadonlySet<string> = new Set(["meeting", "annex", "section"]);

function parameter(entry: ArgumentEntry): ParameterMetadata {
  const isOffered = entry.kind === "annex";
  return {
    name: entry.name,
    description: entry.help,
    // "any" also accepts cards and errors; completion from a list of words needs "string".
    type: isOffered ? "string" : "any",
    dimensionality: SCALARS.has(entry.kind) ? "scalar" : "matrix",
    ...(entry.optional ? { optional: true as const } : {}),
    ...(isOffered ? { customEnumId: ANNEX_CHOICES.id } : {}),
  };
}

function metadata(entry: FunctionEntry): object {
  return {
    id: entry.id,
    name: entry.id,
    description: entry.help,
    parameters: entry.arguments.map(parameter),
    result: { type: "any", dimensionality: "matrix" },
    // The address identifies the cell to recalculate when an item changes.
    options: { requiresAddress: true },
  };
}

/** The content of functions.json; the namespace is in the manifest only. */
export function functionsMetadata(): object {
  return {
    $schema: "https://developer.microsoft.com/json-schemas/office-js/custom-functions.schema.json",
    allowCustomDataForDataTypeAny: true,
    allowErrorForDataTypeAny: true,
    functions: FUNCTIONS.map(metadata),
    enums: [
      {
        id: ANNEX_CHOICES.id,
        type: "string",
        values: ANNEX_CHOICES.values.map((value) => ({ name: value, stringValue: value })),
      },
    ],
  };
}
