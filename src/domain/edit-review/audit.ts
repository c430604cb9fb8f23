/** Audit of all tables: finds edits that no event reported, without knowing when they were made. */
import { itemName } from "../item-name";
import type { WorkItem } from "../model";
import { normaliseName } from "../designations";
import { currentState } from "../merge/item-state";
import { EditPlanBuilder, rowInWords, type EditedCell } from "./edit-plan-builder";
import { editItem } from "./item-edits";
import { cellId, itemKeyIn, type GuardedTable, type EditPlan } from "./edit-plan";
import { addItem, addUnrecorded } from "./programme-rows";
import { emptyDetails } from "./edit-plan";
import { changesOf } from "./row-edits";
import {
  isBlankRow,
  isDuplicateKey,
  isKeyless,
  keyOf,
  sameValue,
  type CellValue,
  type RowValues,
} from "./table-snapshot";
import type { ReviewContext } from "./review-context";

/**
 * Restores the Key of rows from which it was cleared while the add-in was not running: History has an item of that name without a row.
 * Returns whether any was restored.
 */
function restoreKeys(builder: EditPlanBuilder, table: GuardedTable, isStable: IsStable): boolean {
  const { snapshot } = table;
  const keylessRows = [...snapshot.all()].filter(({ id, values }) => isKeyless(id) && !isBlankRow(values));
  if (keylessRows.length === 0) return false;
  const orphans = orphansByName(builder.context.tables, table);
  let isAnyRestored = false;
  for (const { id, position, values } of keylessRows) {
    const names = ["item", "name"].map((field) => String(values[table.fields.indexOf(field as "item")] ?? ""));
    const key = names.map((name) => orphans.get(normaliseName(name))).find((each) => each !== undefined);
    if (key === undefined || snapshot.rowsOf(key).length > 0 || !isStable(`key ${key}`, values.join("\n"))) continue;
    for (const [name, each] of orphans) if (each === key) orphans.delete(name);
    builder.write(table, { row: id, position, column: snapshot.keyColumn }, key, "accept");
    isAnyRestored = true;
    const name = names.find((each) => each !== "") ?? "";
    builder.addMessage({
      ...emptyDetails(),
      outcome: "restored",
      cause: "key given back",
      item: name,
      key,
      at: { table: table.name, position, column: 0 },
      tried: [],
      text: { code: "keyRestored", values: { item: name } },
    });
  }
  return isAnyRestored;
}

/** Returns the keys that are in History but in no row of the Work programme, by the item's names in History. */
function orphansByName(tables: readonly GuardedTable[], programme: GuardedTable): Map<string, string> {
  const orphans = new Map<string, string>();
  for (const history of tables) {
    if (history.role !== "history") continue;
    const named = history.snapshot.headers.indexOf("Item");
    for (const { values } of history.snapshot.all()) {
      const key = itemKeyIn(history, values);
      if (key === null || programme.snapshot.rowsOf(key).length > 0) continue;
      for (const name of [key, String(values[named] ?? "")]) orphans.set(normaliseName(name), key);
      orphans.delete("");
    }
  }
  return orphans;
}

/** Findings of an audit, by location, with the value found. Two identical observations in a row mean that the cell is stable. */
export type Observations = ReadonlyMap<string, CellValue>;

/** Records an observation. Returns whether it is stable, so that it is acted upon now. */
type IsStable = (location: string, shown: CellValue) => boolean;

/**
 * Plans an audit. A status in the Work programme that History does not explain is evaluated as an edit of the recorded status: it is
 * accepted where the rules allow it, and marked where they do not. An annex that shows another status than the Work programme is updated.
 * @param before observations of the audit before: only what is unchanged since is acted upon. Without them, everything is.
 */
export function audit(
  context: ReviewContext,
  before: Observations | null = null,
): { plan: EditPlan; observations: Observations; isUnstable: boolean } {
  const builder = new EditPlanBuilder(context, []);
  const observations = new Map<string, CellValue>();
  let isUnstable = false;
  const isStable: IsStable = (location, shown) => {
    observations.set(location, shown);
    const same = before === null || before.get(location) === shown;
    isUnstable ||= !same;
    return same;
  };
  for (const table of context.tables) {
    if (table.role !== "programme") continue;
    // Rows with a restored Key are evaluated by the next audit.
    isUnstable = restoreKeys(builder, table, isStable) || isUnstable;
    auditProgramme(builder, table, isStable);
  }
  for (const table of context.tables) if (table.role === "annex") auditAnnex(builder, table, isStable);
  return { plan: builder.build(), observations, isUnstable };
}

