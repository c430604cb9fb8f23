/** What the search for formulas begins with: the sheets, the defined names, and what the formulas were calculated with. */
import { queueSheets, type SheetInfo } from "./change-events";
import { CALCULATED_WITH } from "./data-version";

export interface DefinedName {
  readonly name: string;
  readonly formula: string;
}

export interface FormulaSources {
  readonly sheets: readonly SheetInfo[];
  /** The names of the workbook; those of a sheet are read with its formulas. */
  readonly names: readonly DefinedName[];
  /** The version of the data that the formulas were calculated with; null where none is recorded. */
  readonly calculatedWith: string | null;
}

/** Queues reading what the search for formulas begins with; call `result` after the sync. */
export function queueFormulaSources(context: Excel.RequestContext): { result(): FormulaSources } {
  const { names, settings } = context.workbook;
  const sheets = queueSheets(context);
  const stored = settings.getItemOrNullObject(CALCULATED_WITH);
  stored.load("value");
  names.load("items/name,items/formula");
  return {
    result: () => ({
      sheets: sheets.result(),
      names: names.items.map(definedName),
      calculatedWith: stored.isNullObject ? null : String(stored.value),
    }),
  };
}

/** Returns a defined name with its formula. */
export const definedName = ({ name, formula }: Excel.NamedItem): DefinedName => ({ name, formula: String(formula) });
