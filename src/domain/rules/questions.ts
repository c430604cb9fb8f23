/** Which Questions the study group works on, told by the documents: what people type into the sheet is no source. */
import type { Programme } from "../model";

const cache = new WeakMap<Programme["documents"], ReadonlySet<string>>();

/**
 * The Questions ("2/17") that printed rows name, lead and joint. Looked through once for each list of documents: edits print
 * nothing, so that one edit costs the same in any programme.
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
