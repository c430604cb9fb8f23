/** functions.json, the description of the functions that Excel registers, made from their one declaration. */
import { ANNEX_CHOICES, FUNCTIONS, type ArgumentEntry, type FunctionEntry } from "../src/functions/catalogue";
import { guideAddress } from "../src/functions/guide";
import type { Catalogues } from "../src/i18n/catalogues";
import { functionHelp } from "../src/i18n/en/function-help";
import { french } from "../src/i18n/fr";
import type { Language } from "../src/i18n/language";

type Help = Catalogues["functionHelp"];

const HELP: Record<Language, Help> = { en: functionHelp, fr: french.functionHelp };

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

function parameter(entry: ArgumentEntry, help: Help): ParameterMetadata {
  const isOffered = entry.kind === "annex";
  return {
    name: entry.name,
    description: help.arguments[entry.help],
    // "any" also accepts cards and errors; completion from a list of words needs "string".
    type: isOffered ? "string" : "any",
    dimensionality: SCALARS.has(entry.kind) ? "scalar" : "matrix",
    ...(entry.optional ? { optional: true as const } : {}),
    ...(isOffered ? { customEnumId: ANNEX_CHOICES.id } : {}),
  };
}

function metadata(entry: FunctionEntry, language: Language, address: string): object {
  const help = HELP[language];
  return {
    id: entry.id,
    name: entry.id,
    description: help.functions[entry.id],
    helpUrl: `${address}${guideAddress(language, "functions")}#${entry.id}`,
    parameters: entry.arguments.map((argument) => parameter(argument, help)),
    result: { type: "any", dimensionality: "matrix" },
    // The address identifies the cell to recalculate when an item changes.
    options: { requiresAddress: true },
  };
}

/**
 * The content of functions.json, or of its counterpart in another language; the namespace is in the manifest only.
 * @param address of the folder in which the guide is
 */
export function functionsMetadata(language: Language, address: string): object {
  return {
    $schema: "https://developer.microsoft.com/json-schemas/office-js/custom-functions.schema.json",
    allowCustomDataForDataTypeAny: true,
    allowErrorForDataTypeAny: true,
    functions: FUNCTIONS.map((entry) => metadata(entry, language, address)),
    enums: [
      {
        id: ANNEX_CHOICES.id,
        type: "string",
        values: ANNEX_CHOICES.values.map((value) => ({ name: value, stringValue: value })),
      },
    ],
  };
}
