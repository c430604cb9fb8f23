/** A plan in the making: what a pass will write and say, gathered cell by cell and message by message. */
import { itemCells } from "../item-rows";
import type { ProgrammeEvent, WorkItem } from "../model";
import type { ItemField } from "../rules/types";
import { itemKeyIn, type GuardedTable, type MessageDraft, type EditPlan, type TableEdits } from "./edit-plan";
import { sameValue, type CellValue, type RowValues } from "./table-snapshot";
import { ProgrammeOverlay } from "./programme-overlay";
import { cellId, type ReviewContext } from "./review-context";

/** A cell that somebody typed into. */
export interface TypedCell {
  table: GuardedTable;
  /** Identity of the row; null for a row that has none yet. */
  row: string | null;
  position: number;
  column: number;
  field: ItemField;
  before: CellValue;
  after: CellValue;
}

const positionId = (table: string, position: number, column: number): string =>
  `${table}\u0001${String(position)}\u0001${String(column)}`;

/** What a pass is going to do and say; nothing is done before `finish`. */
export class EditPlanBuilder {
  readonly plan: EditPlan = {
    writes: [],
    marks: [],
    events: [],
    revertedEvents: [],
    restoredEvents: [],
    items: new Map(),
    deletedKeys: [],
    removedKeys: [],
    unexplained: new Map(),
    messages: [],
  };
  readonly overlay: ProgrammeOverlay;
  private readonly currentValues = new Map<string, CellValue>();
  private readonly orders = new Map<string, Map<string, number>>();
  private readonly writes = new Map<string, EditPlan["writes"][number]>();
  private readonly messages = new Map<string, { draft: MessageDraft; items: Set<string>; keys: Set<string> }>();
  private readonly rendered = new WeakMap<WorkItem, Readonly<Record<string, CellValue>>>();
  private readonly rowsByItem = new Map<GuardedTable, Map<string, string[]>>();

  constructor(
    readonly context: ReviewContext,
    edits: readonly TableEdits[],
  ) {
    this.overlay = new ProgrammeOverlay(context);
    for (const { table, differences, external, order } of edits) {
      if (order) {
        const positions = new Map<string, number>();
        order.forEach((row, position) => row.id !== null && positions.set(row.id, position));
        this.orders.set(table.name, positions);
      }
      for (const difference of [...external, ...differences]) {
        if (difference.kind === "added") {
          difference.values.forEach((value, column) =>
            this.currentValues.set(positionId(table.name, difference.position, column), value),
          );
        } else if (difference.kind !== "removed") {
          for (const cell of difference.cells) {
            this.currentValues.set(positionId(table.name, difference.position, cell.column), cell.after);
          }
        }
      }
    }
  }

  /** Where a row stands now; -1 where it is gone. */
  position(table: GuardedTable, row: string): number {
    const moved = this.orders.get(table.name);
    return moved ? (moved.get(row) ?? -1) : table.snapshot.position(row);
  }

  /** What a cell holds now, as far as anybody has read it. */
  currentValue(table: GuardedTable, row: string | null, position: number, column: number): CellValue {
    const read = this.currentValues.get(positionId(table.name, position, column));
    if (read !== undefined) return read;
    return row === null ? "" : table.snapshot.value(row, column);
  }

  /** The rows of a table that show an item. */
  rowsShowing(table: GuardedTable, key: string): readonly string[] {
    if (table.role === "programme") return table.snapshot.rowsOf(key);
    let rows = this.rowsByItem.get(table);
    if (!rows) {
      rows = rowsByItem(table);
      this.rowsByItem.set(table, rows);
    }
    return rows.get(key) ?? [];
  }