function auditProgramme(builder: EditPlanBuilder, table: GuardedTable, isStable: IsStable): void {
  const column = table.fields.indexOf("status");
  for (const { id, position, values } of table.snapshot.all()) {
    if (column < 0) continue;
    if (isKeyless(id) || isDuplicateKey(id)) {
      if (builder.isPlanned(table, position, table.snapshot.keyColumn)) continue;
      if (!isBlankRow(values) && isStable(`${table.name} row ${String(position)}`, values.join("\n")))
        addItem(builder, table, position, id, values);
      continue;
    }
    const item = builder.overlay.item(id);
    const recorded = currentState(builder.context.ruleContext.programme.eventsOf(id));
    const shown = values[column] ?? "";
    if (!recorded) {
      if (isStable(`${table.name} ${id}`, values.join("\n")))
        auditUnrecorded(builder, table, { id, position, values }, item);
      continue;
    }
    if (!item) continue;
    const cell: EditedCell = {
      table,
      row: id,
      position,
      column,
      field: "status",
      before: recorded.status,
      after: shown,
    };
    if (builder.context.state.undone.has(cellId({ table: table.name, row: id, column }))) continue;
    if (shown === recorded.status) {
      clearUnexplained(builder, cell, id);
      continue;
    }
    const legal = { ...item, ...recorded, process: recorded.process ?? item.process };
    // An edit before the next audit is evaluated against the recorded status, not against one that was never evaluated.
    builder.plan.unexplained.set(id, legal);
    if (!isStable(`${table.name} ${id}`, shown)) continue;
    builder.overlay.accept(legal, []);
    const cells = [...unrecordedProcess(table, { id, position, values }, recorded.process), cell];
    editItem(builder, {
      key: id,
      cells,
      changes: changesOf(builder, cells),
      origin: "found",
      reason: null,
      date: null,
    });
  }
}

/** Returns the Process of a row whose status History does not explain, where it differs from the record too: both were edited unseen. */
function unrecordedProcess(
  table: GuardedTable,
  { id, position, values }: { id: string; position: number; values: RowValues },
  recorded: WorkItem["process"],
): EditedCell[] {
  const column = table.fields.indexOf("process");
  const shown = values[column] ?? "";
  if (column < 0 || recorded === null || sameValue(shown, recorded)) return [];
  return [{ table, row: id, position, column, field: "process", before: recorded, after: shown }];
}

/**
 * Audits a row whose item has no status in History. Where History has no event of the item (the row was typed while the add-in was not
 * running, and a load assigned its key), it is entered under that key; where its events were deleted, the row is kept and marked.
 */
function auditUnrecorded(
  builder: EditPlanBuilder,
  table: GuardedTable,
  { id, position, values }: { id: string; position: number; values: RowValues },
  item: WorkItem | undefined,
): void {
  if (builder.overlay.eventsOf(id).length === 0) {
    builder.overlay.removeItem(id);
    if (addUnrecorded(builder, table, { row: id, position, values }, keyOf(id))) return;
    if (item) builder.overlay.accept(item, []);
  }
  if (item) builder.plan.unexplained.set(item.key, item);
  const name = item ? itemName(item) : rowInWords(values);
  const column = table.fields.indexOf("status");
  const status = values[column] ?? "";
  builder.mark({ table, row: id, position, column }, true);
  builder.addMessage({
    ...emptyDetails(),
    outcome: "marked",
    cause: `no record ${id}`,
    item: name,
    key: keyOf(id),
    at: { table: table.name, position, column },
    tried: [],
    text: { code: "noRecord", values: { item: name, status: status === "" ? (item?.status ?? "") : String(status) } },
  });
}

/** Clears an unexplained status that another user or add-in corrected or recorded. */
function clearUnexplained(builder: EditPlanBuilder, cell: EditedCell, key: string): void {
  if (!builder.context.state.unexplained.has(key)) return;
  builder.plan.unexplained.set(key, null);
  builder.mark(cell, false);
}

function auditAnnex(builder: EditPlanBuilder, table: GuardedTable, isStable: IsStable): void {
  const column = table.fields.indexOf("status");
  if (column < 0) return;
  for (const { id, position, values } of table.snapshot.all()) {
    const key = itemKeyIn(table, values);
    const item = key === null ? undefined : builder.overlay.item(key);
    const shown = values[column] ?? "";
    if (!item || shown === item.status || builder.isPlanned(table, position, column)) continue;
    if (!isStable(`${table.name} ${id}`, shown)) continue;
    builder.write(table, { row: id, position, column }, item.status, "propagate");
    if (shown === "") continue;
    builder.addMessage({
      ...emptyDetails(),
      outcome: "noted",
      cause: `annex follows ${table.name}`,
      item: itemName(item),
      key: item.key,
      at: { table: table.name, position, column },
      tried: [],
      text: {
        code: "foundDifferent",
        values: { table: table.name, item: itemName(item), shown: String(shown), recorded: item.status },
      },
    });
  }
}
