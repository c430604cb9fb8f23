/** A programme as the rules ask for it. */
import type { Programme, ProgrammeEvent, WorkItem } from "../model";
import { normaliseName } from "../names/normalise";
import { remembered } from "./remembered";
import type { ProgrammeFacts } from "./types";

const nameKey = remembered(normaliseName);

/** Indexes a programme: events by item, items by every name they bear or bore. */
export function factsOf(programme: Pick<Programme, "items" | "events">): ProgrammeFacts {
  const events = new Map<string, ProgrammeEvent[]>();
  for (const event of programme.events) push(events, event.item, event);
  const named = new Map<string, WorkItem[]>();
  for (const item of programme.items) {
    const names = [item.number, item.name, ...item.aliases].filter((name): name is string => name !== null);
    for (const name of new Set(names.map((each) => nameKey(each)))) push(named, name, item);
  }
  return {
    eventsOf: (key) => events.get(key) ?? [],
    itemsNamed: (designation) => named.get(nameKey(designation)) ?? [],
  };
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
