/** An event as a row of History, and back: with its source and the row as printed, every cell of it. */
import type { Row, TableKind } from "../../domain/document";
import {
  ASSIGNED_EVENT_FIELDS,
  blankEvent,
  EVENT_FIELDS,
  type EventField,
  type EventValue,
} from "../../domain/event-fields";
import { historyHeader, ROW_FIELDS, type RowFieldId, type RowFieldSpec } from "../../domain/row-fields";
import type { ProgrammeEvent, Source } from "../../domain/model";
import { KEY, type Cell } from "../table-specs/spec";
import {
  dateCell,
  dateOf,
  figureOf,
  listOf,
  objectOf,
  printedCell,
  textOf,
  type RowCells,
  type RowReader,
} from "../../domain/cells";

const EXPORT_TABLE: TableKind = "Work programme export";

/** The row of an event; `itemName` is what its item is called now. */
export function eventCells(event: ProgrammeEvent, itemName: string): RowCells {
  const cells: Record<string, Cell> = { "Event id": event.id, [KEY]: event.item };
  for (const { header, type, value } of EVENT_FIELDS) cells[header] = cellOfField(type, value(event, itemName));
  if (event.printed) for (const field of ROW_FIELDS) cells[historyHeader(field)] = printedCell(event.printed[field.id]);
  const rest = restOf(event, cells);
  if (rest !== null) cells["Rest"] = rest;
  return cells;
}

function cellOfField(type: EventField["type"], value: EventValue): Cell {
  return type === "date" && typeof value === "string" ? dateCell(value) : (value ?? "");
}

function valueOfField(type: EventField["type"], cell: Cell): EventValue {
  if (type === "number") return figureOf(cell);
  return type === "date" ? dateOf(cell) : textOf(cell);
}

/** The event of a row. */
export function eventOfRow(read: RowReader): ProgrammeEvent {
  const rest = objectOf(read("Rest"));
  const event = blankEvent();
  event.id = textOf(read("Event id")) ?? "";
  event.item = textOf(read(KEY)) ?? "";
  for (const { header, type, assign } of ASSIGNED_EVENT_FIELDS) assign(event, valueOfField(type, read(header)));
  const { source } = event;
  const printed = source?.column === null ? printedOf(read, source) : null;
  event.source = withRest(source, rest["source"]);
  event.printed = without(withRest(printed, rest["printed"]), rest["without"]);
  return withRest(event, rest["event"]);
}

function printedOf(read: RowReader, source: Source): Row {
  const fields = ROW_FIELDS.filter(({ exportOnly }) => exportOnly !== true || source.table === EXPORT_TABLE);
  const values = fields.map((field) => [field.id, printedValueOf(field, read(historyHeader(field)))]);
  return { ...(Object.fromEntries(values) as Omit<Row, "lines">), lines: source.lines };
}

/** Returns the printed text of a cell; Questions in parentheses are a list, even an empty one. */
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

function equal(first: unknown, second: unknown): boolean {
  if (first === second) return true;
  if (typeof first !== "object" || typeof second !== "object" || first === null || second === null) return false;
  const [left, right] = [Object.entries(first), new Map<string, unknown>(Object.entries(second))];
  return left.length === right.size && left.every(([key, value]) => equal(value, right.get(key)));
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
