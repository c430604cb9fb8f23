/** The Questions of the study group according to the documents; values typed into the sheet are not a source. */
import type { Programme } from "../model";

const cache = new WeakMap<Programme["documents"], ReadonlySet<string>>();

/**
 * Returns the lead and joint Questions ("2/17") in printed rows. Cached for each list of documents, since edits do not add
 * printed rows; the cost of an edit is therefore independent of the size of the programme.
 */
export function questionsNamed({ documents, events }: Pick<Programme, "documents" | "events">): ReadonlySet<string> {
  const cached = cache.get(documents);
  if (cached) return cached;
  const questions = new Set<string>();
  for (const { printed } of events) {
    if (!printed) continue;
    if (printed.question !== null) questions.add(printed.question);
    for (const question of printed.jointQuestions) questions.add(question);
  }
  cache.set(documents, questions);
  return questions;
}
