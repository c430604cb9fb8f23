/** The programme in the form that the rules read. */
import { namesOfItem } from "../merge/item-names";
import { eventsByItem } from "../merge/order";
import type { Programme, WorkItem } from "../model";
import { normaliseName } from "../designations/normalise";
import { memoize } from "../memoize";
import type { ProgrammeFacts } from "./types";

const nameKey = memoize(normaliseName);

/** Indexes a programme: events by item, items by all their present and former names. */
export function factsOf(programme: Pick<Programme, "items" | "events">): ProgrammeFacts {
  const events = eventsByItem(programme.events);
  const named = new Map<string, WorkItem[]>();
  for (const item of programme.items) {
    for (const name of new Set(namesOfItem(item).map((written) => nameKey(written)))) {
      const same = named.get(name);
      if (same) same.push(item);
      else named.set(name, [item]);
    }
  }
  return {
    eventsOf: (key) => events.get(key) ?? [],
    itemsNamed: (designation) => named.get(nameKey(designation)) ?? [],
  };
}
