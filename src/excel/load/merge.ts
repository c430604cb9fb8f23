/** What documents make of the programme that the workbook holds, whatever people changed in its cells. Pure. */
import type { ReadDocument } from "../../domain/document";
import { blankItem } from "../../domain/blank";
import { eventsByItem, foldEvents, joinDocuments, mergeDocuments } from "../../domain/merge";
import type { Programme, WorkItem } from "../../domain/model";

/**
 * Joins documents into the workbook's programme. Its keys and its events stay, those that people entered included; the items come out as
 * the events tell them: what people typed into cells is compared with that afterwards, cell by cell (plan.ts).
 */
export function mergedProgramme(existing: Programme | null, documents: readonly ReadDocument[]): Programme {
  if (!existing) return joinDocuments([...documents]);
  return mergeDocuments({ ...existing, items: itemsFromEvents(existing) }, documents).programme;
}

function itemsFromEvents(programme: Programme): WorkItem[] {
  const events = eventsByItem(programme.events);
  // Of an item that no event tells of (people typed it) only the names count: what documents tell of it is compared with the rest.
  const items = new Map(
    programme.items.map((item) => [
      item.key,
      events.has(item.key) ? item : { ...blankItem(item.key), ...namesIn(item) },
    ]),
  );
  for (const [key, own] of events) {
    const reported = foldEvents(key, own).item;
    const typed = items.get(key);
    items.set(
      key,
      typed && own.some((event) => event.printed)
        ? { ...reported, aliases: namesBesides(reported, typed) }
        : (typed ?? reported),
    );
  }
  return [...items.values()];
}

function namesIn({ number, name, aliases }: WorkItem): Pick<WorkItem, "aliases"> {
  return { aliases: [...new Set([number, name, ...aliases])].filter((each) => each !== null) };
}

/** The names that people gave an item count as names of it, so that a document that uses them means this item. */
function namesBesides(reported: WorkItem, typed: WorkItem): string[] {
  const names = [...reported.aliases, ...typed.aliases, typed.number, typed.name].filter((name) => name !== null);
  return [...new Set(names)].filter((name) => name !== reported.number && name !== reported.name);
}

/** The programme without what people entered: what a replacement starts from. */
export function withoutPeople(programme: Programme): Programme {
  const events = programme.events.filter(({ origin }) => origin === "document");
  const reported = new Set(events.map((event) => event.item));
  return { ...programme, events, items: programme.items.filter((item) => reported.has(item.key)) };
}
