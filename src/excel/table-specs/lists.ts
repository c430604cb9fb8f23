/** The hidden Lists sheet: the vocabularies behind the drop-downs, each a range of its own, and beside them the hidden tables. */
import { compareNatural } from "../../domain/designations/natural-order";
import { KINDS, PROCESSES, STATUSES } from "../../domain/vocabulary";
import type { ListName } from "../../domain/item-fields";

export const LISTS_SHEET = "Lists";

/** Columns of the lists, from the left; words stand from the second row on. */
export const LIST_COLUMNS: readonly ListName[] = ["Status", "Process", "Kind", "Question"];

/** First columns of the hidden tables, leaving the lists room to grow beside them. */
export const FRAMES_LEFT = 5;
export const DOCUMENTS_LEFT = 16;

const FIXED_WORDS = { Status: STATUSES, Process: PROCESSES, Kind: KINDS } as const;

/** The words of a list; the Questions are those that the programme knows. */
export function listWords(list: ListName, questions: readonly string[]): readonly string[] {
  return list === "Question" ? questions : FIXED_WORDS[list];
}

/** Questions in their natural order: "2/17" before "10/17". */
export function sortQuestions(questions: Iterable<string>): string[] {
  return [...new Set(questions)].sort(compareNatural);
}

/**
 * The source of a drop-down: a range, since a list typed into the rule is limited to 255 characters.
 * @param sheet what the Lists sheet is called now
 */
export function listSource(list: ListName, sheet: string, questions: readonly string[]): string {
  const column = String.fromCharCode("A".charCodeAt(0) + LIST_COLUMNS.indexOf(list));
  const last = listWords(list, questions).length + 1;
  return `='${sheet.replaceAll("'", "''")}'!$${column}$2:$${column}$${String(last)}`;
}

/** Lists that take any other word too: new Questions come with every study period. */
export const OPEN_LISTS: ReadonlySet<ListName> = new Set(["Question"]);
