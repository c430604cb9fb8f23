/** The changes of a merge, and the values that it keeps because a user changed them. */
import { blankItem } from "../blank";
import type { Meeting, Programme, WorkItem } from "../model";
import { normaliseName } from "../designations/normalise";

type Field = Exclude<keyof WorkItem, "key">;
type ItemValue = WorkItem[Field];

/** A value that a user changed and that was kept although documents report another. */
export interface KeptEdit {
  key: string;
  field: Field;
  kept: ItemValue;
  document: ItemValue;
}

export interface ItemChange {
  key: string;
  fields: { field: Field; before: ItemValue; after: ItemValue }[];
}

export interface ProgrammeDiff {
  /** Keys of new items. */
  added: string[];
  changed: ItemChange[];
  kept: KeptEdit[];
  /** Items found to be one: the events of the dropped item now have the key of the kept one. */
  merged: { kept: string; dropped: string }[];
  /** Event ids. */
  eventsAdded: string[];
  eventsChanged: string[];
  eventsRemoved: string[];
  /** Ids of new and changed meetings. */
  meetings: string[];
}

const FIELD_NAMES = Object.keys(blankItem("")).filter((field) => field !== "key") as Field[];

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function setField<F extends Field>(item: WorkItem, field: F, from: WorkItem): void {
  item[field] = from[field];
}

/**
 * Applies the documents' values, except to fields that a user changed.
 * @param before the item in the programme
 * @param base the item computed from its events before the merge
 * @param after the item computed from its events after the merge
 */
export function keepEdits(before: WorkItem, base: WorkItem, after: WorkItem): { item: WorkItem; kept: KeptEdit[] } {
  const item: WorkItem = { ...after };
  const kept: KeptEdit[] = [];
  for (const field of FIELD_NAMES) {
    if (same(before[field], base[field])) continue;
    if (field === "aliases") continue;
    setField(item, field, before);
    if (!same(before[field], after[field]) && !same(base[field], after[field])) {
      kept.push({ key: before.key, field, kept: before[field], document: after[field] });
    }
  }
  const isRenamed = (["number", "name", "aliases"] as const).some((field) => !same(before[field], base[field]));
  return { item: isRenamed ? { ...item, aliases: otherNames(item, [before, after]) } : item, kept };
}

/** Returns the names of the records that are not the item's present number or name: old names are always kept. */
export function otherNames(item: WorkItem, records: readonly WorkItem[]): string[] {
  const usedNames = new Set([item.number, item.name].map((name) => (name === null ? "" : normaliseName(name))));
  const all = records.flatMap(({ aliases, number, name }) => [...aliases, number, name]);
  return all.filter((name): name is string => {
    if (name === null || usedNames.has(normaliseName(name))) return false;
    usedNames.add(normaliseName(name));
    return true;
  });
}

/** The change of an item; empty if no field changed. */
export function changedFields(before: WorkItem, after: WorkItem): ItemChange[] {
  const fields = FIELD_NAMES.filter((field) => !same(before[field], after[field]));
  if (fields.length === 0) return [];
  return [{ key: after.key, fields: fields.map((field) => ({ field, before: before[field], after: after[field] })) }];
}

/** The differences between a programme before and after a merge. */
export function diffOf(
  before: Programme,
  after: Programme,
  { kept, merged }: Pick<ProgrammeDiff, "kept" | "merged">,
): ProgrammeDiff {
  const items = new Map(before.items.map((item) => [item.key, item]));
  const events = new Map(before.events.map((event) => [event.id, event]));
  const meetings = new Map<string, Meeting>(before.meetings.map((meeting) => [meeting.id, meeting]));
  const present = new Set(after.events.map(({ id }) => id));
  const changed = after.items.flatMap((item) => {
    const old = items.get(item.key);
    return old === undefined ? [] : changedFields(old, item);
  });
  return {
    added: after.items.filter(({ key }) => !items.has(key)).map(({ key }) => key),
    changed,
    kept,
    merged,
    eventsAdded: after.events.filter(({ id }) => !events.has(id)).map(({ id }) => id),
    eventsChanged: after.events
      .filter((event) => events.has(event.id) && !same(events.get(event.id), event))
      .map(({ id }) => id),
    eventsRemoved: before.events.filter(({ id }) => !present.has(id)).map(({ id }) => id),
    meetings: after.meetings.filter((meeting) => !same(meetings.get(meeting.id), meeting)).map(({ id }) => id),
  };
}