  /** Plans to write a cell; the last word counts. */
  write(
    table: GuardedTable,
    cell: { row: string | null; position: number; column: number },
    value: CellValue,
    purpose: EditPlan["writes"][number]["purpose"],
  ): void {
    const expected = this.currentValue(table, cell.row, cell.position, cell.column);
    const { position, column } = cell;
    const { keyColumn } = table.snapshot;
    const identity = String(this.currentValue(table, cell.row, position, keyColumn)).trim();
    const write = { table: table.name, position, column, value, expected, purpose, identity };
    this.writes.set(positionId(table.name, position, column), write);
  }

  /** Whether a cell is to be written already. */
  isPlanned(table: GuardedTable, position: number, column: number): boolean {
    return this.writes.has(positionId(table.name, position, column));
  }

  mark(cell: TypedCell, on: boolean): void {
    const { table, row, position, column } = cell;
    if (!on && (row === null || !this.context.state.marks.has(cellId({ table: table.name, row, column })))) return;
    this.plan.marks.push({ table: table.name, row, position, column, on });
  }

  /** Says something once per cause: the same again only adds an item. */
  addMessage(draft: Omit<MessageDraft, "items" | "keys" | "count">): void {
    const existing = this.messages.get(draft.cause);
    if (!existing) {
      const items = new Set(draft.item === "" ? [] : [draft.item]);
      const keys = new Set(draft.key === null ? [] : [draft.key]);
      this.messages.set(draft.cause, { draft: { ...draft, items: [], keys: [], count: 1 }, items, keys });
      return;
    }
    existing.draft.count++;
    if (draft.item !== "") existing.items.add(draft.item);
    if (draft.key !== null) existing.keys.add(draft.key);
    // Buttons are for all items together: what is possible for one need not be for the others.
    existing.draft.possible = existing.draft.possible.filter((one) =>
      draft.possible.some((other) => other.status === one.status && other.step === one.step),
    );
    existing.draft.overrides.push(...draft.overrides);
    existing.draft.deleted.push(...draft.deleted);
  }

  /** What the workbook shows of an item. */
  shownCells(item: WorkItem): Readonly<Record<string, CellValue>> {
    let shown = this.rendered.get(item);
    if (!shown) {
      shown = itemCells(item);
      this.rendered.set(item, shown);
    }
    return shown;
  }

  /**
   * Takes an item as it now stands into the plan.
   * @param decidesStatus whether its status was decided, so that what was left standing against the record no longer does
   */
  acceptItem(item: WorkItem, events: readonly ProgrammeEvent[], decidesStatus: boolean): void {
    this.overlay.accept(item, events);
    this.plan.items.set(item.key, item);
    this.plan.events.push(...events);
    if (decidesStatus) this.plan.unexplained.set(item.key, null);
    else if (this.context.state.unexplained.has(item.key)) this.plan.unexplained.set(item.key, item);
  }

  /** The finished plan. */
  build(): EditPlan {
    this.plan.writes = [...this.writes.values()].filter((write) => !sameValue(write.value, write.expected));
    this.plan.messages = [...this.messages.values()].map(({ draft, items, keys }) => ({
      ...draft,
      items: [...items],
      keys: [...keys],
    }));
    return this.plan;
  }
}

const indexes = new WeakMap<object, { version: number; rows: Map<string, string[]> }>();

/** Which rows of an annex show which item: made once for each state of the table's rows, so that one edit does not read through the table. */
function rowsByItem(table: GuardedTable): Map<string, string[]> {
  const known = indexes.get(table.snapshot);
  if (known?.version === table.snapshot.version) return known.rows;
  const rows = new Map<string, string[]>();
  for (const { id, values } of table.snapshot.all()) {
    const key = itemKeyIn(table, values);
    if (key === null) continue;
    const same = rows.get(key);
    if (same) same.push(id);
    else rows.set(key, [id]);
  }
  indexes.set(table.snapshot, { version: table.snapshot.version, rows });
  return rows;
}

/** The text of a whole row, for messages: its first cells that are not empty. */
export function rowInWords(values: RowValues): string {
  return values
    .map((value) => String(value).trim())
    .filter((text) => text !== "")
    .slice(0, 2)
    .join(" ");
}
