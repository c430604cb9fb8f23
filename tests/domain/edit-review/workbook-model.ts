/** A workbook of three managed tables without Excel: rows that a test edits, and the guard's pure part run over them. */
import { updateSnapshot } from "../../../src/domain/edit-review/update-snapshot";
import { diffRows, diffTable } from "../../../src/domain/edit-review/diff";
import { CircuitBreaker } from "../../../src/domain/edit-review/circuit-breaker";
import type { RequestedEdit, ReviewContext, EditPlan, TableEdits } from "../../../src/domain/edit-review/edit-plan";
import { reviewEdits } from "../../../src/domain/edit-review/review-edits";
import { audit } from "../../../src/domain/edit-review/audit";
import type { CellValue } from "../../../src/domain/edit-review/table-snapshot";
import { blankEvent } from "../../../src/domain/event-fields";
import { standingNow } from "../../../src/domain/merge/standing";
import type { Meeting, ProgrammeEvent, WorkItem } from "../../../src/domain/model";
import { normaliseName } from "../../../src/domain/designations";
import { buildIndex } from "../../../src/domain/item-index/programme-index";
import { evaluate } from "../../../src/domain/rules";
import type { Process, Status } from "../../../src/domain/vocabulary";
import { ROW_CODEC, watch, type WatchedTable } from "../../../src/excel/edit-guard/guarded-tables";
import { HISTORY, WORK_PROGRAMME } from "../../../src/excel/table-specs/tables";
import { eventCells } from "../../../src/excel/row-mapping/event-rows";
import { itemCells, itemOfRow } from "../../../src/excel/row-mapping/item-rows";
import { itemName } from "../../../src/domain/item-fields";
import type { ManagedTable } from "../../../src/excel/tables";

export const MEETINGS: Meeting[] = [
  {
    id: "2023-09",
    name: "SG17",
    place: "Goyang",
    from: "2023-08-29",
    to: "2023-09-08",
    held: true,
    documents: {},
    note: null,
  },
  {
    id: "2024-03",
    name: "SG17",
    place: "Geneva",
    from: "2024-02-20",
    to: "2024-03-01",
    held: false,
    documents: {},
    note: null,
  },
];

export function item(
  number: string | null,
  name: string | null,
  status: Status,
  process: Process,
  more: Partial<WorkItem> = {},
): WorkItem {
  return {
    key: normaliseName(number ?? name ?? ""),
    number,
    name,
    aliases: [],
    studyGroup: "SG17",
    question: "2/17",
    jointQuestions: [],
    title: `Security guidelines for ${number ?? name ?? ""}`,
    kind: "New",
    process,
    status,
    since: "2023-09-08",
    step: null,
    timing: "2024-Q1",
    editors: ["Mei Chen"],
    text: "TD1381",
    a5: null,
    equivalent: null,
    parent: null,
    remarks: null,
    ...more,
  };
}

export const ITEMS: WorkItem[] = [
  item("X.1221", "X.stie", "Determined", "TAP"),
  item("X.590", "X.dpki", "Consented", "AAP"),
  item("X.1817", "X.5Gsec-message", "Approved", "TAP"),
  item(null, "X.sr-ai", "Under study", "TAP"),
  item(null, "X.gpki", "Under study", "AAP"),
  item(null, "TR.qs-dlt", "Under study", "Agreement"),
];

function eventFor(each: WorkItem): ProgrammeEvent {
  const kinds = { "Under study": "Listed as under study", "Pending confirmation": "Proposed" } as const;
  const kind = each.status in kinds ? kinds[each.status as keyof typeof kinds] : (each.status as "Determined");
  return {
    ...blankEvent(),
    origin: "document",
    id: `2023-09 executive summary A ${each.key}`,
    item: each.key,
    date: "2023-09-08",
    meeting: "2023-09",
    kind,
    to: each.status,
    process: each.process,
    source: {
      document: "2023-09 executive summary",
      family: "executive-summary",
      meeting: "2023-09",
      annex: "A",
      section: "a",
      table: "TAP determined",
      position: 1,
      lines: [1, 1],
      column: null,
    },
  };
}

function managed(
  name: string,
  kind: ManagedTable["kind"],
  headers: string[],
  rows: CellValue[][],
  top = 4,
): ManagedTable {
  return {
    name,
    kind,
    id: name,
    worksheetId: name,
    worksheetName: name,
    top,
    left: 0,
    headers,
    rows,
    showTotals: false,
    isProtected: false,
    showHeaders: true,
    filter: null,
    contentBelow: false,
  };
}

const cellsIn = (headers: readonly string[], cells: Readonly<Record<string, CellValue>>): CellValue[] =>
  headers.map((header) => cells[header] ?? "");

