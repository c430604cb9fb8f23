/** A workbook of three managed tables without Excel: rows that a test edits, and the guard's pure part run over them. */
import { designationOf } from "../../../src/domain/item-name";
import { diffRows, diffTable } from "../../../src/domain/edit-review/diff";
import {
  addedRows,
  type EditPlan,
  type RequestedEdit,
  type TableEdits,
} from "../../../src/domain/edit-review/edit-plan";
import { newReviewState, recordPlan, type ReviewContext } from "../../../src/domain/edit-review/review-context";
import { reviewEdits } from "../../../src/domain/edit-review/review-edits";
import { audit } from "../../../src/domain/edit-review/audit";
import type { CellValue } from "../../../src/domain/edit-review/table-snapshot";
import { blankEvent } from "../../../src/domain/event-fields";
import type { Meeting, ProgrammeEvent, WorkItem } from "../../../src/domain/model";
import { normaliseName } from "../../../src/domain/designations";
import { buildIndex } from "../../../src/domain/item-index/programme-index";
import type { Process, Status } from "../../../src/domain/vocabulary";
import { watch, type WatchedTable } from "../../../src/excel/edit-guard/guarded-tables";
import { HISTORY, WORK_PROGRAMME } from "../../../src/excel/table-specs/tables";
import { eventCells } from "../../../src/excel/row-mapping/event-rows";
import { itemCells, itemOfRow } from "../../../src/domain/item-rows";
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
    lastReported: null,
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
  readonly state = newReviewState();

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
          Item: designationOf(each),
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

  /** An edit of a co-author arrives with the writes of their guard, and is not evaluated. */
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
    const { plan: planned, isUnstable } = audit(this.context());
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
      tables: this.guarded,
      index,
      ruleContext: {
        programme: index,
        meetings: MEETINGS,
        meeting: MEETINGS[1] ?? null,
        date: this.date,
        today: "2024-03-05",
      },
      state: this.state,
      mode: this.mode,
      userName: null,
      now: this.time,
    };
  }

  private get guarded() {
    return Object.values(this.tables).map((table) => table.guarded);
  }

  private applyEdits(edits: TableEdits[], requested: RequestedEdit[] = []): EditPlan {
    const planned = reviewEdits(this.context(), edits, requested);
    this.apply(planned, edits);
    return planned;
  }

  /** Writes a plan into the rows, and records it as the guard does. */
  apply(planned: EditPlan, edits: readonly TableEdits[] = []): void {
    for (const write of planned.writes) {
      const line = this.rows[write.table as TableName][write.position];
      if (line) line[write.column] = write.value;
    }
    const history = this.tables.History.guarded.snapshot;
    const appended = planned.events.map((event) => cellsIn(history.headers, eventCells(event, event.item)));
    const { headers } = this.tables.WorkProgramme.guarded.snapshot;
    this.rows.WorkProgramme.push(...addedRows(planned).map((cells) => cellsIn(headers, cells)));
    const reverted = new Set(planned.revertedEvents.map(({ event }) => event.id));
    this.rows.History = this.rows.History.filter((row) => !reverted.has(String(row[history.keyColumn])));
    this.rows.History.push(...appended.map((row) => [...row]));
    recordPlan(this.context(), planned, edits, appended);
    for (const key of [...planned.deletedKeys, ...planned.removedKeys]) this.items.delete(key);
    for (const [key, changed] of planned.items) this.items.set(key, changed);
    this.events = [
      ...this.events.filter((event) => !reverted.has(event.id)),
      ...planned.events,
      ...planned.restoredEvents,
    ];
  }
}
