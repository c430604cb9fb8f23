/** Changes of the programme since a day: events by item, and the old and new value of each changed field. */
import { compareItemNames } from "../item-name";
import type { FieldChange, IsoDate, Programme, ProgrammeEvent, WorkItem } from "../model";
import { isEditable, plainValue, type ItemFieldId } from "../item-fields";
import { printedValue, REPORTED_FIELDS } from "../row-fields";

export interface ItemChanges {
  item: WorkItem;
  /** Since the day, by date. */
  events: ProgrammeEvent[];
  changes: FieldChange[];
}

/** Fields that documents print repeatedly: a change is a difference between two printed rows. */
const COMPARED = REPORTED_FIELDS.filter(({ field }) => isEditable(field));

/** The field that events contain in From and To. */
const STATUS: ItemFieldId = "status";

function printedValues({ printed }: ProgrammeEvent): [field: ItemFieldId, value: string][] {
  if (!printed) return [];
  return COMPARED.flatMap(({ field, printed: id }) => {
    const value = plainValue(printedValue(printed, id));
    return value === null ? [] : [[field.id, value] as [ItemFieldId, string]];
  });
}

/** The first and the current value of each field. */
class FieldHistory {
  private readonly current = new Map<ItemFieldId, string | null>();
  private readonly first = new Map<ItemFieldId, string | null>();

  constructor(before: readonly ProgrammeEvent[]) {
    for (const event of before) this.update(event);
  }

  private update(event: ProgrammeEvent): void {
    for (const [field, value] of printedValues(event)) this.current.set(field, value);
    for (const { field, to } of event.changes) this.current.set(field, to);
    if (event.to) this.current.set(STATUS, event.to);
  }

  add(event: ProgrammeEvent): void {
    for (const { field, from } of event.changes) this.recordFirst(field, from);
    for (const [field] of printedValues(event)) {
      const current = this.current.get(field);
      if (current !== undefined) this.recordFirst(field, current);
    }
    if (event.to) this.recordFirst(STATUS, this.current.get(STATUS) ?? event.from);
    this.update(event);
  }

  private recordFirst(field: ItemFieldId, from: string | null): void {
    if (!this.first.has(field)) this.first.set(field, from);
  }

  changes(): FieldChange[] {
    return [...this.first].flatMap(([field, from]) => {
      const to = this.current.get(field) ?? null;
      return from === to ? [] : [{ field, from, to }];
    });
  }
}

function changesOf(before: readonly ProgrammeEvent[], after: readonly ProgrammeEvent[]): FieldChange[] {
  const fields = new FieldHistory(before);
  for (const event of after) fields.add(event);
  return fields.changes();
}

/**
 * Returns the items with events after a day, by name.
 * @param since the last day that is not included: the last day of a meeting.
 */
export function whatChanged(programme: Programme, since: IsoDate): ItemChanges[] {
  const before = new Map<string, ProgrammeEvent[]>();
  const after = new Map<string, ProgrammeEvent[]>();
  for (const event of programme.events) {
    const eventsByKey = event.date > since ? after : before;
    const group = eventsByKey.get(event.item);
    if (group) group.push(event);
    else eventsByKey.set(event.item, [event]);
  }
  return programme.items
    .flatMap((item) => {
      const events = after.get(item.key);
      return events ? [{ item, events, changes: changesOf(before.get(item.key) ?? [], events) }] : [];
    })
    .sort((a, b) => compareItemNames(a.item, b.item));
}
