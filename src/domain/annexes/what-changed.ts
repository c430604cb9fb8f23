/** What happened to the programme since a meeting or a day: events by item, and per field from what to what. */
import type { IsoDate, Programme, ProgrammeEvent, WorkItem } from "../model";
import { FIELDS, isEditable, plainValue } from "../item-fields";
import { printedValue, REPORTED_FIELDS } from "../row-fields";
import { withoutReason } from "../rules/reasons";

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
const COMPARED = REPORTED_FIELDS.filter(({ field }) => isEditable(field));

const TYPED_FIELDS = FIELDS.filter(({ logged }) => logged)
  .map(({ header }) => header.replaceAll(".", "\\."))
  .join("|");
/** What the note of a change by hand tells: "Timing: 2024-Q1 → 2024-Q3; Text: (none) → TD1500". */
const TYPED = new RegExp(`(?:^|; )(${TYPED_FIELDS}): (.*?) → (.*?)(?=; (?:${TYPED_FIELDS}): |$)`, "gs");
const NOTHING = "(none)";

/** The fields that a change by hand tells of; empty for every other event. */
function typedChanges({ kind, note }: ProgrammeEvent): FieldChange[] {
  if (kind !== "Changed" || note === null) return [];
  const value = (told: string | undefined) => (told === undefined || told === NOTHING ? null : told);
  return [...withoutReason(note).matchAll(TYPED)].map(([, field = "", from, to]) => ({
    field,
    from: value(from),
    to: value(to),
  }));
}

function printedValues({ printed }: ProgrammeEvent): [field: string, value: string][] {
  if (!printed) return [];
  return COMPARED.flatMap(({ field, printed: id }) => {
    const value = plainValue(printedValue(printed, id));
    return value === null ? [] : [[field.header, value] as [string, string]];
  });
}

/** From what each field was to what it is, whatever it was in between. */
class Fields {
  private readonly known = new Map<string, string | null>();
  private readonly first = new Map<string, string | null>();

  constructor(before: readonly ProgrammeEvent[]) {
    for (const event of before) this.learn(event);
  }

  private learn(event: ProgrammeEvent): void {
    for (const [field, value] of printedValues(event)) this.known.set(field, value);
    for (const { field, to } of typedChanges(event)) this.known.set(field, to);
    if (event.to) this.known.set("Status", event.to);
  }

  take(event: ProgrammeEvent): void {
    for (const { field, from } of typedChanges(event)) this.begin(field, from);
    for (const [field] of printedValues(event)) {
      const known = this.known.get(field);
      if (known !== undefined) this.begin(field, known);
    }
    if (event.to) this.begin("Status", this.known.get("Status") ?? event.from);
    this.learn(event);
  }

  private begin(field: string, from: string | null): void {
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
