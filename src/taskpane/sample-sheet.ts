/** The sheet "Try it": formulas that explain themselves, from the declaration of the functions. */
import { NAMESPACE } from "../domain/namespace";
import { listSeparator, withSeparator } from "../excel/insert-formula";
import { FIRST_INPUT, showSampleSheet, type SampleFormula } from "../excel/sample-sheet";
import { FUNCTIONS, type ArgumentKind, type FunctionEntry } from "../functions/catalogue";
import { formulaTexts } from "../i18n/formulas";
import { functionHelpTexts } from "../i18n/function-help";
import { WORKBOOK_LANGUAGE } from "../i18n/language";

const INPUTS: readonly { kinds: readonly ArgumentKind[]; value: string }[] = [
  { kinds: ["item"], value: "X.1817" },
  { kinds: ["status", "statuses"], value: "Determined" },
  { kinds: ["question"], value: "2/17" },
];

const TABLE_COLUMNS = "Item, Status, Question, Title";

/** The cell with the input for an argument; null where the sheet has none. */
function inputCell(kind: ArgumentKind): string | null {
  const row = INPUTS.findIndex(({ kinds }) => kinds.includes(kind));
  return row < 0 ? null : `$B$${String(FIRST_INPUT + row)}`;
}

/** The formula of a function that returns one value for the inputs; null for other functions. */
function sampleFormula(entry: FunctionEntry): string | null {
  if (entry.shape !== "cell by cell" && entry.shape !== "value") return null;
  const given: string[] = [];
  for (const { kind, optional } of entry.arguments) {
    const cell = inputCell(kind);
    if (cell === null && !optional) return null;
    // Optional arguments of a function for items would change what its name promises: the status now, the date of its present status.
    if (cell === null || (optional && entry.shape === "cell by cell")) break;
    given.push(cell);
  }
  return `=${NAMESPACE}.${entry.id}(${given.join(",")})`;
}

/** Adds the sheet, or shows it where it exists. Its texts are in the workbook's language, which users of all languages share. */
export async function showSample(): Promise<void> {
  const texts = formulaTexts(WORKBOOK_LANGUAGE).sample;
  const help = functionHelpTexts(WORKBOOK_LANGUAGE).functions;
  const separator = await listSeparator();
  const describe = (id: keyof typeof help, formula: string): SampleFormula => ({
    formula,
    shown: withSeparator(formula, separator),
    help: help[id],
  });
  const formulas = FUNCTIONS.flatMap((entry: FunctionEntry) => {
    const formula = sampleFormula(entry);
    return formula === null ? [] : [describe(entry.id, formula)];
  });
  const table = [`"${TABLE_COLUMNS}"`, inputCell("statuses"), inputCell("question")].join(",");
  await showSampleSheet({
    name: texts.sheet,
    title: texts.title,
    hint: texts.hint,
    inputs: INPUTS.map(({ value }, position) => ({ label: texts.inputs[position] ?? "", value })),
    headers: texts.headers,
    formulas,
    last: describe("TABLE", `=${NAMESPACE}.TABLE(${table})`),
  });
}
