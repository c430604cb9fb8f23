/** The hidden Lists sheet: the vocabularies behind the drop-downs, each a range of its own, and beside them the frames of the annexes. */
import { compareNatural } from "../../domain/designations/natural-order";
import { KINDS, PROCESSES, STATUSES } from "../../domain/vocabulary";
import type { ListName } from "../../domain/item-fields";

export const LISTS_SHEET = "Lists";

/** Columns of the lists, from the left; entries begin in the second row. */
export const LIST_COLUMNS: readonly ListName[] = ["Status", "Process", "Kind", "Question"];

/** First column of the hidden table, with space for the lists to grow beside it. */
export const FRAMES_LEFT = 5;

const FIXED_WORDS = { Status: STATUSES, Process: PROCESSES, Kind: KINDS } as const;

/** Returns the entries of a list; the Questions are those of the programme. */
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

/** Lists that also accept other entries: new Questions come with every study period. */
export const OPEN_LISTS: ReadonlySet<ListName> = new Set(["Question"]);
