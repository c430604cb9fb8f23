/** Audits, reviews and the removal of duplicate events: what looks at whole tables, without an edit. */
import { audit, type Observations } from "../../domain/edit-review/audit";
import { isIdle, type EditPlan } from "../../domain/edit-review/edit-plan";
import { restoreEvents } from "../../domain/edit-review/lost-events";
import type { GuardSentence } from "../../domain/edit-review/message";
import { unexplained, type Unexplained } from "../../domain/edit-review/unexplained";
import { refreshSoon } from "../change-events";
import { currentIndex, refreshStoreFrom, storeProblems } from "../programme-store";
import { queueMarker } from "../load/marker";
import { readManagedTables, type ReadTables } from "../read-tables";
import { apply, applyWhereWritable, recordOutcome } from "./applying";
import { hasDuplicates, removeDuplicates } from "./duplicate-events";
import { inExcel, report, tidyLater, type GuardSession } from "./guard-session";
import { historyTable, reviewContext } from "./guard-state";
import { watchAll } from "./guarded-tables";
import { obstacleTo } from "./obstacles";
import { watchAllTables } from "./table-registry";

/** Milliseconds between two audits that must agree; up to twice that, so that two add-ins do not keep step. */
const AUDIT_PAUSE = 300;

/**
 * Audits all tables. A finding is acted upon when two audits in a row agree on it: another add-in may have started at the same time, or
 * be evaluating an edit of its own user.
 * @param before what the audit to be confirmed saw
 * @param read the tables, where the store was just read from them
 */
export async function auditTables(
  session: GuardSession,
  before: Observations = new Map(),
  read?: ReadTables,
): Promise<void> {
  const { state, queue } = session;
  await watchAllTables(session, read);
  if (!currentIndex()) return;
  const { plan, observations, isUnstable } = audit(reviewContext(state, state.tables, null), before);
  const obstacle =
    obstacleTo(plan, state.tables, storeProblems()) ?? (isIdle(plan) ? null : await record(session, plan));
  const description = obstacle ? JSON.stringify(obstacle) : "";
  if (obstacle && description !== state.lastObstacle) report(session, obstacle);
  state.lastObstacle = description;
  if (obstacle) return;
  if (isIdle(plan)) recordOutcome(session, plan, []);
  if (isUnstable) queue.addLater({ kind: "audit", observations }, AUDIT_PAUSE + Math.random() * AUDIT_PAUSE);
  const history = historyTable(state);
  if (history && hasDuplicates(history)) tidyLater(session);
}

/** Applies the plan of an audit, unless the tables show half of a load. Returns what keeps it from being applied. */
async function record(session: GuardSession, plan: EditPlan): Promise<GuardSentence | null> {
  const marker = await inExcel(session, async (context) => {
    const queued = queueMarker(context);
    await context.sync();
    return queued.result();
  });
  return marker ? { code: "loadUnfinished", values: {} } : applyWhereWritable(session, plan);
}

/** Returns what History does not explain in the tables as they are now. Writes nothing and leaves the snapshots as they are. */
export async function reviewTables(session: GuardSession): Promise<Unexplained[]> {
  const tables = await refreshStoreFrom(() =>
    inExcel(session, async (context) => (await readManagedTables(context)).tables),
  );
  return currentIndex() ? unexplained(reviewContext(session.state, watchAll(tables), null)) : [];
}

/** Restores rows of History that co-authors replaced, and removes duplicate ones. */
export async function tidyHistory(session: GuardSession): Promise<void> {
  const { state, queue } = session;
  const history = historyTable(state);
  if (!history || history.geometry.isProtected) return;
  const lost = restoreEvents(reviewContext(state, state.tables, null), state.recordedEvents.values());
  if (lost.events.length > 0)
    await inExcel(session, (context, assertCurrent) => apply(session, context, assertCurrent, lost, []));
  const isChanged = await inExcel(session, (context) => removeDuplicates(context, history, state.pendingWrites));
  if (!isChanged) return;
  queue.addNow({ kind: "structure", sheet: history.geometry.worksheetId, by: "external" });
  refreshSoon();
}
