/** An event as a row of History, and back: with its source and the row as printed, every cell of it. */
import { TABLE_KINDS, type Row, type TableKind } from "../../domain/document";
import type { ProgrammeEvent, Source } from "../../domain/model";
import { EVENT_KINDS, isOneOf, PROCESSES, STATUSES } from "../../domain/vocabulary";
import { KEY } from "../table-specs/spec";
import {
  dateCell,
  dateOf,
  figureCell,
  figureOf,
  listCell,
  listOf,
  objectOf,
  textCell,
  textOf,
  type RowCells,
  type RowReader,
} from "./cells";

type TextField = {
  [F in keyof Row]-?: Row[F] extends string | null ? F : never;
}[keyof Row];

/** Columns that hold one text of the printed row. */
const PRINTED_TEXTS: readonly (readonly [header: string, field: TextField])[] = [
  ["Printed name", "printedName"],
  ["Title", "title"],
  ["Kind", "kind"],
  ["Text", "text"],
  ["A.5/A.25", "a5"],
  ["Equivalent", "equivalent"],
  ["Timing", "timing"],
  ["Contribution", "contribution"],
  ["Mark", "mark"],
  ["Study group", "sg"],
  ["Question", "question"],
  ["Number", "number"],
  ["Provisional name", "acronym"],
  ["Formerly", "formerly"],
  ["Start of work", "startOfWork"],
  ["Determined", "determined"],
  ["Decision", "decision"],
];

/** Columns that only the rows of a work programme export fill; a row of another document does not have these fields at all. */
const EXPORT_TEXTS = [
  ["Printed status", "status"],
  ["Status date", "statusDate"],
  ["Version", "version"],
  ["Study period", "studyPeriod"],
  ["Printed process", "process"],
] as const;
const EXPORT_TABLE: TableKind = "Work programme export";

/** The row of an event; `itemName` is what its item is called now. */
export function eventCells(event: ProgrammeEvent, itemName: string): RowCells {
  const cells: Record<string, string | number | boolean> = {
    Date: dateCell(event.date),
    Meeting: textCell(event.meeting),
    Item: itemName,
    Event: event.kind,
    From: textCell(event.from),
    To: textCell(event.to),
    Process: textCell(event.process),
    Step: textCell(event.step),
    Note: textCell(event.note),
    Who: textCell(event.who),
    "Event id": event.id,
    [KEY]: event.item,
  };
  if (event.source) writeSource(cells, event.source);
  if (event.printed) writePrinted(cells, event.printed);
  const rest = restOf(event, cells);
  if (rest !== null) cells["Rest"] = rest;
  return cells;
}

function writeSource(cells: Record<string, string | number | boolean>, source: Source): void {
  cells["Document"] = source.document;
  cells["Annex"] = source.annex;
  cells["Section"] = source.section;
  cells["Row"] = source.position;
  cells["Lines"] = `${String(source.lines[0])}-${String(source.lines[1])}`;
  cells["Table"] = textCell(source.table);
}

function writePrinted(cells: Record<string, string | number | boolean>, row: Row): void {
  for (const [header, field] of PRINTED_TEXTS) cells[header] = textCell(row[field]);
  for (const [header, field] of EXPORT_TEXTS) cells[header] = textCell(row[field] ?? null);
  cells["No."] = figureCell(row.seq);
  cells["Editors"] = listCell(row.editors);
  cells["Joint Questions"] = listCell(row.jointQuestions);
}

/** The event of a row. */
export function eventOfRow(read: RowReader): ProgrammeEvent {
  const rest = objectOf(read("Rest"));
  const [kind, from, to, process] = [read("Event"), read("From"), read("To"), read("Process")];
  const source = sourceOf(read);
  const event: ProgrammeEvent = {
    id: textOf(read("Event id")) ?? "",
    item: textOf(read(KEY)) ?? "",
    date: dateOf(read("Date")) ?? "",
    meeting: textOf(read("Meeting")),
    kind: isOneOf(EVENT_KINDS, kind) ? kind : "Changed",
    from: isOneOf(STATUSES, from) ? from : null,
    to: isOneOf(STATUSES, to) ? to : null,
    process: isOneOf(PROCESSES, process) ? process : null,
    step: textOf(read("Step")),
    source: withRest(source, rest["source"]),
    printed: without(withRest(source ? printedOf(read, source) : null, rest["printed"]), rest["without"]),
    note: textOf(read("Note")),
    who: textOf(read("Who")),
  };
  return withRest(event, rest["event"]);
}

function sourceOf(read: RowReader): Source | null {
  const document = textOf(read("Document"));
  if (document === null) return null;
  const table = read("Table");
  const lines = /^(\d+)-(\d+)$/.exec(textOf(read("Lines")) ?? "");
  return {
    document,
    annex: textOf(read("Annex")) ?? "",
    section: textOf(read("Section")) ?? "",
    table: isOneOf(TABLE_KINDS, table) ? table : null,
    position: figureOf(read("Row")) ?? 0,
    lines: [Number(lines?.[1] ?? 0), Number(lines?.[2] ?? 0)],
  };
}

function printedOf(read: RowReader, source: Source): Row {
  const editors = listOf(read("Editors"));
  const row = {
    seq: figureOf(read("No.")),
    jointQuestions: listOf(read("Joint Questions")),
    editors: editors.length > 0 ? editors : null,
    lines: source.lines,
  } as Row;
  for (const [header, field] of PRINTED_TEXTS) row[field] = textOf(read(header));
  if (source.table === EXPORT_TABLE) for (const [header, field] of EXPORT_TEXTS) row[field] = textOf(read(header));
  return row;
}

/**
 * What of an event its cells cannot say (an empty list where others have none, a name with a semicolon, lines of its own): JSON for the
 * hidden column Rest, so that reading the row gives the event back exactly; null where the cells say it all.
 */
function restOf(event: ProgrammeEvent, cells: RowCells): string | null {
  const read: RowReader = (header) => cells[header] ?? "";
  const back = eventOfRow(read);
  const rest: Record<string, unknown> = {};
  const top = differing(event, back, ["source", "printed"]);
  if (top) rest["event"] = top;
  for (const part of ["source", "printed"] as const) {
    const difference = event[part] && back[part] ? differing(event[part], back[part], []) : undefined;
    if (difference) rest[part] = difference;
    else if ((event[part] === null) !== (back[part] === null)) rest[part] = event[part];
  }
  const absent = Object.keys(back.printed ?? {}).filter((field) => event.printed && !(field in event.printed));
  if (absent.length > 0) rest["without"] = absent;
  return Object.keys(rest).length > 0 ? JSON.stringify(rest) : null;
}

function differing<T extends object>(wanted: T, got: T, without: readonly (keyof T)[]): Partial<T> | undefined {
  let difference: Partial<T> | undefined;
  for (const field of Object.keys(wanted) as (keyof T)[]) {
    if (without.includes(field) || equal(wanted[field], got[field])) continue;
    difference ??= {};
    difference[field] = wanted[field];
  }
  return difference;
}

function equal(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!Array.isArray(one) || !Array.isArray(other)) return false;
  return one.length === other.length && one.every((value, index) => value === other[index]);
}

function withRest<T extends object | null>(value: T, rest: unknown): T {
  if (rest === undefined) return value;
  if (rest === null) return null as T;
  return { ...value, ...(rest as Partial<T>) };
}

function without<T extends object | null>(value: T, fields: unknown): T {
  if (value === null || !Array.isArray(fields)) return value;
  return Object.fromEntries(Object.entries(value).filter(([field]) => !fields.includes(field))) as T;
}
