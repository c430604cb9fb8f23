/** Merges documents into the programme of the workbook, without the changes of users to its cells. Pure. */
import type { ReadDocument } from "../../domain/document";
import { blankItem } from "../../domain/blank";
import { eventsByItem, foldEvents, joinSteps, mergeSteps } from "../../domain/merge";
import type { Programme, ProgrammeEvent, WorkItem } from "../../domain/model";
import type { Steps } from "../../domain/steps";
import type { ImportedChange } from "./types";

/**
 * Merges documents into the workbook's programme. Its keys and events stay, including those that users entered. The items are computed from
 * the events; plan.ts compares them with the cells of the workbook.
 */
export function* mergedProgramme(
  existing: Programme | null,
  documents: readonly ReadDocument[],
  undo: ImportedChange | null = null,
): Steps<Programme> {
  if (!existing) return yield* joinSteps(documents);
  const start = undo ? withEarlierItems(existing, undo) : existing;
  const removed = undo?.documents ?? [];
  return (yield* mergeSteps({ ...start, items: itemsFromEvents(start) }, documents, removed)).programme;
}

/**
 * The programme with the items of its events, the events of the imported documents and the meetings as they were before an import. What
 * users changed since then stays.
 */
function withEarlierItems(programme: Programme, { documents, before, after }: ImportedChange): Programme {
  const isImported = ({ source }: ProgrammeEvent): boolean => source !== null && documents.includes(source.document);
  const itemOfEvent = new Map(before.events.map(({ id, item }) => [id, item]));
  const keys = new Set(programme.items.map(({ key }) => key));
  const items = restored(programme.items, before.items, after.items, ({ key }) => key);
  return {
    ...programme,
    items: [...items, ...before.items.filter(({ key }) => !keys.has(key))],
    meetings: restored(programme.meetings, before.meetings, after.meetings, ({ id }) => id),
    events: [
      ...programme.events
        .filter((event) => !isImported(event))
        .map((event) => ({ ...event, item: itemOfEvent.get(event.id) ?? event.item })),
      ...before.events.filter(isImported),
    ],
  };
}

/** The entries of now; those that are as an import left them are again as before it, or left out where it added them. */
function restored<Entry>(
  now: readonly Entry[],
  before: readonly Entry[],
  after: readonly Entry[],
  keyOf: (entry: Entry) => string,
): Entry[] {
  const earlier = new Map(before.map((entry) => [keyOf(entry), entry]));
  const imported = new Map(after.map((entry) => [keyOf(entry), JSON.stringify(entry)]));
  return now.flatMap((entry) => {
    if (JSON.stringify(entry) !== imported.get(keyOf(entry))) return [entry];
    const entryBefore = earlier.get(keyOf(entry));
    return entryBefore ? [entryBefore] : [];
  });
}

function itemsFromEvents(programme: Programme): WorkItem[] {
  const events = eventsByItem(programme.events);
  // Of an item without events (typed by a user) only the names are used: its other cells are compared with the documents.
  const items = new Map(
    programme.items.map((item) => [
      item.key,
      events.has(item.key) ? item : { ...blankItem(item.key), ...namesIn(item) },
    ]),
  );
  for (const [key, own] of events) {
    const reported = foldEvents(key, own).item;
    const entered = items.get(key);
    items.set(
      key,
      entered && own.some((event) => event.printed)
        ? { ...reported, aliases: namesBesides(reported, entered) }
        : (entered ?? reported),
    );
  }
  return [...items.values()];
}

function namesIn({ number, name, aliases }: WorkItem): Pick<WorkItem, "aliases"> {
  return { aliases: [...new Set([number, name, ...aliases])].filter((each) => each !== null) };
}

/** Names that users gave an item are its aliases, so that documents that use them refer to this item. */
function namesBesides(reported: WorkItem, entered: WorkItem): string[] {
  const names = [...reported.aliases, ...entered.aliases, entered.number, entered.name].filter((name) => name !== null);
  return [...new Set(names)].filter((name) => name !== reported.number && name !== reported.name);
}

/** The programme without the entries of users, from which a replacement starts. */
export function withoutPeople(programme: Programme): Programme {
  const events = programme.events.filter(({ origin }) => origin === "document");
  const reported = new Set(events.map((event) => event.item));
  return { ...programme, events, items: programme.items.filter((item) => reported.has(item.key)) };
}
