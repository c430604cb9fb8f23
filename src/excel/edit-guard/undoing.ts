/** Undoes an action of the edit guard. */
import { undoEdits, type RecordedEvent } from "../../domain/edit-review/undo-edits";
import { wordSentence } from "../../i18n/guard";
import { storeProblems } from "../programme-store";
import { apply } from "./applying";
import { inExcel, type GuardSession } from "./guard-session";
import { reviewContext } from "./guard-state";
import { obstacleTo } from "./obstacles";

/** Undoes the events of an action in one request. Returns the reason where it cannot be undone. */
export async function undoRecorded(session: GuardSession, recorded: readonly RecordedEvent[]): Promise<string | null> {
  const { state } = session;
  const problems = storeProblems();
  const undone = undoEdits(reviewContext(state, state.tables, state.userName), recorded);
  if ("refused" in undone) return wordSentence(undone.refused);
  const obstacle = obstacleTo(undone.plan, state.tables, problems);
  if (obstacle) return wordSentence(obstacle);
  await inExcel(session, (context, assertCurrent) => apply(session, context, assertCurrent, undone.plan, []));
  return null;
}