const ANNEX_HEADERS = ["Section", "No.", "Item", "Title", "Status", "Printed row", "Loaded", "Key"];

export type TableName = "WorkProgramme" | "Annex_2023_09_A" | "History";

export class WorkbookModel {
  readonly rows: Record<TableName, CellValue[][]>;
  readonly tables: Record<TableName, WatchedTable>;
  items: Map<string, WorkItem>;
  events: ProgrammeEvent[];
  mode: ReviewContext["mode"] = "enforce";
  date = "2024-03-01";
  time = 0;
  readonly unexplained = new Map<string, WorkItem>();
  readonly deletedItem = new Map<string, WorkItem>();
  readonly removedEvents = new Map<string, ProgrammeEvent>();
  readonly marks = new Set<string>();
  readonly circuitBreaker = new CircuitBreaker();

  constructor(items: readonly WorkItem[] = ITEMS) {
    this.items = new Map(items.map((each) => [each.key, each]));
    this.events = items.map(eventFor);
    const work = WORK_PROGRAMME.columns.map((column) => column.header);
    const history = HISTORY.columns.map((column) => column.header);
    this.rows = {
      WorkProgramme: items.map((each) => cellsIn(work, itemCells(each))),
      Annex_2023_09_A: items.slice(0, 4).map((each, at) =>
        cellsIn(ANNEX_HEADERS, {
          Section: "a",
          "No.": at + 1,
          Item: itemName(each),
          Title: each.title,
          Status: each.status,
          "Printed row": `a ${String(at + 1)}`,
          Key: each.key,
        }),
      ),
      History: this.events.map((event) => cellsIn(history, eventCells(event, event.item))),
    };
    const watched = (name: TableName, kind: ManagedTable["kind"], headers: string[]): WatchedTable => {
      const table = watch(
        managed(
          name,
          kind,
          headers,
          this.rows[name].map((row) => [...row]),
        ),
      );
      if (!table) throw new Error(name);
      return table;
    };
    this.tables = {
      WorkProgramme: watched("WorkProgramme", "WorkProgramme", work),
      Annex_2023_09_A: watched("Annex_2023_09_A", "Annex", ANNEX_HEADERS),
      History: watched("History", "History", history),
    };
  }

  column(table: TableName, header: string): number {
    return this.tables[table].guarded.snapshot.headers.indexOf(header);
  }

  cell(table: TableName, row: number, header: string): CellValue {
    return this.rows[table][row]?.[this.column(table, header)] ?? "";
  }

  /** Types a value and lets the guard look at that row. */
  type(table: TableName, row: number, header: string, value: CellValue): EditPlan {
    return this.paste(table, row, [header], [[value]]);
  }

  /** Pastes a block, one row of values per row of the table. */
  paste(
    table: TableName,
    row: number,
    headers: readonly string[],
    values: readonly (readonly CellValue[])[],
  ): EditPlan {
    const width = this.tables[table].guarded.snapshot.headers.length;
    values.forEach((line, at) => {
      const target = (this.rows[table][row + at] ??= new Array<CellValue>(width).fill(""));
      headers.forEach((header, column) => {
        target[this.column(table, header)] = line[column] ?? "";
      });
    });
    const typed = new Set(headers.map((header) => this.column(table, header)));
    const inside = (position: number, column: number): boolean =>
      position >= row && position < row + values.length && typed.has(column);
    const seen = values.map((_, at) => ({ position: row + at, values: [...(this.rows[table][row + at] ?? [])] }));
    const { guarded } = this.tables[table];
    return this.applyEdits([
      { table: guarded, differences: diffRows(guarded.snapshot, seen, inside), external: [], order: null },
    ]);
  }

  /** Changes rows at will (sort, insert, delete) and lets the guard look at the whole table. */
  rearrange(table: TableName, change: (rows: CellValue[][]) => CellValue[][]): EditPlan {
    this.rows[table] = change(this.rows[table].map((row) => [...row]));
    return this.look(table);
  }

  look(table: TableName): EditPlan {
    const { guarded } = this.tables[table];
    const { differences, order } = diffTable(
      guarded.snapshot,
      this.rows[table].map((row) => [...row]),
    );
    return this.applyEdits([{ table: guarded, differences, external: [], order }]);
  }

  /** A co-author's edit: it arrives, with what their guard wrote, and is not judged. */
  remote(table: TableName, row: number, header: string, value: CellValue): EditPlan {
    const line = this.rows[table][row];
    if (line) line[this.column(table, header)] = value;
    const { guarded } = this.tables[table];
    const differences = diffRows(guarded.snapshot, [{ position: row, values: [...(line ?? [])] }]);
    return this.applyEdits([{ table: guarded, differences: [], external: differences, order: null }]);
  }

