/**
 * Plans to restore rows of History that co-authors replaced. Two add-ins that append a row before either sees the other's write to the same
 * place, and the later one stays. A row that somebody removed to undo it is not restored: its item no longer is what the event says.
 */
import { headerOfField } from "../item-fields";
import { itemCells } from "../item-rows";
import { textOf } from "../cells";
import type { ProgrammeEvent, WorkItem } from "../model";
import type { EditPlan } from "./edit-plan";
import { EditPlanBuilder } from "./edit-plan-builder";
import type { ReviewContext } from "./review-context";

/**
 * Returns the plan that records lost events again.
 * @param recorded the events that this add-in has recorded
 */
export function restoreEvents(context: ReviewContext, recorded: Iterable<ProgrammeEvent>): EditPlan {
  const builder = new EditPlanBuilder(context, []);
  const history = context.tables.find(({ role }) => role === "history")?.snapshot;
  if (!history) return builder.build();
  for (const event of recorded) {
    const item = history.values(event.id) === undefined ? builder.overlay.itemBefore(event.item) : undefined;
    if (!item || !isInEffect(event, item, builder.overlay.eventsOf(event.item))) continue;
    builder.plan.events.push(event);
  }
  return builder.build();
}

/** Whether an item is what an event made it, or went on from there. */
function isInEffect({ id, kind, to, step, changes }: ProgrammeEvent, item: WorkItem, all: readonly ProgrammeEvent[]) {
  if (to !== null) return item.status === to || all.some((later) => later.id !== id && later.from === to);
  if (kind === "Step") return item.step === step;
  const shown = itemCells(item);
  return changes.every(({ field, to: value }) => textOf(shown[headerOfField(field)] ?? "") === value);
}
