/** Builds the plan of a pass, write by write and message by message. */
import { designationOf } from "../item-name";
import { itemCells } from "../item-rows";
import type { ProgrammeEvent, WorkItem } from "../model";
import type { ItemField } from "../rules/types";
import { cellId, type GuardedTable, type MessageDraft, type EditPlan, type TableEdits } from "./edit-plan";
import { sameValue, type CellValue, type RowValues } from "./table-snapshot";
import { ProgrammeOverlay } from "./programme-overlay";
import type { ReviewContext } from "./review-context";
import { addIdentities } from "./undone-writes";

/** An edited cell of a field that the rules check. */
export interface EditedCell {
  table: GuardedTable;
  /** Identity of the row; null for a new row. */
  row: string | null;
  position: number;
  column: number;
  field: ItemField;
  before: CellValue;
  after: CellValue;
}

const positionId = (table: string, position: number, column: number): string =>
  `${table}\u0001${String(position)}\u0001${String(column)}`;

/** Collects what a pass writes and reports; nothing is written before the plan is applied. */
export class EditPlanBuilder {
  readonly plan: EditPlan = {
    writes: [],
    marks: [],
    events: [],
    designations: new Map(),
    revertedEvents: [],
    restoredEvents: [],
    movedEvents: [],
    items: new Map(),
    addedKeys: [],
    deletedKeys: [],
    removedKeys: [],
    removedRows: [],
    unexplained: new Map(),
    undoneCells: [],
    resolvedCells: [],
    messages: [],
  };
  readonly overlay: ProgrammeOverlay;
  private readonly currentValues = new Map<string, CellValue>();
  private readonly orders = new Map<string, Map<string, number>>();
  private readonly writes = new Map<string, EditPlan["writes"][number]>();
  private readonly messages = new Map<string, { draft: MessageDraft; items: Set<string>; keys: Set<string> }>();
  private readonly rendered = new WeakMap<WorkItem, Readonly<Record<string, CellValue>>>();

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

  /** Returns the position of a row after the edits of this pass; -1 where it is missing. */
  position(table: GuardedTable, row: string): number {
    const moved = this.orders.get(table.name);
    return moved ? (moved.get(row) ?? -1) : table.snapshot.position(row);
  }

  /** Returns the value of a cell after the edits of this pass, as last read. */
  currentValue(table: GuardedTable, row: string | null, position: number, column: number): CellValue {
    const read = this.currentValues.get(positionId(table.name, position, column));
    if (read !== undefined) return read;
    return row === null ? "" : table.snapshot.value(row, column);
  }

  /** Returns the rows of a table that show an item. */
  rowsShowing(table: GuardedTable, key: string): readonly string[] {
    if (table.role === "programme") return table.snapshot.rowsOf(key);
    return table.snapshot.rowsWith(table.itemKeyColumn, key);
  }

  /** Plans to write a cell; replaces an earlier write of it. */
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

  /** Plans to remove a row, instead of what is planned to be written there. */
  removeRow(table: GuardedTable, row: string): void {
    const position = this.position(table, row);
    if (position < 0) return;
    for (const [id, write] of this.writes)
      if (write.table === table.name && write.position === position) this.writes.delete(id);
    this.plan.removedRows.push({ table: table.name, row, position });
  }

  /** Whether a write of a cell is planned. */
  isPlanned(table: GuardedTable, position: number, column: number): boolean {
    return this.writes.has(positionId(table.name, position, column));
  }

  mark(cell: Pick<EditedCell, "table" | "row" | "position" | "column">, on: boolean): void {
    const { table, row, position, column } = cell;
    if (!on && (row === null || !this.context.state.marks.has(cellId({ table: table.name, row, column })))) return;
    this.plan.marks.push({ table: table.name, row, position, column, on });
  }

  /** Adds a message. A message with the same cause only adds its item to the first one. */
  addMessage(draft: Omit<MessageDraft, "items" | "keys" | "count">): void {
    const existing = this.messages.get(draft.cause);
    if (!existing) {
      const items = new Set(draft.item === "" ? [] : [draft.item]);
      const keys = new Set(draft.key === null ? [] : [draft.key]);
      this.messages.set(draft.cause, { draft: { ...draft, items: [], keys: [], count: 1 }, items, keys });
      return;
    }
    existing.draft.count++;
    existing.draft.twin = null;
    if (draft.item !== "") existing.items.add(draft.item);
    if (draft.key !== null) existing.keys.add(draft.key);
    // A button applies to all items of the message, so only steps that are possible for each of them remain.
    existing.draft.possible = existing.draft.possible.filter(({ status, step }) =>
      draft.possible.some((possible) => possible.status === status && possible.step === step),
    );
    existing.draft.overrides.push(...draft.overrides);
    existing.draft.deleted.push(...draft.deleted);
  }

  /** Returns the cells that the workbook shows of an item, by header. */
  shownCells(item: WorkItem): Readonly<Record<string, CellValue>> {
    let shown = this.rendered.get(item);
    if (!shown) {
      shown = itemCells(item);
      this.rendered.set(item, shown);
    }
    return shown;
  }

  /**
   * Adds an accepted item to the plan.
   * @param decidesStatus whether its status was decided: an unexplained status is then explained
   */
  acceptItem(item: WorkItem, events: readonly ProgrammeEvent[], decidesStatus: boolean): void {
    this.overlay.accept(item, events);
    this.plan.items.set(item.key, item);
    this.plan.events.push(...events);
    if (decidesStatus) this.plan.unexplained.set(item.key, null);
    else if (this.context.state.unexplained.has(item.key)) this.plan.unexplained.set(item.key, item);
  }

  /** Returns the plan. Writes that change nothing are left out. */
  build(): EditPlan {
    this.plan.writes = [...this.writes.values()].filter((write) => !sameValue(write.value, write.expected));
    this.plan.designations = new Map(this.plan.events.map(({ item }) => [item, this.designation(item)]));
    addIdentities(this.plan, this.context.tables);
    this.plan.messages = [...this.messages.values()].map(({ draft, items, keys }) => ({
      ...draft,
      items: [...items],
      keys: [...keys],
    }));
    return this.plan;
  }

  private designation(key: string): string {
    const item = this.overlay.item(key) ?? this.overlay.itemBefore(key);
    return item ? designationOf(item) : key;
  }
}

/** Returns the first texts of a row, for messages. */
export function rowInWords(values: RowValues): string {
  return values
    .map((value) => String(value).trim())
    .filter((text) => text !== "")
    .slice(0, 2)
    .join(" ");
}
