/**
 * History as version 0.1.0 wrote it, in the layout of today. There, a note said in prose what is a field now: which fields changed, the
 * reason, the replies; and the origin of an event followed from its id. Each row is converted once. Pure.
 */
import { FAMILY_NAMES } from "../../domain/designations/document-id";
import { DOCUMENT_FAMILIES } from "../../domain/document";
import { blankEvent, EVENT_FIELDS, ORIGIN_HEADER } from "../../domain/event-fields";
import { FIELDS, type ItemFieldSpec } from "../../domain/item-fields";
import type { EventOrigin, FieldChange, ProgrammeEvent, Source } from "../../domain/model";
import { typedFacts } from "../../domain/rules/typed-facts";
import { untouched } from "../fingerprint";
import { desiredRow } from "../load/desired-tables";
import { objectOf, textOf, type RowReader } from "../../domain/cells";
import { eventCells, eventOfRow } from "../row-mapping/event-rows";
import { LOADED, type Cell } from "../table-specs/spec";
import { HISTORY } from "../table-specs/tables";
import { NOTE } from "./older-layout";
import { rowCursor, type ManagedTable } from "../tables";

/** The columns of which 0.1.0 computed a row's fingerprint, in order. */
const FINGERPRINTED = [
  ...["Date", "Meeting", "Item", "Event", "From", "To", "Process", "Step", "Document", "Annex", "Section", "Row"],
  ...["Lines", "Printed name", "Title", "Kind", "Editors", "Text", "A.5/A.25", "Equivalent", "Timing", "Contribution"],
  ...["Mark", "Table", "No.", "Study group", "Question", "Joint Questions", "Number", "Provisional name", "Formerly"],
  ...["Start of work", "Determined", "Decision", "Printed status", "Status date", "Version", "Study period"],
  ...["Printed process", NOTE, "Who", "Rest", "Event id", "Key"],
];

/** The rows of such a table as they are now, by the layout's columns. */
export function convertedRows(table: ManagedTable): Cell[][] {
  const cursor = rowCursor(table);
  const sources = new Map<string, Source>();
  for (const row of table.rows) {
    const read = cursor.at(row);
    const source = sourceOfRow(read);
    if (source) sources.set(textOf(read("Event id")) ?? "", source);
  }
  const loadedAt = HISTORY.columns.findIndex(({ header }) => header === LOADED);
  return table.rows.map((row) => {
    const read = cursor.at(row);
    if (row.every((cell) => cell === "")) return HISTORY.columns.map(() => "");
    const { cells } = desiredRow(HISTORY, eventCells(eventOfOlderRow(read, sources), String(read("Item"))));
    const loaded = String(read(LOADED));
    const isUntouched = untouched(FINGERPRINTED.map(read), loaded, "row").every(Boolean);
    // A fingerprint that fits nothing: what people changed stays theirs.
    if (!isUntouched) cells[loadedAt] = loaded;
    return cells;
  });
}

/** Returns such a table in the current layout, for reading; columns of the user's own are left out. */
export function asCurrent(table: ManagedTable): ManagedTable {
  return { ...table, headers: HISTORY.columns.map(({ header }) => header), rows: convertedRows(table) };
}

/** The id of what a document reports begins with the document's own. */
const REPORTED = new RegExp(`^((\\d{4}-\\d{2}) (${Object.values(FAMILY_NAMES).join("|")})) `);
/** An earlier event of a row: the id of the row's own event, what happened, and the month. */
const EARLIER = /^(.*) (new work item|determined) \d{4}-\d{1,2}(?:-\d{2})?$/;

function sourceOfRow(read: RowReader): Source | null {
  const document = textOf(read("Document"));
  if (document === null) return null;
  const source = { ...eventOfRow(without(read, NEW_HEADERS)).source, document } as Source;
  return { ...source, ...documentIn(`${document} `), column: null };
}

/** Columns that the older layout does not have: a column of people's own that is called so is none of ours. */
const NEW_HEADERS: ReadonlySet<string> = new Set(
  [...EVENT_FIELDS.map(({ header }) => header)].filter((header) => !FINGERPRINTED.includes(header)),
);

function without(read: RowReader, headers: ReadonlySet<string>): RowReader {
  return (header) => (headers.has(header) ? "" : read(header));
}

/** Document, family and meeting of an id that begins with a document's. */
function documentIn(id: string): Pick<Source, "document" | "family" | "meeting"> | null {
  const [, document, meeting, name] = REPORTED.exec(id) ?? [];
  const family = DOCUMENT_FAMILIES.find((each) => FAMILY_NAMES[each] === name);
  return document === undefined || meeting === undefined || family === undefined ? null : { document, family, meeting };
}

