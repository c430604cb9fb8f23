/** Question cells: "2/17", "Q1/17", "10", "Q10/17 (,Q14/17)", "6/17 (collocate with 13/17)". */
import { fold } from "./lines";

export interface QuestionCell {
  question: string | null;
  jointQuestions: string[];
}

/** One Question with its study group. */
const ONE = String.raw`Q?\.?\s?\d{1,2}\s?\/\s?\d{1,2}`;
/** Source of a pattern for a whole Question cell with a study group in it, lead Question first. */
export const QUESTION_CELL = String.raw`Q?\.?\s?\d{1,2}\/\d{1,2}(?![\d/])(?:\s*[,;&]\s*${ONE}(?!\d))*(?:\s*,?\s*\([^()]{0,60}?\d{1,2}\/\d{1,2}[^()]{0,40}\))?`;

/** Reads a Question cell. A Question printed without its study group gets the one given. */
export function readQuestion(cell: string, studyGroup: string): QuestionCell {
  const found = [...fold(cell).matchAll(/Q?\.?\s?(\d{1,2})(?:\s?\/\s?(\d{1,2}))?/g)].map(
    (match) => `${Number(match[1])}/${match[2] ?? studyGroup}`,
  );
  const [question, ...jointQuestions] = found;
  return { question: question ?? null, jointQuestions };
}
