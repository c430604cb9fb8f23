/** What happened to the programme since a meeting or a day: events by item, and per field from what to what. */
import type { IsoDate, Programme, ProgrammeEvent, WorkItem } from "../model";
import type { Row } from "../document";

export interface FieldChange {
  field: string;
  from: string | null;
  to: string | null;
}

export interface ItemChanges {
  item: WorkItem;
  /** Since the day, by date. */
  events: ProgrammeEvent[];
  changes: FieldChange[];
}

/** Fields that documents print again and again: a change shows between two printed rows. */
const PRINTED: readonly (keyof Row)[] = ["title", "editors", "text", "a5", "equivalent", "timing", "question"];

const text = (value: unknown): string | null =>
  value === null || value === undefined ? null : Array.isArray(value) ? value.join(", ") : String(value);

function changesOf(before: readonly ProgrammeEvent[], after: readonly ProgrammeEvent[]): FieldChange[] {
  const changes: FieldChange[] = [];
  const status = after.filter(({ to }) => to !== null).at(-1)?.to ?? null;
  const earlier = before.filter(({ to }) => to !== null).at(-1)?.to ?? null;
  if (status && status !== earlier) changes.push({ field: "Status", from: earlier, to: status });
  for (const field of PRINTED) {
    const last = lastPrinted(before, field);
    const now = lastPrinted(after, field);
    if (now !== null && last !== null && now !== last) changes.push({ field, from: last, to: now });
  }
  return changes;
}

function lastPrinted(events: readonly ProgrammeEvent[], field: keyof Row): string | null {
  for (let index = events.length - 1; index >= 0; index--) {
    const value = text(events[index]?.printed?.[field] ?? null);
    if (value !== null) return value;
  }
  return null;
}

/**
 * Items to which something happened after a day, by name.
 * @param since the last day that is no longer news: a meeting's closing day.
 */
export function whatChanged(programme: Programme, since: IsoDate): ItemChanges[] {
  const before = new Map<string, ProgrammeEvent[]>();
  const after = new Map<string, ProgrammeEvent[]>();
  for (const event of programme.events) {
    const side = event.date > since ? after : before;
    const group = side.get(event.item);
    if (group) group.push(event);
    else side.set(event.item, [event]);
  }
  return programme.items
    .flatMap((item) => {
      const events = after.get(item.key);
      return events ? [{ item, events, changes: changesOf(before.get(item.key) ?? [], events) }] : [];
    })
    .sort((a, b) =>
      (a.item.number ?? a.item.name ?? "").localeCompare(b.item.number ?? b.item.name ?? "", "en", { numeric: true }),
    );
}
