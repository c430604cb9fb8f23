/** functions.json, the description of the functions that Excel registers, made from their one declaration. */
import {
  CHOICES,
  FUNCTIONS,
  type ArgumentEntry,
  type ArgumentKind,
  type FunctionEntry,
} from "../src/functions/catalogue";

interface ParameterMetadata {
  name: string;
  description: string;
  type: "any" | "string";
  dimensionality: "scalar" | "matrix";
  optional?: true;
  customEnumId?: string;
}

/** The list of words that completion offers for an argument. */
const OFFERED: Partial<Record<ArgumentKind, string>> = {
  status: CHOICES.status.id,
  statuses: CHOICES.status.id,
  process: CHOICES.process.id,
  annex: CHOICES.annex.id,
};

function parameter(entry: ArgumentEntry): ParameterMetadata {
  const offered = OFFERED[entry.kind];
  return {
    name: entry.name,
    description: entry.help,
    // "any" also takes cards and errors in; completion from a list of words asks for "string".
    type: offered === undefined ? "any" : "string",
    dimensionality: entry.kind === "item" ? "matrix" : "scalar",
    ...(entry.optional ? { optional: true as const } : {}),
    ...(offered === undefined ? {} : { customEnumId: offered }),
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