  ask(edit: RequestedEdit): EditPlan {
    return this.applyEdits([], [edit]);
  }

  /** Looks at everything, and once more where a row got its Key back. Returns what the first look came to. */
  audit(): EditPlan {
    const index = buildIndex(this.programme());
    const { plan: planned, isUnstable } = audit(this.context(), (key) => standingNow(index.eventsOf(key)));
    this.apply(planned, []);
    if (isUnstable) {
      this.readNewItems();
      this.audit();
    }
    return planned;
  }

  /** A look begins with reading the tables: a row that has a Key is an item. */
  private readNewItems(): void {
    const headers = WORK_PROGRAMME.columns.map((column) => column.header);
    for (const row of this.rows.WorkProgramme) {
      const each = itemOfRow((header) => row[headers.indexOf(header)] ?? "");
      if (row[headers.indexOf("Key")] !== "" && !this.items.has(each.key)) this.items.set(each.key, each);
    }
  }

  programme() {
    return {
      documents: [],
      items: [...this.items.values()],
      events: this.events,
      meetings: MEETINGS,
      frames: [],
      findings: [],
    };
  }

  context(): ReviewContext {
    const index = buildIndex(this.programme());
    return {
      tables: Object.values(this.tables).map((table) => table.guarded),
      codec: ROW_CODEC,
      item: (key) => this.unexplained.get(key) ?? index.itemWithKey(key),
      ruleContext: {
        programme: index,
        meetings: MEETINGS,
        meeting: MEETINGS[1] ?? null,
        date: this.date,
        today: "2024-03-05",
      },
      judge: evaluate,
      mode: this.mode,
      who: null,
      newKey: normaliseName,
      isCircuitOpen: (cell) => this.circuitBreaker.isOpen(JSON.stringify(cell), this.time),
      isMarked: ({ table, row, column }) => this.marks.has(`${table} ${row} ${String(column)}`),
      isUnexplained: (key) => this.unexplained.has(key),
      deletedItem: (key) => this.deletedItem.get(key),
      removedEvent: (id) => this.removedEvents.get(id),
    };
  }

  private applyEdits(edits: TableEdits[], requested: RequestedEdit[] = []): EditPlan {
    const planned = reviewEdits(this.context(), edits, requested);
    this.apply(planned, edits);
    return planned;
  }

  private apply(planned: EditPlan, edits: readonly TableEdits[]): void {
    const nameOf = (name: string): TableName => name as TableName;
    for (const write of planned.writes) {
      const line = this.rows[nameOf(write.table)][write.position];
      if (line) line[write.column] = write.value;
    }
    const history = this.tables.History.guarded.snapshot;
    const rows = planned.events.map((event) => cellsIn(history.headers, eventCells(event, event.item)));
    const eventId = history.keyColumn;
    const revertedEvents = new Set(planned.revertedEvents.map(({ event }) => event.id));
    this.rows.History = this.rows.History.filter((row) => !revertedEvents.has(String(row[eventId])));
    this.rows.History.push(...rows.map((row) => [...row]));
    for (const { name, guarded } of Object.values(this.tables)) {
      updateSnapshot(edits.find((each) => each.table.name === name) ?? null, guarded, planned);
    }
    for (const id of revertedEvents) history.remove(id);
    for (const row of rows) history.append(row);
    for (const write of planned.writes) {
      const row = this.tables[nameOf(write.table)].guarded.snapshot.idAt(write.position) ?? "";
      if (write.purpose === "revert")
        this.circuitBreaker.recordRevert(JSON.stringify({ table: write.table, row, column: write.column }), this.time);
    }
    for (const mark of planned.marks) {
      const row = this.tables[nameOf(mark.table)].guarded.snapshot.idAt(mark.position) ?? "";
      if (mark.on) this.marks.add(`${mark.table} ${row} ${String(mark.column)}`);
      else this.marks.delete(`${mark.table} ${mark.row ?? ""} ${String(mark.column)}`);
    }
    for (const key of [...planned.deletedKeys, ...planned.removedKeys]) {
      const deletedItems = this.items.get(key);
      if (deletedItems) this.deletedItem.set(key, deletedItems);
      this.items.delete(key);
    }
    for (const [key, unexplained] of planned.unexplained) {
      if (unexplained) this.unexplained.set(key, unexplained);
      else this.unexplained.delete(key);
    }
    for (const { event } of planned.revertedEvents) this.removedEvents.set(event.id, event);
    for (const [key, each] of planned.items) this.items.set(key, each);
    this.events = [
      ...this.events.filter((event) => !revertedEvents.has(event.id)),
      ...planned.events,
      ...planned.restoredEvents,
    ];
  }
}
