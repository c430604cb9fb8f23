/** Which Questions the study group works on, told by the documents: what people type into the sheet is no source. */
import type { Programme } from "../model";

const told = new WeakMap<Programme["events"], ReadonlySet<string>>();

/** The Questions ("2/17") that printed rows name, lead and joint; looked through once for each state of the history. */
export function questionsNamed({ events }: Pick<Programme, "events">): ReadonlySet<string> {
  const known = told.get(events);
  if (known) return known;
  const questions = new Set<string>();
  for (const { printed } of events) {
    if (!printed) continue;
    if (printed.question !== null) questions.add(printed.question);
    for (const question of printed.jointQuestions) questions.add(question);
  }
  told.set(events, questions);
  return questions;
}
