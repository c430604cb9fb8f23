/** What happened to the programme since a meeting or a day: events by item, and per field from what to what. */
import type { FieldChange, IsoDate, Programme, ProgrammeEvent, WorkItem } from "../model";
import { isEditable, plainValue, type ItemFieldId } from "../item-fields";
import { printedValue, REPORTED_FIELDS } from "../row-fields";

export interface ItemChanges {
  item: WorkItem;
  /** Since the day, by date. */
  events: ProgrammeEvent[];
  changes: FieldChange[];
}

/** Fields that documents print again and again: a change shows between two printed rows. */
const COMPARED = REPORTED_FIELDS.filter(({ field }) => isEditable(field));

/** The field that events tell by themselves, in From and To. */
const STATUS: ItemFieldId = "status";

function printedValues({ printed }: ProgrammeEvent): [field: ItemFieldId, value: string][] {
  if (!printed) return [];
  return COMPARED.flatMap(({ field, printed: id }) => {
    const value = plainValue(printedValue(printed, id));
    return value === null ? [] : [[field.id, value] as [ItemFieldId, string]];
  });
}

/** From what each field was to what it is, whatever it was in between. */
class Fields {
  private readonly known = new Map<ItemFieldId, string | null>();
  private readonly first = new Map<ItemFieldId, string | null>();

  constructor(before: readonly ProgrammeEvent[]) {
    for (const event of before) this.learn(event);
  }

  private learn(event: ProgrammeEvent): void {
    for (const [field, value] of printedValues(event)) this.known.set(field, value);
    for (const { field, to } of event.changes) this.known.set(field, to);
    if (event.to) this.known.set(STATUS, event.to);
  }

  take(event: ProgrammeEvent): void {
    for (const { field, from } of event.changes) this.begin(field, from);
    for (const [field] of printedValues(event)) {
      const known = this.known.get(field);
      if (known !== undefined) this.begin(field, known);
    }
    if (event.to) this.begin(STATUS, this.known.get(STATUS) ?? event.from);
    this.learn(event);
  }

  private begin(field: ItemFieldId, from: string | null): void {
    if (!this.first.has(field)) this.first.set(field, from);
  }

  changes(): FieldChange[] {
    return [...this.first].flatMap(([field, from]) => {
      const to = this.known.get(field) ?? null;
      return from === to ? [] : [{ field, from, to }];
    });
  }
}

function changesOf(before: readonly ProgrammeEvent[], after: readonly ProgrammeEvent[]): FieldChange[] {
  const fields = new Fields(before);
  for (const event of after) fields.take(event);
  return fields.changes();
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
