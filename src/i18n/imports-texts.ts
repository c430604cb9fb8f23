/** The shape of the texts of import: a sentence for each code of a problem and of a refusal. */
import type {
  CountedPart,
  CountedThing,
  ExceededLimit,
  ExpectedField,
  ForeignFormat,
  ProblemValues,
  RefusalValues,
} from "../domain/document-problems";

export interface ImportTexts {
  problems: { [Code in keyof ProblemValues]: (values: ProblemValues[Code]) => string };
  refusals: { [Code in keyof RefusalValues]: (name: string, values: RefusalValues[Code]) => string };
  things: Record<CountedThing, string>;
  parts: Record<CountedPart["kind"], string>;
  fields: Record<ExpectedField, string>;
  formats: Record<ForeignFormat, string>;
  limits: Record<ExceededLimit, (most: number) => string>;
  /** "line 12", "table 2, row 3", "Sheet1, row 3". */
  line: (line: number) => string;
  row: (table: number, row: number) => string;
  sheetRow: (sheet: string, row: number) => string;
}
