/** Events entered by hand, taken back (undo, a slip corrected) and taken again (redo). */
import { standingNow } from "../merge/standing";
import type { ProgrammeEvent, WorkItem } from "../model";
import type { Status } from "../vocabulary";
import type { EditPlanBuilder, TypedCell } from "./edit-plan-builder";
import { follow, placeOf } from "./propagate";
import { nothingElse } from "./notice";
import { designation } from "./programme-overlay";

/** The step at which an item stood before an event; null at the start of its status. */
export function stepBefore(events: readonly ProgrammeEvent[], event: ProgrammeEvent): string | null {
  return standingNow(events.slice(0, events.indexOf(event)))?.step ?? null;
}

/**
 * Takes back the last event of an item, entered by hand: the item stands as it stood before.
 * @returns false where its record does not tell how it stood before
 */
export function takeBack(
  draft: EditPlanBuilder,
  item: WorkItem,
  event: ProgrammeEvent,
  cells: readonly TypedCell[],
): boolean {
  const together = draft.working
    .eventsOf(item.key)
    .filter(
      (each) => each.origin === "user" && (each.id === event.id || (each.edit !== null && each.edit === event.edit)),
    );
  const rest = draft.working.eventsOf(item.key).filter((each) => !together.includes(each));
  const before = standingNow(rest);
  if (before === null) return unenter(draft, item, together);
  if (event.from === null || before?.status !== event.from) return false;
  const restored: WorkItem = {
    ...item,
    ...before,
    process: before.process ?? item.process,
    // A step gave no date to the status, so its going takes none.
    since: event.to === null ? item.since : before.since,
  };
  dropEvents(draft, item, together);
  draft.take(restored, [], true);
  for (const cell of cells) draft.mark(cell, false);
  follow(draft, item, restored, cells, true);
  const name = designation(item);
  draft.say({
    ...nothingElse(),
    outcome: "noted",
    cause: `taken back ${event.kind}`,
    item: name,
    key: item.key,
    at: placeOf({ cells }),
    tried: [{ column: "Status", from: item.status, to: restored.status }],
    text: { code: "takenBack", values: { item: name, event: event.kind, status: restored.status } },
  });
  return true;
}

function dropEvents(draft: EditPlanBuilder, item: WorkItem, events: readonly ProgrammeEvent[]): void {
  const history = draft.world.tables.find((table) => table.role === "history");
  for (const event of events) {
    draft.working.drop(item.key, event.id);
    // Taken a moment ago in this very pass: it never was.
    const planned = draft.plan.events.findIndex(({ id }) => id === event.id);
    if (planned >= 0) draft.plan.events.splice(planned, 1);
    else draft.plan.takenBack.push({ event, position: history ? draft.position(history, event.id) : -1 });
  }
}

/** The entry of an item is undone: its row stays, without a key, until it is entered again or goes too. */
function unenter(draft: EditPlanBuilder, item: WorkItem, events: readonly ProgrammeEvent[]): boolean {
  dropEvents(draft, item, events);
  draft.working.forget(item.key);
  draft.plan.items.delete(item.key);
  draft.plan.standing.set(item.key, null);
  draft.plan.unentered.push(item.key);
  const table = draft.world.tables.find((each) => each.role === "programme");
  const position = table ? draft.position(table, item.key) : -1;
  if (table && position >= 0) {
    draft.write(table, { row: item.key, position, column: table.shadow.keyColumn }, "", "follows");
  }
  draft.say({
    ...nothingElse(),
    outcome: "noted",
    cause: "unentered",
    item: designation(item),
    key: item.key,
    at: table && position >= 0 ? { table: table.name, position, column: 0 } : null,
    tried: [],
    text: { code: "unentered", values: { item: designation(item) } },
  });
  return true;
}

/** Puts an event back that was taken back (redo): the item stands again as the event says. */
export function takeAgain(draft: EditPlanBuilder, item: WorkItem, event: ProgrammeEvent): void {
  const status: Status = event.to ?? item.status;
  const again: WorkItem = {
    ...item,
    status,
    since: event.to === null ? item.since : event.date,
    step: event.step,
    process: event.process ?? item.process,
  };
  draft.working.take(again, [event]);
  draft.plan.returned.push(event);
  draft.plan.items.set(item.key, again);
  draft.plan.standing.set(item.key, null);
  follow(draft, item, again, [], true);
}
