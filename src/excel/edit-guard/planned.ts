/** Carries out a plan other than the evaluation of edits: the undo of an action, the decisions of a meeting. */
import { wordSentence } from "../../i18n/guard";
import { storeProblems } from "../programme-store";
import { applyWhereWritable } from "./applying";
import type { MakePlan } from "./edit-requests";
import type { GuardSession } from "./guard-session";
import { reviewContext } from "./guard-state";
import { obstacleTo } from "./obstacles";

/** Carries out a plan in one request, wholly or not at all. Returns the reason where it cannot be carried out. */
export async function carryOut(session: GuardSession, make: MakePlan): Promise<string | null> {
  const { state } = session;
  const problems = storeProblems();
  const made = make(reviewContext(state, state.tables, state.userName));
  if ("refused" in made) return wordSentence(made.refused);
  const { plan } = made;
  const obstacle = obstacleTo(plan, state.tables, problems);
  if (obstacle) return wordSentence(obstacle);
  const refused = plan && (await applyWhereWritable(session, plan));
  if (!refused) return null;
  // An audit finds what a refused request may have written.
  session.queue.add({ kind: "audit" });
  return wordSentence(refused);
}
