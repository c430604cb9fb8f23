/** Question cells: "2/17", "Q1/17", "10", "Q10/17 (,Q14/17)", "6/17 (collocate with 13/17)", "Q6, Q7/17", "PLEN". */
import { fold, isEmptyCell } from "./lines";

export interface QuestionCell {
  question: string | null;
  jointQuestions: string[];
}

/** One Question with its study group. */
const ONE = String.raw`Q?\.?\s?\d{1,2}\s?\/\s?\d{1,2}`;
/** Source of a pattern for a whole Question cell with a study group in it, lead Question first. */
export const QUESTION_CELL = String.raw`Q?\.?\s?\d{1,2}\/\d{1,2}(?![\d/])(?:\s*[,;&]\s*${ONE}(?!\d))*(?:\s*,?\s*\([^()]{0,60}?\d{1,2}\/\d{1,2}[^()]{0,40}\))?`;

const NUMBER = /(?<![\w/])(?:Q(?:uestion)?s?)?\.?\s?(\d{1,2})(?:\s?\/\s?(\d{1,2}))?(?![\w/])/gi;
const LONGEST = 200;

/** Reads a Question cell. A Question printed without its study group gets the one given. */
export function readQuestion(cell: string, studyGroup: string): QuestionCell {
  const { question, jointQuestions } = readQuestionCell(cell, studyGroup);
  return { question, jointQuestions };
}

/** Reads a Question cell of a table, and returns what of it is no Question. */
export function readQuestionCell(cell: string, studyGroup: string): QuestionCell & { rest: string } {
  if (isEmptyCell(cell)) return { question: null, jointQuestions: [], rest: "" };
  const text = fold(cell.slice(0, LONGEST));
  const found = [...text.matchAll(NUMBER)].map((match) => `${Number(match[1])}/${match[2] ?? studyGroup}`);
  const rest = fold(text.replace(NUMBER, " "))
    .replace(/\b(?:and|with|joint(?:ly)?|collocated?|co-located|lead|et|study group)\b/gi, " ")
    .replace(/[\s,;&()+*:–-]+/g, " ");
  const [question, ...jointQuestions] = found;
  return { question: question ?? null, jointQuestions, rest: fold(rest) + fold(cell.slice(LONGEST)) };
}