function eventOfOlderRow(read: RowReader, sources: ReadonlyMap<string, Source>): ProgrammeEvent {
  const { event: rest = {}, ...others } = objectOf(read("Rest")) as { event?: Record<string, unknown> };
  const id = textOf(read("Event id")) ?? "";
  const who = typeof rest["who"] === "string" ? rest["who"] : textOf(read("Who"));
  const note = typeof rest["note"] === "string" ? rest["note"] : textOf(read(NOTE));
  const source = sources.get(id) ?? earlierSource(id, sources);
  const origin: EventOrigin = who === null && source !== null ? "document" : "user";
  // Whatever the columns have in common is read as today; the source and the note follow.
  const common = eventOfRow((header) => {
    if (header === "Rest") return Object.keys(others).length > 0 ? JSON.stringify(others) : "";
    if (header === ORIGIN_HEADER) return origin;
    return NEW_HEADERS.has(header) ? "" : read(header);
  });
  const event: ProgrammeEvent = {
    ...blankEvent(),
    ...common,
    ...textsIn(rest, ["meeting", "step", "date", "id", "item"]),
    origin,
    who,
    source: source && common.source ? { ...common.source, ...source } : source,
    printed: source?.column === null ? common.printed : null,
    edit: origin === "user" && id.includes(".") ? id.slice(0, id.lastIndexOf(".")) : null,
  };
  if (origin === "document") return { ...event, note: source?.column === null ? note : null };
  return { ...event, ...notesOf(event, note) };
}

/** Returns texts that the older layout kept in Rest, because a cell could not hold them exactly. */
function textsIn(rest: Record<string, unknown>, keys: readonly (keyof ProgrammeEvent)[]): Partial<ProgrammeEvent> {
  return Object.fromEntries(keys.flatMap((key) => (typeof rest[key] === "string" ? [[key, rest[key]]] : [])));
}

/** The source of an event that a column of a row reports: the row's own, which that event did not repeat. */
function earlierSource(id: string, sources: ReadonlyMap<string, Source>): Source | null {
  const [, row, happened] = EARLIER.exec(id) ?? [];
  const column = happened === "determined" ? "determined" : "startOfWork";
  const source = row === undefined ? undefined : sources.get(row);
  if (source) return { ...source, column };
  const document = documentIn(id);
  return document && { ...document, annex: "", section: "", table: null, position: 0, lines: [0, 0], column };
}

const REASON = "\nReason: ";

/** What the note of a user's event said: the changes of fields with the reason below, or the reason alone, with replies and dates in it. */
function notesOf({ kind }: ProgrammeEvent, note: string | null): Partial<ProgrammeEvent> {
  if (note === null) return {};
  const at = note.lastIndexOf(REASON);
  const [reported, reason] = at < 0 ? [note, null] : [note.slice(0, at), note.slice(at + REASON.length)];
  const changes = kind === "Changed" ? changesIn(reported) : [];
  if (changes.length > 0) return { changes, reason };
  return { reason: note, facts: typedFacts(note) };
}

const NOTHING = "(none)";
const CHANGED: readonly ItemFieldSpec[] = FIELDS.filter(({ logged, id }) => logged || id === "since");

/**
 * "Timing: 2024-Q1 → 2024-Q3; Text: (none) → TD1500". The fields came in the order of their declaration, so what looks like an earlier
 * field is part of a value; of what looks like a later one nothing can tell, and it counts as one.
 */
function changesIn(reported: string): FieldChange[] {
  const [found] = CHANGED.flatMap((field, index) => {
    const start = `${field.header}: `;
    const arrow = reported.indexOf(" → ");
    return reported.startsWith(start) && arrow > 0
      ? [{ field, index, from: reported.slice(start.length, arrow), arrow }]
      : [];
  });
  if (!found) return [];
  const value = (text: string): string | null => (text === NOTHING ? null : text);
  const rest = reported.slice(found.arrow + " → ".length);
  const later = CHANGED.slice(found.index + 1);
  for (let at = rest.indexOf("; "); at >= 0; at = rest.indexOf("; ", at + 1)) {
    const next = rest.slice(at + 2);
    if (!later.some(({ header }) => next.startsWith(`${header}: `)) || !next.includes(" → ")) continue;
    const change = { field: found.field.id, from: value(found.from), to: value(rest.slice(0, at)) };
    return [change, ...changesIn(next)];
  }
  return [{ field: found.field.id, from: value(found.from), to: value(rest) }];
}
