/** The programme as the workbook's tables hold it, people's edits included. */
import { compareEvents, eventsByItem } from "../domain/merge/order";
import { currentState } from "../domain/merge/item-state";
import type { DocumentRecord, Programme, ProgrammeEvent, WorkItem } from "../domain/model";
import { normaliseName } from "../domain/designations";
import { isOneOf, STATUSES } from "../domain/vocabulary";
import { DOCUMENTS, FRAMES, HISTORY, ITEM_TABLES, MEETINGS, WORK_PROGRAMME } from "./table-specs/tables";
import { KEY, STATUS, type Cell } from "./table-specs/spec";
import { blankRecord, documentOfRow, frameOfRow } from "./row-mapping/document-rows";
import type { RowReader } from "../domain/cells";
import { eventOfRow } from "./row-mapping/event-rows";
import { isItemRow, itemOfRow } from "../domain/item-rows";
import { meetingOfRow } from "./row-mapping/meeting-rows";
import { rowCursor, type ManagedTable } from "./tables";

/** Reads the rows of a table; rows without a word in them are passed over. */
function read<T>(table: ManagedTable | undefined, rowOf: (read: RowReader) => T): T[] {
  if (!table) return [];
  const cursor = rowCursor(table);
  const out: T[] = [];
  for (const row of table.rows) if (row.some((cell: Cell) => cell !== "")) out.push(rowOf(cursor.at(row)));
  return out;
}

/** The programme that the tables hold; null where there is neither a work programme nor a History. */
export function programmeOfTables(tables: readonly ManagedTable[]): Programme | null {
  const named = (name: string): ManagedTable | undefined => tables.find((table) => table.name === name);
  if (!named(WORK_PROGRAMME.name) && !named(HISTORY.name)) return null;
  const events = read(named(HISTORY.name), eventOfRow).sort(compareEvents);
  return {
    documents: documentsIn(named(DOCUMENTS.name), events),
    items: itemsIn(
      ITEM_TABLES.map(({ name }) => named(name)),
      events,
    ),
    events,
    meetings: read(named(MEETINGS.name), meetingOfRow),
    frames: read(named(FRAMES.name), frameOfRow),
    findings: [],
  };
}

/** The documents of the Documents table; where it is missing, those that History names, dated by what they report. */
function documentsIn(table: ManagedTable | undefined, events: readonly ProgrammeEvent[]): DocumentRecord[] {
  if (table) return read(table, documentOfRow);
  const records = new Map<string, DocumentRecord>();
  for (const { source, printed, date } of events) {
    if (!source || !printed) continue;
    const { document: id, family } = source;
    const record = records.get(id) ?? blankRecord(id, family);
    record.rows += 1;
    record.header = { ...record.header, asOf: date > (record.header.asOf ?? "") ? date : record.header.asOf };
    records.set(id, record);
  }
  return [...records.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * The items of the work programme and of other study groups. A row without a key goes by its name, but never where that is an item's
 * already: it may be the copy of a row, or one that was rejected for that reason. Of two rows with one key the first counts. Where the word
 * in Status is no status
 * (advise mode keeps such a word, highlighted), the item is what its History says; where History says nothing either, its status is unknown,
 * and the row is no item unless it is one that is still being typed.
 */
function itemsIn(tables: readonly (ManagedTable | undefined)[], events: readonly ProgrammeEvent[]): Programme["items"] {
  const rows = tables.flatMap((table) =>
    read(table, (row) =>
      isItemRow(row)
        ? { item: itemOfRow(row), keyed: row(KEY) !== "", hasStatus: isOneOf(STATUSES, row(STATUS)) }
        : null,
    ),
  );
  const found = rows.filter((row) => row !== null);
  const withoutStatus = found.filter(({ hasStatus }) => !hasStatus);
  const history = withoutStatus.length > 0 ? eventsByItem(events) : new Map<string, ProgrammeEvent[]>();
  const unknown = new Set<WorkItem>();
  for (const { item, keyed } of withoutStatus) {
    const recorded = currentState(history.get(item.key) ?? [])?.status;
    if (recorded) item.status = recorded;
    else if (keyed) unknown.add(item);
  }
  const keys = new Set<string>();
  const names = new Set<string>();
  const items = new Set<WorkItem>();
  for (const wanted of [true, false]) {
    for (const { item, keyed } of found) {
      const own = namesOf(item);
      if (
        keyed !== wanted ||
        unknown.has(item) ||
        keys.has(item.key) ||
        (!keyed && own.some((name) => names.has(name)))
      )
        continue;
      items.add(item);
      keys.add(item.key);
      for (const name of own) names.add(name);
    }
  }
  return found.flatMap(({ item }) => (items.has(item) ? [item] : []));
}

const namesOf = (item: WorkItem): string[] =>
  [item.number, item.name].flatMap((name) => (name === null ? [] : [normaliseName(name)]));
