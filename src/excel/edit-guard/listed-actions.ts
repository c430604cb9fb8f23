/** Lists accepted edits as recent actions. */
import type { EditPlan } from "../../domain/edit-review/edit-plan";
import type { RecordedEvent } from "../../domain/edit-review/undo-edits";
import { itemName } from "../../domain/item-name";
import { wordAction, wordSentence } from "../../i18n/guard";
import { addAction } from "../recent-actions";

/** The listed actions by the events that they recorded: one that was undone in another way leaves the list. */
const listed = new Map<string, { events: Set<string>; remove: () => void }>();

/**
 * Lists the edits of a plan as one action, and removes actions whose events have all left History.
 * @param undo requests the undo of events
 */
export function listAction(plan: EditPlan, undo: (events: readonly RecordedEvent[]) => Promise<string | null>): void {
  for (const { event } of plan.revertedEvents) unlist(event.id);
  const events = [...plan.events, ...plan.restoredEvents];
  if (events.length === 0) return;
  const recorded = events.map(({ id, item }): RecordedEvent => ({ item, event: id }));
  const entered = events.filter(({ from, to }) => from === null && to !== null);
  const named = (key: string): string => {
    const item = plan.items.get(key);
    return item ? itemName(item) : key;
  };
  const remove = addAction({
    kind: plan.action ? "command" : "edit",
    title: plan.action ? wordSentence(plan.action) : wordAction(events, named),
    deletes: entered.length === 0 ? null : wordSentence({ code: "undoDeletes", values: namesOf(entered, named) }),
    undo: () => undo(recorded),
  });
  const action = { events: new Set(recorded.map(({ event }) => event)), remove };
  for (const { event } of recorded) listed.set(event, action);
}

const namesOf = (events: EditPlan["events"], named: (key: string) => string) => ({
  items: [...new Set(events.map(({ item }) => named(item)))],
});

function unlist(event: string): void {
  const action = listed.get(event);
  listed.delete(event);
  action?.events.delete(event);
  if (action?.events.size === 0) action.remove();
}
