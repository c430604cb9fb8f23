/** The item that two items of one text are together. */
import { FIELDS } from "../item-fields";
import type { ProgrammeEvent, WorkItem } from "../model";
import { keepEdits, otherNames } from "./differences";
import { foldEvents } from "./fold";
import { compareHappenings } from "./order";

interface JoinedItem {
  /** The item that keeps its key: the one that was reported first, as in a load. */
  kept: WorkItem;
  dropped: WorkItem;
  item: WorkItem;
  /** The events of both, with the statuses before and after each. */
  events: readonly ProgrammeEvent[];
}

/** Returns the item with the names and events of both: what documents report last, and what users changed. */
export function joinedItem(
  first: WorkItem,
  second: WorkItem,
  eventsOf: (item: WorkItem) => readonly ProgrammeEvent[],
): JoinedItem {
  const [a, b] = [eventsOf(first)[0], eventsOf(second)[0]];
  const isLater = !a || (b !== undefined && compareHappenings(b, a) < 0);
  const [kept, dropped] = isLater && b !== undefined ? [second, first] : [first, second];
  const folded = foldEvents(kept.key, [...eventsOf(kept), ...eventsOf(dropped)]);
  const { item } = keepEdits(kept, foldEvents(kept.key, eventsOf(kept)).item, folded.item);
  for (const field of FIELDS) {
    const value = field.value(dropped);
    const isEmpty = field.value(item) === null || (Array.isArray(field.value(item)) && field.value(item)?.length === 0);
    // The status, its day and its step belong together.
    if (isEmpty && field.id !== "since" && field.id !== "step") field.assign(item, value);
  }
  item.name ??= dropped.name;
  item.number ??= dropped.number;
  return { kept, dropped, item: { ...item, aliases: otherNames(item, [kept, item, dropped]) }, events: folded.events };
}
