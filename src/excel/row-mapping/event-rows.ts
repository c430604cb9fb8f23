/** An event as a row of History, and back: with its source and the row as printed, every cell of it. */
import { TABLE_KINDS, type Row, type TableKind } from "../../domain/document";
import { historyHeader, ROW_FIELDS, type RowFieldId, type RowFieldSpec } from "../../domain/row-fields";
import type { ProgrammeEvent, Source } from "../../domain/model";
import { EVENT_KINDS, isOneOf, PROCESSES, STATUSES } from "../../domain/vocabulary";
import { KEY, type Cell } from "../table-specs/spec";
import {
  dateCell,
  dateOf,
  figureOf,
  listOf,
  objectOf,
  printedCell,
  textCell,
  textOf,
  type RowCells,
  type RowReader,
} from "./cells";

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
  for (const field of ROW_FIELDS) cells[historyHeader(field)] = printedCell(row[field.id]);
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
  const fields = ROW_FIELDS.filter(({ exportOnly }) => exportOnly !== true || source.table === EXPORT_TABLE);
  const values = fields.map((field) => [field.id, printedValueOf(field, read(historyHeader(field)))]);
  return { ...(Object.fromEntries(values) as Omit<Row, "lines">), lines: source.lines };
}

/** What a cell says of a printed row; the Questions in parentheses are a list, if an empty one. */
function printedValueOf({ id, type }: RowFieldSpec, cell: Cell): Row[RowFieldId] {
  if (type === "number") return figureOf(cell);
  if (type === "text") return textOf(cell);
  const list = listOf(cell);
  return list.length > 0 || id === "jointQuestions" ? list : null;
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
