/** Edits of the work programme's rows. */
import type { RowDifference } from "./diff";
import { rowInWords, type EditPlanBuilder, type TypedCell } from "./edit-plan-builder";
import { editItem, enterItem } from "./item-edits";
import { headerOf, type GuardedTable } from "./edit-plan";
import type { GuardSentence } from "./message";
import { nothingElse } from "./notice";
import { noteDeletion, putRowBack, typed, typedCells, wholeRow } from "./row-edits";
import { isLoose, keyOf, type RowValues } from "./table-snapshot";
import { designation } from "./programme-overlay";

/** One row of the work programme. */
export function editProgramme(draft: EditPlanBuilder, table: GuardedTable, difference: RowDifference): void {
  // Its entry was undone a moment ago: what else undo did to the row stands.
  if ("row" in difference && draft.plan.unentered.includes(difference.row)) return;
  switch (difference.kind) {
    case "overwritten":
      if (isLoose(difference.row))
        addItem(draft, table, difference.position, difference.row, wholeRow(table, difference));
      else putRowBack(draft, table, difference);
      return;
    case "changed": {
      const { row, position } = difference;
      if (isLoose(row)) {
        addItem(draft, table, position, row, wholeRow(table, difference));
        return;
      }
      const cells = typedCells(table, row, position, difference.cells);
      if (cells.length === 0) return;
      editItem(draft, { ...typed(draft, cells), key: keyOf(row), cells });
      return;
    }
    case "added":
      addItem(draft, table, difference.position, null, difference.values);
      return;
    case "removed":
      noteDeletion(draft, table, difference);
      return;
  }
}

/** A row typed or pasted below or between the others: a new work item, one that came back, or nothing yet. */
export function addItem(
  draft: EditPlanBuilder,
  table: GuardedTable,
  position: number,
  row: string | null,
  values: RowValues,
): void {
  const { world } = draft;
  const key = table.shadow.keyIn(values);
  const departed = key === "" ? undefined : world.departed(key);
  if (departed && draft.position(table, key) < 0) {
    bringBack(draft, table, position, values, key);
    return;
  }
  const cells = cellsOfNewRow(table, row, position, values);
  const clearKey = (): void => {
    if (key !== "") draft.write(table, { row, position, column: table.shadow.keyColumn }, "", "put back");
  };
  const named = cells.some((cell) => cell.field === "item" || cell.field === "name");
  if (!named) {
    clearKey();
    if (cells.length > 0 || key !== "") notYet(draft, table, position, row, cells, { code: "nameless", values: {} });
    return;
  }
  const edit = typed(draft, cells);
  const name = edit.changes.item ?? edit.changes.name ?? "";
  const entered = enterItem(draft, { ...edit, key: null, cells });
  if ("refused" in entered) {
    clearKey();
    notYet(draft, table, position, row, cells, { code: "refused", values: { refusals: entered.refused } }, name);
    return;
  }
  showNewRow(draft, table, position, row, entered.item.key);
}

function cellsOfNewRow(table: GuardedTable, row: string | null, position: number, values: RowValues): TypedCell[] {
  return values.flatMap((after, column) => {
    const field = table.fields[column];
    if (!field || field === "key" || String(after).trim() === "") return [];
    return [{ table, row, position, column, field, before: "", after }];
  });
}

/** Enters a row under the key that it has, if nothing in it goes against the rules. Returns whether it was entered. */
export function addUnrecorded(
  draft: EditPlanBuilder,
  table: GuardedTable,
  { row, position, values }: { row: string; position: number; values: RowValues },
  key: string,
): boolean {
  const cells = cellsOfNewRow(table, row, position, values);
  const entered = enterItem(draft, { ...typed(draft, cells), key: null, cells, under: key });
  if ("refused" in entered) return false;
  showNewRow(draft, table, position, row, key);
  return true;
}

/** Writes what an item newly entered shows in its row, its key among it. */
function showNewRow(
  draft: EditPlanBuilder,
  table: GuardedTable,
  position: number,
  row: string | null,
  key: string,
): void {
  const item = draft.working.item(key);
  if (!item) return;
  const shown = draft.shown(item);
  for (const column of table.follows) {
    const value = shown[headerOf(table, column)];
    if (value === undefined || draft.isPlanned(table, position, column)) continue;
    draft.write(table, { row, position, column }, value, "taken");
  }
  draft.write(table, { row, position, column: table.shadow.keyColumn }, key, "taken");
}

function notYet(
  draft: EditPlanBuilder,
  table: GuardedTable,
  position: number,
  row: string | null,
  cells: readonly TypedCell[],
  why: GuardSentence,
  name = "",
): void {
  const [cell] = cells;
  if (cell) draft.mark(cell, true);
  draft.say({
    ...nothingElse(),
    outcome: "marked",
    cause: `not yet ${JSON.stringify(why)} ${row ?? String(position)}`,
    item: name,
    key: null,
    at: { table: table.name, position, column: cell?.column ?? 0 },
    tried: [{ cells: rowInWords(cells.map((each) => each.after)) }],
    text: why,
    circumstance: "notYet",
  });
}

/** A row deleted a while ago stands again (undo, or pasted back): its item is known, its other cells count as typed. */
function bringBack(
  draft: EditPlanBuilder,
  table: GuardedTable,
  position: number,
  values: RowValues,
  key: string,
): void {
  const item = draft.world.departed(key);
  if (!item) return;
  draft.take(item, [], true);
  const shown = draft.shown(item);
  const cells = typedCells(
    table,
    null,
    position,
    values.flatMap((after, column) => {
      const before = shown[headerOf(table, column)];
      return before === undefined || String(before) === String(after) ? [] : [{ column, before, after }];
    }),
  ).filter((cell) => cell.field !== "key");
  draft.say({
    ...nothingElse(),
    outcome: "restored",
    cause: "restored",
    item: designation(item),
    key,
    at: { table: table.name, position, column: 0 },
    tried: [],
    text: { code: "restored", values: { item: designation(item) } },
  });
  if (cells.length > 0) editItem(draft, { ...typed(draft, cells), key, cells });
}
