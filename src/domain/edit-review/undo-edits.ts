/** Undoes accepted edits on request, in any order: each by itself, as far as nothing later builds on it. */
import { headerOfField } from "../item-fields";
import { itemName } from "../item-name";
import { EditPlanBuilder } from "./edit-plan-builder";
import { itemKeyIn, type EditPlan } from "./edit-plan";
import type { GuardSentence } from "./message";
import type { ReviewContext } from "./review-context";
import { revertEvent } from "./revert-event";

/** An event that an action recorded. */
export interface RecordedEvent {
  /** Key of the item. */
  item: string;
  event: string;
}

/**
 * Plans to undo an action, wholly or not at all: its events leave History, and their items are as they were before. The row of an item that
 * the action entered is removed. Events that have been undone in another way are left out.
 * @param recorded the events of the action, in order
 */
export function undoEdits(
  context: ReviewContext,
  recorded: readonly RecordedEvent[],
): { plan: EditPlan } | { refused: GuardSentence } {
  const builder = new EditPlanBuilder(context, []);
  for (const { item: key, event: id } of [...recorded].reverse()) {
    const item = builder.overlay.item(key);
    const event = builder.overlay.eventsOf(key).find((each) => each.id === id);
    if (!event) continue;
    if (!item) return { refused: { code: "undoUnrecorded", values: { item: key } } };
    const dependency = revertEvent(builder, item, event, []);
    if (dependency?.kind === "unrecorded")
      return { refused: { code: "undoUnrecorded", values: { item: itemName(item) } } };
    if (dependency) {
      const column = headerOfField(dependency.field);
      return { refused: { code: "undoDependency", values: { item: itemName(item), column } } };
    }
    if (builder.plan.removedKeys.includes(key)) removeRows(builder, key);
  }
  // The list of actions shows what was undone.
  return { plan: { ...builder.build(), messages: [] } };
}

function removeRows(builder: EditPlanBuilder, key: string): void {
  for (const table of builder.context.tables) {
    if (table.role !== "programme") continue;
    for (const { id, values } of table.snapshot.all())
      if (itemKeyIn(table, values) === key) builder.removeRow(table, id);
  }
}
