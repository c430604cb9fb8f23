/** Words what reading a document reports. */
import type { Problem, ProblemValues, Refusal, RefusalValues } from "../domain/document-problems";
import { imports } from "./en/imports";
import { catalogue } from "./language";

const importTexts = catalogue("imports", imports);

/** Words a problem, without its place. */
export function problemText(problem: Problem): string {
  const sentence = importTexts().problems[problem.code] as (values: ProblemValues[keyof ProblemValues]) => string;
  return sentence(problem.values);
}

/** Words why a file was not read. */
export function refusalText({ code, name, values }: Refusal): string {
  const sentence = importTexts().refusals[code] as (name: string, values: RefusalValues[keyof RefusalValues]) => string;
  return sentence(name, values);
}

/** Words where a problem is; "" where the whole document is meant. */
export function problemLocation({ line, location }: Problem): string {
  const texts = importTexts();
  if (location) {
    return location.sheet === null
      ? texts.row(location.table, location.row)
      : texts.sheetRow(location.sheet, location.row);
  }
  return line > 0 ? texts.line(line) : "";
}
